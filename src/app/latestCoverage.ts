import type { Dataset } from '../domain/corpus.ts';
import { throughDoor } from '../source/corpusSource.ts';
import { fetchText } from '../source/fetchText.ts';
import { keepLastGood, readLastGood } from '../source/lastGood.ts';
import { createRefresher, type Refresher } from '../source/refresh.ts';

/** The coverage under a name that stays when a build changes: a newsroom may put a newer file there. */
export const LATEST = 'coverage.json';

/** Starts with what this browser last found good, if it is not older than `start`; then asks the server again every so many seconds. */
export function latestCoverage(start: Dataset, every: number): Refresher {
  const refresher = createRefresher(start, {
    fetchLatest: (signal) => fetchText(new URL(LATEST, document.baseURI).href, signal, 'no-cache'),
    door: throughDoor,
    onGood: (text) => void keepLastGood(LATEST, text),
    every,
    now: Date.now,
    random: Math.random,
    setTimer: (act, milliseconds) => window.setTimeout(act, milliseconds),
    clearTimer: (timer) => window.clearTimeout(timer),
  });
  void readLastGood(LATEST).then((text) => (text === null ? undefined : refresher.recall(text)));
  return refresher;
}
