import type { Coverage } from '../coverage/coverage.ts';
import type { Origin } from '../domain/origin.ts';
import type { View } from '../domain/view.ts';
import { quickTextDigest } from '../exports/digest.ts';
import { fetchForeign } from '../source/fetchForeign.ts';
import { fetchText, LoadError } from '../source/fetchText.ts';
import { forgetLastGood, keepLastGood, readLastGood } from '../source/lastGood.ts';
import { DEADLINE, openCoverage, openOwn } from '../source/openCoverage.ts';
import { createRefresher, type Refresher } from '../source/refresh.ts';
import { pageTrials } from '../source/trials.ts';
import { consents } from './consents.ts';

/** The coverage under a name that stays when a build changes: a newsroom may put a newer file there. */
const LATEST = 'coverage.json';

/** What a link says of the coverage of a wall; `every` is the seconds between two looks for a newer one. */
type Wishes = Pick<View, 'older' | 'allow'> & {
  every: number;
  /** Told when a file has been on screen. */
  onSeen: (coverage: Coverage) => void;
};

/** The same world for every refresher: its clock, its chance, its timers. */
const WORLD = {
  trials: pageTrials,
  nameOf: quickTextDigest,
  now: Date.now,
  random: Math.random,
  setTimer: (act: () => void, milliseconds: number) => window.setTimeout(act, milliseconds),
  clearTimer: (timer: number) => window.clearTimeout(timer),
};

/** Starts with what this browser last found good, if it is not older than `start`; then asks the server again every so many seconds. */
function ownCoverage(start: Coverage, { every, older }: Wishes): Refresher {
  const refresher = createRefresher(start, {
    fetchLatest: (signal) => fetchText(new URL(LATEST, document.baseURI).href, signal, 'no-cache'),
    door: openOwn,
    onSeen: (text) => void keepLastGood(LATEST, text),
    onDied: () => void forgetLastGood(LATEST),
    every,
    takesOlder: older !== null,
    ...WORLD,
  });
  void readLastGood(LATEST).then((text) => (text === null ? undefined : refresher.recall(text)));
  return refresher;
}

/** Asks the other host again; nothing of it is kept, and all that comes passes the worker that is stopped at its deadline. */
function otherCoverage(start: Coverage, origin: Extract<Origin, { kind: 'address' }>, wishes: Wishes): Refresher {
  const { address, host } = origin;
  const { every, older, allow } = wishes;
  return createRefresher(start, {
    fetchLatest: async (signal) => {
      // What was loaded at the desk, or with leave that was taken back, is not asked for again by itself.
      if (allow !== host || !consents.has(address))
        throw new LoadError('load/not-agreed', 'Nobody has agreed that this is loaded on a wall.');
      return (await fetchForeign(address, signal)).text();
    },
    door: (text, signal) => openCoverage(new Blob([text]), { origin, signal, deadline: DEADLINE }),
    onSeen: () => {},
    onDied: () => {},
    every,
    takesOlder: older !== null,
    ...WORLD,
  });
}

/** A file stays as it was opened. It may be one that nobody opened at this start. */
function fileCoverage(start: Coverage, { onSeen }: Wishes): Refresher {
  const state = { current: start, next: null, checkedAt: null, problem: null, unused: null };
  const nothing = () => {};
  pageTrials.turnTo(start.head.digest);
  return {
    get: () => state,
    subscribe: () => nothing,
    start: nothing,
    stop: () => pageTrials.end(),
    swap: nothing,
    recall: async () => {},
    draws: pageTrials.draws,
    drew: (scene, seen) => {
      pageTrials.drew(scene);
      if (seen) onSeen(start);
    },
    fail: () => {
      pageTrials.blame(start.head.digest);
      return false;
    },
  };
}

/** Where the wall has its coverage from, again and again: what it started with says whose it is. */
export function latestCoverage(start: Coverage, wishes: Wishes): Refresher {
  const { origin } = start.head;
  if (origin.kind === 'file') return fileCoverage(start, wishes);
  return origin.kind === 'address' ? otherCoverage(start, origin, wishes) : ownCoverage(start, wishes);
}
