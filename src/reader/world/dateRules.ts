import type { Day } from '../../domain/edtf.ts';
import {
  dayText,
  lastWeekday,
  monthOf,
  monthText,
  nextWeekday,
  plusDays,
  plusMonths,
  seasonText,
  weekText,
  yearOf,
  yearText,
} from './calendar.ts';
import { MONTHS, WEEKDAYS } from './words.ts';

export type Match = RegExpExecArray;

type Context = {
  /** The day from which weekdays are counted; null when it is not known. */
  from: Day | null;
  /** Whether the clause speaks of what is to come. */
  future: boolean;
  /** The date before, for "the next day". */
  last: string | null;
  /** The year that the sentence or the one before names, when it is not the year of the article. */
  lastYear: number | null;
};

type Reading = { date: string | null; certainty: 'stated' | 'inferred' };

export type Rule = {
  words: RegExp;
  /** What a sentence must hold before the rule is tried; null when only the common words of dates. */
  needs: RegExp | null;
  read: (match: Match, context: Context) => Reading | null;
};

const MONTH = String.raw`(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)`;

const WEEKDAY = '(?<weekday>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)';

const YEAR = String.raw`(?<year>1[5-9]\d\d|20\d\d)`;

const DAY = String.raw`(?<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)`;

const BEFORE =
  '(?:(?:[Oo]n|[Ii]n|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Ff]rom|[Dd]uring|[Aa]fter|[Bb]efore|[Bb]ack in|[Ll]ate on|[Ee]arly on|[Ll]ate|[Ee]arly|[Mm]id)[ -]){0,2}';

const PART = '(?: (?:morning|afternoon|evening|night))?';

const NUMBERS: Record<string, number> = {
  ...Object.fromEntries(
    'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 1]),
  ),
  ...{ a: 1, an: 1, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50 },
};

const stated = (date: string | null): Reading => ({ date, certainty: 'stated' });

const inferred = (date: string | null): Reading => ({ date, certainty: 'inferred' });

const monthNumber = (name: string) => MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1;

const rule = (words: string, read: Rule['read']): Rule => ({
  words: new RegExp(`(?<![\\p{L}\\p{N}-])${words}(?![\\p{L}\\p{N}])`, 'gu'),
  needs: words.includes('(?<month>')
    ? /[JFMASOND][a-z]{2}/
    : words.includes('(?<weekday>')
      ? /[a-z]day/
      : words.includes('(?<year>')
        ? /\d{4}/
        : null,
  read,
});

/** The year of a month without a year: the nearest before the article's day, after it when the clause speaks of what is to come. */
function yearFor(month: number, { from, future }: Context): number | null {
  if (!from) return null;
  const [year, now] = [yearOf(from), monthOf(from)];
  if (month === now) return year;
  if (future) return month < now ? year + 1 : year;
  return month > now ? (month - now <= 1 ? year : year - 1) : year;
}

function dayOfMonth(match: Match, context: Context, day: string | undefined): Reading | null {
  const { month = '', year } = match.groups ?? {};
  const number = monthNumber(month);
  const told = context.lastYear;
  const found = year ? Number(year) : (told ?? yearFor(number, context));
  if (found === null) return inferred(null);
  const date = dayText(found, number, Number(day));
  if (date && !year && !told && context.from && !context.future && date > plusDays(context.from, 40))
    return inferred(dayText(found - 1, number, Number(day)));
  return date ? { date, certainty: 'stated' } : null;
}

function weekdayDate(match: Match, { from, future }: Context): Reading {
  const { weekday = '', which } = match.groups ?? {};
  const number = WEEKDAYS.indexOf(weekday.toLowerCase());
  if (!from) return inferred(null);
  const word = which?.trim().toLowerCase();
  if (word === 'next') return stated(nextWeekday(plusDays(from, 1), number));
  if (word === 'last' || word === 'previous') return stated(lastWeekday(plusDays(from, -1), number));
  if (future) return stated(nextWeekday(plusDays(from, 1), number));
  return stated(lastWeekday(from, number));
}

/** A day some days from the last date, for "the next day". */
const fromLast =
  (days: number) =>
  (_: Match, { last }: Context): Reading | null =>
    last && /^\d{4}-\d\d-\d\d$/.test(last) ? inferred(plusDays(last, days)) : null;

const fromToday =
  (days: number) =>
  (_: Match, { from }: Context) =>
    stated(from ? plusDays(from, days) : null);

const week =
  (weeks: number) =>
  (_: Match, { from }: Context) =>
    inferred(from ? weekText(from, weeks) : null);

function ago(match: Match, { from }: Context): Reading | null {
  const { count = '', unit = '' } = match.groups ?? {};
  const number = NUMBERS[count.toLowerCase()] ?? Number(count);
  if (!from || !number) return null;
  if (unit === 'day') return inferred(plusDays(from, -number));
  if (unit === 'week') return inferred(`${plusDays(from, -7 * number)}~`);
  return inferred(`${unit === 'month' ? monthText(plusMonths(from, -number)) : yearText(yearOf(from) - number)}~`);
}

function whichMonth(match: Match, context: Context): Reading | null {
  const { month = '', which = '' } = match.groups ?? {};
  const { from } = context;
  const number = monthNumber(month);
  if (!from) return inferred(null);
  const [year, now] = [yearOf(from), monthOf(from)];
  if (/last/i.test(which)) return inferred(monthText({ year: number < now ? year : year - 1, month: number }));
  if (/next/i.test(which)) return inferred(monthText({ year: number > now ? year : year + 1, month: number }));
  if (/this/i.test(which)) return inferred(monthText({ year, month: number }));
  const found = yearFor(number, context);
  return found === null ? null : inferred(monthText({ year: found, month: number }));
}

/** The forms of dates, the longest first: what an earlier one has taken is not read again. */
export const RULES: Rule[] = [
  rule(String.raw`(?<year>(?:19|20)\d\d)-(?<mm>\d\d)-(?<dd>\d\d)`, ({ groups }) =>
    stated(dayText(Number(groups?.year), Number(groups?.mm), Number(groups?.dd))),
  ),
  rule(
    String.raw`${BEFORE}(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day,? )?${MONTH} ${DAY} ?(?:-|–|to|and|through) ?(?<day2>[12]\d|3[01]|[1-9])(?![\d:%])(?:,? ${YEAR})?`,
    (match, context) => {
      const [first, last] = [
        dayOfMonth(match, context, match.groups?.day),
        dayOfMonth(match, context, match.groups?.day2),
      ];
      return first?.date && last?.date && first.date < last.date
        ? { ...first, date: `${first.date}/${last.date}` }
        : first;
    },
  ),
  rule(
    `${BEFORE}(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day,? )?(?:the )?${MONTH} ${DAY}(?:,? ${YEAR})?`,
    (match, context) => dayOfMonth(match, context, match.groups?.day),
  ),
  rule(
    `${BEFORE}(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day,? )?(?:the )?${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?`,
    (match, context) => dayOfMonth(match, context, match.groups?.day),
  ),
  rule(`${BEFORE}${MONTH}(?: of)?,? ${YEAR}`, ({ groups }) =>
    stated(monthText({ year: Number(groups?.year), month: monthNumber(groups?.month ?? '') })),
  ),
  rule(`${BEFORE}(?<which>[Ll]ast |[Nn]ext |[Tt]his |[Pp]revious |[Tt]his past )${WEEKDAY}${PART}`, weekdayDate),
  rule(`${BEFORE}${WEEKDAY}${PART}`, weekdayDate),
  rule(`${BEFORE}(?<which>[Ll]ast |[Nn]ext |[Tt]his )${MONTH}`, whichMonth),
  rule(
    String.raw`(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Bb]etween|of|[Bb]ack in|[Ee]arlier in)(?: (?:early|mid|late))?[ -]${MONTH}(?! \d)`,
    whichMonth,
  ),
  rule('(?:[Yy]esterday|[Ll]ast night|[Yy]esterday (?:morning|afternoon|evening))', fromToday(-1)),
  rule('(?:[Tt]he )?[Dd]ay before yesterday', fromToday(-2)),
  rule('(?:[Ee]arlier )?[Tt]oday|[Tt]onight|(?:[Ee]arlier )?[Tt]his (?:morning|afternoon|evening)', fromToday(0)),
  rule(`[Tt]omorrow${PART}`, fromToday(1)),
  rule('(?:[Oo]n )?[Tt]he (?:next|following) (?:day|morning|evening|afternoon)|[Aa] day later', fromLast(1)),
  rule('(?:[Oo]n )?[Tt]he (?:previous day|day before(?= |[.,])|evening before)', fromLast(-1)),
  rule('(?:[Oo]n )?(?:[Tt]he|[Tt]hat) same (?:day|morning|evening|afternoon)|[Oo]n that day', fromLast(0)),
  rule('(?:[Ee]arlier |[Ll]ater )?[Tt]his week', week(0)),
  rule('(?:[Ee]arlier |[Ll]ate )?[Ll]ast week', week(-1)),
  rule('[Nn]ext week', week(1)),
  rule('(?:[Oo]ver|[Dd]uring|[Tt]his|[Ll]ast) (?:the )?(?:past |last )?weekend', (_, { from, future }) => {
    if (!from) return inferred(null);
    const saturday = future ? nextWeekday(from, 6) : lastWeekday(from, 6);
    return inferred(`${saturday}/${plusDays(saturday, 1)}`);
  }),
  rule('(?<which>(?:[Ee]arlier |[Ll]ater )?[Tt]his|[Ll]ast|[Nn]ext) month', ({ groups }, { from }) =>
    inferred(from ? monthText(plusMonths(from, shift(groups?.which))) : null),
  ),
  rule('(?<which>(?:[Ee]arlier |[Ll]ater )?[Tt]his|[Ll]ast|[Nn]ext) year', ({ groups }, { from }) =>
    inferred(from ? yearText(yearOf(from) + shift(groups?.which)) : null),
  ),
  rule(
    String.raw`(?<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|\d{1,3}) (?<unit>day|week|month|year)s? ago`,
    ago,
  ),
  rule(
    `(?:[Ii]n )?(?:[Tt]he )?(?<which>[Ll]ast |[Nn]ext |[Tt]his )?(?<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? ${YEAR}`,
    ({ groups }) => inferred(seasonText((groups?.season ?? '').toLowerCase(), Number(groups?.year))),
  ),
  rule('(?<which>[Ll]ast|[Nn]ext|[Tt]his) (?<season>spring|summer|autumn|fall|winter)', ({ groups }, { from }) => {
    if (!from) return inferred(null);
    const season = groups?.season ?? '';
    const passed = monthOf(from) > ({ spring: 5, summer: 8, autumn: 11, fall: 11, winter: 2 }[season] ?? 5);
    const which = (groups?.which ?? '').toLowerCase();
    const year = yearOf(from) + (which === 'last' ? (passed ? 0 : -1) : which === 'next' ? (passed ? 1 : 0) : 0);
    return inferred(seasonText(season, year));
  }),
  rule(`(?:[Tt]he )?(?<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) quarter(?: of)? ${YEAR}`, ({ groups }) => {
    const first = ['first', 'second', 'third', 'fourth'].indexOf((groups?.quarter ?? '').toLowerCase()) * 3 + 1;
    return stated(
      `${monthText({ year: Number(groups?.year), month: first })}/${monthText({ year: Number(groups?.year), month: first + 2 })}`,
    );
  }),
  rule(
    String.raw`(?:[Ii]n |[Dd]uring |[Ss]ince )?(?:the )?(?:early |mid-|late )?(?<year>1[5-9]\d0|20\d0)s`,
    ({ groups }) => inferred(`${groups?.year}/${yearText(Number(groups?.year) + 9)}`),
  ),
  rule(
    String.raw`(?:[Ff]rom |[Bb]etween )?${YEAR} ?(?:-|–|—|to|and|until) ?(?<year2>1[5-9]\d\d|20\d\d)`,
    ({ groups }) => (Number(groups?.year) < Number(groups?.year2) ? stated(`${groups?.year}/${groups?.year2}`) : null),
  ),
  rule(
    String.raw`(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Bb]ack in|[Oo]f|[Ee]arly|[Ll]ate|[Aa]fter|[Bb]efore|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Aa]|through) ${YEAR}(?!,\d|%| (?:people|deaths|cases|miles|km|metres|meters|dollars))`,
    ({ groups }) => stated(String(groups?.year)),
  ),
];

function shift(which: string | undefined): number {
  const word = (which ?? '').toLowerCase();
  return word === 'last' ? -1 : word === 'next' ? 1 : 0;
}
