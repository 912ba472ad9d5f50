import { Suspense, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { EDITION } from '../coverage/answers/edition.ts';
import type { Desk } from '../coverage/desk.ts';
import { DeskEdition } from './DeskEdition.tsx';
import css from './paper.module.css';

/** How long a view has to stand still before its edition is asked for, in milliseconds. */
const STILL = 2000;

/**
 * While the browser prints, the paper edition of a desk, seen by nobody but the printer; what follows it in the page is not printed. The
 * browser takes what stands in the page when its event has been answered: an edition that does not come by then leaves the desk as it is.
 */
export default function PrintedPaper({ desk }: { desk: Desk }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    document.documentElement.dataset.printable = '';
    const onBefore = () => flushSync(() => setPrinting(true));
    const onAfter = () => setPrinting(false);
    window.addEventListener('beforeprint', onBefore);
    window.addEventListener('afterprint', onAfter);
    return () => {
      window.removeEventListener('beforeprint', onBefore);
      window.removeEventListener('afterprint', onAfter);
    };
  }, []);
  useEffect(() => {
    // An engine in the page would hold the page up for it now, and answers when it is printed.
    if (!desk.waits) return;
    const timer = setTimeout(() => void Promise.resolve(desk.ask(EDITION, null)).catch(() => {}), STILL);
    return () => clearTimeout(timer);
  }, [desk]);
  return (
    printing && (
      <Suspense>
        <div className={css.printed}>
          <DeskEdition desk={desk} />
        </div>
      </Suspense>
    )
  );
}
