import { FEW_SPEAKERS, LARGE, largeCorpus, MANY_TIES, type Sizes } from '../../tests/fixtures/largeCorpus.ts';
import { warmUp, warmUpRest } from '../app/warmUp.ts';
import { boundText } from '../corpus/bounds.ts';
import { readCorpusText } from '../corpus/readCorpus.ts';
import { SPEAKERS } from '../coverage/answers/speakers.ts';
import { applyFilters } from '../domain/applyFilters.ts';
import type { Dataset } from '../domain/corpus.ts';
import { facetValues, knownFilters } from '../domain/facets.ts';
import { activeFilters } from '../domain/filterNames.ts';
import { type Filters, LIST_FACETS, NO_FILTERS } from '../domain/filters.ts';
import { readingList } from '../domain/reading.ts';
import { textWidth } from '../draw/labels.ts';
import { placeOnAxis } from '../draw/timeAxis.ts';
import { corpusDigest } from '../exports/digest.ts';
import { provenanceOf } from '../exports/provenance.ts';
import { annotatedText } from '../features/reader/annotated.ts';
import { readingOf } from '../features/reader/model.ts';
import { searchResults } from '../features/search/model.ts';
import { tellingsOf } from '../features/tellings/model.ts';
import { tieMatrix } from '../features/ties/matrix.ts';
import { presentIn, tieRows } from '../features/ties/model.ts';
import { networkOrder } from '../features/ties/networkOrder.ts';
import { eventRows } from '../features/timeline/model.ts';
import { venueDistances, venueRows } from '../features/venues/model.ts';
import { cardOf, quoteHeads, wallGroups } from '../features/wall/model.ts';
import { firstCards, packed } from '../features/wall/packing.ts';

/** Later runs of each piece; the machine has other work to do, so the best of them counts. */
const RUNS = 2;

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** A fixed piece of work, in milliseconds: what this machine makes of it now is the measure of everything else. */
function yardstick(): number {
  const words = Array.from({ length: 200_000 }, (_, index) => `word ${(index * 7919) % 200_000}`);
  return Math.min(
    ...Array.from({ length: 5 }, () => timeOf(() => new Map([...words].sort().map((word) => [word, 1])))),
  );
}

/** The rows that a panel asks for at first. */
const FIRST = { speakers: 40, about: 40 };

/** Somebody who says a good deal, and not most. */
const ACTOR = 'actor-15';

/** A copy of a dataset that no cache knows; what is told in it is shared. */
const fresh = (dataset: Dataset): Dataset =>
  Object.fromEntries(
    Object.entries(dataset).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]),
  ) as Dataset;

/** Everything the desk computes of a dataset. `slice` is a part of it that was worked out before. */
function pieces(whole: Dataset, slice: Dataset): [name: string, work: () => unknown][] {
  const only = (filters: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...filters });
  const actor = ACTOR;
  const chosen = only({ actors: [actor] });
  const exported = { whole, slice: whole, filters: NO_FILTERS, link: '', made: '2019-01-10' };
  const middle = whole.statements[whole.statements.length >> 1]?.id ?? '';
  return [
    ['filters known', () => knownFilters(whole, chosen)],
    ['apply no filter', () => applyFilters(whole, NO_FILTERS)],
    ['apply one actor', () => applyFilters(whole, chosen)],
    ['apply one kind', () => applyFilters(whole, only({ kinds: ['direct'] }))],
    ['apply one topic', () => applyFilters(whole, only({ topics: ['topic-1'] }))],
    ['apply one word', () => applyFilters(whole, only({ text: 'ceasefire' }))],
    ['apply letters "tr"', () => applyFilters(whole, only({ text: 'tr' }))],
    ['apply two facets', () => applyFilters(whole, only({ actors: [actor], kinds: ['indirect'] }))],
    ['apply days', () => applyFilters(whole, only({ from: '2017-01-01', to: '2017-12-31' }))],
    ...LIST_FACETS.map((facet): [string, () => unknown] => [
      `values of ${facet}`,
      () => facetValues(whole, NO_FILTERS, facet),
    ]),
    ['values of kinds, filtered', () => facetValues(whole, chosen, 'kinds')],
    ['values of actors, filtered', () => facetValues(whole, only({ text: 'trade' }), 'actors')],
    ['filters in words', () => activeFilters(whole, chosen)],
    ['wall', () => wallOf(whole, whole, NO_FILTERS)],
    ['wall, one actor', () => wallOf(slice, whole, chosen)],
    ['speakers', () => SPEAKERS.answer({ whole, slice: whole, filters: NO_FILTERS }, FIRST)],
    ['speakers, one actor', () => SPEAKERS.answer({ whole, slice, filters: NO_FILTERS }, FIRST)],
    ['ties', () => [tieRows(whole), presentIn(whole)]],
    ['ties as a network', () => networkOrder(whole, tieRows(whole))],
    ['ties as a matrix', () => tieMatrix(tieRows(whole), whole)],
    [
      'time line',
      () =>
        placeOnAxis(
          eventRows(whole, whole).map(({ item }) => item),
          1392,
          textWidth,
        ),
    ],
    ['venues', () => venueRows(whole, whole, venueDistances(whole, null))],
    ['search: a name', () => searchResults(whole, 'carla')],
    ['search: a word', () => searchResults(whole, 'ceasefire')],
    ['search: nothing', () => searchResults(whole, 'xylophone')],
    ['tellings', () => tellingsOf(whole)],
    ['reading list', () => readingList(whole, middle)],
    ['reading list of an actor', () => readingList(whole, whole.actors[0]?.id ?? '')],
    ['article in the reader', () => readerOf(whole, middle)],
    ['digest', () => corpusDigest(whole)],
    ['provenance', () => provenanceOf(exported)],
  ];
}

function readerOf(whole: Dataset, mark: string) {
  const reading = readingOf(whole, whole, { mark, passage: 1 });
  const article = whole.articles.find(({ id }) => id === reading?.current.article);
  return (
    article &&
    reading &&
    annotatedText(whole, article, reading.list, reading.current, reading.current.spans[0]?.start ?? 0)
  );
}

function wallOf(slice: Dataset, whole: Dataset, filters: Filters) {
  const groups = firstCards(wallGroups(quoteHeads(slice, whole), whole, filters, 'weight'), 60);
  return groups.map(({ cards }) =>
    packed(
      cards.map((head) => cardOf(head, whole)),
      6,
    ),
  );
}

const KINDS: Record<string, Partial<Sizes>> = { usual: LARGE, ties: MANY_TIES, speakers: FEW_SPEAKERS };

/** The longest time between two moments at which the page could have answered, while `work` goes on. */
async function longestSlice(work: () => Promise<void>): Promise<number> {
  let [longest, last, going] = [0, performance.now(), true];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) setImmediate(look);
  };
  setImmediate(look);
  await work();
  look();
  going = false;
  return longest;
}

/**
 * What each thing takes that the desk computes of a large coverage, beside a fixed piece of work: first on data that nothing has looked
 * at, then warmed up as the desk warms it up, and then again. Arguments: `usual`, `ties` or `speakers`, and a number of statements.
 */
export async function main([kind = 'usual', count]: string[]): Promise<number> {
  const sizes = { ...(KINDS[kind] ?? LARGE), statements: Number(count ?? KINDS[kind]?.statements ?? LARGE.statements) };
  let corpus: Dataset | null = null;
  const making = timeOf(() => {
    corpus = largeCorpus(sizes);
  });
  const text = JSON.stringify(corpus);
  const read = readCorpusText(text);
  if (!read.ok) {
    console.error('The large corpus does not pass the door:', read.problems.slice(0, 5));
    return 1;
  }
  const unit = yardstick();
  console.log(`${sizes.statements} statements, ${(text.length / 1e6).toFixed(1)} MB, made in ${making.toFixed(0)} ms`);
  console.log(`A fixed piece of work takes ${unit.toFixed(0)} ms here.\n`);
  console.log(`${'in ms, and in fixed pieces of work'.padEnd(36)}   cold          warm          again`);
  const cell = (time: number) => `${time.toFixed(1).padStart(8)} ${(time / unit).toFixed(2).padStart(6)}`;
  const show = (name: string, ...times: number[]) => console.log(`${name.padEnd(30)} ${times.map(cell).join(' ')}`);
  show(
    'bounds of the text',
    timeOf(() => boundText(text)),
  );
  show(
    'the door',
    timeOf(() => readCorpusText(text)),
  );
  const never = new AbortController().signal;
  const warm = fresh(read.corpus);
  show('longest slice of warming up', await longestSlice(() => warmUp(warm, never)));
  show('and of warming up the rest', await longestSlice(() => warmUpRest(warm, never)));
  const slice = applyFilters(warm, { ...NO_FILTERS, actors: [ACTOR] });
  const warmPieces = pieces(warm, slice);
  for (const [index, [name, work]] of warmPieces.entries()) {
    const cold = pieces(fresh(read.corpus), slice)[index]?.[1];
    const again = () => Math.min(...Array.from({ length: RUNS }, () => timeOf(work)));
    show(name, timeOf(cold ?? work), timeOf(work), again());
  }
  return 0;
}
