import type { Dataset } from '../domain/corpus.ts';
import { type Origin, originOf } from '../domain/origin.ts';
import { throughDoor } from '../source/corpusSource.ts';
import { fetchForeign } from '../source/fetchForeign.ts';
import { fetchText, LoadError } from '../source/fetchText.ts';
import { keepLastGood, readLastGood } from '../source/lastGood.ts';
import { createRefresher, type Refresher } from '../source/refresh.ts';

/** The coverage under a name that stays when a build changes: a newsroom may put a newer file there. */
export const LATEST = 'coverage.json';

/** The same world for every refresher: its clock, its chance, its timers. */
const WORLD = {
  now: Date.now,
  random: Math.random,
  setTimer: (act: () => void, milliseconds: number) => window.setTimeout(act, milliseconds),
  clearTimer: (timer: number) => window.clearTimeout(timer),
};

/** Starts with what this browser last found good, if it is not older than `start`; then asks the server again every so many seconds. */
function ownCoverage(start: Dataset, every: number): Refresher {
  const refresher = createRefresher(start, {
    fetchLatest: (signal) => fetchText(new URL(LATEST, document.baseURI).href, signal, 'no-cache'),
    door: throughDoor,
    onGood: (text) => void keepLastGood(LATEST, text),
    every,
    ...WORLD,
  });
  void readLastGood(LATEST).then((text) => (text === null ? undefined : refresher.recall(text)));
  return refresher;
}

/** Asks the other host again; nothing of it is kept, and all that comes passes the worker that is stopped at its deadline. */
function otherCoverage(start: Dataset, origin: Extract<Origin, { kind: 'address' }>, every: number): Refresher {
  const { address, host } = origin;
  return createRefresher(start, {
    fetchLatest: async (signal) => (await fetchForeign(address, signal)).text(),
    door: async (text, signal) => {
      const { openCoverage } = await import('./openCoverage.ts');
      const result = await openCoverage({ kind: 'address', address, host, text }, signal, () => {});
      if (result !== null && 'opened' in result) return { ok: true, corpus: result.opened.corpus };
      if (result !== null && 'refused' in result) return result.refused;
      throw new LoadError(result?.code ?? 'open/failed', result?.words ?? 'It was not opened.');
    },
    onGood: () => {},
    every,
    ...WORLD,
  });
}

/** A file stays as it was opened. */
function fileCoverage(start: Dataset): Refresher {
  const state = { current: start, next: null, checkedAt: null, problem: null };
  const nothing = () => {};
  return {
    get: () => state,
    subscribe: () => nothing,
    start: nothing,
    stop: nothing,
    swap: nothing,
    recall: async () => {},
  };
}

/** Where the wall has its coverage from, again and again: what it started with says whose it is. */
export function latestCoverage(start: Dataset, every: number): Refresher {
  const origin = originOf(start);
  if (origin.kind === 'file') return fileCoverage(start);
  return origin.kind === 'address' ? otherCoverage(start, origin, every) : ownCoverage(start, every);
}
