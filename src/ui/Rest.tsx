import css from './ui.module.css';

type Props = {
  /** How many are not here; with none, nothing is said. */
  count: number;
  /** What they are: "ties". */
  what: string;
  /** How many more one asking brings. */
  step: number;
  onMore: () => void;
};

/** Says how many of a long list are not here, and brings some of them. */
export function Rest({ count, what, step, onMore }: Props) {
  if (count <= 0) return null;
  return (
    <p className={css.rest}>
      {count} more {what} {count === 1 ? 'is' : 'are'} not listed here.{' '}
      <button data-focus={`more:${what}`} data-screen-only="" onClick={onMore} type="button">
        Show {count <= step ? (count === 1 ? 'it' : 'them') : step}
      </button>
    </p>
  );
}
