import { useEffect, useRef, useState } from 'react';
import type { Filters } from '../domain/filters.ts';

/** Typing within this time, in milliseconds, is one change. */
const ONE_CHANGE = 1000;

/** The filters before the last change of them, wherever it came from; null when there was none. Undoing is a change that can be undone. */
export function useFilterUndo(filters: Filters): Filters | null {
  const last = useRef({ filters, at: 0 });
  const [before, setBefore] = useState<Filters | null>(null);
  useEffect(() => {
    if (last.current.filters === filters) return;
    const now = Date.now();
    const typing = last.current.filters.text !== filters.text && now - last.current.at < ONE_CHANGE;
    if (!typing) setBefore(last.current.filters);
    last.current = { filters, at: now };
  }, [filters]);
  return before;
}
