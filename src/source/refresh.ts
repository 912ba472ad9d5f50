import type { ReadResult } from '../corpus/readCorpus.ts';
import type { Dataset } from '../domain/corpus.ts';

/** Why the last check did not give a coverage: `code` for a report, `words` for a reader, after "then". */
export type RefreshProblem = { code: string; words: string };

export type RefreshState = {
  /** What is shown. */
  current: Dataset;
  /** A coverage that passed the door and waits for the next scene. */
  next: Dataset | null;
  /** When the server last gave a good coverage, in milliseconds since the epoch; null before that. */
  checkedAt: number | null;
  problem: RefreshProblem | null;
};

export type Refresher = {
  get: () => RefreshState;
  subscribe: (listener: () => void) => () => void;
  start: () => void;
  stop: () => void;
  /** Takes the text that was kept at an earlier run, if it passes the door and is not older than what is shown. */
  recall: (text: string) => Promise<void>;
  /** Shows what waits. */
  swap: () => void;
};

/** What a refresher needs of the world; tests give it a time of their own. */
export type RefreshNeeds = {
  /** The text of the latest coverage; rejects, perhaps with `code`, `message` and `retryAfter` in seconds. */
  fetchLatest: (signal: AbortSignal) => Promise<string>;
  door: (text: string, signal: AbortSignal) => Promise<ReadResult>;
  /** Told of each text that passed, for the next start. */
  onGood: (text: string) => void;
  /** Seconds between two checks. */
  every: number;
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  setTimer: (act: () => void, milliseconds: number) => number;
  clearTimer: (timer: number) => void;
};

/** The first wait after a failure, in seconds; it doubles with each further one, up to the usual time between two checks. */
const FIRST_WAIT = 15;
/** The longest that a server may ask to wait, in seconds. */
const LONGEST_WAIT = 3600;

/**
 * Seconds until the next check. Usual checks lie up to a tenth around their time; after failures the waits double, spread from a half to
 * one and a half of them, so that many screens do not come back at once; a server's own wish is a least, spread over half as much again.
 *
 * @param failures in a row, 0 after a good check
 * @param random from 0 to 1
 */
export function waitFor(failures: number, every: number, wish: number | null, random: number): number {
  if (failures === 0) return every * (0.9 + 0.2 * random);
  const backOff = Math.min(every, FIRST_WAIT * 2 ** Math.min(20, failures - 1)) * (0.5 + random);
  return wish === null ? backOff : Math.max(backOff, Math.min(LONGEST_WAIT, wish) * (1 + random / 2));
}

const WORDS: Record<string, string> = {
  'load/network': 'the server did not answer',
  'load/timeout': 'the server was too slow',
  'load/too-large': 'the server sent too much',
  'door/timeout': 'the check took too long',
  'open/timeout': 'the check took too long',
};

function problemOf(error: unknown): RefreshProblem & { wish: number | null } {
  const { code: found, retryAfter } = Object(error) as { code?: unknown; retryAfter?: unknown };
  const code = typeof found === 'string' ? found : 'refresh/failed';
  const status = /^load\/http-(\d+)$/.exec(code)?.[1];
  const words = status ? `the server answered ${status}` : (WORDS[code] ?? 'it could not be checked');
  return { code, words, wish: typeof retryAfter === 'number' ? retryAfter : null };
}

/** A coverage that came and is not shown. */
class NotShown extends Error {
  readonly problem: RefreshProblem;
  constructor(code: string, words: string) {
    super(words);
    this.problem = { code, words };
  }
}

/**
 * Asks again and again for the latest coverage. One that fails, is refused by the door, or has lost more than half of the statements on
 * screen changes nothing but what is said about it.
 */
export function createRefresher(start: Dataset, needs: RefreshNeeds): Refresher {
  const { fetchLatest, door, onGood, every, now, random, setTimer, clearTimer } = needs;
  let state: RefreshState = { current: start, next: null, checkedAt: null, problem: null };
  let known: string | null = null;
  let failures = 0;
  let timer: number | null = null;
  let running: AbortController | null = null;
  const listeners = new Set<() => void>();
  const show = (patch: Partial<RefreshState>) => {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  };

  const judged = async (text: string, signal: AbortSignal): Promise<Partial<RefreshState>> => {
    if (text === known) return {};
    const verdict = await door(text, signal);
    if (!verdict.ok)
      throw new NotShown(
        `refresh/${verdict.problems[0]?.code ?? 'refused'}`,
        'the new coverage did not pass the check',
      );
    const before = (state.next ?? state.current).statements.length;
    const after = verdict.corpus.statements.length;
    if (after * 2 < before)
      throw new NotShown('refresh/shrunk', `the new coverage had only ${after} of ${before} statements`);
    known = text;
    onGood(text);
    return { next: verdict.corpus };
  };

  const check = async () => {
    timer = null;
    const own = new AbortController();
    running = own;
    let wish: number | null = null;
    try {
      const text = await fetchLatest(own.signal);
      const found = await judged(text, own.signal);
      if (own.signal.aborted) return;
      failures = 0;
      show({ ...found, checkedAt: now(), problem: null });
    } catch (error) {
      if (own.signal.aborted) return;
      failures += 1;
      const { wish: asked, ...problem } = problemOf(error);
      wish = asked;
      show({ problem: error instanceof NotShown ? error.problem : problem });
    } finally {
      if (running === own) {
        running = null;
        timer = setTimer(check, waitFor(failures, every, wish, random()) * 1000);
      }
    }
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      if (timer === null && running === null) void check();
    },
    stop: () => {
      running?.abort();
      running = null;
      if (timer !== null) clearTimer(timer);
      timer = null;
    },
    recall: async (text) => {
      const verdict = await door(text, AbortSignal.timeout(LONGEST_WAIT * 1000)).catch(() => null);
      if (!verdict?.ok || known !== null || verdict.corpus.asOf.date < state.current.asOf.date) return;
      known = text;
      show({ current: verdict.corpus });
    },
    swap: () => {
      if (state.next !== null) show({ current: state.next, next: null });
    },
  };
}
