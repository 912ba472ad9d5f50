import { type ReactNode, useEffect, useId, useRef } from 'react';
import css from './dialog.module.css';
import { Icon } from './Icon.tsx';

type Props = {
  title: string;
  className?: string | undefined;
  /** What was just done, beside the title; null for nothing. */
  said: string | null;
  onClose: () => void;
  children: ReactNode;
};

/** A window over the page, open for as long as it is there: its title, what was just done, and the way out, also by Escape. */
export function Dialog({ title, className, said, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog aria-labelledby={heading} className={`${css.dialog} ${className ?? ''}`} onClose={onClose} ref={dialog}>
      <header>
        <h2 id={heading}>{title}</h2>
        <p className={css.said} role="status">
          {said !== null && <Icon name="check" />} {said}
        </p>
        <button aria-label="Close" className={css.close} onClick={() => dialog.current?.close()} type="button">
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
