import type { DateSpan, Day, EndPrecision } from './edtf.ts';

// Names of our own: a formatter of the system takes its time to start, and need not be the same at build time and in the browser.
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** With all four digits: "8 Jan 50" would be read as 1950. */
export const yearOf = (day: Day) => day.slice(0, -6);
const monthOf = (day: Day) => MONTHS[Number(day.slice(-5, -3)) - 1] ?? '';
export const shortMonth = (day: Day) => monthOf(day).slice(0, 3);
export const dayOfMonth = (day: Day) => String(Number(day.slice(-2)));

/** A date in words: "8 Jan 2019", "March 2018", "8 Jan 2019 or 9 Jan 2019", "before 10 Jan 2019". */
export function dateWords({ first, last, precision, approximate, days, ends }: DateSpan): string {
  const words = (day: Day, exact: EndPrecision | null) => {
    if (exact === 'year') return yearOf(day);
    return exact === 'month'
      ? `${monthOf(day)} ${yearOf(day)}`
      : `${dayOfMonth(day)} ${shortMonth(day)} ${yearOf(day)}`;
  };
  const about = approximate ? 'about ' : '';
  if (precision === 'one-of') return days.map((day) => words(day, 'day')).join(' or ');
  if (first === null) return last === null ? '' : `before ${about}${words(last, ends[1])}`;
  if (last === null) return `after ${about}${words(first, ends[0])}`;
  if (precision === 'interval') return `${about}${words(first, ends[0])} to ${words(last, ends[1])}`;
  return about + words(first, ends[0]);
}
