import type { Address, AddressSnapshot } from '../url/address.ts';

/**
 * An address that starts where another one is and is held in memory from there on: in a frame, choosing must not add steps to the
 * history of the page around it, whose "back" would then not leave that page.
 */
export function heldAddress(from: Address): Address {
  let snapshot: AddressSnapshot = { ...from.get(), restore: null };
  const listeners = new Set<() => void>();
  const show = (next: AddressSnapshot) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (state) => show({ ...snapshot, state }),
    dismissNotes: () => show({ ...snapshot, notes: [] }),
    dispose: () => listeners.clear(),
  };
}
