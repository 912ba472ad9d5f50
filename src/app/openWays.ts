import { NO_FILTERS } from '../domain/filters.ts';
import { DEFAULT_VIEW } from '../domain/view.ts';
import type { Address } from '../url/address.ts';
import type { LinkState } from '../url/link.ts';
import { keyOf, type OpenedCoverage, type Opening } from './opening.ts';

export type Files = { name: string; file: Blob }[];

/** What the screens do about other people's data: each step ends in the address. */
export type OpenWays = {
  /** Opens files and shows the first of them; gives the one that holds something else than the address asks for, which is not shown. */
  openFiles: (files: Files) => Promise<OpenedCoverage | null>;
  reopen: () => Promise<OpenedCoverage | null>;
  loadAddress: (address: string, host: string) => Promise<void>;
  /** Shows an open coverage; null for the one that comes with the app. */
  show: (coverage: OpenedCoverage | null) => void;
  /** Shows a file in the place of the one that the address asks for, with all that it asks for besides. */
  showInstead: (coverage: OpenedCoverage) => void;
  takeOff: (key: string) => void;
};

/** The address of a coverage: without the filters and the view of another one, whose names mean nothing there. */
function stateOf(now: LinkState, coverage: OpenedCoverage | null): LinkState {
  const view = { ...DEFAULT_VIEW, theme: now.view.theme };
  if (coverage === null) return { filters: NO_FILTERS, view, rest: [] };
  const { origin, digest } = coverage;
  const part = origin.kind === 'file' ? { file: { name: origin.name, digest } } : { data: origin.address };
  return { filters: NO_FILTERS, view: { ...view, ...part }, rest: [] };
}

/** The ways between the open coverages and the address. */
export function openWays(address: Address, opening: Opening): OpenWays {
  const show = (coverage: OpenedCoverage | null) => address.change(stateOf(address.get().state, coverage), 'push');
  const settle = (opened: OpenedCoverage[]): OpenedCoverage | null => {
    const [first] = opened;
    const { file } = address.get().state.view;
    if (!first || opened.some(({ digest }) => digest === file?.digest)) return null;
    const open = file !== null && opening.get().coverages.some(({ digest }) => digest === file.digest);
    if (file !== null && !open) return first;
    show(first);
    return null;
  };
  return {
    openFiles: async (files) => settle(await opening.open(files.map((one) => ({ kind: 'file', ...one })))),
    reopen: async () => settle(await opening.reopen()),
    loadAddress: async (at, host) => {
      await opening.open([{ kind: 'address', address: at, host }]);
    },
    show,
    showInstead: (coverage) => {
      const { state } = address.get();
      const { origin, digest } = coverage;
      const file = origin.kind === 'file' ? { name: origin.name, digest } : null;
      address.change({ ...state, view: { ...state.view, file } }, 'push');
    },
    takeOff: (key) => {
      const { file, data } = address.get().state.view;
      const shown = opening.get().coverages.find((one) => keyOf(one) === key);
      const isShown = shown?.origin.kind === 'file' ? file?.digest === shown.digest : data !== null && file === null;
      if (isShown) show(null);
      opening.takeOff(key);
    },
  };
}
