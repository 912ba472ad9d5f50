import { decodeLink, encodeLink, type LinkNote, type LinkState } from './link.ts';

/** What the address bar says now. `restore` is set after back or forward: the key of what had the focus there. */
export type AddressSnapshot = { state: LinkState; notes: LinkNote[]; restore: { focus: string | null } | null };

/** Opening and choosing push an entry; typing and ticking replace the one that is there. */
export type Step = 'push' | 'replace';

export type Address = {
  get: () => AddressSnapshot;
  subscribe: (listener: () => void) => () => void;
  change: (next: LinkState, step: Step) => void;
  /** Takes the notes about an unreadable link off the screen. */
  dismissNotes: () => void;
  dispose: () => void;
};

/** At most one write in this time, in milliseconds: browsers refuse pages that write more often. */
const WRITE_INTERVAL = 100;

/**
 * The address bar, both ways; the only user of `window.history`. Memory changes at once, writing waits for typing to pause.
 * `focusKey` names what has the focus, so that back and forward can restore it.
 */
export function createAddress(win: Window, focusKey: () => string | null): Address {
  const listeners = new Set<() => void>();
  const focusOf = new Map<number, string | null>();
  let entry = entryOf(win.history.state) ?? 0;
  let highest = entry;
  /** What was typed into an entry that was left before it could be written. */
  const unwritten = new Map<number, LinkState>();
  let timer: number | null = null;
  let snapshot: AddressSnapshot = { ...decodeLink(win.location.search), restore: null };

  const urlOf = (state: LinkState) => {
    // A whole address: a path such as "//name/" alone would be read as another host.
    const url = new URL(win.location.href);
    url.search = encodeLink(state);
    return url.href;
  };
  const show = (next: AddressSnapshot) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  const flush = () => {
    if (timer === null) return;
    win.clearTimeout(timer);
    timer = null;
    win.history.replaceState({ entry }, '', urlOf(snapshot.state));
  };
  const onPop = (event: PopStateEvent) => {
    if (timer !== null) {
      win.clearTimeout(timer);
      timer = null;
      unwritten.set(entry, snapshot.state);
    }
    focusOf.set(entry, focusKey());
    entry = entryOf(event.state) ?? 0;
    const restore = { focus: focusOf.get(entry) ?? null };
    const typed = unwritten.get(entry);
    if (typed) {
      unwritten.delete(entry);
      win.history.replaceState({ entry }, '', urlOf(typed));
      show({ state: typed, notes: [], restore });
    } else show({ ...decodeLink(win.location.search), restore });
  };
  win.addEventListener('popstate', onPop);
  win.addEventListener('pagehide', flush);

  return {
    get: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (next, step) => {
      if (encodeLink(next) === encodeLink(snapshot.state)) return;
      if (step === 'push') {
        flush();
        focusOf.set(entry, focusKey());
        entry = highest = Math.max(highest, entry) + 1;
        win.history.pushState({ entry }, '', urlOf(next));
      } else timer ??= win.setTimeout(flush, WRITE_INTERVAL);
      show({ state: next, notes: snapshot.notes, restore: null });
    },
    dismissNotes: () => show({ ...snapshot, notes: [], restore: null }),
    dispose: () => {
      flush();
      win.removeEventListener('popstate', onPop);
      win.removeEventListener('pagehide', flush);
    },
  };
}

function entryOf(state: unknown): number | null {
  const entry = typeof state === 'object' && state !== null && 'entry' in state ? state.entry : null;
  return typeof entry === 'number' ? entry : null;
}
