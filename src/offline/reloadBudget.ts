/** A reload nobody asked for: at most one in `PAUSE` and `PER_DAY` in `DAY`, times in milliseconds. */
export const PAUSE = 10 * 60_000;
export const DAY = 24 * 60 * 60_000;
export const PER_DAY = 3;

const KEY = 'dateline-reloads';

/** How often the page may load itself again. `spend` takes one reload out of it, and is false when there is none. */
export type ReloadBudget = { allows: () => boolean; spend: () => boolean };

/**
 * The reloads that still count, of times in milliseconds since the epoch. The clock may jump: one from the future was made by a clock that was wrong: it counts as made now, so that it
 * ends like the others. Of more than a day holds, the latest are enough.
 */
export function counting(spent: readonly number[], now: number): number[] {
  return spent
    .map((time) => Math.min(time, now))
    .filter((time) => now - time < DAY)
    .toSorted((a, b) => a - b)
    .slice(-PER_DAY);
}

const allowsWith = (spent: readonly number[], now: number) =>
  spent.length < PER_DAY && spent.every((time) => now - time >= PAUSE);

/** Null when it holds nothing that could have been written here. */
function read(text: string | null): number[] | null {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((time) => Number.isFinite(time)) ? value : null;
  } catch {
    return null;
  }
}

/**
 * A budget that is kept in `storage`, which is a function because asking for it may already throw. `born` is when this page
 * was loaded, if that was a reload, else null: where nothing can be stored, this is all that a page knows of the last one.
 */
export function createReloadBudget(host: {
  storage: () => Storage;
  now: () => number;
  born: number | null;
}): ReloadBudget {
  const born = host.born === null ? [] : [host.born];
  let memory: number[] = [];
  const stored = (): number[] | null => {
    try {
      return read(host.storage().getItem(KEY));
    } catch {
      return null;
    }
  };
  const spent = () => counting([...new Set([...(stored() ?? born), ...memory])], host.now());
  const keep = (times: number[]): boolean => {
    memory = times;
    try {
      host.storage().setItem(KEY, JSON.stringify(times));
      return true;
    } catch {
      return false;
    }
  };
  const allows = () => {
    const times = spent();
    // Written, so that one from the future stays where it was put now.
    const known = keep(times) ? times : [...times, ...born];
    return allowsWith(counting(known, host.now()), host.now());
  };
  return {
    allows,
    spend: () => {
      if (!allows()) return false;
      return keep([...spent(), host.now()]) || allowsWith(counting(born, host.now()), host.now());
    },
  };
}

/** The budget of this page. */
export function pageBudget(): ReloadBudget {
  const [loaded] = performance.getEntriesByType('navigation');
  const reloaded = loaded !== undefined && Reflect.get(loaded, 'type') === 'reload';
  return createReloadBudget({
    storage: () => window.localStorage,
    now: Date.now,
    born: reloaded ? performance.timeOrigin : null,
  });
}
