import { useEffect, useRef } from 'react';
import type { Desk } from '../../domain/desk.ts';
import { TEXT_LIMIT } from '../../domain/filters.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './filters.module.css';

/** Words that must occur in what is shown; "/" goes here from anywhere, Escape empties it. */
export function TextFilter({ desk }: { desk: Desk }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <form className={css.search} onSubmit={(event) => event.preventDefault()} role="search">
      <Icon name="search" />
      <input
        aria-label="Only what has these words"
        data-focus="text"
        maxLength={TEXT_LIMIT}
        onChange={(event) => desk.onFilter({ ...desk.filters, text: event.target.value }, 'typing')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || desk.filters.text === '') return;
          event.preventDefault();
          desk.onFilter({ ...desk.filters, text: '' }, 'typing');
        }}
        placeholder="Only what has these words"
        ref={input}
        spellCheck={false}
        type="text"
        value={desk.filters.text}
      />
      <kbd title="Press / to come here">/</kbd>
    </form>
  );
}
