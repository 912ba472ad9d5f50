import { type ReactNode, Suspense } from 'react';
import { type LaterParts, useLaterParts } from './later.ts';

/** Draws what needs the later parts once they are there, with what they ask for: only that, and not the card or panel around it. */
export function Later({ children }: { children: (parts: LaterParts) => ReactNode }) {
  const parts = useLaterParts();
  return parts && <Suspense>{children(parts)}</Suspense>;
}
