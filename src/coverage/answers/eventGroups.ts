import { shortMonth, yearOf } from '../../domain/dateWords.ts';
import { type Day, dayFromNumber, dayNumber, daysInMonth } from '../../domain/edtf.ts';

/**
 * Where something stands in time. Day numbers count from 1970-01-01; both ends are included. `days`: on one or several days; `span`: a
 * month, a year or an interval; `open`: before or after, without a day. `choice`: one of its days is meant, not all of them.
 */
export type InTime = { shape: 'days' | 'span' | 'open'; first: number; last: number; choice: boolean };

/** A span of days, both included. */
export type Days = { from: Day; to: Day };

/** Events that stand on an axis as one: how many they are, and their days; null for those without a date. */
export type EventGroup = InTime & { id: string; label: string; days: Days | null; name: string };

/** Most groups that have room beside each other, and the months that a group may hold. */
const MOST_GROUPS = 24;
const STEPS = [1, 3, 12, 120, 1200];

const digits = (value: number, length: number) => String(value).padStart(length, '0');
const monthOf = (day: number) => {
  const date = dayFromNumber(day);
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
};

/** The days of so many months from that month on. */
function daysOf(first: number, months: number): Days {
  const last = first + months - 1;
  const [year, month] = [Math.floor(last / 12), (last % 12) + 1];
  const start = `${digits(Math.floor(first / 12), 4)}-${digits((first % 12) + 1, 2)}`;
  return { from: `${start}-01`, to: `${digits(year, 4)}-${digits(month, 2)}-${digits(daysInMonth(year, month), 2)}` };
}

function nameOf({ from, to }: Days, months: number): string {
  if (months === 1) return `${shortMonth(from)} ${yearOf(from)}`;
  return months === 12 ? `${yearOf(from)}` : `${shortMonth(from)} ${yearOf(from)} to ${shortMonth(to)} ${yearOf(to)}`;
}

/** Events by the months, years or decades that they begin in, whichever makes few enough groups; those without a date come last. */
export function eventGroups(events: readonly InTime[]): EventGroup[] {
  const dated = events.filter(({ shape }) => shape !== 'open');
  const startOf = ({ first }: InTime, step: number) => Math.floor(monthOf(first) / step) * step;
  const step = STEPS.find((size) => new Set(dated.map((event) => startOf(event, size))).size <= MOST_GROUPS) ?? 12_000;
  const counts = new Map<number, number>();
  for (const event of dated) counts.set(startOf(event, step), (counts.get(startOf(event, step)) ?? 0) + 1);
  const groups = [...counts].map(([start, count]): EventGroup => {
    const days = daysOf(start, step);
    return {
      id: `group:${start}`,
      label: `${count} ${count === 1 ? 'event' : 'events'}`,
      shape: 'span',
      first: dayNumber(days.from),
      last: dayNumber(days.to),
      choice: false,
      days,
      name: nameOf(days, step),
    };
  });
  const undated = events.length - dated.length;
  if (undated > 0)
    groups.push({
      id: 'group:open',
      label: `${undated} events`,
      shape: 'open',
      first: 0,
      last: 0,
      choice: false,
      days: null,
      name: 'without a date',
    });
  return groups;
}
