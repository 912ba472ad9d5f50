import { type RefObject, useMemo, useRef } from 'react';
import { applyFilters } from '../domain/applyFilters.ts';
import type { Dataset } from '../domain/corpus.ts';
import type { Desk } from '../domain/desk.ts';
import { knownFilters, type UnknownValue } from '../domain/facets.ts';
import type { Opened, View } from '../domain/view.ts';
import type { Address, AddressSnapshot, Step } from '../url/address.ts';
import { encodeLink, type LinkState } from '../url/link.ts';
import { focusKey, restoreFocus } from './focus.ts';
import { useAddress } from './useAddress.ts';

type Ways = {
  desk: Desk;
  snapshot: AddressSnapshot;
  /** Values of the link that the coverage does not have. */
  unknown: UnknownValue[];
  /** What had the focus when the reader was opened. */
  opener: RefObject<string | null>;
};

/** What the link says, applied to the coverage, and the ways back to the link. `onCopy` must stay the same. */
export function useDesk(address: Address, whole: Dataset, onCopy: (text: string) => void): Ways {
  const snapshot = useAddress(address);
  const { state } = snapshot;
  const { view } = state;
  const { known: filters, unknown } = useMemo(() => knownFilters(whole, state.filters), [whole, state.filters]);
  const slice = useMemo(() => applyFilters(whole, filters), [whole, filters]);
  const opener = useRef<string | null>(null);
  const desk = useMemo((): Desk => {
    // Asked at the moment of the step: two steps of one event build on each other.
    const change = (step: (now: LinkState) => LinkState, how: Step) => address.change(step(address.get().state), how);
    const withView = (now: LinkState, patch: Partial<View>) => ({ ...now, view: { ...now.view, ...patch } });
    const withOpened = (now: LinkState, opened: Opened | null) => withView(now, { opened });
    return {
      whole,
      slice,
      filters,
      view,
      onFilter: (next, by = 'choosing') =>
        change((now) => ({ ...now, filters: next }), by === 'typing' ? 'replace' : 'push'),
      onOpen: (opened) => {
        if (opened !== null && address.get().state.view.opened === null) opener.current = focusKey();
        change((now) => withOpened(now, opened), 'push');
        if (opened === null) requestAnimationFrame(() => restoreFocus(opener.current));
      },
      onView: (patch) => change((now) => withView(now, patch), 'push'),
      onCopy,
      // What others have added to the address does not travel on, nor does the story that led here.
      linkTo: (patch) =>
        new URL(
          `?${encodeLink({ ...withView(state, { story: null, step: null, ...patch }), rest: [] })}`,
          window.location.href,
        ).href.replace(/[?#]+$/, ''),
    };
  }, [address, state, whole, slice, filters, view, onCopy]);
  return { desk, snapshot, unknown, opener };
}
