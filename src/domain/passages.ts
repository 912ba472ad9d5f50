import { paragraphNumbers, paragraphsOf } from './article.ts';
import { type Dataset, itemById } from './corpus.ts';
import { type DatedEvent, surfaceParts } from './datedEvent.ts';
import type { Evidence } from './evidence.ts';
import { inverted, type Lists } from './lists.ts';
import { once } from './once.ts';
import type { Relation } from './relation.ts';
import { folded } from './searchText.ts';
import type { Slug } from './slug.ts';
import { type Statement, spansOf, speakerOf } from './statement.ts';
import type { TextFlag } from './textFlag.ts';
import type { Venue } from './venue.ts';

/**
 * The smallest thing that a filter keeps or drops: one observation together with one of its passages. A relation that stands in three
 * passages is three rows; a statement is one, a venue one for each passage that names it, a flag one for each span.
 */
export type PassageRow = {
  article: Slug;
  /** The passage; with those of a venue are those of what is claimed of it in the same article. */
  evidence: Evidence[];
  /** Its own names, which the text filter finds beside the words of its evidence. */
  names: string[];
  /** False for a passage of an event that does not date it: it stays only beside one that does, and carries no facet. */
  leads: boolean;
} & (
  | { list: 'statements'; item: Statement }
  | { list: 'relations'; item: Relation }
  | { list: 'venues'; item: Venue }
  | { list: 'events'; item: DatedEvent }
  | { list: 'flags'; item: TextFlag }
);

/**
 * All passage rows of a dataset by number, in the order of its lists, so that the n-th statement is row n. Items and paragraphs are
 * numbers, too: filters go over all of this at every click.
 */
export type RowTable = {
  rows: PassageRow[];
  itemOf: Int32Array;
  items: number;
  /** The paragraph in which the first words of each row stand, numbered over all articles. */
  paragraphOf: Int32Array;
  inParagraph: Lists;
  /** The words of each row as they are compared, where they have been asked for already. */
  words: (string | undefined)[];
};

function* eachRow(dataset: Dataset): Generator<PassageRow> {
  const base = (evidence: Evidence[], ...names: string[]) => ({
    article: evidence[0]?.article ?? '',
    evidence,
    names,
    leads: true,
  });
  for (const item of dataset.statements) {
    const speaker = itemById(dataset.actors, speakerOf(item) ?? '');
    yield { list: 'statements', item, ...base(spansOf(item), speaker?.name ?? '', speaker?.fullName ?? '') };
  }
  for (const item of dataset.relations)
    for (const passage of item.evidence) yield { list: 'relations', item, ...base([passage], item.summary) };
  for (const item of dataset.venues) {
    const name = itemById(dataset.places, item.place)?.name ?? item.place;
    for (const passage of item.evidence) {
      const isHere = ({ article }: Evidence) => article === passage.article;
      const claims = item.claims.filter(({ evidence }) => evidence.some(isHere));
      const said = claims.flatMap(({ evidence }) => evidence.filter(isHere));
      yield { list: 'venues', item, ...base([passage, ...said], name, ...claims.map(({ text }) => text)) };
    }
  }
  for (const item of dataset.events)
    for (const passage of item.evidence) {
      const leads = surfaceParts(item).some((words) => passage.exact.includes(words));
      yield { list: 'events', item, ...base([passage], item.label), leads };
    }
  for (const item of dataset.flags)
    for (const span of item.spans) yield { list: 'flags', item, ...base([span], item.note) };
}

/** All passage rows of a dataset. Computed once per dataset. */
export const rowTable = once((dataset: Dataset): RowTable => {
  const rows: PassageRow[] = [];
  const numbers = new Map<unknown, number>();
  const itemOf: number[] = [];
  const paragraphOf: number[] = [];
  /** Where the numbers of each article's paragraphs begin. */
  const bases = new Map<Slug, number>();
  let size = 0;
  for (const article of dataset.articles) {
    bases.set(article.id, size);
    size += paragraphsOf(article).length;
  }
  for (const row of eachRow(dataset)) {
    rows.push(row);
    let number = numbers.get(row.item);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(row.item, number);
    }
    itemOf.push(number);
    const article = itemById(dataset.articles, row.article);
    // A statement begins with its first words, cue and source included; a venue stands where it is named.
    const spans = row.list === 'statements' ? row.evidence : row.evidence.slice(0, 1);
    const start = Math.min(...spans.map((span) => span.start));
    const inArticle = article ? (paragraphNumbers(article, start, start + 1)[0] ?? 1) : 1;
    paragraphOf.push((bases.get(row.article) ?? 0) + inArticle - 1);
  }
  const items = Int32Array.from(paragraphOf);
  const starts = Int32Array.from({ length: items.length + 1 }, (_, at) => at);
  return {
    rows,
    itemOf: Int32Array.from(itemOf),
    items: numbers.size,
    paragraphOf: items,
    inParagraph: inverted({ starts, items }, size),
    words: new Array(rows.length),
  };
});

/** The words and names of a row as the text filter compares them. */
export function rowWords({ rows, words }: RowTable, at: number): string {
  const known = words[at];
  if (known !== undefined) return known;
  const row = rows[at];
  const made = row ? folded([...row.evidence.map(({ exact }) => exact), ...row.names].join('\n')) : '';
  words[at] = made;
  return made;
}
