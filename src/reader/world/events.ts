import type { Segmented } from '../segmented.ts';
import type { DateMention } from './dates.ts';
import type { FoundPlace } from './places.ts';
import { type IndexedSpan, spanIndex } from './spanIndex.ts';

/** Something that the text dates. Spans are UTF-16 code units; `place` is an index into the places given. */
export type FoundEvent = {
  label: string;
  date: string;
  surface: string;
  certainty: 'stated' | 'inferred' | 'contested';
  /** Ids of the actors in the clause, in order. */
  actors: string[];
  place: number | null;
  evidence: IndexedSpan[];
};

/** A mention of an actor in the text. */
export type ActorMention = IndexedSpan & { actor: string };

const LONGEST_LABEL = 90;
const FURTHEST = 400;
const BREAK =
  /[;:()—“”"]|,? (?:and|but|while|although|because|which|who|when|where|after|before|though)\b|, (?=\p{L})/gu;

/** Finds the dated events of an article: one a date and clause; two days that two sentences give one event make it contested. */
export function findEvents(
  text: Segmented,
  dates: readonly DateMention[],
  places: readonly FoundPlace[],
  actors: readonly ActorMention[],
  skip: readonly IndexedSpan[] = [],
): FoundEvent[] {
  const made: FoundEvent[] = [];
  const skipped = spanIndex(skip);
  const placeAt = spanIndex(places.flatMap((place, index) => place.mentions.map((mention) => ({ ...mention, index }))));
  const actorAt = spanIndex(actors);
  // The day of a dateline dates the article.
  const datelines = spanIndex(text.datelines);
  const seen = new Set<string>();
  for (const mention of dates) {
    if (mention.date === null || skipped.touches(mention) || datelines.touches(mention) || isInName(text.text, mention))
      continue;
    const clause = clauseAround(text, mention);
    const key = `${clause.start} ${mention.date}`;
    if (seen.has(key)) continue;
    seen.add(key);
    made.push({
      label: labelOf(text.text.slice(clause.start, clause.end), mention.surface),
      date: mention.date,
      surface: mention.surface,
      certainty: mention.certainty,
      actors: [...new Set(actorAt.overlapping(clause).map((one) => one.actor))],
      place: placeAt.overlapping(clause)[0]?.index ?? null,
      evidence: [clause],
    });
  }
  return contested(text.text, made);
}

/** "A 2018 film", "the Reform Bill 2019": a year in a name dates nothing. */
function isInName(text: string, { start, end, surface }: DateMention): boolean {
  if (
    /^(?:[Aa]|[Tt]he|[Hh]is|[Hh]er|[Ii]ts) \d{4}$/.test(surface) &&
    /^ (?:\p{Lu}|film|book|song|album|documentary|novel|report|study|model)/u.test(text.slice(end, end + 12))
  )
    return true;
  return /(?:Act|Bill|Law|Cup|Games|Olympics|Treaty)(?: of)? $/.test(text.slice(Math.max(0, start - 14), start));
}

/** The clause that holds a date: to the nearest break on each side that leaves some words. */
function clauseAround(text: Segmented, { start, end, sentence: n }: DateMention): IndexedSpan {
  const sentence = text.sentences[n] ?? { start, end };
  // A clause has bounds even where a sentence has none.
  const first = Math.max(sentence.start, start - FURTHEST);
  const words = text.text.slice(first, Math.min(sentence.end, end + FURTHEST));
  let from = 0;
  let to = words.length;
  for (const match of words.matchAll(BREAK)) {
    const [a, b] = [first + match.index, first + match.index + match[0].length];
    if (b <= start && start - b > 25) from = b - first;
    if (a >= end && (a - start > 35 || /^, (?:and|but|while|although)$/.test(match[0]))) {
      to = match.index;
      break;
    }
  }
  const cut = words.slice(from, to);
  const lead = cut.length - cut.trimStart().length;
  return { start: first + from + lead, end: first + from + cut.trimEnd().length };
}

function labelOf(clause: string, surface: string): string {
  const bare = clause
    .replace(surface, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.])/g, '$1')
    .replace(/^[\s,.]+|[\s,.]+$/g, '');
  if (bare.length <= LONGEST_LABEL) return bare;
  return `${bare.slice(0, bare.lastIndexOf(' ', LONGEST_LABEL))}…`;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const COMMON =
  /^(?:that|with|from|this|have|been|were|will|said|also|their|after|before|when|where|which|would|about|into|over|year|week|month|north|south|leader|president)$/;

function stems(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(
    words
      .filter((word) => !COMMON.test(word) && !/day$/.test(word))
      .map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  );
}

/** Joins two events that share actor, place and words but not the day; dates of one event that differ are contested. */
function contested(text: string, events: readonly FoundEvent[]): FoundEvent[] {
  const made: FoundEvent[] = [];
  const words = events.map((event) =>
    DAY.test(event.date)
      ? stems(event.evidence.map((span) => text.slice(span.start, span.end)).join(' '))
      : new Set<string>(),
  );
  const index = new Map<FoundEvent, number>();
  for (const [i, event] of events.entries()) {
    const other = made.slice(-40).find((one) => isSame(one, event, words[index.get(one) ?? -1], words[i]));
    if (!other) {
      made.push(event);
      index.set(event, i);
      continue;
    }
    const merged: FoundEvent = {
      ...other,
      date: `[${[other.date, event.date].sort().join(',')}]`,
      certainty: 'contested',
      actors: [...new Set([...other.actors, ...event.actors])],
      evidence: [...other.evidence, ...event.evidence],
    };
    made[made.indexOf(other)] = merged;
  }
  return made;
}

const SHARED_WORDS = 4;

function isSame(
  a: FoundEvent,
  b: FoundEvent,
  ours: ReadonlySet<string> | undefined,
  theirs: ReadonlySet<string> | undefined,
): boolean {
  if (!ours || !theirs || a.date === b.date || !DAY.test(a.date) || !DAY.test(b.date)) return false;
  if (Math.abs(Date.parse(a.date) - Date.parse(b.date)) > 3 * 86_400_000) return false;
  if (a.place === null || a.place !== b.place || !a.actors.some((actor) => b.actors.includes(actor))) return false;
  return [...ours].filter((word) => theirs.has(word)).length >= SHARED_WORDS;
}
