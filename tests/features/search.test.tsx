import { createRequire } from 'node:module';
import { act, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/coverage/desk.ts';
import { NO_FILTERS, TEXT_LIMIT } from '../../src/domain/filters.ts';
import { SearchBox } from '../../src/features/search/SearchBox.tsx';
import { loadEngine } from '../../src/features/search/useSearch.ts';
import { renderDesk, textOf } from '../fixtures/desk.tsx';
import { actor, bundledCorpus, markedArticle, minimalCorpus } from '../fixtures/markedCorpus.ts';

const input = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Search actors, places and words' });
const options = () => screen.queryAllByRole('option');
const active = () => {
  const id = input().getAttribute('aria-activedescendant');
  const option = id === null ? null : document.getElementById(id);
  if (option) expect(option).toHaveAttribute('aria-selected', 'true');
  expect(options().filter((one) => one.getAttribute('aria-selected') === 'true')).toEqual(option ? [option] : []);
  return option && textOf(option);
};
const says = () => textOf(screen.getByRole('status'));
const isOpen = () => {
  const open = screen.queryByRole('listbox') !== null;
  expect(input()).toHaveAttribute('aria-expanded', String(open));
  if (open) expect(input()).toHaveAttribute('aria-controls', screen.getByRole('listbox').id);
  return open;
};
const group = (name: RegExp) => within(screen.getByRole('group', { name }));
const bundled = bundledCorpus();
const search = (start: Parameters<typeof renderDesk>[1] = {}) => renderDesk(SearchBox, { corpus: bundled, ...start });

beforeAll(loadEngine);

describe('typing', () => {
  it('lists what is found at once, marked, and writes nothing', async () => {
    const { user, calls } = await search();
    expect(isOpen()).toBe(false);
    await user.type(input(), 'pyongyang');
    expect(isOpen()).toBe(true);
    expect(
      group(/^Actors, 1$/)
        .getAllByRole('option')
        .map(textOf),
    ).toEqual(['North Korea named by “Pyongyang” state']);
    expect(
      group(/^Places, 1$/)
        .getAllByRole('option')
        .map(textOf),
    ).toEqual(['Pyongyang city']);
    expect(group(/^Sentences, 4$/).getAllByRole('option')).toHaveLength(4);
    expect(options().at(-1)).toHaveTextContent(/^Filter: only what has these words/);
    for (const mark of document.querySelectorAll('mark')) {
      expect(mark).toHaveTextContent(/^Pyongyang$/);
      expect(mark.closest('bdi')).not.toBeNull();
    }
    expect(says()).toBe('6 results: 1 actor, 1 place, 4 sentences');
    expect(active()).toBeNull();
    expect(calls.onFilter).not.toHaveBeenCalled();
  });

  it('lists the first of many, and says how many there are', async () => {
    const { user } = await search();
    await user.type(input(), 'kim');
    expect(group(/^Sentences, 20 of \d+$/).getAllByRole('option')).toHaveLength(20);
  });

  it('says in words that nothing is found, and still offers the filter', async () => {
    const { user } = await search();
    await user.type(input(), 'zzq');
    expect(says()).toBe('Nothing found for “zzq”.');
    expect(options().map(textOf)).toEqual(['Filter: only what has these words leaves 0 of 37 statements']);
  });

  it('keeps every letter, in the middle of the text too, with and without a filter', async () => {
    for (const filters of [{}, { text: 'x' }]) {
      const { user, now } = await search({ filters });
      await user.clear(input());
      await user.type(input(), 'wspring, “é”');
      await user.type(input(), 'arm ', { initialSelectionStart: 1, initialSelectionEnd: 1 });
      expect(input()).toHaveValue('warm spring, “é”');
      expect(input().selectionStart).toBe(5);
      // Emptying the box took the filter off.
      expect(now().filters.text).toBe('');
      document.body.replaceChildren();
    }
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const corpus = minimalCorpus({
      articles: [markedArticle('a', `It says ${hostile} \u202e and $& here.`).article],
      actors: [actor('x', `${hostile} Li`)],
    });
    const { user } = await search({ corpus });
    for (const text of [hostile, '(((a+)+)+$', '\\', '[', '{{', '\u202e', '$&', 'a'.repeat(TEXT_LIMIT + 50)]) {
      await user.clear(input());
      await user.click(input());
      await user.paste(text);
      expect(isOpen()).toBe(true);
      expect(document.querySelector('img, script')).toBeNull();
    }
    expect(input().value).toHaveLength(TEXT_LIMIT);
    await user.clear(input());
    await user.paste(hostile);
    expect(says()).toBe('2 results: 1 actor, 1 sentence');
    expect(options()[0]).toHaveTextContent(hostile);
  });
});

describe('the keys', () => {
  it('walk the lines round and round, and open the list again', async () => {
    const { user } = await search();
    await user.type(input(), 'glaser');
    expect(options()).toHaveLength(3);
    const walk: [string, RegExp][] = [
      ['ArrowDown', /^Glaser/],
      ['ArrowDown', /^Article A/],
      ['ArrowDown', /^Filter/],
      ['ArrowDown', /^Glaser/],
      ['ArrowUp', /^Filter/],
      ['Home', /^Glaser/],
      ['End', /^Filter/],
    ];
    for (const [key, line] of walk) {
      await user.keyboard(`{${key}}`);
      expect(active()).toMatch(line);
      expect(input()).toHaveFocus();
    }
    await user.keyboard('{Escape}');
    expect(isOpen()).toBe(false);
    await user.keyboard('{ArrowDown}');
    expect(isOpen()).toBe(true);
    await user.keyboard('x');
    expect(active()).toBeNull();
    await user.keyboard('{ArrowUp}');
    expect(active()).toMatch(/^Filter/);
  });

  it('Home and End belong to the text until a line is active', async () => {
    const { user } = await search();
    await user.type(input(), 'laser{Home}g');
    expect(input()).toHaveValue('glaser');
  });

  it('Enter on an actor or place filters by it, and once more takes it back', async () => {
    const { user, calls, now } = await search();
    await user.type(input(), 'pyongyang{ArrowDown}{Enter}');
    expect(now().filters).toEqual({ ...NO_FILTERS, actors: ['north-korea'] });
    expect([isOpen(), input().value]).toEqual([false, '']);
    await user.type(input(), 'pyongyang{ArrowDown}{ArrowDown}{Enter}');
    expect(now().filters).toEqual({ ...NO_FILTERS, actors: ['north-korea'], places: ['pyongyang'] });
    await user.type(input(), 'pyongyang{ArrowDown}');
    expect(active()).toContain('filter is on');
    await user.keyboard('{Enter}');
    expect(now().filters).toEqual({ ...NO_FILTERS, places: ['pyongyang'] });
    expect(calls.onFilter.mock.calls.every(([, by]) => by !== 'typing')).toBe(true);
  });

  it('Enter on a sentence opens the reader, and the words stay', async () => {
    const { user, calls } = await search();
    await user.type(input(), 'kaesong{ArrowDown}{ArrowDown}');
    expect(active()).toMatch(/^Article B paragraph 12/);
    await user.keyboard('{Enter}');
    expect(calls.onOpen).toHaveBeenCalledOnce();
    const mark = calls.onOpen.mock.calls[0]?.[0]?.mark;
    expect(bundled.statements.map(({ id }) => id)).toContain(mark);
    expect([isOpen(), input().value]).toEqual([false, 'kaesong']);
    await user.keyboard('{ArrowDown}');
    expect(active()).toMatch(/^Article B paragraph 12/);
    expect(calls.onFilter).not.toHaveBeenCalled();
  });

  it('Enter on a sentence without a mark does nothing, and the line says so', async () => {
    const corpus = minimalCorpus();
    const { user, calls } = await search({ corpus });
    await user.type(input(), 'nothing{ArrowDown}{Enter}');
    expect(active()).toContain('no mark in this sentence');
    expect(options()[0]).toHaveAttribute('aria-disabled', 'true');
    expect(calls.onOpen).not.toHaveBeenCalled();
  });

  it.each([
    ['{End}', '{ArrowUp}{Enter}'],
    ['alone', '{Enter}'],
  ])('Enter on the last line, or alone (%s), filters by the words as a choice', async (_, keys) => {
    const { user, calls, slice } = await search();
    await user.type(input(), 'trade talks');
    const promised = Number(/leaves (\d+) of/.exec(textOf(options().at(-1) ?? document.body))?.[1]);
    await user.keyboard(keys);
    expect(calls.onFilter.mock.calls).toEqual([[{ ...NO_FILTERS, text: 'trade talks' }, 'choosing']]);
    expect(slice().statements).toHaveLength(promised);
    expect([isOpen(), input().value]).toEqual([false, 'trade talks']);
    expect(input()).toHaveFocus();
  });

  it('Enter with no words writes nothing', async () => {
    const { user, calls } = await search();
    await user.type(input(), '  {Enter}');
    expect(isOpen()).toBe(false);
    expect(calls.onFilter).not.toHaveBeenCalled();
  });

  it('Escape closes the list, then empties the box, then is left to others', async () => {
    const { user, calls } = await search();
    const taken: boolean[] = [];
    document.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (key === 'Escape') taken.push(defaultPrevented);
    });
    await user.type(input(), 'kim{Escape}');
    expect([isOpen(), input().value]).toEqual([false, 'kim']);
    await user.keyboard('{Escape}');
    expect(input()).toHaveValue('');
    await user.keyboard('{Escape}');
    expect(taken).toEqual([true, true, false]);
    expect(calls.onFilter).not.toHaveBeenCalled();
  });

  it('"/" comes here from anywhere but another field; Tab and a click outside close the list', async () => {
    const Page = ({ desk }: { desk: Desk }) => (
      <>
        <SearchBox desk={desk} />
        <p>outside</p>
      </>
    );
    const { user } = await renderDesk(Page, { corpus: bundled });
    await user.keyboard('/');
    expect(input()).toHaveFocus();
    await user.keyboard('a/b');
    expect(input()).toHaveValue('a/b');
    expect(isOpen()).toBe(true);
    await user.tab();
    expect(isOpen()).toBe(false);
    await user.click(input());
    expect(isOpen()).toBe(true);
    await user.click(screen.getByText('outside'));
    expect(isOpen()).toBe(false);
  });
});

describe('while the coverage takes its time to answer', () => {
  /** What waits for its answer, by the text that was asked for. */
  async function slowly() {
    const waiting = new Map<string, () => void>();
    const asked = new Map<string, Promise<unknown>>();
    const Slow = ({ desk }: { desk: Desk }) => {
      const ask: Desk['ask'] = (question, wants) => {
        const key = JSON.stringify(wants);
        const { text } = wants as { text: string };
        const answer = () => desk.ask(question, wants);
        const promise = asked.get(key) ?? new Promise((resolve) => waiting.set(text, () => resolve(answer())));
        asked.set(key, promise);
        return promise as Promise<ReturnType<typeof question.answer>>;
      };
      return <SearchBox desk={{ ...desk, ask }} />;
    };
    const { user } = await renderDesk(Slow, { corpus: bundled });
    return { user, arrives: (text: string) => act(async () => waiting.get(text)?.()) };
  }

  it('the box keeps every letter, and the list comes when it is there', async () => {
    const { user, arrives } = await slowly();
    await user.type(input(), 'glaser');
    expect([isOpen(), input().value]).toEqual([false, 'glaser']);
    await arrives('glaser');
    expect(isOpen()).toBe(true);
    await user.keyboard('{ArrowDown}');
    expect(active()).toMatch(/^Glaser/);
  });

  it('what comes for an earlier text never takes the place of a later one', async () => {
    const { user, arrives } = await slowly();
    await user.type(input(), 'glaser');
    await arrives('glaser');
    const told = says();
    await user.type(input(), 'x');
    await user.type(input(), 'y');
    // Until there is an answer, the last one stands.
    expect(says()).toBe(told);
    await arrives('glaserxy');
    expect(says()).toBe('Nothing found for “glaserxy”.');
    await arrives('glaserx');
    expect(says()).toBe('Nothing found for “glaserxy”.');
  });

  it('a list that was closed stays closed', async () => {
    const { user, arrives } = await slowly();
    await user.type(input(), 'kim');
    await user.tab();
    await arrives('kim');
    expect(isOpen()).toBe(false);
  });
});

describe('the pointer', () => {
  it('chooses a line without taking the focus from the box', async () => {
    const { user, now } = await search();
    await user.type(input(), 'glaser');
    await user.click(screen.getByRole('option', { name: /^Glaser/ }));
    expect(now().filters.actors).toEqual(['bonnie-glaser']);
    expect(input()).toHaveFocus();
  });
});

describe('with a text filter on', () => {
  it('shows its words, and each letter narrows further, as typing', async () => {
    const { user, calls, now } = await search({ filters: { text: 'trade' } });
    expect(input()).toHaveValue('trade');
    await user.type(input(), ' talks');
    expect(now().filters.text).toBe('trade talks');
    expect(calls.onFilter.mock.calls.every(([, by]) => by === 'typing')).toBe(true);
    expect(options().at(-1)).toHaveTextContent(/^Filter is on/);
    calls.onFilter.mockClear();
    await user.keyboard('{Enter}');
    expect(calls.onFilter).not.toHaveBeenCalled();
    expect(isOpen()).toBe(false);
  });

  it('goes by the cross or by Escape, as a choice', async () => {
    const { user, calls, now } = await search({ filters: { text: 'trade', actors: ['china'] } });
    await user.click(screen.getByRole('button', { name: 'Take the text filter off' }));
    expect(now().filters).toEqual({ ...NO_FILTERS, actors: ['china'] });
    expect([input().value, document.activeElement]).toEqual(['', input()]);
    await user.keyboard('peace{Enter}{Escape}');
    expect(now().filters.text).toBe('');
    expect(calls.onFilter.mock.calls.map(([, by]) => by)).toEqual(['choosing', 'choosing', 'choosing']);
    await user.keyboard('kim');
    await user.click(screen.getByRole('button', { name: 'Empty the search' }));
    expect([input().value, isOpen()]).toEqual(['', false]);
  });

  it('that comes or goes from outside, the box follows, and what was typed before does not come back', async () => {
    const Page = ({ desk }: { desk: Desk }) => (
      <>
        <SearchBox desk={desk} />
        {['sanctions', ''].map((text) => (
          <button key={text} onClick={() => desk.onFilter((now) => ({ ...now, text }))} type="button">
            set {text}
          </button>
        ))}
      </>
    );
    const { user } = await renderDesk(Page, { corpus: bundled });
    await user.type(input(), 'kim');
    await user.click(screen.getByRole('button', { name: 'set sanctions' }));
    expect([input().value, isOpen()]).toEqual(['sanctions', false]);
    await user.click(screen.getByRole('button', { name: 'set' }));
    expect(input()).toHaveValue('');
  });
});

it('axe finds nothing, open or closed', async () => {
  const axe = createRequire(import.meta.url)('axe-core');
  const { user, container } = await search();
  for (const text of ['', 'pyongyang{ArrowDown}', 'zzq', '{Escape}']) {
    if (text !== '') await user.type(input(), text);
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }: { id: string }) => id)).toEqual([]);
  }
  expect(container.querySelector('[style]')).toBeNull();
});
