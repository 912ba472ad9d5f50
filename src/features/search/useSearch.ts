import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { MaybePromise } from '../../coverage/coverage.ts';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { searchWords } from '../../domain/searchText.ts';
import { isComposing, isShortcut } from '../../ui/typing.ts';
import type { Option } from './model.ts';

type Engine = typeof import('./engine.ts');

let loaded: Engine | null = null;

/** Fetches what searches; once it is there, every box has it. */
export async function loadEngine(): Promise<Engine> {
  loaded ??= await import('./engine.ts');
  return loaded;
}

/** What a key does to a walk through `count` lines, from line `at`; -1 is none. Null when the key does not walk. */
function walked(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1 < count ? at + 1 : 0;
    case 'ArrowUp':
      return at > 0 ? at - 1 : count - 1;
    // Until a line is active, these two belong to the text.
    case 'Home':
      return at < 0 ? null : 0;
    case 'End':
      return at < 0 ? null : count - 1;
    default:
      return null;
  }
}

/**
 * What was asked for last: at once where it is at hand, and otherwise, until it comes, what was there before. What comes too late, because
 * something else was asked for since, is left where it is.
 */
function useLatest<T>(asked: MaybePromise<T> | null): T | null {
  const [latest, setLatest] = useState<T | null>(null);
  const waits = asked instanceof Promise;
  if (!waits && latest !== asked) setLatest(asked);
  useEffect(() => {
    if (!(asked instanceof Promise)) return;
    let wanted = true;
    const take = (answer: T | null) => wanted && setLatest(answer);
    asked.then(take, () => take(null));
    return () => {
      wanted = false;
    };
  }, [asked]);
  return waits ? latest : asked;
}

/**
 * The state of the search box. The text has one owner at a time: the link while a text filter is on (each keystroke changes it, as
 * typing), and this box while none is on (nothing is written until the words are made a filter). A text that is emptied is no filter.
 */
export function useSearch(desk: Desk) {
  const { filters, onFilter, onOpen } = desk;
  const [draft, setDraft] = useState('');
  const [open, setOpen] = useState(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [engine, setEngine] = useState(loaded);
  const filtering = filters.text !== '';
  const text = filtering ? filters.text : draft;
  // What was typed before a filter came on, here or from outside, must not come back when it goes.
  if (filtering && draft !== '') setDraft('');

  const query = useDeferredValue(text);
  const results = useLatest(
    open && engine && engine.plainWords(query).length > 0 ? desk.ask(engine.SEARCH, { text: query }) : null,
  );
  const options = useMemo(() => (results && engine ? engine.optionsOf(results) : []), [results, engine]);
  const at = options.findIndex(({ key }) => key === activeKey);

  const write = (next: string, by: 'choosing' | 'typing') => onFilter((now) => ({ ...now, text: next }), by);
  const close = () => setOpen(false);
  const type = (next: string) => {
    setActiveKey(null);
    setOpen(true);
    if (filtering) write(next, 'typing');
    else setDraft(next);
  };
  const clear = () => {
    setDraft('');
    close();
    if (filtering) write('', 'choosing');
  };
  /** Makes the words a filter. */
  const apply = () => {
    close();
    if (!filtering && searchWords(text).length > 0) write(text, 'choosing');
  };
  const choose = (option: Option) => {
    if (option.kind === 'filter') return apply();
    if (option.kind === 'sentence') {
      // The words stay, so that one comes back to the same list.
      setActiveKey(option.key);
      if (typeof option.hit.way === 'string') return;
      close();
      return onOpen(option.hit.way.opened);
    }
    setDraft('');
    close();
    onFilter((now) => toggled(now, option.kind === 'actor' ? 'actors' : 'places', option.hit.id));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Until the words are there, every key is the input method's, Tab and Escape too.
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Tab') return close();
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const active = options[at];
    if (event.key === 'Escape') {
      if (results) close();
      else if (text !== '') clear();
      else return;
    } else if (event.key === 'Enter') {
      if (active) choose(active);
      else apply();
    } else if (!results) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      setOpen(true);
    } else {
      const next = walked(event.key, at, options.length);
      if (next === null) return;
      setActiveKey(options[next]?.key ?? null);
    }
    // Taken: the reader must not close too, and the caret must not move.
    event.preventDefault();
  };
  const prepare = () => {
    if (!engine) loadEngine().then(setEngine, () => {});
  };
  return {
    engine,
    prepare,
    text,
    filtering,
    results,
    options,
    at,
    type,
    clear,
    choose,
    close,
    onKeyDown,
    show: () => setOpen(text !== ''),
  };
}

/** Calls back when "/" is pressed anywhere but where one types. `onSlash` must stay the same. */
export function useSlash(onSlash: () => void) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || !isShortcut(event)) return;
      event.preventDefault();
      onSlash();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onSlash]);
}
