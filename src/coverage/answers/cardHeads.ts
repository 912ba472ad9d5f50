import type { Dataset } from '../../domain/corpus.ts';
import { damageIn } from '../../domain/damage.ts';
import { addTo } from '../../domain/lists.ts';
import { once } from '../../domain/once.ts';
import type { Slug } from '../../domain/slug.ts';
import { type Certainty, quotedWords, type Statement, speakerOf } from '../../domain/statement.ts';

/** How large a card is set; it follows from the words inside quotation marks. */
export type Weight = 'xl' | 'l' | 'm' | 'fragment' | 'reported';

/** What decides where a card stands; all else about it is only worked out where it is shown. */
export type CardHead = {
  key: string;
  /** One statement, or those of several articles with the same words. */
  statements: Statement[];
  /** The first article that has it. */
  article: Slug;
  weight: Weight;
  /** Most words inside quotation marks that one of its statements has. */
  words: number;
  speaker: Slug | null;
  /** The articles do not agree on the speaker. */
  differ: boolean;
  candidates: Slug[];
  /** The weakest certainty of its tellings. */
  certainty: Certainty;
};

/** By the words inside quotation marks: 30, 18 and 5 words are the borders. */
export function weightOf(statement: Statement): Weight {
  if (statement.kind === 'indirect') return 'reported';
  const words = quotedWords(statement);
  if (words >= 30) return 'xl';
  if (words >= 18) return 'l';
  return words >= 5 ? 'm' : 'fragment';
}

export const articleOf = (statement: Statement): Slug => statement.content[0]?.article ?? '';

/** The statement that a card is set from. */
export const leadOf = (statements: Statement[]): Statement | undefined =>
  statements.find((statement) => statement.speaker.status === 'named') ?? statements[0];

function headOf(key: string, statements: Statement[]): CardHead | null {
  const lead = leadOf(statements);
  if (!lead) return null;
  const certainties = statements.map(({ speaker }) => speaker.status);
  const agreed = new Set(statements.map(speakerOf)).size === 1;
  const possible = statements.flatMap(({ speaker }) =>
    speaker.status === 'unresolved' ? speaker.candidates : agreed ? [] : [speaker.actor],
  );
  return {
    key,
    statements,
    article: statements[0] ? articleOf(statements[0]) : '',
    weight: weightOf(lead),
    words: Math.max(...statements.map(quotedWords)),
    speaker: agreed ? speakerOf(lead) : null,
    differ: !agreed,
    candidates: [...new Set(possible)],
    certainty:
      !agreed || certainties.includes('unresolved')
        ? 'unresolved'
        : certainties.includes('resolved')
          ? 'resolved'
          : 'named',
  };
}

/** What is looked up for every card of a coverage, worked out once. */
export type Context = {
  whole: Dataset;
  /** Whether words are missing or broken in a passage. */
  damage: ReturnType<typeof damageIn>;
  twins: Map<Slug, Statement[]>;
  /** The place of every statement among all, by article and text. */
  places: Map<Statement, number>;
  /** The heads of statements that stand alone. */
  single: Map<Statement, CardHead>;
};

/** What is looked up for every card of a coverage. */
export const contextOf = once((whole: Dataset): Context => {
  const damage = damageIn(whole);
  const rank = new Map(whole.articles.map(({ id }, index) => [id, index]));
  const twins = new Map<Slug, Statement[]>();
  const single = new Map<Statement, CardHead>();
  const keys = new Float64Array(whole.statements.length);
  let done = 0;
  for (const statement of whole.statements) {
    const [first] = statement.content;
    keys[done] = (rank.get(first?.article ?? '') ?? 0) * 2 ** 32 + (first?.start ?? 0);
    if (statement.same !== null) addTo(twins, statement.same, statement);
    else {
      const head = headOf(`one ${statement.id}`, [statement]);
      if (head) single.set(statement, head);
    }
    done += 1;
  }
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at += 1) order[at] = at;
  // Most coverages have their statements in the order of the text.
  if (keys.some((key, at) => key < (keys[at - 1] ?? 0))) order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  const places = new Map<Statement, number>();
  order.forEach((at, place) => {
    const statement = whole.statements[at];
    if (statement) places.set(statement, place);
  });
  return { whole, damage, twins, places, single };
});

/** Whether words are missing or broken in something that these statements rest on. */
export const isCutOff = (statements: Statement[], { damage }: Context): boolean =>
  statements.some(({ content }) => content.some(damage));

/** The heads of a slice in article order. The same words in several articles are one. */
export function quoteHeads(slice: Dataset, whole: Dataset): CardHead[] {
  const { places, single } = contextOf(whole);
  const order = slice.statements.map((statement) => places.get(statement) ?? -1);
  let statements = slice.statements;
  if (order.some((place, at) => place < (order[at - 1] ?? -1)))
    statements = [...slice.statements].sort((a, b) => (places.get(a) ?? -1) - (places.get(b) ?? -1));
  const groups = new Map<Slug, Statement[]>();
  const entries: (CardHead | Statement[])[] = [];
  for (const statement of statements) {
    if (statement.same === null) {
      const head = single.get(statement) ?? headOf(`one ${statement.id}`, [statement]);
      if (head) entries.push(head);
      continue;
    }
    const group = groups.get(statement.same);
    if (group) group.push(statement);
    else {
      const made = [statement];
      groups.set(statement.same, made);
      entries.push(made);
    }
  }
  return entries.flatMap((entry) => (Array.isArray(entry) ? (headOf(`same ${entry[0]?.same}`, entry) ?? []) : entry));
}
