import type { TextFlag } from '../../domain/textFlag.ts';
import { type Segmented, SHAPE } from '../segmented.ts';
import { findFurniture } from './boilerplate.ts';
import { findMisspelt } from './misspelt.ts';
import { type IndexedSpan, spanIndex } from './spanIndex.ts';

/** A flaw of one article. `skip` says that nothing may be read from these words, `damaged` that no relation may. */
export type FoundFlaw = { kind: TextFlag['kind']; note: string; spans: IndexedSpan[]; skip: boolean; damaged: boolean };

const FEWEST_WORDS = 6;
/** Abbreviations that something has to follow. */
const OPEN_ENDED = /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Capt|Prof|Rev|Hon|St|Mt|No|vs)\.$/;
/** Abbreviations that may end a sentence, and as well be where it was cut. */
const COUNTRY_END = /(?:^|[\s("“])(?:U\.S|U\.N|U\.K|E\.U|U\.S\.A)\.$/;
const WHERE = /\b(?:in|into|to|from|across|throughout|outside|inside|within|around|of|by|at) (?:the )?U\.\w\.(?:A\.)?$/;
/** Words that end no sentence. */
const HANGING =
  /\b(?:the|a|an|of|and|or|but|to|in|on|at|for|with|from|by|that|which|who|whose|as|than|if|because|while|is|are|was|were|has|have|had|will|would|could|their|his|her|its|this|these)$/i;
const CUT_MARK = /(?:\[?(?:…|\.\.\.)\]?|\[\+\d+ chars\])$/;

/** Stage 4 finds the flaws of an article: it marks them and repairs nothing. Pure; linear in the text. */
export function findFlaws(text: Segmented): FoundFlaw[] {
  const flaws: FoundFlaw[] = [];
  for (const { span, what } of findFurniture(text))
    flaws.push({ kind: 'boilerplate', note: FURNITURE[what], spans: [span], skip: true, damaged: true });
  flaws.push(...repeated(text));
  flaws.push(...beheaded(text));
  const other = flaws.length > 0;
  flaws.push(...cutOff(text, other));
  for (const { start, end, meant } of findMisspelt(text))
    flaws.push({
      kind: 'typo',
      note: `“${text.text.slice(start, end)}” may be ${meant}; the text is kept as it is.`,
      spans: [{ start, end }],
      skip: false,
      damaged: false,
    });
  return flaws.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}

const FURNITURE = {
  page: 'A line of the page, not of the article.',
  server: 'A message of a server, not of the article.',
  foreign: 'A headline of something else: the article names nobody in it.',
} as const;

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Paragraphs, and sentences of some length, that stand more than once in an article. */
function repeated(text: Segmented): FoundFlaw[] {
  const flaws: FoundFlaw[] = [];
  const inRepeated = new Set<number>();
  for (const [parts, what] of [
    [text.paragraphs, 'paragraph'],
    [text.sentences, 'sentence'],
  ] as const) {
    const groups = new Map<string, IndexedSpan[]>();
    for (const { start, end, from, to } of parts) {
      if (to - from < FEWEST_WORDS || inRepeated.has(start)) continue;
      const key = bare(text.text.slice(start, end));
      const spans = groups.get(key);
      if (spans) spans.push({ start, end });
      else groups.set(key, [{ start, end }]);
    }
    for (const spans of groups.values()) {
      if (spans.length < 2) continue;
      for (const span of spans) inRepeated.add(span.start);
      const headline = spans[0]?.start === text.paragraphs[0]?.start;
      flaws.push({
        kind: 'repeated',
        note: headline ? `The headline stands ${spans.length} times.` : `This ${what} stands ${spans.length} times.`,
        spans,
        skip: false,
        damaged: headline,
      });
    }
  }
  return flaws;
}

/** Sentences that begin in the middle: with a hyphen that joined them to something, or in lower case after a full stop. */
function beheaded(text: Segmented): FoundFlaw[] {
  const flaws: FoundFlaw[] = [];
  let n = 0;
  for (const match of text.text.matchAll(/(?<=[\p{Ll}\p{N}]{2}[.!?]["”’')]? )(?:[-–]\p{L}|\p{Ll}+ \p{Ll}+ )/gu)) {
    const start = match.index;
    const before = text.text.slice(Math.max(0, start - 12), start);
    // After an abbreviation a sentence goes on, and after a quotation that ends in a mark its speaker comes.
    if (
      /[!?]["”’'] $|["”’'] $|\b(?:vs|etc|approx|est|no|inc|corp|ltd|jr|sr|st|p|pp|vol|cf|ca|dept|univ|sept|oct|nov|dec|jan|feb|aug)\. $/i.test(
        before,
      ) &&
      !/^[-–]/.test(match[0])
    )
      continue;
    while ((text.paragraphs[n]?.end ?? Number.POSITIVE_INFINITY) <= start) n++;
    const paragraph = text.paragraphs[n];
    const stop = /[.!?]["”’']?(?=\s|$)/.exec(text.text.slice(start, paragraph?.end));
    const end = stop ? start + stop.index + stop[0].length : (paragraph?.end ?? start + match[0].length);
    flaws.push({
      kind: 'garbled',
      note: 'The sentence begins in the middle.',
      spans: [{ start, end }],
      skip: false,
      damaged: true,
    });
  }
  return flaws;
}

/** Paragraphs that end where nothing ends. `damagedElsewhere` decides about endings that may be whole: "supports the U.S." */
function cutOff(text: Segmented, damagedElsewhere: boolean): FoundFlaw[] {
  const flaws: FoundFlaw[] = [];
  for (const [n, paragraph] of text.paragraphs.entries()) {
    const words = text.text.slice(paragraph.start, paragraph.end);
    const last = text.sentences[text.tokens[paragraph.to - 1]?.sentence ?? 0];
    if (!last || paragraph.to - paragraph.from < FEWEST_WORDS) continue;
    const sentence = text.text.slice(last.start, last.end);
    const abbreviated =
      OPEN_ENDED.test(sentence) || (damagedElsewhere && COUNTRY_END.test(sentence) && !WHERE.test(sentence));
    const hanging =
      n > 0 &&
      text.tokens[paragraph.to - 1]?.shape === SHAPE.lower &&
      HANGING.test(words) &&
      paragraph.to - paragraph.from > 8;
    const marked = n === text.paragraphs.length - 1 && CUT_MARK.test(words);
    if (!abbreviated && !hanging && !marked) continue;
    const note = abbreviated
      ? 'The sentence ends at an abbreviation: what follows is missing.'
      : 'The sentence stops before its end.';
    flaws.push({ kind: 'truncated', note, spans: [{ start: last.start, end: last.end }], skip: false, damaged: true });
  }
  return flaws;
}

/** Words that stand in several articles. */
export type SharedPassage = { spans: { article: string; start: number; end: number }[] };

/** Finds sentences that several articles have word for word. `skip` holds what is not part of an article. */
export function findSharedPassages(
  articles: readonly { id: string; text: Segmented; skip?: readonly IndexedSpan[] }[],
): SharedPassage[] {
  const groups = new Map<string, SharedPassage['spans']>();
  for (const { id, text, skip } of articles) {
    const skipped = spanIndex(skip ?? []);
    for (const { start, end, from, to } of text.sentences) {
      if (to - from < FEWEST_WORDS || skipped.touches({ start, end })) continue;
      const key = bare(text.text.slice(start, end));
      const spans = groups.get(key) ?? [];
      groups.set(key, spans);
      spans.push({ article: id, start, end });
    }
  }
  return [...groups.values()]
    .filter((spans) => new Set(spans.map((span) => span.article)).size > 1)
    .map((spans) => ({ spans }));
}
