import type { Evidence } from '../../domain/evidence.ts';
import type { Slug } from '../../domain/slug.ts';
import type { IndexedSpan, SpanIndex } from '../world/spanIndex.ts';

/** The longest passage that a corpus holds as one. */
const LONGEST = 5000;

/** The words of a text at a span, as evidence. */
export function evidenceOf(article: { id: Slug; text: string }, { start, end }: IndexedSpan): Evidence {
  return { article: article.id, start, end, exact: article.text.slice(start, end) };
}

/** What is left of a span without spaces at its ends; null when that is nothing. */
function trimmed(text: string, { start, end }: IndexedSpan): IndexedSpan | null {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return to > from ? { start: from, end: to } : null;
}

/** The parts of a span outside some others, without spaces at their ends, in order. */
export function outside(text: string, span: IndexedSpan, cut: SpanIndex<IndexedSpan>): IndexedSpan[] {
  const parts: IndexedSpan[] = [];
  let at = span.start;
  for (const { start, end } of cut.overlapping(span)) {
    if (start > at) parts.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < span.end) parts.push({ start: at, end: span.end });
  return parts.flatMap((part) => trimmed(text, part) ?? []);
}

/** A span cut into pieces that a corpus can hold, at spaces where there are any. */
export function pieces(text: string, span: IndexedSpan): IndexedSpan[] {
  const made: IndexedSpan[] = [];
  let { start } = span;
  while (span.end - start > LONGEST) {
    const space = text.lastIndexOf(' ', start + LONGEST);
    let end = space > start + LONGEST / 2 ? space : start + LONGEST;
    // Not between the two halves of one character.
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end -= 1;
    made.push({ start, end });
    start = end;
  }
  return [...made, { start, end: span.end }].flatMap((part) => trimmed(text, part) ?? []);
}
