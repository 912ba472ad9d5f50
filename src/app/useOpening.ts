import { useSyncExternalStore } from 'react';
import type { Opening, OpeningState } from './opening.ts';

/** The coverages that are open, as React state. */
export function useOpening(opening: Opening): OpeningState {
  return useSyncExternalStore(opening.subscribe, opening.get, opening.get);
}
