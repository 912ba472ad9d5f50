import { datelineAt } from './datelines.ts';
import { findQuotations } from './quotations.ts';
import type { Range, Segmented, Token } from './segmented.ts';
import { findSentences } from './sentences.ts';
import { tokenise } from './tokenise.ts';

/**
 * Stage 2 segments a text into paragraphs, sentences, quotations and tokens. Pure; time and memory grow with the text's length,
 * whatever it holds. Blank lines part paragraphs, and single line breaks do, unless the text is wrapped at a fixed width.
 */
export function segment(text: string): Segmented {
  const tokens: Token[] = [];
  const paragraphs: Range[] = [];
  const datelines: Range[] = [];
  for (const [start, end] of lines(text)) {
    const from = tokens.length;
    tokenise(text, start, end, paragraphs.length, tokens);
    const first = tokens[from];
    const last = tokens.at(-1);
    if (!first || !last || tokens.length === from) continue;
    paragraphs.push({ start: first.start, end: last.end, from, to: tokens.length });
    const dateline = datelineAt(text, tokens, from, paragraphs.length - 1);
    if (dateline) datelines.push(dateline);
  }
  const quotations = findQuotations(text, tokens, paragraphs);
  const sentences = findSentences(tokens, paragraphs, datelines);
  return { text, tokens, sentences, paragraphs, quotations, datelines };
}

/** The character ranges of the paragraphs, in order. */
function lines(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g))
    if (/\S/.test(match[0])) found.push([match.index, match.index + match[0].length]);
  return unwrapped(text, found);
}

/** The widest line of a text that is broken at a width. */
const WIDEST = 110;
/** The shortest line that a width breaks, in characters. */
const NARROWEST = 30;

/** Lengths of a line without the spaces at its end, and of the first word of the line that follows a single break; null at other breaks. */
type Break = { length: number; word: number; within: boolean; lower: boolean };

function breakAfter(text: string, found: readonly [number, number][], i: number): Break | null {
  const [start, end] = found[i] as [number, number];
  const next = found[i + 1];
  if (!next || end - start > WIDEST || !isSingleBreak(text, end, next[0])) return null;
  const line = text.slice(start, end).trimEnd();
  const after = text.slice(next[0], Math.min(next[1], next[0] + WIDEST)).trimStart();
  return {
    length: line.length,
    word: /^\S*/.exec(after)?.[0].length ?? 0,
    within: /[\p{L}\p{N},;—–-]$/u.test(line) && line.length > NARROWEST,
    lower: /^["“'‘(]?\p{Ll}/u.test(after),
  };
}

/** Whether the next word would not have fitted on the line. */
const isFull = ({ length, word }: Break, width: number) => length + 1 + word > width - 2;

/**
 * The width at which most lines are broken; 0 when lines are paragraphs. Lines are broken at a width when most end within a sentence, and the first word
 * of the next would not have fitted. Lines of a list or a poem end where they like.
 */
function widthOf(breaks: readonly (Break | null)[], longer: number): number {
  const single = breaks.filter((one) => one !== null);
  if (single.length === 0 || longer > single.length * 0.1) return 0;
  const width = single.reduce((most, { length }) => Math.max(most, length), 0);
  const within = single.filter((one) => one.within).length;
  const going = single.filter((one) => one.within && one.lower).length;
  const full = single.filter((one) => isFull(one, width)).length;
  if (single.length < 3) return width >= 50 && going === single.length ? width : 0;
  const most = within > single.length * 0.6 && going > single.length * 0.3;
  return most || (width >= 50 && full > single.length * 0.6 && going > single.length * 0.3) ? width : 0;
}

/** Joins the lines of a text that is broken at a width. A line that ends a sentence and has room for the next word ends its paragraph. */
function unwrapped(text: string, found: readonly [number, number][]): [number, number][] {
  const breaks = found.map((_, i) => breakAfter(text, found, i));
  const longer = found.filter(([start, end]) => end - start > WIDEST).length;
  const width = widthOf(breaks, longer);
  if (width === 0) return [...found];
  const paragraphs: [number, number][] = [];
  let goesOn = false;
  for (const [i, [start, end]] of found.entries()) {
    const last = paragraphs.at(-1);
    if (last && goesOn) last[1] = end;
    else paragraphs.push([start, end]);
    const one = breaks[i];
    goesOn =
      one !== null &&
      one !== undefined &&
      (isFull(one, width) || one.lower || (one.within && one.length > width * 0.75));
  }
  return paragraphs;
}

/** Whether one line break, and nothing else that shows, stands between two places. */
function isSingleBreak(text: string, from: number, to: number): boolean {
  if (to - from > 80) return false;
  return /^[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*$/.test(text.slice(from, to));
}
