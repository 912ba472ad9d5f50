/**
 * How a screen that nobody watches finds out that an earlier one died of what it drew. What is drawn for the first time is noted before
 * it is, and the note is taken off once it has been on screen: a page that finds the note of another one that is gone knows why. Notes
 * are written at once, since a page that hangs writes nothing more.
 */
export type Notes = {
  /** Whether an earlier page died of this within the last hour. After that it is tried again: the power may have failed just then. */
  died: (what: string) => Promise<boolean>;
  /** Notes that this is about to be drawn, in the place of what was noted before; false where nothing can be noted. */
  begin: (what: string) => boolean;
  /** Takes the note off: of this, or whatever it is of. */
  end: (what?: string) => void;
  /** Notes that this could not be drawn. */
  blame: (what: string) => void;
};

/** The notes of what is drawn of one coverage after another: each scene is a trial the first time. */
export type Trials = Notes & {
  /** Another coverage comes on screen; null for one that cannot be exchanged for another. */
  turnTo: (what: string | null) => void;
  /** A scene is about to be drawn. */
  draws: (scene: string) => void;
  /** It has been on screen for a moment. */
  drew: (scene: string) => void;
};

/** Tries scenes in the name of the coverage that they are of. */
export function withScenes(notes: Notes): Trials {
  const seen = new Set<string>();
  let what: string | null = null;
  return {
    ...notes,
    turnTo: (next) => {
      what = next;
      seen.clear();
      if (what === null) notes.end();
      else notes.begin(what);
    },
    draws: (scene) => {
      if (what !== null && !seen.has(scene)) notes.begin(what);
    },
    drew: (scene) => {
      seen.add(scene);
      notes.end();
    },
  };
}

/** What trials need of the world. `storage` is a function because asking for it may already throw. */
export type TrialNeeds = {
  storage: () => Storage;
  /** Tells pages that live from those that are gone; undefined where the browser has none, and all others count as gone. */
  locks: Pick<LockManager, 'request'> | undefined;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** What no other page is called. */
  page: string;
  /** Calls when the page is left in good order. */
  onLeave: (act: () => void) => void;
};

const NOTE = 'dateline-trial-';
const DIED = 'dateline-died';
/** How long what a page died of is left alone, in milliseconds. */
const BLAMED = 60 * 60_000;
/** Most of them that are remembered. */
const MOST = 5;
/** How long a page that is being ended may still seem to live, in milliseconds. */
const ENDING = 5_000;
/** A page that is left in good order has been trying for no longer than this, in milliseconds: a longer trial is one that hangs. */
const HANGS = 5_000;

type Blame = { what: string; at: number };
const isBlame = (one: unknown): one is Blame => {
  const { what, at } = Object(one) as Partial<Blame>;
  return typeof what === 'string' && typeof at === 'number';
};

/** The trials of one page. */
export function createTrials({ storage, locks, now, page, onLeave }: TrialNeeds): Trials {
  const own = `${NOTE}${page}`;
  let running: { what: string; since: number } | null = null;
  let looked: Promise<void> | null = null;
  /** Does something with the store; null where there is none. */
  const stored = <T>(act: (store: Storage) => T): T | null => {
    try {
      return act(storage());
    } catch {
      return null;
    }
  };
  const blamed = (): Blame[] => {
    const list = stored((store): unknown => JSON.parse(store.getItem(DIED) ?? '[]'));
    // A clock that was set back does not blame for longer.
    return Array.isArray(list) ? list.filter(isBlame).filter(({ at }) => Math.abs(now() - at) < BLAMED) : [];
  };
  const blame = (what: string) => {
    const list = [...blamed().filter((one) => one.what !== what), { what, at: now() }].slice(-MOST);
    stored((store) => store.setItem(DIED, JSON.stringify(list)));
  };
  const isGone = async (name: string): Promise<boolean> => {
    try {
      return (await locks?.request(name, { signal: AbortSignal.timeout(ENDING) }, () => true)) ?? true;
    } catch {
      return false;
    }
  };
  const look = async (): Promise<void> => {
    const names = stored((store) => Object.keys(store)) ?? [];
    const others = names.filter((name) => name.startsWith(NOTE) && name !== own);
    await Promise.all(
      others.map(async (name) => {
        if (!(await isGone(name))) return;
        const what = stored((store) => store.getItem(name));
        if (what !== null) blame(what);
        stored((store) => store.removeItem(name));
      }),
    );
  };
  const end = (what = running?.what) => {
    if (running === null || running.what !== what) return;
    running = null;
    stored((store) => store.removeItem(own));
  };
  // Held until the page is gone, however it goes.
  locks?.request(own, () => new Promise(() => {})).catch(() => {});
  onLeave(() => running !== null && now() - running.since < HANGS && end());
  return withScenes({
    died: async (what) => {
      looked ??= look();
      await looked;
      return blamed().some((one) => one.what === what);
    },
    begin: (what) => {
      if (running?.what === what) return true;
      running = { what, since: now() };
      const noted = stored((store) => {
        store.setItem(own, what);
        return true;
      });
      if (noted === null) running = null;
      return noted !== null;
    },
    end,
    blame: (what) => {
      end(what);
      blame(what);
    },
  });
}

/** The trials of this page. */
export const pageTrials: Trials = createTrials({
  storage: () => window.localStorage,
  locks: navigator.locks,
  now: Date.now,
  page: String(Math.random()),
  onLeave: (act) => window.addEventListener('pagehide', act),
});
