import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Filters } from '../../domain/filters.ts';
import { addTo } from '../../domain/lists.ts';
import { type Piece, piecesOf } from '../../domain/pieces.ts';
import type { Slug } from '../../domain/slug.ts';
import { type Certainty, type Statement, type StatementKind, speakerOf } from '../../domain/statement.ts';
import type { WallOrder } from '../../domain/view.ts';
import { articleOf, type CardHead, contextOf, isCutOff, leadOf, quoteHeads, type Weight } from './heads.ts';

export { type CardHead, quoteHeads, weightOf } from './heads.ts';

/** What the articles may have otherwise although the words are the same, and what is said of one that has none of it. */
const aspectsOf = ({
  source,
  cue,
  relay,
  quoted,
}: Statement): [passages: Evidence[], none: string, before?: string][] => [
  [source ? [source] : [], 'nobody named'],
  [cue, 'no cue'],
  [relay ? [relay.evidence] : [], 'no relay', 'as told by '],
  [quoted, 'no quotation marks', 'in quotation marks '],
];

/** For each statement of the same words, what its article has otherwise than the others; all of them empty when nothing differs. */
function apart(statements: Statement[]): string[] {
  const told = statements.map((statement) =>
    aspectsOf(statement).map(([passages, none, before = '']) =>
      passages.length > 0 ? before + passages.map(({ exact }) => `“${exact}”`).join(' … ') : none,
    ),
  );
  const differs = told[0]?.map((_, at) => new Set(told.map((own) => own[at])).size > 1) ?? [];
  return told.map((own) => own.filter((_, at) => differs[at]).join(', '));
}

/** One article's telling of a card: who settles the speaker may differ from article to article. */
type Telling = { statement: Statement; article: Slug; certainty: Certainty };

export type Card = CardHead & {
  kind: StatementKind;
  pieces: Piece[];
  tellings: Telling[];
  /** Articles that have the same words but are filtered out. */
  alsoIn: Slug[];
  /** The words that name the speaker, where the speaker is unresolved; null when there are none. */
  sourceWords: string | null;
  reason: string | null;
  cue: string;
  relay: Slug | null;
  cutOff: boolean;
  /** What each telling has otherwise than the others, beside the same words; see `apart`. */
  apart: string[];
};

/** Cards, or what will be cards, that stand together; `unsettled` ones stand apart, since nobody's name may be on them; `of`: how many when only some are here. */
export type Group<T> = { key: string; title: string | null; cards: T[]; unsettled?: boolean; of?: number };
export type CardGroup = Group<Card>;

/** All that a card says. */
export function cardOf(head: CardHead, whole: Dataset): Card {
  const context = contextOf(whole);
  const { statements } = head;
  const lead = leadOf(statements) as Statement;
  const unsettled = statements.find((statement) => statement.speaker.status === 'unresolved') ?? lead;
  const here = new Set(statements);
  const group = lead.same === null ? [] : (context.twins.get(lead.same) ?? []);
  return {
    ...head,
    kind: lead.kind,
    pieces: piecesOf(lead, itemById(whole.articles, articleOf(lead))?.text ?? ''),
    tellings: statements.map((statement) => ({
      statement,
      article: articleOf(statement),
      certainty: statement.speaker.status,
    })),
    alsoIn: group.filter((twin) => !here.has(twin)).map(articleOf),
    sourceWords: unsettled.source?.exact ?? null,
    reason: unsettled.speaker.status === 'unresolved' ? unsettled.speaker.reason : null,
    cue: lead.cue.map(({ exact }) => exact).join(' … '),
    relay: lead.relay?.actor ?? null,
    cutOff: isCutOff(statements, context),
    apart: apart(statements),
  };
}

/**
 * The statements of a slice as cards, in article order. The same words in several articles are one card; told of two speakers, it is
 * unresolved, and says for each article whom it names.
 */
export function quoteCards(slice: Dataset, whole: Dataset): Card[] {
  return quoteHeads(slice, whole).map((head) => cardOf(head, whole));
}

/** Whom one article names for the words of a card: an actor, or its own words for somebody unresolved. */
export function tellingName(statement: Statement, whole: Dataset): string {
  const speaker = speakerOf(statement);
  if (speaker !== null) return actorName(whole, speaker);
  return statement.source === null ? 'nobody named' : `“${statement.source.exact}”`;
}

const WEIGHTS: Weight[] = ['xl', 'l', 'm', 'fragment', 'reported'];
/** More than a quotation has words. */
const MANY = 1e6;

/** Heavy ones first, those with more words in quotation marks before others; equals keep their order. */
function sortedByWeight<T extends CardHead>(cards: T[]): T[] {
  const piles = new Map<number, T[]>();
  for (const card of cards) {
    const rank = WEIGHTS.indexOf(card.weight) * MANY - card.words;
    addTo(piles, rank, card);
  }
  return [...piles].sort(([a], [b]) => a - b).flatMap(([, pile]) => pile);
}

function byWeight<T extends CardHead>(cards: T[]): [settled: Group<T>, unsettled: Group<T>] {
  const sorted = sortedByWeight(cards);
  const settled = sorted.filter(({ certainty }) => certainty !== 'unresolved');
  const unsettled = sorted.filter(({ certainty }) => certainty === 'unresolved');
  return [
    { key: 'settled', title: null, cards: settled },
    { key: 'unresolved', title: 'Unresolved: who said this is not settled', cards: unsettled, unsettled: true },
  ];
}

function groupedBy<T, K>(cards: T[], keyOf: (card: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const card of cards) addTo(groups, keyOf(card), card);
  return groups;
}

function bySpeaker<T extends CardHead>(cards: T[], whole: Dataset): Group<T>[] {
  const sortName = (id: Slug | null) => (id === null ? '\uFFFF' : (itemById(whole.actors, id)?.sortName ?? id));
  return [...groupedBy(cards, ({ speaker }) => speaker)]
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

function byArticle<T extends CardHead>(cards: T[], whole: Dataset): Group<T>[] {
  const groups = groupedBy(cards, ({ article }) => article);
  return whole.articles.map((article) => ({
    key: article.id,
    title: `${article.badge}: ${article.headline}`,
    cards: groups.get(article.id) ?? [],
  }));
}

/** The cards around chosen actors: what they say, what may be theirs, and what else stands in passages about them. */
function byActors<T extends CardHead>(cards: T[], whole: Dataset, actors: Slug[]): Group<T>[] {
  const names = actors.map((id) => actorName(whole, id)).join(' or ');
  const own: T[] = [];
  const possible: T[] = [];
  const rest: T[] = [];
  for (const card of cards) {
    if (card.speaker !== null && actors.includes(card.speaker)) own.push(card);
    else if (card.candidates.some((id) => actors.includes(id))) possible.push(card);
    else rest.push(card);
  }
  const [others, open] = byWeight(rest);
  const sorted = (list: T[]) => byWeight(list).flatMap((group) => group.cards);
  return [
    { key: 'own', title: `Said by ${names}`, cards: sorted(own) },
    { key: 'possible', title: `Unresolved: may be ${names}`, cards: sorted(possible), unsettled: true },
    { ...others, title: `Said by others, in passages about ${names}` },
    { ...open, title: `Unresolved, in passages about ${names}` },
  ];
}

/**
 * The cards of the wall in groups. With actors chosen and no other order asked for, what they say comes first, then what may be
 * theirs, then what else stands in passages about them: nobody is lent the words of another.
 */
export function wallGroups<T extends CardHead>(
  cards: T[],
  whole: Dataset,
  filters: Filters,
  order: WallOrder,
): Group<T>[] {
  const groups =
    order === 'speaker'
      ? bySpeaker(cards, whole)
      : order === 'article'
        ? byArticle(cards, whole)
        : filters.actors.length > 0
          ? byActors(cards, whole, filters.actors)
          : byWeight(cards);
  return groups.filter(({ cards: own }) => own.length > 0);
}
