import type { Corpus } from '../domain/corpus.ts';
import type { Origin } from '../domain/origin.ts';
import type { View } from '../domain/view.ts';
import type { Refusal, Running } from '../features/opening/model.ts';

/** A coverage of somebody else that is open in this page. */
export type OpenedCoverage = { corpus: Corpus; digest: string; origin: Exclude<Origin, { kind: 'built-in' }> };

export type OpeningState = {
  /** In the order in which they were opened. */
  coverages: OpenedCoverage[];
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
    show: (patch) => {
      state = { ...state, ...patch };
      for (const listener of listeners) listener();
    },
  };
}

/** What tells open coverages apart: the digest of a file, the address of another host. */
export const keyOf = ({ digest, origin }: OpenedCoverage): string => (origin.kind === 'file' ? digest : origin.address);

/** Whether a link's address leads to that one; the part after `#` says nothing to a server. */
function isAt(address: string, data: string | null): boolean {
  if (data === null || !URL.canParse(data)) return false;
  const url = new URL(data);
  url.hash = '';
  return url.href === address;
}

/** The open coverage that a view is of, if it is open: by the digest of a file, by the address of another host. */
export function coverageOf({ coverages }: OpeningState, { file, data }: View): OpenedCoverage | undefined {
  return coverages.find(({ digest, origin }) =>
    file === null
      ? origin.kind === 'address' && isAt(origin.address, data)
      : origin.kind === 'file' && digest === file.digest,
  );
}
