import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How a folder is watched: it is looked at again and again, which also works on disks of other machines. */
export type WatchPace = {
  /** Milliseconds between two looks. */
  every: number;
  /** A change counts once so many looks in a row have found the same: until then files may be half-written. */
  still: number;
};
const WATCH_PACE: WatchPace = { every: 500, still: 2 };

/** A folder as it is now: every file with its size and the time of its last change. Changes whenever one of them does. */
async function lookAt(folder: string, leaveOut: (path: string) => boolean): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const lines = await Promise.all(
    names.sort().map(async (name) => {
      const path = join(folder, name);
      if (/(?:^|[\\/])\./.test(name) || leaveOut(path)) return '';
      const there = await stat(path).catch(() => null);
      return there?.isFile() ? `${name}\t${there.size}\t${there.mtimeMs}` : '';
    }),
  );
  return lines.filter((line) => line !== '').join('\n');
}

/**
 * Runs something at once, and again whenever a folder has changed and then kept still. One run at a time: what changes meanwhile is for the
 * next. Comes back when `signal` is aborted.
 */
export async function watchFolder(
  folder: string,
  run: () => Promise<void>,
  signal: AbortSignal,
  { leaveOut = () => false, pace = WATCH_PACE }: { leaveOut?: (path: string) => boolean; pace?: WatchPace } = {},
): Promise<void> {
  const pause = () => wait(pace.every, undefined, { signal }).catch(() => {});
  let done: string | null = null;
  let last = await lookAt(folder, leaveOut);
  let same = pace.still;
  while (!signal.aborted) {
    const now = await lookAt(folder, leaveOut);
    same = now === last ? same + 1 : 0;
    last = now;
    if (now !== done && same >= pace.still) {
      done = now;
      await run();
    }
    await pause();
  }
}
