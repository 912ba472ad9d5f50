import { SPEAKERS } from '../coverage/answers/speakers.ts';
import { selected } from '../coverage/memoryCoverage.ts';
import type { Dataset } from '../domain/corpus.ts';
import { indexingFacet } from '../domain/facetIndex.ts';
import { facetDomain } from '../domain/facets.ts';
import { LIST_FACETS, NO_FILTERS } from '../domain/filters.ts';
import { inArticle } from '../domain/inArticle.ts';
import { groupingLooks } from '../domain/lookalikesAcross.ts';
import { makingRows, rowTable, rowWords } from '../domain/passages.ts';
import { readingList } from '../domain/reading.ts';
import { tieRows } from '../domain/tieRows.ts';
import { relaysOf } from '../features/filters/model.ts';
import { readying } from '../features/search/sentences.ts';
import { presentIn } from '../features/ties/model.ts';
import { preparing } from '../features/wall/heads.ts';

/** How long the page is kept from answering at a time, in milliseconds. */
const SLICE = 12;

/** What the desk looks up when it is first shown and at a click. */
function* neededToShow(whole: Dataset): Generator<void> {
  yield* makingRows(whole);
  for (const facet of LIST_FACETS) {
    yield* indexingFacet(whole, facet);
    facetDomain(whole, facet);
    yield;
  }
  yield* preparing(whole);
  yield* groupingLooks(whole.actors);
  SPEAKERS.answer(selected(whole, NO_FILTERS), { speakers: 1, about: 1 });
  yield;
  tieRows(whole);
  yield;
  presentIn(whole);
  yield;
  relaysOf(whole);
}

/** Characters between two places where the work can be interrupted. */
const PORTION = 400_000;

/** Folds the words of all passage rows, in portions. */
function* folding(dataset: Dataset): Generator<void> {
  const table = rowTable(dataset);
  let work = 0;
  for (const [at, row] of table.rows.entries()) {
    rowWords(table, at);
    work += row.evidence.reduce((sum, { exact }) => sum + 100 + exact.length, 0);
    if (work <= PORTION) continue;
    work = 0;
    yield;
  }
}

/** What the reader, the search and the tellings look up. */
function* neededLater(whole: Dataset): Generator<void> {
  inArticle(whole, '');
  yield;
  yield* folding(whole);
  yield* readying(whole.articles);
  readingList(whole, whole.statements[0]?.id ?? '');
}

/** Lets the page do what waits for it: input, and drawing. */
function pause(): Promise<void> {
  const scheduler: { yield?: () => Promise<void> } | undefined = Reflect.get(globalThis, 'scheduler');
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function inSlices(work: Generator<void>, signal: AbortSignal): Promise<void> {
  let began = performance.now();
  while (!work.next().done) {
    if (performance.now() - began < SLICE) continue;
    await pause();
    signal.throwIfAborted();
    began = performance.now();
  }
}

/**
 * Works out beforehand what the desk looks up of a large coverage, in slices between which the page answers: to be awaited before the
 * coverage is shown. Everything works without it, but the first look would be one long task.
 *
 * @throws what `signal` says, once that has been raised
 */
export const warmUp = (whole: Dataset, signal: AbortSignal): Promise<void> => inSlices(neededToShow(whole), signal);

/** The same for what the reader, the search and the tellings look up: to be started once the coverage is shown. */
export const warmUpRest = (whole: Dataset, signal: AbortSignal): Promise<void> => inSlices(neededLater(whole), signal);
