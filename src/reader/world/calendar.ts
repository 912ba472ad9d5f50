import { type Day, dayFromNumber, dayNumber, daysInMonth } from '../../domain/edtf.ts';

/** A year and a month, 1 to 12. */
export type YearMonth = { year: number; month: number };

const two = (number: number) => String(number).padStart(2, '0');
const four = (year: number) => String(year).padStart(4, '0');

/** The EDTF of a month: "2018-03". */
export const monthText = ({ year, month }: YearMonth) => `${four(year)}-${two(month)}`;
/** The EDTF of a day; null when there is no such day. */
export function dayText(year: number, month: number, day: number): Day | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? `${four(year)}-${two(month)}-${two(day)}`
    : null;
}
export const yearText = (year: number) => four(year);

export const yearOf = (day: Day) => Number(day.slice(0, 4));
export const monthOf = (day: Day) => Number(day.slice(5, 7));

/** The day some days later, or earlier. */
export const plusDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);
/** 0 is Sunday. */
const weekdayOf = (day: Day) => (((dayNumber(day) + 4) % 7) + 7) % 7;

/** The last such weekday up to a day, the day itself included. */
export const lastWeekday = (day: Day, weekday: number): Day => plusDays(day, -((weekdayOf(day) - weekday + 7) % 7));
/** The next such weekday from a day on, the day itself included. */
export const nextWeekday = (day: Day, weekday: number): Day => plusDays(day, (weekday - weekdayOf(day) + 7) % 7);

/** The week of a day, Monday to Sunday, some weeks later or earlier, as an EDTF interval. */
export function weekText(day: Day, weeks: number): string {
  const monday = plusDays(lastWeekday(day, 1), 7 * weeks);
  return `${monday}/${plusDays(monday, 6)}`;
}

export function plusMonths(day: Day, months: number): YearMonth {
  const total = yearOf(day) * 12 + monthOf(day) - 1 + months;
  return { year: Math.floor(total / 12), month: (total % 12) + 1 };
}

/** The months of a season, northern hemisphere, as an EDTF interval: winter begins in December of the year before. */
export function seasonText(season: string, year: number): string {
  const first = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[season] ?? 3;
  const from = first === 12 ? { year: year - 1, month: 12 } : { year, month: first };
  const to = first === 12 ? { year, month: 2 } : { year, month: first + 2 };
  return `${monthText(from)}/${monthText(to)}`;
}
