import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { transformWithOxc } from 'vite';
import type * as Refresh from '../../src/source/refresh.ts';
import { type Swap, swap } from './swaps.ts';

const FILE = 'src/source/refresh.ts';

/** The app's own refresher, with the swaps of its file done. */
async function refreshModule(swaps: readonly Swap[]): Promise<typeof Refresh> {
  const source = swap(
    readFileSync(FILE, 'utf8'),
    swaps.filter(({ file }) => file === FILE),
  );
  const { code } = await transformWithOxc(source, 'refresh.ts');
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** Numbers from 0 to 1 that look random and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * When the requests of many screens reach the server, in seconds: all start in the same second, as after a power cut, and the server
 * answers from the second `from` on. Time is simulated; the refreshers are the app's own.
 */
export async function herd(screens: number, every: number, from: number, until: number, swaps: readonly Swap[]) {
  const { createRefresher } = await refreshModule(swaps);
  const random = numbers(7);
  const timers = new Map<number, { at: number; act: () => void }>();
  const asked: number[] = [];
  let now = 0;
  let last = 0;
  const end = () => {};
  const empty = {
    head: { sizes: { statements: 0 }, asOf: { date: '2019-01-10' } },
  } as unknown as Refresh.RefreshState['current'];
  for (let screen = 0; screen < screens; screen += 1)
    createRefresher(empty, {
      fetchLatest: async () => {
        asked.push(now);
        if (now < from) throw Object.assign(new Error('refused'), { code: 'load/network' });
        return 'coverage';
      },
      door: async () => ({ ok: true, coverage: empty as never }),
      onSeen: () => {},
      onDied: () => {},
      trials: { died: async () => false, begin: () => true, end, blame: end, turnTo: end, draws: end, drew: end },
      nameOf: (text) => text,
      takesOlder: false,
      every,
      now: () => now * 1000,
      random,
      setTimer: (act, milliseconds) => {
        last += 1;
        timers.set(last, { at: now + milliseconds / 1000, act });
        return last;
      },
      clearTimer: (timer) => timers.delete(timer),
    }).start();
  while (now < until) {
    await turn();
    const [next] = [...timers].sort(([, a], [, b]) => a.at - b.at);
    if (!next) break;
    timers.delete(next[0]);
    now = next[1].at;
    next[1].act();
  }
  return asked;
}

/** The most requests within any one second, counted from a second on. */
export function busiest(asked: readonly number[], from: number): number {
  const times = asked.filter((at) => at >= from).sort((a, b) => a - b);
  return Math.max(0, ...times.map((at) => times.filter((other) => other >= at && other < at + 1).length));
}
