import type { Coverage } from '../coverage/coverage.ts';
import type { View } from '../domain/view.ts';
import type { Refusal, Running } from '../features/opening/model.ts';
import type { KeptFile } from '../source/keptFile.ts';

export type OpeningState = {
  /** In the order in which they were opened. */
  coverages: Coverage[];
  running: Running | null;
  /** What was not opened in the last go. */
  refusals: Refusal[];
  /** The file that this browser keeps. */
  kept: { name: string; digest: string } | null;
};

/** The coverages that are open beside the built-in one. What is done to them is in `openWork.ts`, which comes when it is asked for. */
export type Opening = {
  get: () => OpeningState;
  subscribe: (listener: () => void) => () => void;
  show: (patch: Partial<OpeningState>) => void;
  /** The files that were opened and have not been on screen, by digest: one that a page dies of must not be offered again. */
  unseen: Map<string, KeptFile>;
  /** The go that is running: one at a time. */
  go: { own: AbortController | null };
};

export function createOpening(): Opening {
  let state: OpeningState = { coverages: [], running: null, refusals: [], kept: null };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    unseen: new Map(),
    go: { own: null },
    show: (patch) => {
      state = { ...state, ...patch };
      for (const listener of listeners) listener();
    },
  };
}

/** What tells open coverages apart: the digest of a file, the address of another host; '' for the one that comes with the app. */
export function keyOf({ head: { origin, digest } }: Coverage): string {
  if (origin.kind === 'built-in') return '';
  return origin.kind === 'file' ? digest : origin.address;
}

/** Whether a link's address leads to that one; the part after `#` says nothing to a server. */
function isAt(address: string, data: string | null): boolean {
  if (data === null || !URL.canParse(data)) return false;
  const url = new URL(data);
  url.hash = '';
  return url.href === address;
}

/** The open coverage that a view is of, if it is open: by the digest of a file, by the address of another host. */
export function coverageOf({ coverages }: OpeningState, { file, data }: View): Coverage | undefined {
  return coverages.find(({ head: { digest, origin } }) =>
    file === null
      ? origin.kind === 'address' && isAt(origin.address, data)
      : origin.kind === 'file' && digest === file.digest,
  );
}
