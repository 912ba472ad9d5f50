import type { MouseEvent } from 'react';
import css from './wall.module.css';

type Props = {
  /** The first card here, counted from 0, how many are here, and how many there are. */
  from: number;
  shown: number;
  all: number;
  /** Cards on one page. */
  size: number;
  onFrom: (from: number) => void;
};

/** Says which of the cards are here, and leads to the others: a wall of all of them would hold the page up. */
export function Pages({ from, shown, all, size, onFrom }: Props) {
  const to = (next: number) => (event: MouseEvent) => {
    const region = event.currentTarget.closest('section[tabindex]');
    onFrom(next);
    if (!(region instanceof HTMLElement)) return;
    region.scrollTop = 0;
    region.focus({ preventScroll: region.scrollHeight > region.clientHeight });
  };
  const rest = all - from - shown;
  return (
    <p className={css.pages}>
      <span>
        Cards {from + 1} to {from + shown} of {all}
      </span>
      {from > 0 && (
        <button data-focus="wall:earlier" data-screen-only="" onClick={to(Math.max(0, from - size))} type="button">
          The {Math.min(size, from)} before
        </button>
      )}
      {rest > 0 && (
        <button data-focus="wall:next" data-screen-only="" onClick={to(from + size)} type="button">
          The next {Math.min(size, rest)}
        </button>
      )}
    </p>
  );
}
