import { flushSync } from 'react-dom';

/**
 * Measures elements when the page has its layout anyway, before it is painted: now, and whenever one of them gets another size. What
 * `measure` sets is drawn in the same frame. Returns what ends it.
 */
export function whenLaidOut(elements: Iterable<Element>, measure: () => void): () => void {
  const observer = new ResizeObserver(() => flushSync(measure));
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}
