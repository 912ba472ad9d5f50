import type { Coverage } from '../coverage/coverage.ts';
import type { OpenResult } from './openCoverage.ts';
import type { Trials } from './trials.ts';

/** Why the last check did not give a coverage: `code` for a report, `words` for a reader, after "then". */
type RefreshProblem = { code: string; words: string };

export type RefreshState = {
  current: Coverage;
  /** A coverage that passed the door and waits for the next scene. */
  next: Coverage | null;
  /** When the server last gave a good coverage, in milliseconds since the epoch; null before that. */
  checkedAt: number | null;
  problem: RefreshProblem | null;
  /** Why what was kept at an earlier run is not shown; null once the server has given a good coverage. */
  unused: RefreshProblem | null;
};

export type Refresher = {
  get: () => RefreshState;
  subscribe: (listener: () => void) => () => void;
  start: () => void;
  stop: () => void;
  /** Takes the text that was kept at an earlier run, if it passes the door, is not older than what is shown, and no screen died of it. */
  recall: (text: string) => Promise<void>;
  swap: () => void;
  draws: (scene: string) => void;
  /** Told when a scene has been drawn and the page has lived on for a moment; `seen` is whether it could be seen. */
  drew: (scene: string, seen: boolean) => void;
  /** What is shown cannot be drawn at all: what the start brought comes back. False when that is what is shown. */
  fail: () => boolean;
};

/** What a refresher needs of the world; tests give it a time of their own. */
export type RefreshNeeds = {
  /** The text of the latest coverage; rejects, perhaps with `code`, `message` and `retryAfter` in seconds. */
  fetchLatest: (signal: AbortSignal) => Promise<string>;
  door: (text: string, signal: AbortSignal) => Promise<OpenResult>;
  /** Told of each text of which a scene has been on screen, for the next start. */
  onSeen: (text: string) => void;
  /** Told that what was kept is not to be used again. */
  onDied: () => void;
  trials: Trials;
  /** What a text is called in a trial. */
  nameOf: (text: string) => string | Promise<string>;
  /** Whether a coverage may take the place of one with a later day. */
  takesOlder: boolean;
  /** Seconds between two checks. */
  every: number;
  now: () => number;
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
  'load/not-agreed': 'nobody has agreed that it is loaded here',
  'open/timeout': 'the check took too long',
};

function problemOf(error: unknown): RefreshProblem & { wish: number | null } {
  const { code: found, retryAfter } = Object(error) as { code?: unknown; retryAfter?: unknown };
  const code = typeof found === 'string' ? found : 'refresh/failed';
  const status = /^load\/http-(\d+)$/.exec(code)?.[1];
  const words = status ? `the server answered ${status}` : (WORDS[code] ?? 'it could not be checked');
  return { code, words, wish: typeof retryAfter === 'number' ? retryAfter : null };
}

/** Why a coverage that came is not shown, to be thrown; it is let go of. */
function notShown(code: string, words: string, found?: Coverage) {
  found?.close();
  return Object.assign(new Error(words), { problem: { code, words } });
}

/**
 * Asks again and again for the latest coverage. One that fails, is refused by the door, is of an earlier day, has lost more than half of the
 * statements on screen, or has ended a screen before changes nothing but what is said about it.
 */
export function createRefresher(start: Coverage, needs: RefreshNeeds): Refresher {
  const { fetchLatest, door, onSeen, onDied, trials, nameOf, takesOlder, every, now, random, setTimer, clearTimer } =
    needs;
  let state: RefreshState = { current: start, next: null, checkedAt: null, problem: null, unused: null };
  /** The text that was taken last, from the server or from what was kept. */
  let known: string | null = null;
  let kept: string | null = null;
  let failures = 0;
  let timer: number | null = null;
  let running: AbortController | null = null;
  /** What waits, what is shown, and what was shown before: with the text that each came as, and the name of that. */
  let taken: { coverage: Coverage; text: string; name: string }[] = [];
  const sentAs = (coverage: Coverage | null) => taken.find((one) => one.coverage === coverage);
  /** Lets go of what is neither shown nor waits. What went before this scene may still be asked while it fades. */
  const note = (coverage: Coverage, text: string, name: string) => {
    const used = [state.current, state.next, start];
    for (const one of taken) if (!used.includes(one.coverage)) one.coverage.close();
    taken = [...taken.filter((one) => used.includes(one.coverage)), { coverage, text, name }];
  };
  const listeners = new Set<() => void>();
  const show = (patch: Partial<RefreshState>) => {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  };
  const isOlder = ({ head }: Coverage, than: Coverage) => !takesOlder && head.asOf.date < than.head.asOf.date;

  /** The door's verdict on what the server has sent. */
  const verdictOn = async (text: string, name: string, signal: AbortSignal): Promise<Coverage> => {
    if (await trials.died(name)) throw notShown('refresh/died', 'this screen stopped when it showed the new coverage');
    const verdict = await door(text, signal);
    if (verdict.ok) return verdict.coverage;
    throw notShown(`refresh/${verdict.problems[0]?.code ?? 'refused'}`, 'the new coverage did not pass the check');
  };

  /** Lets a coverage wait for the next scene. In one go, since what was kept may come at any moment. */
  const take = (text: string, name: string, found: Coverage): Partial<RefreshState> => {
    const shown = state.next ?? state.current;
    if (isOlder(found, shown))
      throw notShown(
        'refresh/older',
        `the new coverage is of ${found.head.asOf.date}, and that of ${shown.head.asOf.date} stays`,
        found,
      );
    const before = shown.head.sizes.statements;
    const after = found.head.sizes.statements;
    if (after * 2 < before)
      throw notShown('refresh/shrunk', `the new coverage had only ${after} of ${before} statements`, found);
    known = text;
    note(found, text, name);
    return { next: found };
  };

  const check = async () => {
    timer = null;
    const own = new AbortController();
    running = own;
    let wish: number | null = null;
    try {
      const text = await fetchLatest(own.signal);
      const name = text === known ? '' : await nameOf(text);
      const found = text === known ? null : await verdictOn(text, name, own.signal);
      if (own.signal.aborted) return found?.close();
      const taken = found === null ? {} : take(text, name, found);
      failures = 0;
      show({ ...taken, checkedAt: now(), problem: null, unused: null });
    } catch (error) {
      if (own.signal.aborted) return;
      failures += 1;
      const { wish: asked, ...problem } = problemOf(error);
      wish = asked;
      show({ problem: error instanceof Error && 'problem' in error ? (error.problem as RefreshProblem) : problem });
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
      trials.end();
    },
    recall: async (text) => {
      const name = await nameOf(text);
      const leave = (why: string, words: string) => {
        trials.end(name);
        // What the server has sent is shown, and nobody has to know what else there was.
        if (known === null)
          show({ unused: { code: `refresh/kept-${why}`, words: `the coverage kept on this device ${words}` } });
      };
      if (await trials.died(name)) {
        onDied();
        return leave('died', 'stopped this screen, and is forgotten');
      }
      if (known !== null) return;
      if (!trials.begin(name)) return leave('untried', 'cannot be tried');
      const verdict = await door(text, AbortSignal.timeout(LONGEST_WAIT * 1000)).catch(() => null);
      if (!verdict?.ok) return leave('refused', 'did not pass the check');
      const { coverage } = verdict;
      const older = isOlder(coverage, state.current);
      if (known !== null || older) coverage.close();
      if (known !== null) return trials.end(name);
      if (older) return leave('older', `is of ${coverage.head.asOf.date}, and older`);
      known = text;
      kept = text;
      note(coverage, text, name);
      trials.turnTo(name);
      show({ current: coverage });
    },
    swap: () => {
      if (state.next === null) return;
      trials.turnTo(sentAs(state.next)?.name ?? '');
      show({ current: state.next, next: null });
    },
    draws: trials.draws,
    drew: (scene, seen) => {
      trials.drew(scene);
      const shown = sentAs(state.current);
      if (!seen || shown === undefined || shown.text === kept) return;
      kept = shown.text;
      onSeen(shown.text);
    },
    fail: () => {
      const shown = sentAs(state.current);
      if (shown === undefined) return false;
      trials.blame(shown.name);
      if (shown.text === kept) onDied();
      known = null;
      trials.turnTo(null);
      show({
        current: start,
        next: null,
        problem: { code: 'refresh/not-drawn', words: 'the new coverage could not be drawn' },
      });
      return true;
    },
  };
}
