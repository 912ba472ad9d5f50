import { type RefObject, useEffect } from 'react';

/**
 * Tells the page around the frame how high an element is, in whole px: `{ type: 'dateline:height', height }` and nothing else, now and
 * whenever that changes. Says nothing when there is no page around it. The height must not depend on that of the frame, or the two
 * would chase each other.
 */
export function useTellHeight(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const measured = element.current;
    if (!measured || window.parent === window) return;
    let told = 0;
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(measured.getBoundingClientRect().height);
      if (height === told || height < 1) return;
      told = height;
      // Whoever frames this is unknown, and there is nothing in it that somebody else must not read.
      window.parent.postMessage({ type: 'dateline:height', height }, '*');
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
}
