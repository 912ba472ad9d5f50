import type { Dataset } from './corpus.ts';
import { FOLLOWS, facetIndex } from './facetIndex.ts';
import { facetMasks } from './facetMasks.ts';
import type { Filters, ListFacet } from './filters.ts';
import { rowTable } from './passages.ts';

/**
 * How many statements (ties, for kinds of tie) each value of a facet shows, given all the other filters; a value that is not there shows
 * none. The same as applying the filters once for each value, in one pass over the paragraphs.
 */
export function facetCounts(dataset: Dataset, filters: Filters, facet: ListFacet): Map<string, number> {
  const { rows, inParagraph } = rowTable(dataset);
  const { lacks, has, all } = facetMasks(dataset, { ...filters, [facet]: [] });
  const { numbers, values, without } = facetIndex(dataset, facet);
  const ties = facet === 'tieKinds' ? facetIndex(dataset, 'ties') : null;
  const statements = dataset.statements.length;
  const shown = new Int32Array(numbers.size);
  const tiesOf = Array.from(ties ? numbers.keys() : [], () => new Set<number>());
  // Of the paragraph that is looked at: the values that rows have, what those rows carry, and how many statements only these values show.
  const present: number[] = [];
  const carries = new Uint16Array(numbers.size);
  const own = new Int32Array(numbers.size);
  const isPresent = new Uint8Array(numbers.size);
  const eachOf = (lists: typeof values, list: number, visit: (item: number) => void) => {
    for (let at = lists.starts[list] ?? 0; at < (lists.starts[list + 1] ?? 0); at += 1) visit(lists.items[at] ?? 0);
  };
  for (let paragraph = 0; paragraph + 1 < inParagraph.starts.length; paragraph += 1) {
    let followed = 0;
    let following = 0;
    eachOf(inParagraph, paragraph, (row) => {
      if (lacks[row] !== 0 || !rows[row]?.leads) return;
      const carried = has[row] ?? 0;
      const isStatement = Number(row < statements);
      const follows = without[row] === FOLLOWS;
      if (follows) {
        followed |= carried;
        following += isStatement;
      }
      eachOf(values, row, (value) => {
        if (isPresent[value] === 0) {
          isPresent[value] = 1;
          present.push(value);
        }
        carries[value] = (carries[value] ?? 0) | carried;
        if (!follows) own[value] = (own[value] ?? 0) + isStatement;
      });
    });
    const passes = (value: number) => (followed | (carries[value] ?? 0)) === all;
    for (const value of present) if (passes(value)) shown[value] = (shown[value] ?? 0) + following + (own[value] ?? 0);
    if (ties)
      eachOf(inParagraph, paragraph, (row) => {
        if (lacks[row] === 0)
          eachOf(values, row, (value) => {
            if (passes(value)) eachOf(ties.values, row, (tie) => tiesOf[value]?.add(tie));
          });
      });
    for (const value of present.splice(0)) {
      carries[value] = 0;
      own[value] = 0;
      isPresent[value] = 0;
    }
  }
  const counts = new Map<string, number>();
  for (const [value, number] of numbers) counts.set(value, (ties ? tiesOf[number]?.size : shown[number]) ?? 0);
  return counts;
}
