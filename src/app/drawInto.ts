import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** Draws into an empty element before it returns; the answer takes the drawing away. Not to be called while React draws. */
export function drawInto(element: Element, what: ReactNode): () => void {
  const root = createRoot(element);
  flushSync(() => root.render(what));
  return () => root.unmount();
}
