import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { isComposing } from '../../ui/typing.ts';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import css from './reader.module.css';

type Props = { className: string; onClose: () => void; children: ReactNode };

/** Where the reader stands: beside the desk where there is room for both, else over all of it as a sheet that makes the rest inert. */
export function ReaderFrame(props: Props) {
  return useMediaQuery(BELOW.laptop) ? <Sheet {...props} /> : <Drawer {...props} />;
}

/** Hands the focus to the heading of what has just come. */
const focusHeading = (frame: HTMLElement | null) => frame?.querySelector('h2')?.focus({ preventScroll: true });

function Drawer({ className, onClose, children }: Props) {
  const frame = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => focusHeading(frame.current), []);
  // From the moment the reader can be seen: a key that came before an effect of the usual kind would be lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // An open menu takes the key for itself.
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        !isComposing(event) &&
        document.querySelector(':popover-open, dialog[open]') === null
      )
        close.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <aside aria-label="Reader" className={`${css.reader} ${className}`} ref={frame}>
      {children}
    </aside>
  );
}

/** The browser's own modal dialog: it keeps the focus inside and closes by Escape. */
function Sheet({ className, onClose, children }: Props) {
  const frame = useRef<HTMLDialogElement>(null);
  // Before the text looks for its passage: what is not shown cannot be scrolled.
  useLayoutEffect(() => {
    const dialog = frame.current;
    if (!dialog?.open) dialog?.showModal();
    focusHeading(dialog);
  }, []);
  return (
    <dialog aria-label="Reader" className={`${css.reader} ${css.sheet} ${className}`} onClose={onClose} ref={frame}>
      {children}
    </dialog>
  );
}
