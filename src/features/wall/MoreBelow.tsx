import { useLayoutEffect, useRef, useState } from 'react';
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

/**
 * Says how many cards are further down, and moves on by one panel. Its parent stands right after the region that scrolls.
 *
 * @param of what the region shows; when it is another thing, the cards are counted again
 */
export function MoreBelow({ of }: { of: unknown }) {
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
      if (below === 0 && here.current?.contains(document.activeElement) && region instanceof HTMLElement)
        region.focus({ preventScroll: true });
      setCount(below);
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const watched of [region, ...region.children]) observer.observe(watched);
    region.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      region.removeEventListener('scroll', measure);
    };
  }, [of]);

  const moveOn = () => {
    const region = regionOf();
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    region?.scrollBy({ top: region.clientHeight - KEPT, behavior: still ? 'instant' : 'smooth' });
  };
  return (
    <span ref={here}>
      {count > 0 && (
        <button className={css.moreButton} data-focus="wall:more" onClick={moveOn} type="button">
          {count} more below
        </button>
      )}
    </span>
  );
}
