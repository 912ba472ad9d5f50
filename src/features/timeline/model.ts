import type { Dataset } from '../../domain/corpus.ts';
import type { DatedEvent } from '../../domain/datedEvent.ts';
import { dateWords, dayOfMonth, shortMonth, yearOf } from '../../domain/dateWords.ts';
import { type DateSpan, type Day, dayFromNumber, dayNumber, daysInMonth, readEdtf } from '../../domain/edtf.ts';
import type { Filters } from '../../domain/filters.ts';
import type { TimeItem } from '../../draw/timeAxis.ts';

export type EventRow = { event: DatedEvent; span: DateSpan; item: TimeItem; shown: boolean; dateWords: string };

/** Most events that have a mark each on the axis; more of them stand there by month, year or decade. */
export const MOST_EVENTS = 120;

/** The first rows there is room for: all of them up to `limit`; of more, those that are shown come first. */
export function firstRows(rows: EventRow[], limit: number): EventRow[] {
  if (rows.length <= limit) return rows;
  return [...rows.filter(({ shown }) => shown), ...rows.filter(({ shown }) => !shown)].slice(0, limit);
}

/** A span of at most this many days stands on the days, a longer one on the months. */
const SHORT = 10;

/** Day 0, 1 January 1970, was a Thursday. */
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** Every event of the coverage in order of time; `shown` says whether the slice still has it. */
export function eventRows(whole: Dataset, slice: Dataset): EventRow[] {
  const present = new Set(slice.events.map(({ id }) => id));
  return whole.events
    .flatMap((event): EventRow[] => {
      const span = readEdtf(event.date);
      if (!span) return [];
      const first = span.first === null ? null : dayNumber(span.first);
      const last = span.last === null ? null : dayNumber(span.last);
      const shape = first === null || last === null ? 'open' : last - first < SHORT ? 'days' : 'span';
      const item: TimeItem = {
        id: event.id,
        label: event.label,
        shape,
        first: first ?? last ?? 0,
        last: last ?? first ?? 0,
        choice: span.precision === 'one-of',
      };
      return [{ event, span, item, shown: present.has(event.id), dateWords: dateWords(span) }];
    })
    .sort(
      (a, b) =>
        Number(a.item.shape === 'open') - Number(b.item.shape === 'open') ||
        a.item.first - b.item.first ||
        a.item.last - b.item.last,
    );
}

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

/** A span of days, both included. */
export type Days = { from: Day; to: Day };

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
