import css from './ui.module.css';

type Props<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
};

/** A few ways to look at the same thing, one of them on. */
export function Segmented<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <div aria-label={label} className={css.segmented} data-screen-only="" role="group">
      {options.map((option) => (
        <button
          aria-pressed={option.value === value}
          data-focus={`${label}:${option.value}`}
          key={option.value}
          onClick={() => onChange(option.value)}
          type="button"
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
