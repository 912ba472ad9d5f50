import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import { type Evidence, overlaps } from '../../domain/evidence.ts';
import type { Filters } from '../../domain/filters.ts';
import { type Piece, piecesOf } from '../../domain/pieces.ts';
import type { Slug } from '../../domain/slug.ts';
import { type Certainty, quotedWords, type Statement, type StatementKind, speakerOf } from '../../domain/statement.ts';
import type { WallOrder } from '../../domain/view.ts';
import { apart } from './apart.ts';

/** How large a card is set; it follows from the words inside quotation marks. */
export type Weight = 'xl' | 'l' | 'm' | 'fragment' | 'reported';

/** One article's telling of a card: who settles the speaker may differ from article to article. */
export type Telling = { statement: Statement; article: Slug; certainty: Certainty };

export type Card = {
  key: string;
  kind: StatementKind;
  weight: Weight;
  pieces: Piece[];
  tellings: Telling[];
  /** Articles that have the same words but are filtered out. */
  alsoIn: Slug[];
  speaker: Slug | null;
  /** The articles do not agree on the speaker. */
  differ: boolean;
  /** The words that name the speaker, where the speaker is unresolved; null when there are none. */
  sourceWords: string | null;
  candidates: Slug[];
  reason: string | null;
  cue: string;
  relay: Slug | null;
  /** The weakest certainty of its tellings. */
  certainty: Certainty;
  cutOff: boolean;
  /** What each telling has otherwise than the others, beside the same words; see `apart`. */
  apart: string[];
};

/** Cards that stand together; `unsettled` ones stand apart, since nobody's name may be on them; `of`: how many when only the first are here. */
export type CardGroup = { key: string; title: string | null; cards: Card[]; unsettled?: boolean; of?: number };

/** By the words inside quotation marks: 30, 18 and 5 words are the borders. */
export function weightOf(statement: Statement): Weight {
  if (statement.kind === 'indirect') return 'reported';
  const words = quotedWords(statement);
  if (words >= 30) return 'xl';
  if (words >= 18) return 'l';
  return words >= 5 ? 'm' : 'fragment';
}

/** What is looked up for every card, worked out once. */
type Context = { whole: Dataset; damage: Evidence[]; twins: Map<Slug, Statement[]> };

function contextOf(whole: Dataset): Context {
  const damage = whole.flags
    .filter(({ kind }) => kind === 'truncated' || kind === 'garbled')
    .flatMap(({ spans }) => spans);
  const twins = new Map<Slug, Statement[]>();
  for (const statement of whole.statements) {
    if (statement.same === null) continue;
    const group = twins.get(statement.same);
    if (group) group.push(statement);
    else twins.set(statement.same, [statement]);
  }
  return { whole, damage, twins };
}

const articleOf = (statement: Statement): Slug => statement.content[0]?.article ?? '';

function cardOf(key: string, statements: Statement[], { whole, damage, twins }: Context): Card | null {
  const lead = statements.find((statement) => statement.speaker.status === 'named') ?? statements[0];
  if (!lead) return null;
  const tellings = statements.map((statement) => ({
    statement,
    article: articleOf(statement),
    certainty: statement.speaker.status,
  }));
  const certainties = tellings.map(({ certainty }) => certainty);
  const speakers = new Set(statements.map(speakerOf));
  const agreed = speakers.size === 1;
  const possible = statements.flatMap(({ speaker }) =>
    speaker.status === 'unresolved' ? speaker.candidates : agreed ? [] : [speaker.actor],
  );
  const unsettled = statements.find((statement) => statement.speaker.status === 'unresolved') ?? lead;
  const group = lead.same === null ? [] : (twins.get(lead.same) ?? []);
  return {
    key,
    kind: lead.kind,
    weight: weightOf(lead),
    pieces: piecesOf(lead, itemById(whole.articles, articleOf(lead))?.text ?? ''),
    tellings,
    alsoIn: group.filter((twin) => !statements.includes(twin)).map(articleOf),
    speaker: agreed ? speakerOf(lead) : null,
    differ: !agreed,
    sourceWords: unsettled.source?.exact ?? null,
    candidates: [...new Set(possible)],
    reason: unsettled.speaker.status === 'unresolved' ? unsettled.speaker.reason : null,
    cue: lead.cue.map(({ exact }) => exact).join(' … '),
    relay: lead.relay?.actor ?? null,
    certainty:
      !agreed || certainties.includes('unresolved')
        ? 'unresolved'
        : certainties.includes('resolved')
          ? 'resolved'
          : 'named',
    cutOff: damage.some((span) => statements.some(({ content }) => content.some((piece) => overlaps(span, piece)))),
    apart: apart(statements),
  };
}

/**
 * The statements of a slice as cards, in article order. The same words in several articles are one card; told of two speakers, it is
 * unresolved, and says for each article whom it names.
 */
export function quoteCards(slice: Dataset, whole: Dataset): Card[] {
  const context = contextOf(whole);
  const groups = new Map<string, Statement[]>();
  const rank = new Map(whole.articles.map(({ id }, index) => [id, index]));
  const ordered = [...slice.statements].sort(
    (a, b) =>
      (rank.get(articleOf(a)) ?? 0) - (rank.get(articleOf(b)) ?? 0) ||
      (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0),
  );
  for (const statement of ordered) {
    const key = statement.same === null ? `one ${statement.id}` : `same ${statement.same}`;
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return [...groups].flatMap(([key, statements]) => cardOf(key, statements, context) ?? []);
}

/** Whom one article names for the words of a card: an actor, or its own words for somebody unresolved. */
export function tellingName(statement: Statement, whole: Dataset): string {
  const speaker = speakerOf(statement);
  if (speaker !== null) return actorName(whole, speaker);
  return statement.source === null ? 'nobody named' : `“${statement.source.exact}”`;
}

const WEIGHTS: Weight[] = ['xl', 'l', 'm', 'fragment', 'reported'];
const wordsOf = (card: Card) => Math.max(...card.tellings.map(({ statement }) => quotedWords(statement)));

function takesPart(card: Card, actors: Slug[]): boolean {
  return card.speaker !== null && actors.includes(card.speaker);
}

function byWeight(cards: Card[]): [settled: CardGroup, unsettled: CardGroup] {
  const sorted = [...cards].sort(
    (a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || wordsOf(b) - wordsOf(a),
  );
  const settled = sorted.filter(({ certainty }) => certainty !== 'unresolved');
  const unsettled = sorted.filter(({ certainty }) => certainty === 'unresolved');
  return [
    { key: 'settled', title: null, cards: settled },
    { key: 'unresolved', title: 'Unresolved: who said this is not settled', cards: unsettled, unsettled: true },
  ];
}

function bySpeaker(cards: Card[], whole: Dataset): CardGroup[] {
  const groups = new Map<Slug | null, Card[]>();
  for (const card of cards) groups.set(card.speaker, [...(groups.get(card.speaker) ?? []), card]);
  const sortName = (id: Slug | null) => (id === null ? '\uFFFF' : (itemById(whole.actors, id)?.sortName ?? id));
  return [...groups]
    .sort(
      ([a, some], [b, others]) =>
        Number(a === null) - Number(b === null) || others.length - some.length || (sortName(a) < sortName(b) ? -1 : 1),
    )
    .map(([speaker, own]) => ({
      key: speaker ?? '',
      title: speaker === null ? 'Unresolved' : actorName(whole, speaker),
      cards: own,
      unsettled: speaker === null,
    }));
}

function byArticle(cards: Card[], whole: Dataset): CardGroup[] {
  return whole.articles.map((article) => ({
    key: article.id,
    title: `${article.badge}: ${article.headline}`,
    cards: cards.filter(({ tellings }) => tellings[0]?.article === article.id),
  }));
}

/**
 * The cards of the wall in groups. With actors chosen and no other order asked for, what they say comes first, then what may be
 * theirs, then what else stands in passages about them: nobody is lent the words of another.
 */
export function wallGroups(cards: Card[], whole: Dataset, filters: Filters, order: WallOrder): CardGroup[] {
  let groups: CardGroup[];
  if (order === 'speaker') groups = bySpeaker(cards, whole);
  else if (order === 'article') groups = byArticle(cards, whole);
  else if (filters.actors.length > 0) {
    const names = filters.actors.map((id) => actorName(whole, id)).join(' or ');
    const own = cards.filter((card) => takesPart(card, filters.actors));
    const possible = cards.filter((card) => card.candidates.some((id) => filters.actors.includes(id)));
    const [others, open] = byWeight(cards.filter((card) => !own.includes(card) && !possible.includes(card)));
    const sorted = (list: Card[]) => byWeight(list).flatMap((group) => group.cards);
    groups = [
      { key: 'own', title: `Said by ${names}`, cards: sorted(own) },
      { key: 'possible', title: `Unresolved: may be ${names}`, cards: sorted(possible), unsettled: true },
      { ...others, title: `Said by others, in passages about ${names}` },
      { ...open, title: `Unresolved, in passages about ${names}` },
    ];
  } else groups = byWeight(cards);
  return groups.filter(({ cards: own }) => own.length > 0);
}
