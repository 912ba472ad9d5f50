import { isDay } from '../../domain/edtf.ts';

/** A date as it was read: an EDTF day or month, or numbers of which nothing tells which is the month. */
export type ReadDate = { edtf: string } | { ambiguous: string };

/** Which of the first two numbers of 01/02/2019 is the day. */
export type DayOrder = 'day-first' | 'month-first';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s+)?';
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?(?!\d)/;
const ISO_MONTH = /^(\d{4})-(\d{2})$/;
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})(?!\\d)`,
  'i',
);
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i');
const MAIL = new RegExp(`^${WEEKDAY}(\\d{1,2})\\s+${MONTH}\\s+(\\d{2})\\s+\\d{2}:\\d{2}`, 'i');
const ONLY_MONTH = new RegExp(`^${MONTH},?\\s+(\\d{4})$`, 'i');

const two = (text: string | number) => String(text).padStart(2, '0');
const monthNumber = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function dayOf(year: string, month: string | number, day: string | number): ReadDate | null {
  const whole = `${year}-${two(month)}-${two(day)}`;
  return isDay(whole) && year >= '1000' ? { edtf: whole } : null;
}

function fromNumbers(words: string, order: DayOrder | null): ReadDate | null {
  const [, first = '', , second = '', year = ''] = NUMBERS.exec(words) ?? [];
  if (year === '') return null;
  const [dayFirst, monthFirst] = [dayOf(year, second, first), dayOf(year, first, second)];
  if (!dayFirst || !monthFirst || first === second) return dayFirst ?? monthFirst;
  if (order === null) return { ambiguous: words };
  return order === 'day-first' ? dayFirst : monthFirst;
}

/**
 * Reads a date that a text begins with: ISO 8601, RFC 822, "10 January 2019", "January 10, 2019", 20190110, 13/01/2019. The day is the one that is
 * written, in whatever time zone. 01/02/2019 is ambiguous unless an order is given. Null for what is no date, or no real day.
 */
export function readDate(text: string, order: DayOrder | null = null): ReadDate | null {
  const words = text.slice(0, 200).trim();
  const iso = ISO.exec(words) ?? COMPACT.exec(words);
  if (iso) return dayOf(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const month = ISO_MONTH.exec(words);
  if (month) return dayOf(month[1] ?? '', month[2] ?? '', 1) ? { edtf: words } : null;
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst) return dayOf(dayFirst[3] ?? '', monthNumber(dayFirst[2] ?? ''), dayFirst[1] ?? '');
  const monthFirst = MONTH_FIRST.exec(words);
  if (monthFirst) return dayOf(monthFirst[3] ?? '', monthNumber(monthFirst[1] ?? ''), monthFirst[2] ?? '');
  const mail = MAIL.exec(words);
  // RFC 2822, section 4.3: two digits up to 49 are of this century.
  if (mail) return dayOf(`${Number(mail[3]) < 50 ? 20 : 19}${mail[3]}`, monthNumber(mail[2] ?? ''), mail[1] ?? '');
  const only = ONLY_MONTH.exec(words);
  if (only) return { edtf: `${only[2]}-${two(monthNumber(only[1] ?? ''))}` };
  return fromNumbers(words, order);
}

/** The EDTF of a date when it can only mean one. */
export function edtfOf(text: string, order: DayOrder | null = null): string | null {
  const date = readDate(text, order);
  return date && 'edtf' in date ? date.edtf : null;
}

/** The order that the dates of one column settle: one of them has a number above 12, and none contradicts it. Null otherwise. */
export function dayOrderOf(dates: Iterable<string>): DayOrder | null {
  let [dayFirst, monthFirst] = [false, false];
  for (const date of dates) {
    const [, first = '', , second = ''] = NUMBERS.exec(date.trim()) ?? [];
    if (Number(first) > 12 && Number(first) < 32) dayFirst = true;
    if (Number(second) > 12 && Number(second) < 32) monthFirst = true;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day-first' : 'month-first';
}

const LABEL =
  /^(?:published|posted|date|first published|publication date|issued|filed)(?:\s+(?:on|at))?\s*[:.–—-]?\s*/i;

/** The date of a dateline, "BEIJING, January 10, 2019 (Xinhua) —": behind a place in capitals and a comma, before a dash. */
function datelineIn(line: string): string | null {
  const head = /^[A-Z]{3}[^–—\n]{0,80}?(?=\s*(?:[–—(]|\s-\s|--))/.exec(line)?.[0] ?? '';
  for (let comma = head.indexOf(','); comma >= 0; comma = head.indexOf(',', comma + 1)) {
    const date = edtfOf(head.slice(comma + 1));
    if (date) return date;
  }
  return null;
}

/** The day that the first lines of a text say they are of: a line that is a date, or a dateline with its year. Null when they say none. */
export function datelineOf(text: string): string | null {
  const lines = text.slice(0, 4_000).split(/\r\n?|\n/);
  for (const line of lines
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, 6)) {
    const alone = line.length <= 80 && !/[.!?]["”’]?$/.test(line) ? edtfOf(line.replace(LABEL, '')) : null;
    const date = alone ?? datelineIn(line);
    if (date) return date;
  }
  return null;
}
