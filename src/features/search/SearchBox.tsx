import { useCallback, useEffect, useId, useRef } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { TEXT_LIMIT } from '../../domain/filters.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './search.module.css';
import { useSearch, useSlash } from './useSearch.ts';

/**
 * Finds actors, places and sentences, and holds the text filter; "/" goes here from anywhere.
 *
 * The rule of the text: while a text filter is on, the box shows it (in yellow) and every keystroke changes it. While none is on,
 * typing only searches; Enter, or the last line of the list, makes the words a filter. Emptying the box takes the filter off.
 * Choosing an actor or place empties a box that does not filter; opening a sentence leaves the words. Escape closes the list, then empties.
 */
export function SearchBox({ desk }: { desk: Desk }) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const search = useSearch(desk);
  const { engine, text, filtering, results, at, close } = search;
  const listId = `${id}list`;
  const optionId = (index: number) => `${id}option${index}`;
  const activeId = at < 0 ? undefined : optionId(at);
  const open = results !== null;

  useSlash(useCallback(() => input.current?.focus(), []));
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView?.({ block: 'nearest' });
  }, [activeId]);
  useEffect(() => {
    if (!open) return;
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !form.current?.contains(target)) close();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  });

  return (
    <form
      className={css.search}
      data-on={filtering ? '' : undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
      onSubmit={(event) => event.preventDefault()}
      ref={form}
      role="search"
    >
      <Icon name="search" />
      <input
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-expanded={open}
        aria-label="Search actors, places and words"
        autoComplete="off"
        data-focus="text"
        enterKeyHint="search"
        maxLength={TEXT_LIMIT}
        onChange={(event) => search.type(event.target.value)}
        onClick={search.show}
        onFocus={search.prepare}
        onKeyDown={search.onKeyDown}
        placeholder="Search actors, places, words"
        ref={input}
        role="combobox"
        spellCheck={false}
        type="text"
        value={text}
      />
      {text === '' ? (
        <kbd title="Press / to come here">/</kbd>
      ) : (
        <button
          aria-label={filtering ? 'Take the text filter off' : 'Empty the search'}
          className={css.clear}
          onClick={() => {
            search.clear();
            input.current?.focus();
          }}
          type="button"
        >
          <Icon name="close" size={12} />
        </button>
      )}
      <p className="vh" role="status">
        {engine &&
          results &&
          (results.total > 0 ? (
            engine.summaryOf(results)
          ) : (
            <>
              Nothing found for “<Words>{results.text.trim()}</Words>”.
            </>
          ))}
      </p>
      {engine && results && (
        <engine.SearchResults
          active={at}
          desk={desk}
          listId={listId}
          onChoose={search.choose}
          optionId={optionId}
          options={search.options}
          results={results}
        />
      )}
    </form>
  );
}
