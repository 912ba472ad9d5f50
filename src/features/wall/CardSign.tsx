import { ACCEPTED_AT_ONCE } from '../../coverage/answers/acceptedAtOnce.ts';
import type { Card } from '../../coverage/answers/cards.ts';
import type { CoverageHead } from '../../coverage/coverage.ts';
import type { Desk } from '../../coverage/desk.ts';
import { isChecked } from '../../domain/mark.ts';
import { plural } from '../../ui/plural.ts';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './wall.module.css';

const checkedIn = ({ tellings }: Card) => tellings.filter(({ mark }) => isChecked(mark));

/** The sign before the name: solid only when all tellings of the card are checked. Its word follows the name, in `CardReview`. */
export function CardSign({ card }: { card: Card }) {
  return <Sign checked={checkedIn(card).length === card.tellings.length} said={false} />;
}

/** Whether fewer statements of a coverage are checked, or fewer are not: these get the word of their sign. Null where all are alike. */
function rarerSign({ sizes: { statements, checked } }: CoverageHead): 'checked' | 'open' | null {
  const open = statements - checked;
  if (checked === 0 || open === 0) return null;
  return checked <= open ? 'checked' : 'open';
}

/**
 * The word of the sign, in sight where few cards have it, which of several tellings are checked, and that a claim was
 * accepted at once with others, which never looks like one by one.
 */
export function CardReview({ card, desk }: { card: Card; desk: Desk }) {
  const { tellings } = card;
  const checked = checkedIn(card);
  const all = checked.length === tellings.length;
  const bulk = tellings.some(({ mark }) => mark.by === 'machine' && mark.review === 'bulk');
  if (bulk && all) {
    const others = desk.answer(ACCEPTED_AT_ONCE, null) - 1;
    return (
      <span className={css.review}>
        accepted {others > 0 ? `with ${plural(others, 'other')}` : 'without a closer look'}
      </span>
    );
  }
  if (checked.length > 0 && !all)
    return (
      <span className={css.review}>
        checked in <Words>{checked.map(({ badge }) => badge.text).join(', ')}</Words>
      </span>
    );
  const rare = rarerSign(desk.head) === (all ? 'checked' : 'open');
  return <span className={rare ? css.review : 'vh'}>{all ? 'checked' : 'not checked'}</span>;
}

/** What the sign means that stands on most cards, without a word. */
export function SignKey({ head: { sizes } }: { head: CoverageHead }) {
  const most = sizes.checked > sizes.statements - sizes.checked;
  return (
    <span className={css.signKey}>
      <Sign checked={most} said={false} />
      {most ? 'checked by a person' : 'read by a machine, not checked'}
    </span>
  );
}
