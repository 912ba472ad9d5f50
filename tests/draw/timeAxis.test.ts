// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/draw/labels.ts';
import { type PlacedItem, placeOnAxis, type TimeItem } from '../../src/draw/timeAxis.ts';

/** Every character is 6 px wide. */
const measure = (text: string) => text.length * 6;
const DAY = 17_904;

const item = (id: string, first: number, last = first, parts: Partial<TimeItem> = {}): TimeItem => ({
  id,
  label: `label ${id}`,
  shape: 'days',
  first,
  last,
  choice: false,
  ...parts,
});

const label = fc
  .array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefgh') }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((words) => words.join(' '));

/** What a coverage of some weeks may hold: days close together, some months before, some without a date. */
const items = fc
  .array(
    fc.oneof(
      fc.record({
        shape: fc.constant('days' as const),
        first: fc.integer({ min: 0, max: 29 }),
        length: fc.constant(0),
        choice: fc.constant(false),
        label,
      }),
      fc.record({
        shape: fc.constant('span' as const),
        first: fc.integer({ min: -400, max: -40 }),
        length: fc.integer({ min: 27, max: 39 }),
        choice: fc.constant(false),
        label,
      }),
      fc.record({
        shape: fc.constant('open' as const),
        first: fc.integer({ min: -400, max: 11 }),
        length: fc.constant(0),
        choice: fc.constant(false),
        label,
      }),
    ),
    { maxLength: 25, size: 'max' },
  )
  .map((list) =>
    list.map(
      ({ first, length, ...rest }, index): TimeItem => ({
        id: `i${index}`,
        first: DAY + first,
        last: DAY + first + length,
        ...rest,
      }),
    ),
  );
const width = fc.integer({ min: 900, max: 2000 });

const overlap = (a: PlacedItem['box'], b: PlacedItem['box']) =>
  a.x + 0.01 < b.x + b.width &&
  b.x + 0.01 < a.x + a.width &&
  a.y + 0.01 < b.y + b.height &&
  b.y + 0.01 < a.y + a.height;

describe('the time axis', () => {
  it('places nothing for nothing', () => {
    expect(placeOnAxis([], 800, measure)).toMatchObject({ stretches: [], ticks: [], items: [] });
    expect(placeOnAxis([], 0, measure).height).toBeGreaterThan(0);
  });

  it('places every item once, with all of its words, inside the height', () => {
    fc.assert(
      fc.property(items, width, (list, wide) => {
        const axis = placeOnAxis(list, wide, measure);
        expect(axis.items.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort());
        for (const placed of axis.items) {
          expect(placed.lines.join('').replaceAll(' ', '')).toBe(
            list.find(({ id }) => id === placed.id)?.label.replaceAll(' ', ''),
          );
          expect(placed.box.y).toBeGreaterThan(axis.axisY);
          expect(placed.box.y + placed.box.height).toBeLessThanOrEqual(axis.height);
        }
      }),
    );
  });

  it('never lets two labels overlap', () => {
    fc.assert(
      fc.property(items, width, (list, wide) => {
        const { items: placed } = placeOnAxis(list, wide, measure);
        for (const [index, one] of placed.entries())
          for (const other of placed.slice(index + 1))
            expect(overlap(one.box, other.box), `${one.id} ${other.id}`).toBe(false);
      }),
    );
  });

  it('stays within the width, unless a single word is wider than its place', () => {
    fc.assert(
      fc.property(items, width, (list, wide) => {
        for (const { box, textX, lines, id } of placeOnAxis(list, wide, measure).items) {
          expect(box.x, id).toBeGreaterThanOrEqual(0);
          for (const line of lines.filter((words) => words.includes(' ')))
            expect(textX + measure(line), `${id}: ${line}`).toBeLessThanOrEqual(wide);
        }
      }),
    );
    const month = Array.from({ length: 30 }, (_, index) =>
      item(`i${index}`, DAY + index, DAY + index, { label: 'ab cd ef' }),
    );
    for (const { textX, lines } of placeOnAxis(month, 900, measure).items)
      for (const line of lines) expect(textX + measure(line)).toBeLessThanOrEqual(900);
  });

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(items, width, fc.infiniteStream(fc.nat()), (list, wide, ranks) => {
        const shuffled = list.map((one) => ({ one, rank: ranks.next().value })).sort((a, b) => a.rank - b.rank);
        expect(
          placeOnAxis(
            shuffled.map(({ one }) => one),
            wide,
            measure,
          ),
        ).toEqual(placeOnAxis(list, wide, measure));
      }),
    );
  });

  it('breaks between months, runs of days and what has no date, from left to right', () => {
    const axis = placeOnAxis(
      [
        item('open', DAY, DAY, { shape: 'open' }),
        item('far', DAY + 20),
        item('near', DAY + 2),
        item('day', DAY),
        item('month', DAY - 300, DAY - 270, { shape: 'span' }),
      ],
      1200,
      measure,
    );
    expect(axis.stretches.map(({ kind }) => kind)).toEqual(['months', 'days', 'days', 'undated']);
    axis.stretches.slice(1).forEach(({ x }, index) => {
      const before = axis.stretches[index];
      expect(x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0));
    });
    const last = axis.stretches.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(1200);
    expect(axis.ticks.filter(({ kind }) => kind === 'day').map(({ day }) => day - DAY)).toEqual([0, 1, 2, 20]);
  });

  it('puts days of equal length beside one another, and what is on a day over that day', () => {
    const axis = placeOnAxis([item('one', DAY), item('two', DAY + 1), item('three', DAY + 2)], 900, measure);
    expect(new Set(axis.ticks.map((tick) => Math.round(tick.width)))).toEqual(new Set([300]));
    for (const [index, tick] of axis.ticks.entries()) expect(axis.items[index]?.x1).toBeCloseTo(tick.x);
  });

  it('draws a span of days from its first to its last day, however far they are apart', () => {
    for (const length of [1, 2, 3, 4, 5, 9]) {
      const axis = placeOnAxis([item('before', DAY - 1), item('span', DAY, DAY + length)], 1200, measure);
      const placed = axis.items.find(({ id }) => id === 'span');
      const tick = (day: number) => axis.ticks.find((one) => one.day === day && one.kind === 'day');
      expect(tick(DAY), `${length} days`).toBeDefined();
      expect(placed?.x1, `${length} days`).toBeCloseTo(tick(DAY)?.x ?? -1);
      expect(placed?.x2, `${length} days`).toBeCloseTo(tick(DAY + length)?.x ?? -1);
    }
  });

  it('never has a stretch or a tick of negative length, however many days there are', () => {
    for (const count of [5, 30, 60, 120]) {
      const axis = placeOnAxis(
        Array.from({ length: count }, (_, index) => item(`i${index}`, DAY + index * 7)),
        1392,
        measure,
      );
      for (const { width: long } of [...axis.stretches, ...axis.ticks])
        expect(long, `${count} days`).toBeGreaterThan(0);
    }
  });

  const dayTicks = (days: number[]) =>
    placeOnAxis(
      days.map((day) => item(`i${day}`, DAY + day)),
      1200,
      measure,
    );

  it('holds days that are up to three apart together, and breaks between others', () => {
    const runs = (days: number[]) =>
      dayTicks(days).stretches.flatMap(({ kind, first, last }) => (kind === 'days' ? [[first - DAY, last - DAY]] : []));
    expect(runs([0, 3, 6])).toEqual([[0, 6]]);
    expect(runs([0, 4])).toEqual([
      [0, 0],
      [4, 4],
    ]);
  });

  it('draws the latest fourteen days and five runs day by day, and what came before them by months', () => {
    const shown = (days: number[]) => dayTicks(days).ticks.filter(({ kind }) => kind === 'day').length;
    expect(shown(Array.from({ length: 14 }, (_, index) => index))).toBe(14);
    expect(dayTicks(Array.from({ length: 15 }, (_, index) => index)).stretches.map(({ kind }) => kind)).toEqual([
      'months',
    ]);
    const six = dayTicks([0, 10, 20, 30, 40, 50]);
    expect(six.stretches.map(({ kind }) => kind)).toEqual(['months', 'days', 'days', 'days', 'days', 'days']);
    expect(six.ticks.filter(({ kind }) => kind === 'day').map(({ day }) => day - DAY)).toEqual([10, 20, 30, 40, 50]);
  });

  it('has a tick for each month, and for each year or decade or century where months would be too narrow', () => {
    const from = (year: number, years: number) => {
      const first = Math.round(new Date(0).setUTCFullYear(year, 0, 1) / 86_400_000);
      const last = Math.round(new Date(0).setUTCFullYear(year + years, 0, 1) / 86_400_000) - 1;
      const { ticks, items } = placeOnAxis([item('span', first, last, { shape: 'span' })], 600, measure);
      expect(items[0]?.x1).toBeCloseTo(0);
      expect(items[0]?.x2).toBeCloseTo(600);
      expect(ticks.every(({ kind }) => kind === 'month')).toBe(true);
      const end = ticks.at(-1);
      expect((end?.x ?? 0) + (end?.width ?? 0)).toBeCloseTo(600);
      return ticks.map(({ day }) => new Date(day * 86_400_000).toISOString().slice(0, 7));
    };
    expect(from(1968, 1)).toEqual(
      Array.from({ length: 12 }, (_, month) => `1968-${String(month + 1).padStart(2, '0')}`),
    );
    expect(from(1960, 20)).toEqual(Array.from({ length: 20 }, (_, year) => `${1960 + year}-01`));
    expect(from(1800, 200)).toEqual(Array.from({ length: 20 }, (_, decade) => `${1800 + 10 * decade}-01`));
    expect(from(100, 1500)).toEqual(
      Array.from({ length: 15 }, (_, century) => `${String(100 + 100 * century).padStart(4, '0')}-01`),
    );
  });

  it('puts a label below a long bar, and after a short one or a choice of days', () => {
    const label = (last: number, choice: boolean) =>
      placeOnAxis([item('a', DAY, DAY + last, { choice }), item('b', DAY + 9)], 1000, measure).items.find(
        ({ id }) => id === 'a',
      );
    const below = label(4, false);
    expect([below?.below, (below?.textX ?? 0) - (below?.x1 ?? 0)]).toEqual([true, 2]);
    const choice = label(4, true);
    expect([choice?.below, (choice?.textX ?? 0) - (choice?.x2 ?? 0)]).toEqual([false, 12]);
    const point = label(0, false);
    expect([point?.below, (point?.textX ?? 0) - (point?.x1 ?? 0)]).toEqual([false, 12]);
  });

  it('breaks long labels into lines that stay under their own day', () => {
    const words = 'a label of quite a few words that cannot stand in one line';
    const axis = placeOnAxis(
      [item('a', DAY, DAY, { label: words }), item('b', DAY + 1), item('c', DAY + 2)],
      600,
      measure,
    );
    const placed = axis.items.find(({ id }) => id === 'a');
    expect(placed?.lines.length).toBeGreaterThan(1);
    for (const line of placed?.lines ?? []) expect((placed?.textX ?? 0) + measure(line)).toBeLessThanOrEqual(200);
  });

  it('places hundreds of items at once', () => {
    const many = Array.from({ length: 400 }, (_, index) => item(`i${index}`, DAY + (index % 12)));
    const started = performance.now();
    expect(placeOnAxis(many, 1392, textWidth).items).toHaveLength(400);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
