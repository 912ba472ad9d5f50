import { useMemo } from 'react';
import { EDITION } from '../coverage/answers/edition.ts';
import type { Desk } from '../coverage/desk.ts';
import PaperEdition from '../features/paper/PaperEdition.tsx';
import { printedView } from './printedView.ts';

/** The paper edition of what a desk shows. */
export function DeskEdition({ desk, gradually = false }: { desk: Desk; gradually?: boolean }) {
  const exported = useMemo(() => printedView(desk), [desk]);
  return <PaperEdition edition={desk.answer(EDITION, null)} exported={exported} gradually={gradually} />;
}
