import { useMemo } from 'react';
import type { Desk } from '../coverage/desk.ts';
import PaperEdition from '../features/paper/PaperEdition.tsx';
import css from './paper.module.css';
import { printedView } from './printedView.ts';

/** The paper edition of a desk, seen by nobody but the printer; what follows it in the page is not printed. */
export default function PrintedPaper({ desk }: { desk: Desk }) {
  const exported = useMemo(() => printedView(desk), [desk]);
  return (
    <div className={css.printed}>
      <PaperEdition exported={exported} />
    </div>
  );
}
