import { shortMonth, yearOf } from '../../domain/dateWords.ts';
import { dayFromNumber, dayNumber, daysInMonth } from '../../domain/edtf.ts';
import type { TimeItem } from '../../draw/timeAxis.ts';
import type { Days } from './days.ts';
import { type EventRow, MOST_EVENTS } from './model.ts';

/** Events that stand on the axis as one: how many there are, and their days; null for those without a date. */
export type EventGroup = { item: TimeItem; count: number; days: Days | null; name: string };

/** What the axis shows: each event, or events in groups. */
export type OnAxis = { rows: EventRow[]; groups: EventGroup[] };

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

/** The events of the axis: all of them as long as it can be read; of more, those that are shown, one by one or by months or years. */
export function onAxis(all: EventRow[]): OnAxis {
  if (all.length <= MOST_EVENTS) return { rows: all, groups: [] };
  const rows = all.filter(({ shown }) => shown);
  if (rows.length <= MOST_EVENTS) return { rows, groups: [] };
  const dated = rows.filter(({ item }) => item.shape !== 'open');
  const startOf = (row: EventRow, step: number) => Math.floor(monthOf(row.item.first) / step) * step;
  const step = STEPS.find((size) => new Set(dated.map((row) => startOf(row, size))).size <= MOST_GROUPS) ?? 12_000;
  const counts = new Map<number, number>();
  for (const row of dated) counts.set(startOf(row, step), (counts.get(startOf(row, step)) ?? 0) + 1);
  const groups = [...counts].map(([start, count]): EventGroup => {
    const days = daysOf(start, step);
    const [first, last] = [dayNumber(days.from), dayNumber(days.to)];
    const label = `${count} ${count === 1 ? 'event' : 'events'}`;
    const item: TimeItem = { id: `group:${start}`, label, shape: 'span', first, last, choice: false };
    return { item, count, days, name: nameOf(days, step) };
  });
  const undated = rows.length - dated.length;
  if (undated > 0)
    groups.push({
      item: { id: 'group:open', label: `${undated} events`, shape: 'open', first: 0, last: 0, choice: false },
      count: undated,
      days: null,
      name: 'without a date',
    });
  return { rows: [], groups };
}
