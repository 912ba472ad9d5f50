import { firstWhere } from '../../domain/firstWhere.ts';
import type { Segmented } from '../segmented.ts';
import type { DateMention } from './dates.ts';
import type { IndexedSpan } from './spanIndex.ts';

/** The day of a speech act, with the words that date it. */
export type Said = { date: string; certainty: 'stated' | 'inferred'; evidence: IndexedSpan };

const FURTHEST = 70;
/** Words that begin another clause: a date beyond them dates something else. */
const OTHER_CLAUSE = /[;:"“”]|, (?!(?:on|at|in)\b)|\b(?:that|which|who|when|after|before|while|because|if|and|but)\b/i;

/**
 * Finds the day on which something was said: a date in the sentence of the cue, outside what is said, with no other clause between. A date after
 * the cue and right before "that" counts; one that only a comma parts from the cue at the start of the sentence counts, too.
 */
export function findSaid(
  text: Segmented,
  dates: readonly DateMention[],
  cue: IndexedSpan,
  content: readonly IndexedSpan[],
): Said | null {
  const { sentences } = text;
  const sentence = sentences[firstWhere(sentences.length, (at) => (sentences[at]?.end ?? 0) > cue.start)];
  if (!sentence || sentence.start > cue.start) return null;
  let best: { said: Said; distance: number } | null = null;
  for (let at = firstWhere(dates.length, (n) => (dates[n]?.start ?? 0) >= sentence.start); at < dates.length; at++) {
    const mention = dates[at];
    if (!mention || mention.start >= sentence.end) break;
    if (mention.date === null || mention.end > sentence.end) continue;
    if (content.some((span) => span.start < mention.end && mention.start < span.end)) continue;
    const before = mention.end <= cue.start;
    const gap = before ? text.text.slice(mention.end, cue.start) : text.text.slice(cue.end, mention.start);
    const opens =
      before &&
      mention.start - sentence.start < 4 &&
      gap.length < 2 * FURTHEST &&
      !/\b(?:that|which|when|after|before|while)\b/.test(gap);
    if (!opens && (gap.length > FURTHEST || OTHER_CLAUSE.test(gap))) continue;
    if (best && best.distance <= gap.length) continue;
    best = {
      said: { date: mention.date, certainty: mention.certainty, evidence: { start: mention.start, end: mention.end } },
      distance: gap.length,
    };
  }
  return best?.said ?? null;
}
