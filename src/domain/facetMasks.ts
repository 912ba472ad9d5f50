import type { Dataset } from './corpus.ts';
import { type DateSpan, readEdtf } from './edtf.ts';
import { FOLLOWS, facetIndex, HAS, LACKS } from './facetIndex.ts';
import { type Filters, LIST_FACETS } from './filters.ts';
import { type PassageRow, type RowTable, rowTable, rowWords } from './passages.ts';
import { searchWords } from './searchText.ts';

/**
 * What each passage row is to the facets that narrow, a bit for each: those that it lacks, and those that it has. A row that lacks none
 * qualifies; a facet that it neither has nor lacks is left to its paragraph.
 */
export type FacetMasks = { lacks: Uint16Array; has: Uint16Array; all: number };

function inDays(span: DateSpan | null, { from, to }: Filters): boolean {
  if (!span || (from !== null && to !== null && from > to)) return false;
  const within = (day: string) => (from === null || day >= from) && (to === null || day <= to);
  if (span.precision === 'one-of') return span.days.some(within);
  return (to === null || (span.first ?? '') <= to) && (from === null || (span.last ?? '9999') >= from);
}

/** What every row is to each facet that narrows. Days and words are a facet each; at most 16 narrow at once. */
export function facetMasks(dataset: Dataset, filters: Filters): FacetMasks {
  const table = rowTable(dataset);
  const size = table.rows.length;
  const masks = { lacks: new Uint16Array(size), has: new Uint16Array(size), all: 0 };
  const mark = (bit: number, at: number, own: number) => {
    const list = own === HAS ? masks.has : masks.lacks;
    if (own !== FOLLOWS) list[at] = (list[at] ?? 0) | bit;
  };
  const narrow = (ask: (row: PassageRow, at: number) => number) => {
    const bit = masks.all + 1;
    masks.all += bit;
    table.rows.forEach((row, at) => {
      mark(bit, at, ask(row, at));
    });
  };
  for (const facet of LIST_FACETS) {
    if (filters[facet].length === 0) continue;
    const { numbers, having, without } = facetIndex(dataset, facet);
    const own = without.slice();
    for (const value of filters[facet]) {
      const number = numbers.get(value);
      if (number === undefined) continue;
      for (let at = having.starts[number] ?? 0; at < (having.starts[number + 1] ?? 0); at += 1)
        own[having.items[at] ?? 0] = HAS;
    }
    narrow((_, at) => own[at] ?? LACKS);
  }
  if (filters.from !== null || filters.to !== null)
    narrow(({ list, item }) => {
      const date = list === 'events' ? item.date : list === 'statements' && item.said?.date;
      return date ? (inDays(readEdtf(date), filters) ? HAS : LACKS) : FOLLOWS;
    });
  const words = searchWords(filters.text);
  if (words.length > 0)
    narrow((_, at) => {
      const own = rowWords(table, at);
      return words.every((word) => own.includes(word)) ? HAS : LACKS;
    });
  return masks;
}

/**
 * The rows that stay, 1 for each: it qualifies, and the qualifying rows of its paragraph have all facets between them (or it has them
 * all itself). One pass, closed and idempotent: what makes a paragraph pass stays itself. A passage that does not date its event makes
 * none pass, and stays only beside one that does.
 */
export function rowsThatStay(
  { rows, itemOf, items, paragraphOf, inParagraph }: RowTable,
  masks: FacetMasks,
): Uint8Array {
  const { lacks, has, all } = masks;
  const carried = new Uint16Array(inParagraph.starts.length);
  for (let at = 0; at < rows.length; at += 1)
    if (lacks[at] === 0 && rows[at]?.leads) {
      const paragraph = paragraphOf[at] ?? 0;
      carried[paragraph] = (carried[paragraph] ?? 0) | (has[at] ?? 0);
    }
  const stays = new Uint8Array(rows.length);
  const led = new Uint8Array(items);
  for (let at = 0; at < rows.length; at += 1)
    if (lacks[at] === 0 && (carried[paragraphOf[at] ?? 0] === all || has[at] === all)) {
      stays[at] = 1;
      if (rows[at]?.leads) led[itemOf[at] ?? 0] = 1;
    }
  for (let at = 0; at < rows.length; at += 1) if (led[itemOf[at] ?? 0] === 0) stays[at] = 0;
  return stays;
}
