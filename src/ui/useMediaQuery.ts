import { useSyncExternalStore } from 'react';

/**
 * The borders between the layouts, the same as in the style sheets. In em, so that large text has the layout of a narrower window:
 * 600, 900 and 1280 px with text of the usual size.
 */
export const BELOW = {
  tablet: '(max-width: 37.4375em)',
  laptop: '(max-width: 56.1875em)',
  desk: '(max-width: 79.9375em)',
} as const;

/** Whether a media query holds now. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
