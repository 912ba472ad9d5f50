// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber, daysInMonth, isDay, readEdtf } from '../../src/domain/edtf.ts';

describe('days', () => {
  it.each(['2019-01-10', '2019-12-31', '2020-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (day) =>
    expect(isDay(day)).toBe(true),
  );

  it.each([
    '2019-02-29',
    '1900-02-29',
    '2019-02-30',
    '2019-04-31',
    '2019-13-01',
    '2019-00-10',
    '2019-01-00',
    '2019-1-1',
    '19-01-01',
    '2019-01-10 ',
    '2019-01-10\n',
    '２０１９-01-10',
    '-2019-01-10',
    '',
  ])('%j does not', (day) => expect(isDay(day)).toBe(false));

  it('have a number, and back', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2019-01-10') - dayNumber('2018-12-31')).toBe(10);
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const day = dayFromNumber(number);
        expect(isDay(day)).toBe(true);
        expect(dayNumber(day)).toBe(number);
      }),
    );
  });

  it('make up a year of 365 or 366', () => {
    const yearLength = (year: number) =>
      Array.from({ length: 12 }, (_, month) => daysInMonth(year, month + 1)).reduce((a, b) => a + b);
    expect([1900, 2000, 2019, 2020].map(yearLength)).toEqual([365, 366, 365, 366]);
  });
});

describe('EDTF', () => {
  it.each([
    ['2018', '2018-01-01', '2018-12-31', 'year', false, []],
    ['2018-03', '2018-03-01', '2018-03-31', 'month', false, []],
    ['2020-02', '2020-02-01', '2020-02-29', 'month', false, []],
    ['2019-01-08', '2019-01-08', '2019-01-08', 'day', false, ['2019-01-08']],
    ['2019-01-01~', '2019-01-01', '2019-01-01', 'day', true, ['2019-01-01']],
    ['2018?', '2018-01-01', '2018-12-31', 'year', true, []],
    ['2018-03%', '2018-03-01', '2018-03-31', 'month', true, []],
    ['2018-01/2019-01', '2018-01-01', '2019-01-31', 'interval', false, []],
    ['2019-01-07/2019-01-10', '2019-01-07', '2019-01-10', 'interval', false, []],
    ['2018~/2019-01-10', '2018-01-01', '2019-01-10', 'interval', true, []],
    ['../2019-01-10', null, '2019-01-10', 'open', false, []],
    ['2019-01-10/..', '2019-01-10', null, 'open', false, []],
    ['[2019-01-09,2019-01-08]', '2019-01-08', '2019-01-09', 'one-of', false, ['2019-01-08', '2019-01-09']],
  ])('%s is read', (text, first, last, precision, approximate, days) =>
    expect(readEdtf(text)).toMatchObject({ first, last, precision, approximate, days }),
  );

  it.each([
    '',
    'Tuesday',
    '2019-13',
    '2019-02-30',
    '2019-00',
    '2019-1',
    '19',
    '2019-01-08T10:00',
    '2019-01-10/2019-01-09',
    '2019-01/2018-12',
    '../..',
    '/',
    '2018/',
    '/2018',
    '2018/2019/2020',
    '[2019-01-08]',
    '[]',
    '[2019-01-08,]',
    '[2019-01,2019-02]',
    '[2019-01-08, 2019-01-09]',
    '2018~~',
    '~2018',
    '2018-03-',
    ' 2018',
  ])('%j is refused', (text) => expect(readEdtf(text)).toBeNull());

  it('gives days that exist, in order, for any text that it reads', () => {
    const piece = fc.constantFrom(
      '2018',
      '2019',
      '-',
      '/',
      '..',
      '01',
      '02',
      '13',
      '29',
      '31',
      '~',
      '?',
      '[',
      ']',
      ',',
      ' ',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const span = readEdtf(text);
        if (!span) return;
        for (const day of [span.first, span.last, ...span.days]) if (day !== null) expect(isDay(day)).toBe(true);
        if (span.first !== null && span.last !== null) expect(span.first <= span.last).toBe(true);
        expect(span.first ?? span.last).not.toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the ends of a date', () => {
  it.each([
    ['2018-01/2019', ['month', 'year']],
    ['../2018-03', [null, 'month']],
    ['2019-01-10/..', ['day', null]],
    ['2018~', ['year', 'year']],
    ['[2019-01-08,2019-01-09]', ['day', 'day']],
  ])('%s are as exact as they were given', (text, ends) => expect(readEdtf(text)?.ends).toEqual(ends));
});
