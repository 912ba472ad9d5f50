import type { Dataset } from '../../domain/corpus.ts';
import type { DatedEvent } from '../../domain/datedEvent.ts';
import { type DateSpan, type Day, dayFromNumber, dayNumber, readEdtf } from '../../domain/edtf.ts';
import type { Filters } from '../../domain/filters.ts';
import type { TimeItem } from '../../draw/timeAxis.ts';

export type EventRow = { event: DatedEvent; span: DateSpan; item: TimeItem; shown: boolean; dateWords: string };

/** A span of at most this many days stands on the days, a longer one on the months. */
const SHORT = 10;

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const DAY = format({ day: 'numeric', month: 'short', year: 'numeric' });
const MONTH = format({ month: 'long', year: 'numeric' });
const SHORT_MONTH = format({ month: 'short' });
const WEEKDAY = format({ weekday: 'short', day: 'numeric', month: 'short' });
const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);

/** A date in words: "8 Jan 2019", "March 2018", "8 Jan 2019 or 9 Jan 2019", "before 10 Jan 2019". */
export function dateWords(span: DateSpan): string {
  const { first, last, precision, approximate, days } = span;
  const about = approximate ? 'about ' : '';
  if (precision === 'one-of') return days.map((day) => DAY.format(dateOf(day))).join(' or ');
  if (first === null) return last === null ? '' : `before ${DAY.format(dateOf(last))}`;
  if (last === null) return `after ${DAY.format(dateOf(first))}`;
  if (precision === 'year') return about + first.slice(0, 4);
  if (precision === 'month') return about + MONTH.format(dateOf(first));
  if (precision === 'interval') return `${DAY.format(dateOf(first))} to ${DAY.format(dateOf(last))}`;
  return about + DAY.format(dateOf(first));
}

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

/** "Tue 8 Jan" for a day of the axis, "Mar" or "Jan 2018" for a month. */
export function tickLabel(day: number, kind: 'month' | 'day', withYear: boolean): string {
  const date = dateOf(dayFromNumber(day));
  if (kind === 'day') return WEEKDAY.format(date).replace(',', '');
  return SHORT_MONTH.format(date) + (withYear ? ` ${date.getUTCFullYear()}` : '');
}

/** The first and last day that a tick stands for. */
export function tickDays(day: number, kind: 'month' | 'day'): { from: Day; to: Day } {
  const from = dayFromNumber(day);
  if (kind === 'day') return { from, to: from };
  const next = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 0));
  return { from, to: next.toISOString().slice(0, 10) };
}

/** Choosing a tick sets from and to; choosing it again takes them back. */
export function withDays(filters: Filters, { from, to }: { from: Day; to: Day }): Filters {
  return filters.from === from && filters.to === to ? { ...filters, from: null, to: null } : { ...filters, from, to };
}
