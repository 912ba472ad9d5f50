import { lazy, Suspense, useEffect, useState } from 'react';
import { isShortcut } from '../ui/typing.ts';
import css from './app.module.css';

const KeyList = lazy(() => import('./KeyList.tsx'));

/** The keys of the desk, behind a button and the question mark. */
export function KeyboardHelp() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || !isShortcut(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        aria-label="Keyboard help"
        className={css.helpButton}
        data-focus="help"
        onClick={() => setOpen(true)}
        title="Keyboard help (?)"
        type="button"
      >
        ?
      </button>
      {open && (
        <Suspense fallback={null}>
          <KeyList onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
