import { ownsOf, survivors } from './applyFilters.ts';
import type { Dataset } from './corpus.ts';
import { FOLLOWS, facetIndex, HAS } from './facetIndex.ts';
import type { Filters, ListFacet } from './filters.ts';
import { toldThings } from './passages.ts';
import { standing } from './survivors.ts';

/**
 * How many statements (ties, for kinds of tie) each value of a facet shows, given all the other filters; a value that is not there shows
 * none. The same as applying the filters once for each value, but only what a value could show is looked at for it.
 */
export function facetCounts(dataset: Dataset, filters: Filters, facet: ListFacet): Map<string, number> {
  const told = toldThings(dataset);
  const others = ownsOf(dataset, { ...filters, [facet]: [] });
  const passing = others.length === 0 ? null : survivors(told, others);
  const { numbers, having, without } = facetIndex(dataset, facet);
  const { paragraphs, inParagraph } = told;
  const ties = facet === 'tieKinds' ? facetIndex(dataset, 'ties') : null;
  const statements = dataset.statements.length;
  const size = told.things.length;
  const own = new Uint8Array(size).fill(FOLLOWS);
  const facets = [own, ...others];
  const { alive, settle, clear } = standing(told, facets.length);
  const candidates = new Int32Array(size);
  const taken = new Uint8Array(size);
  const seen = new Int32Array(ties?.numbers.size ?? 0).fill(-1);
  const entered = new Int32Array(inParagraph.starts.length).fill(-1);
  const counts = new Map<string, number>();
  for (const [value, number] of numbers) {
    let carriers = 0;
    for (let at = having.starts[number] ?? 0; at < (having.starts[number + 1] ?? 0); at += 1) {
      const thing = having.items[at] ?? 0;
      if (passing && passing[thing] === 0) continue;
      own[thing] = HAS;
      taken[thing] = 1;
      candidates[carriers++] = thing;
    }
    let count = carriers;
    // What follows stands in a paragraph of something that has the value.
    for (let at = 0; at < carriers; at += 1) {
      const carrier = candidates[at] ?? 0;
      for (let step = paragraphs.starts[carrier] ?? 0; step < (paragraphs.starts[carrier + 1] ?? 0); step += 1) {
        const paragraph = paragraphs.items[step] ?? 0;
        if (entered[paragraph] === number) continue;
        entered[paragraph] = number;
        for (
          let other = inParagraph.starts[paragraph] ?? 0;
          other < (inParagraph.starts[paragraph + 1] ?? 0);
          other += 1
        ) {
          const thing = inParagraph.items[other] ?? 0;
          if (taken[thing] === 1 || without[thing] !== FOLLOWS || (passing && passing[thing] === 0)) continue;
          taken[thing] = 1;
          candidates[count++] = thing;
        }
      }
    }
    settle(candidates, count, facets);
    let shown = 0;
    for (let at = 0; at < count; at += 1) {
      const thing = candidates[at] ?? 0;
      if (alive[thing] === 0) continue;
      if (!ties) shown += Number(thing < statements);
      else if (own[thing] === HAS) {
        for (let tie = ties.values.starts[thing] ?? 0; tie < (ties.values.starts[thing + 1] ?? 0); tie += 1) {
          const key = ties.values.items[tie] ?? 0;
          if (seen[key] === number) continue;
          seen[key] = number;
          shown += 1;
        }
      }
    }
    clear(candidates, count, facets);
    for (let at = 0; at < count; at += 1) {
      const thing = candidates[at] ?? 0;
      own[thing] = FOLLOWS;
      taken[thing] = 0;
    }
    counts.set(value, shown);
  }
  return counts;
}
