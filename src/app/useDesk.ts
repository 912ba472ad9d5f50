import { type RefObject, use, useDeferredValue, useMemo, useRef } from 'react';
import type { MaybePromise, Selection } from '../coverage/coverage.ts';
import type { Desk } from '../coverage/desk.ts';
import { memoryCoverage } from '../coverage/memoryCoverage.ts';
import { applyFilters } from '../domain/applyFilters.ts';
import type { Dataset } from '../domain/corpus.ts';
import { knownFilters, type UnknownValue } from '../domain/facets.ts';
import { once } from '../domain/once.ts';
import { originOf } from '../domain/origin.ts';
import type { Opened, View } from '../domain/view.ts';
import type { Address, AddressSnapshot, Step } from '../url/address.ts';
import { encodeLink, type LinkState } from '../url/link.ts';
import { focusKey, restoreFocus } from './focus.ts';
import { useAddress } from './useAddress.ts';

type Ways = {
  desk: Desk;
  /** The desk with what the link says at this moment, for what must answer at once; its slice may still be the one before. */
  now: Desk;
  /** What the link says is being worked out; until then, the desk shows what it showed. */
  pending: boolean;
  snapshot: AddressSnapshot;
  /** Values of the link that the coverage does not have. */
  unknown: UnknownValue[];
  /** What had the focus when the reader was opened. */
  opener: RefObject<string | null>;
};

/** Up to so many statements, the desk is drawn in the moment of the click; with more, the page goes on answering meanwhile. */
const AT_ONCE = 2000;

/** Whether a coverage takes so long to draw that it is drawn in pieces. */
export const isLarge = (whole: Dataset | null): boolean => (whole?.statements.length ?? 0) > AT_ONCE;

const coverageOf = once((whole: Dataset) => memoryCoverage(whole, { origin: originOf(whole), digest: '' }));

const settled = <T>(answer: MaybePromise<T>): T => (answer instanceof Promise ? use(answer) : answer);

/** The ways of a desk to ask. */
export const asking = ({ ask }: Selection): Pick<Desk, 'ask' | 'answer'> => ({
  ask,
  answer: (question, wants) => settled(ask(question, wants)),
});

/** What the link says, applied to the coverage, and the ways back to the link. `onCopy` must stay the same. */
export function useDesk(address: Address, whole: Dataset, onCopy: (text: string) => void): Ways {
  const snapshot = useAddress(address);
  const { state } = snapshot;
  const later = useDeferredValue(state);
  const drawn = isLarge(whole) ? later : state;
  const { view, filters: chosen } = drawn;
  const { known: filters, unknown } = useMemo(() => knownFilters(whole, chosen), [whole, chosen]);
  const slice = useMemo(() => applyFilters(whole, filters), [whole, filters]);
  const coverage = coverageOf(whole);
  const selection = coverage.select(filters);
  const opener = useRef<string | null>(null);
  const desk = useMemo((): Desk => {
    // Asked at the moment of the step: two steps of one event build on each other.
    const change = (step: (now: LinkState) => LinkState, how: Step) => address.change(step(address.get().state), how);
    const withView = (now: LinkState, patch: Partial<View>) => ({ ...now, view: { ...now.view, ...patch } });
    const withOpened = (now: LinkState, opened: Opened | null) => withView(now, { opened });
    return {
      whole,
      slice,
      head: coverage.head,
      ...asking(selection),
      filters,
      view,
      onFilter: (step, by = 'choosing') =>
        change(
          (now) => ({ ...now, filters: step(knownFilters(whole, now.filters).known) }),
          by === 'typing' ? 'replace' : 'push',
        ),
      onOpen: (opened) => {
        if (opened !== null && address.get().state.view.opened === null) opener.current = focusKey();
        change((now) => withOpened(now, opened), 'push');
        if (opened === null) requestAnimationFrame(() => restoreFocus(opener.current));
      },
      onView: (patch) => change((now) => withView(now, patch), 'push'),
      onCopy,
      // What others have added to the address does not travel on, nor does the story that led here.
      linkTo: (patch, other) =>
        new URL(
          `?${encodeLink({ filters: { ...chosen, ...other }, view: { ...view, story: null, step: null, ...patch }, rest: [] })}`,
          window.location.href,
        ).href.replace(/[?#]+$/, ''),
    };
  }, [address, chosen, coverage, selection, whole, slice, filters, view, onCopy]);
  const pending = drawn !== state;
  const now = useMemo((): Desk => {
    return pending ? { ...desk, filters: knownFilters(whole, state.filters).known, view: state.view } : desk;
  }, [desk, pending, whole, state]);
  return { desk, now, pending, snapshot, unknown, opener };
}
