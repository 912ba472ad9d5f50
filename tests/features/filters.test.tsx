import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { EMPTY_SLICE } from '../../src/coverage/answers/emptySlice.ts';
import { FACET } from '../../src/coverage/answers/facet.ts';
import { SHOWN } from '../../src/coverage/answers/shown.ts';
import type { Desk } from '../../src/coverage/desk.ts';
import { facetValues, tieCount } from '../../src/domain/facets.ts';
import { activeFilters } from '../../src/domain/filterNames.ts';
import { filterCount, LIST_FACETS, NO_FILTERS, withoutFilter } from '../../src/domain/filters.ts';
import { EmptySlice } from '../../src/features/filters/EmptySlice.tsx';
import { FilterBar as Bar } from '../../src/features/filters/FilterBar.tsx';
import { FilterSheet } from '../../src/features/filters/FilterSheet.tsx';
import { answered } from '../fixtures/ask.ts';
import { renderDesk, textOf } from '../fixtures/desk.tsx';
import { indexed } from '../fixtures/indexed.ts';
import { deskCorpus } from './deskCorpus.ts';

const FilterBar = ({ desk }: { desk: Desk }) => <Bar desk={desk} onUndo={null} />;

const group = (name: string) => within(screen.getByRole('group', { name }));
const chipCount = (chip: HTMLElement) => Number(/(\d+)\s*(?:statements|ties)$/.exec(textOf(chip))?.[1]);
const active = () => within(screen.getByRole('list', { name: 'Active filters' })).queryAllByRole('button');
const says = () => textOf(screen.getByRole('status'));

describe('the chips', () => {
  it.each(['Articles', 'Words'])('of %s count the statements that a click then shows', async (facet) => {
    const { user, slice } = await renderDesk(FilterBar);
    const all = slice().statements.length;
    for (const chip of group(facet).getAllByRole('button')) {
      const count = chipCount(chip);
      await user.click(chip);
      expect(slice().statements, textOf(chip)).toHaveLength(count);
      expect(chip).toHaveAttribute('aria-pressed', 'true');
      expect(says()).toBe(`${count} of ${all} statements`);
      await user.click(chip);
      expect(says()).toBe(`${all} statements`);
    }
  });

  it('of ties count the ties that a click then shows', async () => {
    const { user, slice } = await renderDesk(FilterBar);
    const counts: number[] = [];
    for (const chip of group('Ties').getAllByRole('button')) {
      counts.push(chipCount(chip));
      await user.click(chip);
      expect(tieCount(slice()), textOf(chip)).toBe(counts.at(-1));
      await user.click(chip);
    }
    expect(counts).toEqual([1, 1, 1, 1]);
  });

  it('count given all the other filters', async () => {
    const { user, slice } = await renderDesk(FilterBar, { filters: { articles: ['b'] } });
    const direct = group('Words').getByRole('button', { name: /^Direct/ });
    expect(chipCount(direct)).toBe(1);
    expect(chipCount(group('Words').getByRole('button', { name: /^Mixed/ }))).toBe(0);
    await user.click(direct);
    expect(slice().statements.map(({ id }) => id)).toEqual(['s-wait-b']);
  });

  it('in a menu count what a click then shows, most first, and leave out what would show nothing', async () => {
    const { user, slice } = await renderDesk(FilterBar);
    await user.click(screen.getByRole('button', { name: /^Actor/ }));
    const menu = () => within(screen.getAllByRole('group', { name: 'Actor' })[0] ?? document.body);
    const counts = menu().getAllByRole('button').map(chipCount);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.every((count) => count > 0)).toBe(true);
    for (const { id, name } of deskCorpus().actors) {
      const chip = menu().queryByRole('button', { name: new RegExp(`^${name}`) });
      if (!chip) continue;
      const count = chipCount(chip);
      await user.click(chip);
      expect(slice().statements, id).toHaveLength(count);
      await user.click(menu().getByRole('button', { name: new RegExp(`^${name}`) }));
    }
  });
});

describe('as told by', () => {
  const sentence = () => screen.queryByText(/^Everything below is as told by/);

  it('is a sentence with what is left of statements, ties and venues, and a way off', async () => {
    const { user, slice, now } = await renderDesk(FilterBar, { filters: { relays: ['xinhua'] } });
    const ties = tieCount(slice());
    expect(textOf(sentence() ?? document.body)).toBe(
      `Everything below is as told by Xinhua : 1 of 6 statements, ${ties} tie${ties === 1 ? '' : 's'}, 0 venues`,
    );
    expect(active()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove filter As told by Xinhua' }));
    expect(now().filters.relays).toEqual([]);
    expect(sentence()).toBeNull();
  });

  it('names all of several, each with its own way off, and counts what they have together', async () => {
    const { user, slice, now } = await renderDesk(FilterBar, { filters: { relays: ['moon', 'xinhua'] } });
    expect(textOf(sentence() ?? document.body)).toContain(
      `as told by Moon or Xinhua : ${slice().statements.length} of 6 statements`,
    );
    await user.click(screen.getByRole('button', { name: 'Remove filter As told by Moon' }));
    expect(now().filters.relays).toEqual(['xinhua']);
  });

  it('does not claim to hold for the two tellings, which no filter narrows', async () => {
    await renderDesk(FilterBar, { filters: { relays: ['xinhua'] }, view: { page: 'tellings' } });
    expect(sentence()).toBeNull();
    expect(active()).toEqual([screen.getByRole('button', { name: 'Remove filter As told by Xinhua' })]);
  });

  it('says in its menu who carries the words of others and who speaks, with counts that hold', async () => {
    const { user, slice } = await renderDesk(FilterBar);
    await user.click(screen.getByRole('button', { name: 'As told by' }));
    const names = (name: string) => group(name).getAllByRole('button').map(textOf);
    expect(names('Relays: words of others')).toEqual(['Xinhua1 statements']);
    expect(names('Speakers: words of their own').map((one) => one.replace(/\d.*/, ''))).toEqual([
      'Moon',
      'Kim',
      'Park',
    ]);
    for (const chip of group('Speakers: words of their own').getAllByRole('button')) {
      const count = chipCount(chip);
      await user.click(chip);
      expect(slice().statements, textOf(chip)).toHaveLength(count);
      await user.click(chip);
    }
  });

  it('says the same in the sheet, relays first', async () => {
    const Sheet = ({ desk }: { desk: Desk }) => <FilterSheet desk={desk} onClose={() => {}} open />;
    HTMLDialogElement.prototype.showModal = function show() {
      this.open = true;
    };
    await renderDesk(Sheet);
    expect(group('Relays: words of others').getByRole('button', { name: /^Xinhua/ })).toBeInTheDocument();
    expect(group('Speakers: words of their own').getAllByRole('button').length).toBeGreaterThan(1);
  });
});

describe('what is on', () => {
  const filters = {
    actors: ['kim'],
    ties: ['conflict_japan_korea'],
    relays: ['xinhua'],
    from: '2019-01-08',
    to: '2019-01-08',
    text: 'calm',
  };

  it('is named, and each goes by its own button', async () => {
    const { user, now } = await renderDesk(FilterBar, { filters });
    const names = () => active().map((one) => one.getAttribute('aria-label'));
    expect(names()).toEqual([
      'Remove filter Conflict: Japan to Korea',
      'Remove filter Kim',
      'Remove filter On 2019-01-08',
      'Remove filter “calm”',
    ]);
    await user.click(screen.getByRole('button', { name: 'Remove filter On 2019-01-08' }));
    expect(now().filters).toMatchObject({ from: null, to: null, actors: ['kim'], text: 'calm' });
    await user.click(screen.getByRole('button', { name: 'Remove filter “calm”' }));
    await user.click(screen.getByRole('button', { name: 'Remove filter As told by Xinhua' }));
    await user.click(screen.getByRole('button', { name: 'Remove filter Kim' }));
    expect(names()).toEqual(['Remove filter Conflict: Japan to Korea']);
    await user.click(screen.getByRole('button', { name: /^Remove filter Conflict/ }));
    expect(now().filters).toEqual(NO_FILTERS);
  });

  it('goes altogether by "Clear", which is there only when something is on', async () => {
    const { user, now } = await renderDesk(FilterBar, { filters });
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(now().filters).toEqual(NO_FILTERS);
    expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
    expect(active()).toEqual([]);
  });

  it('is one entry for each thing that one would take back', () => {
    const every = { ...NO_FILTERS, ...filters, kinds: ['direct' as const], articles: ['a', 'b'] };
    const list = activeFilters(deskCorpus(), every);
    expect(list).toHaveLength(filterCount(every));
    for (const { key } of list) {
      const left = withoutFilter(every, key);
      expect(filterCount(left)).toBe(filterCount(every) - 1);
      expect(withoutFilter(left, key)).toEqual(left);
    }
  });
});

describe('when no statement is left', () => {
  const Slice = ({ desk }: { desk: Desk }) => {
    const { statements } = desk.answer(SHOWN, null).sizes;
    return statements === 0 ? <EmptySlice desk={desk} /> : <p>{statements} left</p>;
  };
  const filters = { actors: ['park'], articles: ['b'], text: 'warm' };
  const row = (name: string) =>
    screen
      .getAllByRole('listitem')
      .map(textOf)
      .find((one) => one.startsWith(name)) ?? '';

  it.each(['Park', 'Article B', '“warm”'])('says what returns without %s, and keeps its word', async (name) => {
    const { user, slice } = await renderDesk(Slice, { filters });
    expect(screen.getByText(/^3 filters are on, and all of them must hold\./)).toBeVisible();
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      'No statement passes Article B + Park + “warm”',
    );
    const promised = Number(/without it: (\d+) statements?/.exec(row(name))?.[1]);
    await user.click(screen.getByRole('button', { name: new RegExp(`^Remove\\s*filter ${name}$`) }));
    expect(slice().statements).toHaveLength(promised);
  });

  it('shows the words of the one that would return, or who speaks in several', async () => {
    const { slice } = await renderDesk(Slice, { filters: { kinds: ['direct'], actors: ['park'] } });
    expect(row('Direct')).toContain('1 statement the bridge');
    expect(row('Park')).toContain('3 statements Moon, unresolved speakers');
    expect(screen.getByText(/Removing any one of them brings statements back\.$/)).toBeVisible();
    expect(slice().statements).toEqual([]);
  });

  it.each([
    [{ actors: ['park'], articles: ['b'] }, /Removing any one of them/],
    [{ actors: ['park'], articles: ['b'], text: 'warm' }, /Removing the first brings statements back/],
    [{ actors: ['park'], articles: ['b'], text: 'zebra' }, /No single one of them brings a statement back/],
    [{ text: 'zebra' }, /^One filter is on\.$/],
  ])('of %j it says whether one that goes is enough', async (some, words) => {
    await renderDesk(Slice, { filters: some });
    expect(screen.getByText(words)).toBeVisible();
  });

  it('leads back to all of them', async () => {
    const { user, now } = await renderDesk(Slice, { filters });
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(now().filters).toEqual(NO_FILTERS);
    expect(screen.getByText('6 left')).toBeVisible();
  });
});

describe('the values of a facet', () => {
  const corpus = indexed(deskCorpus());

  it.each(LIST_FACETS)(
    '%s are the first that would show something, those that are on, and how many there are',
    (facet) => {
      const filters = { ...NO_FILTERS, articles: ['b'], actors: ['park'] };
      const all = facetValues(corpus, filters, facet);
      const some = all.filter(({ count, active }) => count > 0 || active);
      for (const order of ['table', 'most', 'relays'] as const) {
        const { values, offered, empty } = answered(corpus, FACET, { facet, first: 1, order }, filters);
        expect([offered, empty]).toEqual([some.length, all.length - some.length]);
        expect(values.slice(1).every(({ active }) => active)).toBe(true);
        for (const { active, value } of some) if (active) expect(values.map((one) => one.value)).toContain(value);
        const whole = answered(corpus, FACET, { facet, first: 1e6, order }, filters).values;
        expect(structuredClone(whole)).toEqual(whole);
        expect(whole).toHaveLength(offered);
        if (order === 'table') expect(whole.map(({ value }) => value)).toEqual(some.map(({ value }) => value));
        if (order === 'most')
          expect(whole.map(({ count }) => count)).toEqual(whole.map(({ count }) => count).sort((a, b) => b - a));
      }
    },
  );

  it('have relays first where that is asked for', () => {
    const { values } = answered(corpus, FACET, { facet: 'relays', first: 9, order: 'relays' });
    expect(values.map(({ relay }) => relay)).toEqual([true, false, false, false]);
  });
});

it('what is selected, and what comes back, are said in plain data', () => {
  const corpus = deskCorpus();
  const { statements, ties, relations, venues, events, flags } = answered(corpus, SHOWN, null).sizes;
  expect({ statements, relations, venues, events, flags }).toEqual({
    statements: corpus.statements.length,
    relations: corpus.relations.length,
    venues: corpus.venues.length,
    events: corpus.events.length,
    flags: corpus.flags.length,
  });
  expect(ties).toBe(tieCount(corpus));
  const rows = answered(corpus, EMPTY_SLICE, null, { actors: ['park'], articles: ['b'] });
  expect(structuredClone(rows)).toEqual(rows);
  expect(rows.map(({ key }) => key)).toEqual(['articles:b', 'actors:park']);
});
