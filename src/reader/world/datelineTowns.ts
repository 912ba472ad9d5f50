import type { Range, Segmented } from '../segmented.ts';
import type { Mention } from './mention.ts';
import { isCapital, knownAt } from './nameForms.ts';
import { isCalendarWord } from './words.ts';

const CALENDAR = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?$/;
const SMALL = /^(?:de|da|do|du|del|la|al|el|the|upon|sur|am)$/;

const isDay = (lower: string) => isCalendarWord(lower) || CALENDAR.test(lower);

/** The places that a dateline names: its towns, and the region or country behind them. They are literal, also where the gazetteer has none so called. */
export function townsOf(text: Segmented, { from, to }: Range): Mention[] {
  const { tokens } = text;
  const found: Mention[] = [];
  let i = from;
  if (tokens[i]?.lower === 'by') {
    while (i < to && tokens[i]?.lower !== 'in') i++;
  }
  while (i < to) {
    const token = tokens[i];
    // The agency.
    if (!token || token.text === '(') break;
    if (!isCapital(token) || isDay(token.lower)) {
      i++;
      continue;
    }
    const known = knownAt(text, i, to);
    let end = i + 1;
    while (
      end < to &&
      ((isCapital(tokens[end]) && !isDay(tokens[end]?.lower ?? '')) ||
        (SMALL.test(tokens[end]?.lower ?? '') && isCapital(tokens[end + 1]) && end + 1 < to))
    )
      end++;
    const whole = known && known.to >= end ? known : null;
    const last = tokens[end - 1];
    found.push(
      whole ?? {
        start: token.start,
        end: last?.end ?? token.end,
        from: i,
        to: end,
        name: text.text.slice(token.start, last?.end),
        kind: 'city',
        spots: [],
        sense: 'literal',
      },
    );
    i = whole ? whole.to : end;
  }
  return found;
}
