import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import css from './ui.module.css';

type Props = {
  /** Names the chip for the focus that back and forward restore. */
  focusKey: string;
  active: boolean;
  /** What the chip would show; null where there is nothing to count. */
  count: number | null;
  /** What is counted, for the accessible name: "statements". */
  unit?: string;
  onToggle: () => void;
  children: ReactNode;
};

/** A value that filters: outlined when offered, yellow with a cross when active, dashed when it would show nothing. */
export function Chip({ focusKey, active, count, unit = 'statements', onToggle, children }: Props) {
  return (
    <button
      aria-pressed={active}
      className={css.chip}
      data-empty={count === 0 ? '' : undefined}
      data-focus={focusKey}
      onClick={onToggle}
      type="button"
    >
      {children}
      {count !== null && (
        <span className={`${css.chipCount} num`}>
          {count}
          <span className="vh"> {unit}</span>
        </span>
      )}
      {active && <Icon name="close" size={12} />}
    </button>
  );
}
