import type { Day } from '../../domain/edtf.ts';
import type { Segmented } from '../segmented.ts';
import { plusDays, yearOf } from './calendar.ts';
import { type Match, RULES, type Rule } from './dateRules.ts';

/** Words that date something. `date` is EDTF; null when neither the words nor the day of the article settle it. */
export type DateMention = {
  start: number;
  end: number;
  surface: string;
  date: string | null;
  certainty: 'stated' | 'inferred' /** Index of the sentence. */;
  sentence: number;
};

const FUTURE =
  /\b(?:will|would|is to|are to|to be|scheduled|planned|plans? to|due to|set to|expected|upcoming|going to|until|till|shall)\b/;

/**
 * Stage 12 finds what dates something, in the order of the text, with its EDTF. Pure; linear in the text.
 *
 * @param from the day that the article was published, or the day that the coverage is counted from; null when neither is known
 */
export function findDates(text: Segmented, from: Day | null): DateMention[] {
  const found: DateMention[] = [];
  let last: string | null = null;
  let yearAt = { year: 0, sentence: -2 };
  for (const [n, sentence] of text.sentences.entries()) {
    const words = text.text.slice(sentence.start, sentence.end);
    let token = sentence.from;
    for (const { match, rule: by } of matchesIn(words)) {
      const start = sentence.start + match.index;
      while (token < sentence.to - 1 && (text.tokens[token]?.end ?? 0) <= start) token++;
      const quoted = (text.tokens[token]?.quotation ?? 0) > 0;
      const day = quoted ? dayOfWords(from, last) : from;
      const lastYear = n - yearAt.sentence < 2 && from && yearAt.year !== yearOf(from) ? yearAt.year : null;
      const reading = by.read(match, {
        from: day,
        future: isFuture(words, match.index, match.index + match[0].length),
        last,
        lastYear,
      });
      if (!reading) continue;
      if (reading.date) last = reading.date;
      if (match.groups?.year && reading.date) yearAt = { year: Number(match.groups.year), sentence: n };
      found.push({
        start,
        end: start + match[0].length,
        surface: match[0],
        date: reading.date,
        certainty: day === from ? reading.certainty : 'inferred',
        sentence: n,
      });
    }
  }
  return found;
}

/** The day from which words in quotation marks count: the day that the text told last, when it lies in the week before the article. */
function dayOfWords(from: Day | null, last: string | null): Day | null {
  return from && last && /^\d{4}-\d\d-\d\d$/.test(last) && last <= from && last >= plusDays(from, -7) ? last : from;
}

/** What the rules match in a sentence, without overlaps, in order. */
function matchesIn(words: string): { match: Match; rule: Rule }[] {
  if (
    !/\d|day|night|week|month|year|[Tt]omorrow|morning|evening|afternoon|spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|August|ember|October/.test(
      words,
    )
  )
    return [];
  const taken = new Uint8Array(words.length);
  const matches: { match: Match; rule: Rule }[] = [];
  for (const one of RULES) {
    if (one.needs && !one.needs.test(words)) continue;
    for (const match of words.matchAll(one.words)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken[start] || taken[end - 1]) continue;
      taken.fill(1, start, end);
      matches.push({ match, rule: one });
    }
  }
  return matches.sort((a, b) => a.match.index - b.match.index);
}

/** Whether the clause around a date speaks of what is to come. */
function isFuture(words: string, start: number, end: number): boolean {
  const before = /[^,;—"“”]*$/.exec(words.slice(Math.max(0, start - 120), start))?.[0] ?? '';
  const after = /^[^,;—"“”.]*/.exec(words.slice(end, end + 80))?.[0] ?? '';
  const clause = before.trim().length < 4 ? `${before}${after}` : before;
  return FUTURE.test(clause) && !/\b(?:said|told|announced|reported)\s*$/.test(before);
}
