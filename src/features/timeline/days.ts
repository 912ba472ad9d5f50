import type { Days } from '../../coverage/answers/eventGroups.ts';
import { dayOfMonth, shortMonth, yearOf } from '../../domain/dateWords.ts';
import { dayFromNumber, daysInMonth } from '../../domain/edtf.ts';
import type { Filters } from '../../domain/filters.ts';

/** Day 0, 1 January 1970, was a Thursday. */
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

type TickLike = { day: number; kind: 'month' | 'day' };

/** "Tue 8 Jan" for a day of the axis, "Mar" or "Jan 2018" for a month. */
export function tickLabel({ day, kind }: TickLike, withYear: boolean): string {
  const date = dayFromNumber(day);
  if (kind === 'day') {
    const weekday = WEEKDAYS[(((day + 4) % 7) + 7) % 7];
    return `${weekday} ${dayOfMonth(date)} ${shortMonth(date)}`;
  }
  return withYear ? `${shortMonth(date)} ${yearOf(date)}` : shortMonth(date);
}

/** The first and last day that a tick stands for. */
export function tickDays({ day, kind }: TickLike): Days {
  const from = dayFromNumber(day);
  if (kind === 'day') return { from, to: from };
  const last = daysInMonth(Number(from.slice(0, 4)), Number(from.slice(5, 7)));
  return { from, to: `${from.slice(0, 8)}${last}` };
}

/** The days from the earlier to the later of two. */
export function spanOf(a: Days, b: Days): Days {
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to };
}

/** Choosing a tick sets from and to; choosing it again takes them back. */
export function withDays(filters: Filters, { from, to }: Days): Filters {
  return filters.from === from && filters.to === to ? { ...filters, from: null, to: null } : { ...filters, from, to };
}

/** Extends the days that are chosen so that they reach these; without any, these are chosen. */
export function extendedTo(filters: Filters, days: Days): Filters {
  return { ...filters, ...spanOf({ from: filters.from ?? days.from, to: filters.to ?? days.to }, days) };
}
