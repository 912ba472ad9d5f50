import { useEffect } from 'react';
import css from './app.module.css';

/** How long the wall waits before it tries again, in milliseconds. */
const AGAIN = 15_000;

/** The wall before it has anything to show, or when that failed: nobody is there to press a button, so it tries again by itself. */
export function WallWaits({ words = 'Loading the coverage', onRetry }: { words?: string; onRetry?: () => void }) {
  useEffect(() => {
    if (!onRetry) return;
    const timer = setTimeout(onRetry, AGAIN);
    return () => clearTimeout(timer);
  }, [onRetry]);
  return (
    <main aria-busy="true" className={css.wallWaits}>
      <p role="status">
        {words}
        {onRetry && ' It is tried again every 15 seconds.'}
      </p>
    </main>
  );
}
