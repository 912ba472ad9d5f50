import { useSyncExternalStore } from 'react';

export type LaterParts = typeof import('./laterParts.ts');

let parts: LaterParts | null = null;

/**
 * What the wall can do without when it is first shown: copying, moving on, and comparing passages. It is asked for at once, so it is
 * there before a coverage that is still loaded, and its line in the panel is kept free where the coverage stands in the page already.
 */
export const comingParts: Promise<LaterParts> = import('./laterParts.ts').then((loaded) => {
  parts = loaded;
  return loaded;
});

const subscribe = (listener: () => void) => {
  comingParts.then(listener);
  return () => {};
};

/** The later parts; null until they are there. */
export function useLaterParts(): LaterParts | null {
  return useSyncExternalStore(
    subscribe,
    () => parts,
    () => null,
  );
}
