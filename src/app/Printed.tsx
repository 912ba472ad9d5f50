import { Suspense, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Desk } from '../coverage/desk.ts';
import { lazyPart } from '../ui/lazyPart.ts';

const Paper = lazyPart(() => import('./PrintedPaper.tsx'));

/** When the edition is fetched, in milliseconds: not while the desk itself is still coming. */
const LATER = 2000;

/**
 * What the desk prints: while the browser prints, the paper edition stands beside the desk, which hides itself. The browser does not wait
 * for code to come, so it has to be there before; a page that is printed earlier prints the desk as it is.
 */
export function Printed({ desk }: { desk: Desk }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    let ready = false;
    const load = () =>
      Paper.load().then(
        () => {
          ready = true;
          document.documentElement.dataset.printable = '';
        },
        () => {},
      );
    // Safari has no idle callbacks.
    const timer = setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(load) : load()), LATER);
    // The browser takes what stands in the page when this event has been answered.
    const onBefore = () => ready && flushSync(() => setPrinting(true));
    const onAfter = () => setPrinting(false);
    window.addEventListener('beforeprint', onBefore);
    window.addEventListener('afterprint', onAfter);
    return () => {
      clearTimeout(timer);
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
