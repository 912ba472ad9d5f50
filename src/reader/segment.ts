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
  return isWrapped(text, found) ? unwrapped(text, found) : found;
}

/** Whether most lines end within a sentence and none is long: then a line break is a space. */
function isWrapped(text: string, found: readonly [number, number][]): boolean {
  let joined = 0;
  let broken = 0;
  for (const [i, [start, end]] of found.entries()) {
    if (end - start > 110) return false;
    const next = found[i + 1];
    if (!next || !isSingleBreak(text, end, next[0])) continue;
    broken++;
    if (/[\p{L}\p{N},]\s*$/u.test(text.slice(Math.max(start, end - 8), end)) && end - start > 30) joined++;
  }
  return broken > 2 && joined > broken * 0.6;
}

function unwrapped(text: string, found: readonly [number, number][]): [number, number][] {
  const paragraphs: [number, number][] = [];
  for (const [start, end] of found) {
    const last = paragraphs.at(-1);
    if (last && isSingleBreak(text, last[1], start)) last[1] = end;
    else paragraphs.push([start, end]);
  }
  return paragraphs;
}

/** Whether one line break, and nothing else that shows, stands between two places. */
function isSingleBreak(text: string, from: number, to: number): boolean {
  if (to - from > 80) return false;
  return /^[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*$/.test(text.slice(from, to));
}
