import { useLayoutEffect, useRef, useState } from 'react';
import { whenLaidOut } from '../../ui/whenLaidOut.ts';
import css from './wall.module.css';

/** Px that stay in sight when the wall moves on, so that a line cut in two can be read after all. */
const KEPT = 32;

/** The cards of a region that do not stand in it whole because they are further down. None where the region does not scroll. */
function cardsBelow(region: Element): number {
  if (region.scrollHeight - region.clientHeight <= 1) return 0;
  const { bottom } = region.getBoundingClientRect();
  return [...region.querySelectorAll('article')].filter((card) => card.getBoundingClientRect().bottom > bottom + 1)
    .length;
}

type Props = { of: unknown; beyond: number; onBeyond: () => void };

/**
 * Says how many cards are further down, and moves on by one panel. Its parent stands right after the region that scrolls.
 *
 * @param of what the region shows; when it is another thing, the cards are counted again
 * @param beyond cards that come after those in the region, and `onBeyond` what brings them
 */
export function MoreBelow({ of, beyond, onBeyond }: Props) {
  const here = useRef<HTMLSpanElement>(null);
  const [count, setCount] = useState(0);
  const regionOf = () => here.current?.parentElement?.previousElementSibling ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards are other elements to watch
  useLayoutEffect(() => {
    const region = regionOf();
    if (!region) return;
    const measure = () => {
      const below = cardsBelow(region);
      // The button goes away at the end, and the focus must not go with it.
      if (below + beyond === 0 && here.current?.contains(document.activeElement) && region instanceof HTMLElement)
        region.focus({ preventScroll: true });
      setCount(below);
    };
    const end = whenLaidOut([region, ...region.children], measure);
    region.addEventListener('scroll', measure, { passive: true });
    return () => {
      end();
      region.removeEventListener('scroll', measure);
    };
  }, [of, beyond]);

  const moveOn = () => {
    const region = regionOf();
    if (count === 0) {
      onBeyond();
      region?.scrollTo({ top: 0, behavior: 'instant' });
      return;
    }
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    region?.scrollBy({ top: region.clientHeight - KEPT, behavior: still ? 'instant' : 'smooth' });
  };
  return (
    <span ref={here}>
      {count + beyond > 0 && (
        <button className={css.moreButton} data-focus="wall:more" onClick={moveOn} type="button">
          {count + beyond} more below
        </button>
      )}
    </span>
  );
}
