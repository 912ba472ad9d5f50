// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateWords } from '../../src/domain/dateWords.ts';
import { type Day, dayFromNumber, dayNumber, daysInMonth, isDay, readEdtf } from '../../src/domain/edtf.ts';
import { placeOnAxis, type TimeItem } from '../../src/draw/timeAxis.ts';
import { tickDays, tickLabel } from '../../src/features/timeline/days.ts';

const digits = (value: number, length: number) => String(value).padStart(length, '0');
/** The day after a day, by the calendar alone. */
function dayAfter(day: Day): Day {
  const [year = 0, month = 0, of = 0] = day.split('-').map(Number);
  if (of < daysInMonth(year, month)) return `${day.slice(0, 8)}${digits(of + 1, 2)}`;
  return month < 12 ? `${day.slice(0, 5)}${digits(month + 1, 2)}-01` : `${digits(year + 1, 4)}-01-01`;
}

const pad = fc.record({
  year: fc.nat(9998),
  month: fc.integer({ min: 1, max: 12 }),
  of: fc.integer({ min: 1, max: 31 }),
});
const anyDay = pad
  .map(({ year, month, of }) => `${digits(year, 4)}-${digits(month, 2)}-${digits(of, 2)}`)
  .filter(isDay);

/** Days with their numbers and weekdays, as calendars print them. */
const KNOWN: [day: Day, number: number, weekday: string][] = [
  ['0001-01-01', -719_162, 'Mon'],
  ['0099-12-31', -683_004, 'Thu'],
  ['1582-10-15', -141_427, 'Fri'],
  ['1900-02-28', -25_509, 'Wed'],
  ['1900-03-01', -25_508, 'Thu'],
  ['1945-05-08', -9_004, 'Tue'],
  ['1968-02-29', -672, 'Thu'],
  ['1969-07-20', -165, 'Sun'],
  ['1969-12-31', -1, 'Wed'],
  ['1970-01-01', 0, 'Thu'],
  ['2000-02-29', 11_016, 'Tue'],
];

describe('days before 1970', () => {
  it.each(KNOWN)('%s has its number and its weekday', (day, number, weekday) => {
    expect(dayNumber(day)).toBe(number);
    expect(dayFromNumber(number)).toBe(day);
    expect(tickLabel({ day: number, kind: 'day' }, false)).toMatch(new RegExp(`^${weekday} ${Number(day.slice(-2))} `));
  });

  it('law: the next day has the next number, over leap days and the turns of centuries', () => {
    const turns = fc.constantFrom(
      '0000-02-28',
      '0000-02-29',
      '0004-02-28',
      '0099-12-31',
      '1899-12-31',
      '1900-02-28',
      '1969-12-31',
    );
    fc.assert(
      fc.property(fc.oneof(anyDay, turns), (day) => {
        expect(dayFromNumber(dayNumber(day))).toBe(day);
        expect(dayNumber(dayAfter(day))).toBe(dayNumber(day) + 1);
        expect(dayFromNumber(dayNumber(day) + 1)).toBe(dayAfter(day));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['0050', '0050'],
    ['0050-03', 'March 0050'],
    ['0050-01-08', '8 Jan 0050'],
    ['0001/0099', '0001 to 0099'],
    ['1969-12-31', '31 Dec 1969'],
    ['../1904-02-29', 'before 29 Feb 1904'],
  ])('%s is said with its whole year, which is no other: %s', (date, words) => {
    const span = readEdtf(date);
    expect(span && dateWords(span)).toBe(words);
  });
});

describe('an axis of days before 1970', () => {
  const item = (first: number, last: number, shape: TimeItem['shape']): TimeItem => ({
    id: 'x',
    label: 'x',
    shape,
    first,
    last,
    choice: false,
  });
  const measure = (text: string) => text.length * 6;

  it('law: its months begin on their first days and hold all of what is on it', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(500), (day, length) => {
        const [first, last] = [dayNumber(day), dayNumber(day) + length];
        fc.pre(last < dayNumber('9999-01-01'));
        const { stretches, ticks, items } = placeOnAxis([item(first, last, 'span')], 900, measure);
        const [months] = stretches;
        expect(dayFromNumber(months?.first ?? 0)).toBe(`${day.slice(0, 8)}01`);
        expect(months?.first).toBeLessThanOrEqual(first);
        expect(months?.last).toBeGreaterThanOrEqual(last);
        expect(dayFromNumber((months?.last ?? 0) + 1)).toMatch(/-01$/);
        for (const tick of ticks) {
          expect(tickDays(tick).from).toMatch(/-01$/);
          expect(tick.width).toBeGreaterThan(0);
        }
        expect(ticks.length).toBe(new Set(ticks.map((tick) => dayFromNumber(tick.day).slice(0, 7))).size);
        expect(items[0]?.x2).toBeGreaterThan(items[0]?.x1 ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  it('has a tick for each of some days around the first of 1970', () => {
    const { ticks } = placeOnAxis([item(-2, -2, 'days'), item(1, 1, 'days')], 900, measure);
    expect(ticks.map((tick) => tickLabel(tick, false))).toEqual(['Tue 30 Dec', 'Wed 31 Dec', 'Thu 1 Jan', 'Fri 2 Jan']);
    expect(ticks.map((tick) => tickDays(tick).from)).toEqual(['1969-12-30', '1969-12-31', '1970-01-01', '1970-01-02']);
  });

  it('names the months of a leap year and of another by their last days', () => {
    for (const [month, last] of [
      ['1904-02', '29'],
      ['1900-02', '28'],
      ['0004-02', '29'],
    ])
      expect(tickDays({ day: dayNumber(`${month}-01`), kind: 'month' }).to).toBe(`${month}-${last}`);
  });
});
