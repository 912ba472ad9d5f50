// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { dayOrderOf, edtfOf, readDate } from '../../../src/reader/read/dates.ts';

describe('a date', () => {
  it.each([
    ['2019-01-10', '2019-01-10'],
    ['2019-01-10T23:59:00-11:00', '2019-01-10'],
    ['2019-1-9', '2019-01-09'],
    ['2019/01/10 08:00', '2019-01-10'],
    ['20190110', '2019-01-10'],
    ['20190110T080000Z', '2019-01-10'],
    ['2019-01', '2019-01'],
    ['Thu, 10 Jan 2019 08:00:00 GMT', '2019-01-10'],
    ['Thu, 10 Jan 19 08:00 EST', '2019-01-10'],
    ['10 January 2019', '2019-01-10'],
    ['10th of January, 2019', '2019-01-10'],
    ['Thursday, January 10, 2019, 8 p.m.', '2019-01-10'],
    ['Jan. 10, 2019', '2019-01-10'],
    ['Sept 3 2018', '2018-09-03'],
    ['January 2019', '2019-01'],
    ['13/01/2019', '2019-01-13'],
    ['01/13/2019', '2019-01-13'],
    ['02/02/2019', '2019-02-02'],
    ['13.1.2019', '2019-01-13'],
  ])('%s is %s', (text, edtf) => expect(edtfOf(text)).toBe(edtf));

  it.each([
    '',
    'yesterday',
    'Thursday',
    '10 January',
    '2019-02-30',
    '31 April 2019',
    '2019-13-01',
    '0000-01-01',
    '1/2/19',
    'May be',
    '99999999',
    '2019-01-101',
  ])('%s is none', (text) => expect(readDate(text)).toBeNull());

  it('of two numbers up to 12 is ambiguous, unless others settle it', () => {
    expect(readDate('01/02/2019')).toEqual({ ambiguous: '01/02/2019' });
    expect(dayOrderOf(['01/02/2019', '13/02/2019'])).toBe('day-first');
    expect(dayOrderOf(['01/02/2019', '02/13/2019'])).toBe('month-first');
    expect(dayOrderOf(['13/02/2019', '02/13/2019'])).toBeNull();
    expect(dayOrderOf(['01/02/2019', ''])).toBeNull();
    expect(edtfOf('01/02/2019', 'day-first')).toBe('2019-02-01');
    expect(edtfOf('01/02/2019', 'month-first')).toBe('2019-01-02');
  });
});
