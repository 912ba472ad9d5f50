import { type KeyboardEvent, type ReactNode, useId } from 'react';
import css from './ui.module.css';

type Props<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  /** The panel of the tab that is on. */
  children: ReactNode;
};

/** Tabs with one panel; arrow keys, Home and End walk them. */
export function Tabs<T extends string>({ label, value, options, onChange, children }: Props<T>) {
  const id = useId();
  const at = options.findIndex((option) => option.value === value);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const last = options.length - 1;
    const steps: Record<string, number> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    const option = next === undefined ? undefined : options[next];
    if (!option) return;
    event.preventDefault();
    onChange(option.value);
    event.currentTarget.querySelectorAll('button')[next ?? 0]?.focus();
  };
  return (
    <>
      <div aria-label={label} className={css.tabs} onKeyDown={onKeyDown} role="tablist">
        {options.map((option) => (
          <button
            aria-controls={`${id}panel`}
            aria-selected={option.value === value}
            id={`${id}${option.value}`}
            key={option.value}
            onClick={() => onChange(option.value)}
            role="tab"
            tabIndex={option.value === value ? 0 : -1}
            type="button"
          >
            {option.label}
          </button>
        ))}
      </div>
      <div aria-labelledby={`${id}${value}`} className={css.tabPanel} id={`${id}panel`} role="tabpanel">
        {children}
      </div>
    </>
  );
}
