import { Suspense, useEffect, useState } from 'react';
import type { Desk } from '../coverage/desk.ts';
import { lazyPart } from '../ui/lazyPart.ts';

const Paper = lazyPart(() => import('./PrintedPaper.tsx'));

/** When the edition is fetched, in milliseconds: not while the desk itself is still coming. */
const LATER = 2000;

/**
 * What the desk prints. The browser does not wait for code to come, so it has to be there before; a page that is printed earlier prints
 * the desk as it is.
 */
export function Printed({ desk }: { desk: Desk }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const load = () =>
      Paper.load().then(
        () => setReady(true),
        () => {},
      );
    // Safari has no idle callbacks.
    const timer = setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(load) : load()), LATER);
    return () => clearTimeout(timer);
  }, []);
  return (
    ready && (
      <Suspense>
        <Paper desk={desk} />
      </Suspense>
    )
  );
}
