import { LARGE, largeCorpus } from '../../tests/fixtures/largeCorpus.ts';
import { boundText } from '../corpus/bounds.ts';
import { readCorpusText } from '../corpus/readCorpus.ts';
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
import { annotatedParagraphs, readingOf } from '../features/reader/model.ts';
import { searchResults } from '../features/search/model.ts';
import { speakerRows, spokenAbout } from '../features/speakers/model.ts';
import { tellingsOf } from '../features/tellings/model.ts';
import { networkOrder, presentIn, tieMatrix, tieRows } from '../features/ties/model.ts';
import { eventRows } from '../features/timeline/model.ts';
import { venueDistances, venueRows } from '../features/venues/model.ts';
import { quoteCards, wallGroups } from '../features/wall/model.ts';
import { firstCards, packed } from '../features/wall/packing.ts';

/** A piece of work of one row: `first` is the run on data that nothing has looked at, `again` the best of the later ones. */
type Row = { name: string; first: number; again: number };

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
    ['speakers', () => [speakerRows(whole, whole), spokenAbout(whole, whole)]],
    ['speakers, one actor', () => [speakerRows(whole, slice), spokenAbout(whole, slice)]],
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
  return article && reading && annotatedParagraphs(whole, article, reading.list, reading.current);
}

function wallOf(slice: Dataset, whole: Dataset, filters: Filters) {
  const groups = firstCards(wallGroups(quoteCards(slice, whole), whole, filters, 'weight'));
  return groups.map(({ cards }) => packed(cards, 6));
}

/** What each thing takes that the desk computes of 100,000 statements (or as many as the first argument says), beside a fixed piece of work. */
export async function main([count]: string[]): Promise<number> {
  const statements = Number(count ?? LARGE.statements);
  let corpus: Dataset | null = null;
  const making = timeOf(() => {
    corpus = largeCorpus({ statements });
  });
  const text = JSON.stringify(corpus);
  const read = readCorpusText(text);
  if (!read.ok) {
    console.error('The large corpus does not pass the door:', read.problems.slice(0, 5));
    return 1;
  }
  const unit = yardstick();
  console.log(`${statements} statements, ${(text.length / 1e6).toFixed(1)} MB, made in ${making.toFixed(0)} ms`);
  console.log(`A fixed piece of work takes ${unit.toFixed(0)} ms here.\n`);
  console.log(`${'in ms, and in fixed pieces of work'.padEnd(36)}   first          again`);
  const show = ({ name, first, again }: Row) => {
    const cell = (time: number) => `${time.toFixed(1).padStart(8)} ${(time / unit).toFixed(2).padStart(6)}`;
    console.log(`${name.padEnd(30)} ${cell(first)} ${cell(again)}`);
  };
  const row = (name: string, work: () => unknown) => {
    const first = timeOf(work);
    show({ name, first, again: Math.min(...Array.from({ length: RUNS }, () => timeOf(work))) });
  };
  row('bounds of the text', () => boundText(text));
  row('the door', () => readCorpusText(text));
  const slice = applyFilters(fresh(read.corpus), { ...NO_FILTERS, actors: [ACTOR] });
  const names = pieces(read.corpus, slice).map(([name]) => name);
  for (const name of names) {
    // Each row has data of its own that no cache knows.
    const work = pieces(fresh(read.corpus), slice).find(([other]) => other === name)?.[1];
    if (work) row(name, work);
  }
  return 0;
}
