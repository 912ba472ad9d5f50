import * as v from 'valibot';

/** A calendar day, "2019-01-10". Days stay strings; they sort as text. */
export type Day = string;

/**
 * The days an EDTF date covers.
 * `first`/`last` are inclusive; null is an open end ("some time before", "some time after").
 * `days` of precision `one-of` are the alternatives of a contested date.
 */
export type DateSpan = {
  first: Day | null;
  last: Day | null;
  precision: 'day' | 'month' | 'year' | 'interval' | 'one-of' | 'open';
  approximate: boolean;
  days: Day[];
  /** How exactly each end is given; null where it is open. */
  ends: [first: EndPrecision | null, last: EndPrecision | null];
};

export type EndPrecision = 'day' | 'month' | 'year';

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number of days in a month of the Gregorian calendar; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** True for a day that exists: "2019-02-28" is one, "2019-02-30" is not. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Day number since 1970-01-01, for placing days on an axis. `day` must be a real day. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The day with that number since 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

function readSimple(text: string): DateSpan | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([?~%])?$/.exec(text);
  if (!match) return null;
  const [, year = '', month, day, qualifier] = match;
  const approximate = qualifier !== undefined;
  if (month === undefined) {
    return {
      first: `${year}-01-01`,
      last: `${year}-12-31`,
      precision: 'year',
      approximate,
      days: [],
      ends: ['year', 'year'],
    };
  }
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) {
    const length = daysInMonth(Number(year), Number(month));
    const last = `${year}-${month}-${String(length).padStart(2, '0')}`;
    return { first: `${year}-${month}-01`, last, precision: 'month', approximate, days: [], ends: ['month', 'month'] };
  }
  const whole = `${year}-${month}-${day}`;
  return isDay(whole)
    ? { first: whole, last: whole, precision: 'day', approximate, days: [whole], ends: ['day', 'day'] }
    : null;
}

function readOneOf(text: string): DateSpan | null {
  const days = text.slice(1, -1).split(',');
  if (days.length < 2 || !days.every(isDay)) return null;
  const sorted = [...new Set(days)].sort();
  return {
    first: sorted[0] ?? null,
    last: sorted.at(-1) ?? null,
    precision: 'one-of',
    approximate: false,
    days: sorted,
    ends: ['day', 'day'],
  };
}

/**
 * Reads the part of EDTF (ISO 8601-2) that a corpus uses: `2018`, `2018-03`, `2019-01-08`, each with `~`, `?` or `%`;
 * `a/b`; an open end `../b` or `a/..`; one of several days `[2019-01-08,2019-01-09]`. Null for anything else.
 */
export function readEdtf(text: string): DateSpan | null {
  if (text.startsWith('[') && text.endsWith(']')) return readOneOf(text);
  const parts = text.split('/');
  if (parts.length === 1) return readSimple(text);
  const [from = '', to = ''] = parts;
  if (parts.length !== 2 || (from === '..' && to === '..')) return null;
  const first = from === '..' ? null : readSimple(from);
  const last = to === '..' ? null : readSimple(to);
  if ((first === null && from !== '..') || (last === null && to !== '..')) return null;
  const span = { first: first?.first ?? null, last: last?.last ?? null };
  if (span.first !== null && span.last !== null && span.first > span.last) return null;
  const approximate = Boolean(first?.approximate || last?.approximate);
  return {
    ...span,
    precision: first && last ? 'interval' : 'open',
    approximate,
    days: [],
    ends: [first?.ends[0] ?? null, last?.ends[1] ?? null],
  };
}

export const DaySchema = v.pipe(v.string(), v.check(isDay, 'a real day such as "2019-01-10"'));

export const EdtfSchema = v.pipe(
  v.string(),
  v.maxLength(400, 'at most 400 characters'),
  v.check((text) => readEdtf(text) !== null, 'an EDTF date such as "2018-03", "2019-01-08" or "2018-12/2019-01"'),
);
