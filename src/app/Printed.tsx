import { Suspense, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Desk } from '../domain/desk.ts';
import { lazyPart } from '../ui/lazyPart.ts';

const Paper = lazyPart(() => import('./PrintedPaper.tsx'));

/** Without idle time to ask for, the edition is fetched after this time, in milliseconds. */
const LATER = 2000;

/**
 * What the desk prints: while the browser prints, the paper edition stands beside the desk, which hides itself. Its code comes when the
 * browser has nothing else to do; a page that is printed before prints the desk as it is.
 */
export function Printed({ desk }: { desk: Desk }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    let ready = false;
    const load = () =>
      Paper.load().then(
        () => {
          ready = true;
        },
        () => {},
      );
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) window.requestIdleCallback(load);
    else setTimeout(load, LATER);
    // The browser takes what stands in the page when this event has been answered.
    const onBefore = () => ready && flushSync(() => setPrinting(true));
    const onAfter = () => setPrinting(false);
    window.addEventListener('beforeprint', onBefore);
    window.addEventListener('afterprint', onAfter);
    return () => {
      window.removeEventListener('beforeprint', onBefore);
      window.removeEventListener('afterprint', onAfter);
    };
  }, []);
  return (
    printing && (
      <Suspense>
        <Paper desk={desk} />
      </Suspense>
    )
  );
}
