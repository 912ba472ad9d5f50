// @vitest-environment node
import fc from 'fast-check';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { dateWords, dayOfMonth, shortMonth, yearOf } from '../../src/domain/dateWords.ts';
import { DaySchema, daysInMonth, EdtfSchema, isDay, readEdtf } from '../../src/domain/edtf.ts';

const said = (date: string) => {
  const span = readEdtf(date);
  return span && dateWords(span);
};

describe('a date in words', () => {
  it.each([
    ['2018', '2018'],
    ['2018~', 'about 2018'],
    ['2018-03', 'March 2018'],
    ['2018-03?', 'about March 2018'],
    ['2019-01-08', '8 Jan 2019'],
    ['2019-01-08%', 'about 8 Jan 2019'],
    ['1999-12-31', '31 Dec 1999'],
    ['[2019-01-09,2019-01-08]', '8 Jan 2019 or 9 Jan 2019'],
    ['[2019-01-08,2018-12-31,2019-02-01]', '31 Dec 2018 or 8 Jan 2019 or 1 Feb 2019'],
    ['../2019-01-10', 'before 10 Jan 2019'],
    ['../2019-01~', 'before about January 2019'],
    ['../1950', 'before 1950'],
    ['2019-01-10/..', 'after 10 Jan 2019'],
    ['2018-11/..', 'after November 2018'],
    ['2018~/..', 'after about 2018'],
    ['2018-01/2019', 'January 2018 to 2019'],
    ['2018/2019-02', '2018 to February 2019'],
    ['2018-12-30/2019-01', '30 Dec 2018 to January 2019'],
    ['2018/2019-01-02~', 'about 2018 to 2 Jan 2019'],
    ['1950-06-25/1953-07-27', '25 Jun 1950 to 27 Jul 1953'],
    ['0001/0099', '0001 to 0099'],
    ['0999-09-09', '9 Sep 0999'],
  ])('%s is "%s"', (date, words) => expect(said(date)).toBe(words));

  it('law: every month has its own name, short and long', () => {
    const names = Array.from({ length: 12 }, (_, index) => said(`1969-${String(index + 1).padStart(2, '0')}`));
    expect(names.map((name) => name?.replace(' 1969', ''))).toEqual(
      'January February March April May June July August September October November December'.split(' '),
    );
    for (const [index, name] of names.entries())
      expect(shortMonth(`1969-${String(index + 1).padStart(2, '0')}-01`)).toBe(name?.slice(0, 3));
  });

  it('has the whole year and the day without a nought', () => {
    expect([yearOf('0050-01-08'), dayOfMonth('0050-01-08'), dayOfMonth('1969-12-31')]).toEqual(['0050', '8', '31']);
  });
});

describe('the days that a date covers', () => {
  const digits = (value: number, length: number) => String(value).padStart(length, '0');

  it('law: a month covers all of its days and no other, in any year', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const text = `${digits(year, 4)}-${digits(month, 2)}`;
        const span = readEdtf(text);
        expect(span).toMatchObject({ first: `${text}-01`, precision: 'month', days: [] });
        expect(isDay(span?.last ?? '')).toBe(true);
        expect(isDay(`${text}-${digits(daysInMonth(year, month) + 1, 2)}`)).toBe(false);
        expect(span?.last).toBe(`${text}-${daysInMonth(year, month)}`);
      }),
    );
  });

  it('law: an interval goes from the first day of its first date to the last day of its last one', () => {
    const date = fc.constantFrom('1949', '1949-12', '1950', '1950-06-25', '1950-02~', '1951-01', '1970-01-01');
    fc.assert(
      fc.property(date, date, (from, to) => {
        const [a, b, both] = [readEdtf(from), readEdtf(to), readEdtf(`${from}/${to}`)];
        if ((a?.first ?? '') > (b?.last ?? '')) {
          expect(both).toBeNull();
          return;
        }
        expect(both).toEqual({
          first: a?.first,
          last: b?.last,
          precision: 'interval',
          approximate: a?.approximate || b?.approximate,
          days: [],
          ends: [a?.ends[0], b?.ends[1]],
        });
      }),
    );
  });

  it.each([
    ['../1904-02-29~', { first: null, last: '1904-02-29', approximate: true, ends: [null, 'day'] }],
    ['1945?/..', { first: '1945-01-01', last: null, approximate: true, ends: ['year', null] }],
    ['[1969-12-31,1969-12-31]', { first: '1969-12-31', last: '1969-12-31', days: ['1969-12-31'], precision: 'one-of' }],
    ['[1970-01-01,0099-12-31]', { first: '0099-12-31', last: '1970-01-01', days: ['0099-12-31', '1970-01-01'] }],
  ])('%s has its ends', (text, span) => expect(readEdtf(text)).toMatchObject(span));

  it.each([
    '../',
    '/..',
    '../2019-13',
    '2019-13/..',
    '2018/x',
    'x/2018',
    '..',
    '[1969-12-31',
    '1969-12-31]',
    '[1969-12-31,x]',
    '2018-01-01~?',
    '12018',
    '2018\n',
  ])('%j is none', (text) => expect(readEdtf(text)).toBeNull());
});

describe('the schemas of dates', () => {
  const messages = (schema: typeof DaySchema | typeof EdtfSchema, value: unknown) =>
    safeParse(schema, value).issues?.map(({ message }) => message);

  it('say what they want', () => {
    expect(messages(DaySchema, '1969-12-31')).toBeUndefined();
    expect(messages(DaySchema, '1969-02-29')).toEqual(['a real day such as "2019-01-10"']);
    expect(messages(DaySchema, '1969-02')).toHaveLength(1);
    expect(messages(EdtfSchema, '1969-02')).toBeUndefined();
    expect(messages(EdtfSchema, 'once')).toEqual(['an EDTF date such as "2018-03", "2019-01-08" or "2018-12/2019-01"']);
    expect(messages(EdtfSchema, 1969)).toHaveLength(1);
  });

  it('take a choice of 36 days, and not a longer one', () => {
    const choice = (count: number) =>
      `[${Array.from({ length: count }, (_, index) => `${1900 + index}-01-01`).join(',')}]`;
    expect(messages(EdtfSchema, choice(36))).toBeUndefined();
    expect(messages(EdtfSchema, choice(37))).toEqual(['at most 400 characters']);
  });
});
