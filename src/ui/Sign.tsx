import css from './sign.module.css';

/**
 * What a machine read: a ring, or a tick once a person has checked it. Its word is there for assistive technology, where nothing else says it.
 *
 * @param size in px; 12 beside text of 12 px
 */
export function Sign({ checked, size = 12, said = true }: { checked: boolean; size?: number; said?: boolean }) {
  return (
    <span className={css.sign}>
      <svg aria-hidden="true" height={size} viewBox="0 0 12 12" width={size}>
        {checked ? <path d="M1.6 6.6 4.7 9.6 10.4 2.6" /> : <circle cx="6" cy="6" r="4.1" />}
      </svg>
      {said && <span className="vh">{checked ? 'checked' : 'not checked'}</span>}
    </span>
  );
}

/** How much of something is checked, as a bar beside the words that say it. */
export function Meter({ part, of }: { part: number; of: number }) {
  return (
    <svg aria-hidden="true" className={css.meter} viewBox="0 0 96 5">
      <rect className={css.part} height="5" width={of === 0 ? 0 : (96 * part) / of} />
      <rect className={css.whole} height="4" width="95" x="0.5" y="0.5" />
    </svg>
  );
}
