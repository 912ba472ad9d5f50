import type { Corpus } from '../domain/corpus.ts';
import type { Origin } from '../domain/origin.ts';
import type { View } from '../domain/view.ts';
import type { Refusal, Running } from '../features/opening/model.ts';
import type { Wish } from './openCoverage.ts';

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

export type Opening = {
  get: () => OpeningState;
  subscribe: (listener: () => void) => () => void;
  /** Opens one after the other; gives those that were opened. What ran before is cancelled. */
  open: (wishes: Wish[]) => Promise<OpenedCoverage[]>;
  /** Opens the file that this browser keeps. */
  reopen: () => Promise<OpenedCoverage[]>;
  cancel: () => void;
  /** Closes the coverage with that key. */
  takeOff: (key: string) => void;
  /** Looks for a kept file. */
  recall: () => Promise<void>;
  forget: () => Promise<void>;
  /** Takes what was refused off the screen. */
  dismiss: () => void;
};

/** Seconds are long and frames are short: how often the progress is told, in milliseconds. */
const TELL_EVERY = 100;

/** What tells open coverages apart: the digest of a file, the address of another host. */
export const keyOf = ({ digest, origin }: OpenedCoverage): string => (origin.kind === 'file' ? digest : origin.address);

/** The coverages that are open beside the built-in one. The code that opens comes when something is opened. */
export function createOpening(
  load = () => import('./openCoverage.ts'),
  storage = () => import('../source/keptFile.ts'),
): Opening {
  let state: OpeningState = { coverages: [], running: null, refusals: [], kept: null };
  let current: AbortController | null = null;
  const listeners = new Set<() => void>();
  const show = (patch: Partial<OpeningState>) => {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  };

  const open = async (wishes: Wish[]): Promise<OpenedCoverage[]> => {
    current?.abort();
    const own = new AbortController();
    current = own;
    const [first] = wishes;
    const name = first === undefined ? '' : first.kind === 'file' ? first.name : first.host;
    show({ running: { name, stage: 'reading', done: 0, total: 0 }, refusals: [] });
    let told = 0;
    const tell = (running: Running) => {
      if (own.signal.aborted) return;
      if (
        running.stage === state.running?.stage &&
        running.name === state.running.name &&
        Date.now() - told < TELL_EVERY
      )
        return;
      told = Date.now();
      show({ running });
    };
    const all: OpenedCoverage[] = [];
    try {
      const { openCoverage } = await load();
      for (const wish of wishes) {
        const result = await openCoverage(wish, own.signal, tell);
        if (own.signal.aborted || result === null) break;
        if (!('opened' in result)) {
          show({ refusals: [...state.refusals, result] });
          continue;
        }
        const { opened, file } = result;
        all.push(opened);
        show({ coverages: [...state.coverages.filter((one) => keyOf(one) !== keyOf(opened)), opened] });
        const { origin, digest } = opened;
        if (origin.kind === 'file') {
          const { keepFile } = await storage();
          if (await keepFile({ name: origin.name, digest, file })) show({ kept: { name: origin.name, digest } });
        }
      }
    } catch {
      // The code that opens did not come: the network or the server is away.
      if (!own.signal.aborted)
        show({
          refusals: [
            { name, code: 'open/no-code', words: 'The part of the app that opens files could not be loaded.' },
          ],
        });
    }
    if (current === own) {
      current = null;
      show({ running: null });
    }
    return all;
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    reopen: async () => {
      const kept = await (await storage()).readKept();
      return kept === null ? [] : open([{ kind: 'file', name: kept.name, file: kept.file }]);
    },
    cancel: () => {
      current?.abort();
      current = null;
      show({ running: null });
    },
    takeOff: (key) => show({ coverages: state.coverages.filter((one) => keyOf(one) !== key) }),
    recall: async () => {
      const kept = await (await storage()).readKept();
      if (kept !== null && state.kept === null) show({ kept: { name: kept.name, digest: kept.digest } });
    },
    forget: async () => {
      await (await storage()).forgetKept();
      show({ kept: null });
    },
    dismiss: () => show({ refusals: [] }),
  };
}

/** The open coverage that a view is of, if it is open: by the digest of a file, by the address of another host. */
export function coverageOf({ coverages }: OpeningState, { file, data }: View): OpenedCoverage | undefined {
  if (file !== null) return coverages.find(({ digest, origin }) => origin.kind === 'file' && digest === file.digest);
  return coverages.find(({ origin }) => origin.kind === 'address' && isAt(origin.address, data));
}

/** Whether a link's address leads to that one; the part after `#` says nothing to a server. */
function isAt(address: string, data: string | null): boolean {
  if (data === null || !URL.canParse(data)) return false;
  const url = new URL(data);
  url.hash = '';
  return url.href === address;
}
