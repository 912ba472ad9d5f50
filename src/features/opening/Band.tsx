import { useLayoutEffect, useRef } from 'react';
import type { CoverageHead } from '../../coverage/coverage.ts';
import { bandOf } from '../../domain/origin.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './band.module.css';

/**
 * What never leaves a screen that shows the data of somebody else or what a machine read, with the one step back where there is one. Tells its height as `--band`: what is as high as
 * the window makes room for it.
 */
export default function Band({ head, onBack }: { head: CoverageHead; onBack: (() => void) | null }) {
  const band = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--band', `${band.current?.offsetHeight ?? 0}px`));
    if (band.current) observer.observe(band.current);
    return () => {
      observer.disconnect();
      style.removeProperty('--band');
    };
  }, []);
  return (
    <aside aria-label="Whose data this is" className={css.band} ref={band}>
      <p>
        <Icon name="warning" /> <Words>{bandOf(head) ?? ''}</Words>
      </p>
      {onBack && (
        <button data-focus="built-in" onClick={onBack} type="button">
          Back to the built-in coverage
        </button>
      )}
    </aside>
  );
}
