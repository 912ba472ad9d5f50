import { useSyncExternalStore } from 'react';
import type { Address, AddressSnapshot } from '../url/address.ts';

/** What the address bar says, as React state. */
export function useAddress(address: Address): AddressSnapshot {
  return useSyncExternalStore(address.subscribe, address.get, address.get);
}
