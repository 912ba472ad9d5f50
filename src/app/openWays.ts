import type { Coverage } from '../coverage/coverage.ts';
import { NO_FILTERS } from '../domain/filters.ts';
import { DEFAULT_VIEW } from '../domain/view.ts';
import { pageTrials } from '../source/trials.ts';
import type { Address } from '../url/address.ts';
import type { LinkState } from '../url/link.ts';
import { coverageOf, keyOf, type Opening } from './opening.ts';
import { keepSeen, openAll, openKept, takeOff } from './openWork.ts';

export type Files = { name: string; file: Blob }[];

/** What a screen needs to open coverages and to show them: each step ends in the address. */
export type OpenWay = { address: Address; opening: Opening };

/** The address of a coverage: without the filters and the view of another one, whose names mean nothing there. */
function stateOf(now: LinkState, coverage: Coverage | null): LinkState {
  const view = { ...DEFAULT_VIEW, theme: now.view.theme };
  const { origin, digest } = coverage?.head ?? { origin: { kind: 'built-in' }, digest: '' };
  if (origin.kind === 'built-in') return { filters: NO_FILTERS, view, rest: [] };
  const part = origin.kind === 'file' ? { file: { name: origin.name, digest } } : { data: origin.address };
  return { filters: NO_FILTERS, view: { ...view, ...part }, rest: [] };
}

/** Shows an open coverage; null for the one that comes with the app. */
export function showCoverage({ address }: OpenWay, coverage: Coverage | null): void {
  address.change(stateOf(address.get().state, coverage), 'push');
}

/** Shows the first of what was opened, unless the address asks for another file: then that one is given, and not shown. */
function settled(way: OpenWay, opened: Coverage[]): Coverage | null {
  const [first] = opened;
  const { file } = way.address.get().state.view;
  if (!first || opened.some(({ head }) => head.digest === file?.digest)) return null;
  const open = way.opening.get().coverages.some(({ head }) => head.digest === file?.digest);
  if (file !== null && !open) return first;
  showCoverage(way, first);
  return null;
}

/** Opens files and shows the first of them; gives the one that holds something else than the address asks for, which is not shown. */
export async function openFiles(way: OpenWay, files: Files): Promise<Coverage | null> {
  const wishes = files.map((one) => ({ kind: 'file' as const, ...one }));
  return settled(way, await openAll(way.opening, wishes));
}

/** The same with the file that this browser keeps. */
export const reopenKept = async (way: OpenWay): Promise<Coverage | null> => settled(way, await openKept(way.opening));

/**
 * The same at a wall, where nobody stands to open it: not when an earlier screen died of it, or where that could not be noted. Says whether
 * it was opened.
 */
export async function reopenAtWall(way: OpenWay, digest: string): Promise<boolean> {
  if ((await pageTrials.died(digest)) || !pageTrials.begin(digest)) return false;
  await reopenKept(way);
  const isOpen = way.opening.get().coverages.some(({ head }) => head.digest === digest);
  if (!isOpen) pageTrials.end(digest);
  return isOpen;
}

/** How long a desk has to stand, in milliseconds, before the file that it shows is kept. */
const MOMENT = 3000;

/**
 * Keeps the file of the coverage that the address is of, once a desk or a paper edition of it, `drawn`, has been on screen for a moment. The
 * wall tells by itself what it has shown.
 */
export function keepShown(opening: Opening, opened: Coverage, drawn: Coverage | null): void {
  if (drawn !== opened) return;
  const look = () =>
    document.querySelector(':is(main:not([data-scene]), article) h2') && void keepSeen(opening, opened);
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(look, MOMENT)));
}

/** Shows a file in the place of the one that the address asks for, with all that it asks for besides. */
export function showInstead({ address }: OpenWay, { head: { origin, digest } }: Coverage): void {
  const { state } = address.get();
  const file = origin.kind === 'file' ? { name: origin.name, digest } : null;
  address.change({ ...state, view: { ...state.view, file } }, 'push');
}

/** Closes the coverage with that key; where it is the one on the screen, the built-in one comes back. */
export function closeCoverage(way: OpenWay, key: string): void {
  const shown = coverageOf(way.opening.get(), way.address.get().state.view);
  if (shown && keyOf(shown) === key) showCoverage(way, null);
  takeOff(way.opening, key);
}
