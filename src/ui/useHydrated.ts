import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False while the page is drawn at build time and while it is taken over from there; true from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
