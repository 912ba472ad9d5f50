import type { Desk } from '../coverage/desk.ts';
import { today } from '../domain/today.ts';
import type { Exported } from '../exports/provenance.ts';

/** The view of a desk as it is printed today. Its link leads to the living view, not to the paper, and opens no reader. */
export function printedView({ head, filters, view, linkTo }: Desk): Exported {
  const page = view.page === 'paper' ? 'desk' : view.page;
  return { head, filters, link: linkTo({ page, opened: null, theme: null }), made: today() };
}
