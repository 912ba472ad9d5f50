import type { Dataset } from '../../domain/corpus.ts';
import { isChecked } from '../../domain/mark.ts';
import { rarerSign, statementChecks } from '../../domain/signWords.ts';
import type { Slug } from '../../domain/slug.ts';
import { plural } from '../../ui/plural.ts';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Card } from './model.ts';
import css from './wall.module.css';

const checkedIn = ({ tellings }: Card) => tellings.filter(({ statement }) => isChecked(statement.mark));

/** The sign before the name: solid only when all tellings of the card are checked. Its word follows the name, in `CardReview`. */
export function CardSign({ card }: { card: Card }) {
  return <Sign checked={checkedIn(card).length === card.tellings.length} said={false} />;
}

type ReviewProps = { card: Card; whole: Dataset; badgeOf: (article: Slug) => string };

/**
 * The word of the sign, in sight where few cards have it, which of several tellings are checked, and that a claim was
 * accepted at once with others, which never looks like one by one.
 */
export function CardReview({ card, whole, badgeOf }: ReviewProps) {
  const { tellings } = card;
  const checked = checkedIn(card);
  const all = checked.length === tellings.length;
  const others = statementChecks(whole).bulk - 1;
  const bulk = tellings.some(({ statement: { mark } }) => mark.by === 'machine' && mark.review === 'bulk');
  if (bulk && all)
    return (
      <span className={css.review}>
        accepted {others > 0 ? `with ${plural(others, 'other')}` : 'without a closer look'}
      </span>
    );
  if (checked.length > 0 && !all)
    return (
      <span className={css.review}>
        checked in <Words>{checked.map(({ article }) => badgeOf(article)).join(', ')}</Words>
      </span>
    );
  const rare = rarerSign(whole) === (all ? 'checked' : 'open');
  return <span className={rare ? css.review : 'vh'}>{all ? 'checked' : 'not checked'}</span>;
}

/** What the sign means that stands on most cards, without a word. */
export function SignKey({ whole }: { whole: Dataset }) {
  const { checked, open } = statementChecks(whole);
  const most = checked > open;
  return (
    <span className={css.signKey}>
      <Sign checked={most} said={false} />
      {most ? 'checked by a person' : 'read by a machine, not checked'}
    </span>
  );
}
