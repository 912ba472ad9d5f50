import { standsByQuotationMark } from '../../corpus/rules.ts';
import type { Article } from '../../domain/article.ts';
import type { StatementKind } from '../../domain/statement.ts';
import type { IndexedSpan, SpanIndex } from '../world/spanIndex.ts';
import { evidenceOf, outside, pieces } from './spans.ts';

/** The words of a statement as a corpus holds them. */
export type Words = { kind: StatementKind; content: IndexedSpan[]; quoted: IndexedSpan[] };

const NOT_A_WORD = /^[^\p{L}\p{N}]*$/u;
const inside = (part: IndexedSpan, whole: IndexedSpan) => part.start >= whole.start && part.end <= whole.end;

/**
 * Fits the words of a statement to the rules of the corpus: without what is no part of the article, in pieces that do not overlap, and a piece that
 * is quoted from end to end without its marks. Null when nothing is left.
 */
export function fittedWords(
  article: Article,
  content: readonly IndexedSpan[],
  quoted: readonly IndexedSpan[],
  cut: SpanIndex<IndexedSpan>,
): Words | null {
  const { text } = article;
  const parts = (spans: readonly IndexedSpan[]) =>
    apart(spans.flatMap((span) => outside(text, span, cut)).flatMap((span) => pieces(text, span)));
  const whole = parts(content);
  const marked = parts(quoted).filter(
    (span) => whole.some((one) => inside(span, one)) && standsByQuotationMark(text, evidenceOf(article, span)),
  );
  const made = whole.flatMap((span) => {
    const own = marked.filter((one) => inside(one, span));
    return own.length > 0 && NOT_A_WORD.test(between(text, span, own)) ? own : [span];
  });
  if (made.every(({ start, end }) => NOT_A_WORD.test(text.slice(start, end)))) return null;
  const kind =
    marked.length === 0
      ? 'indirect'
      : made.every((span) => marked.some((one) => inside(span, one)))
        ? 'direct'
        : 'mixed';
  return { kind, content: made.slice(0, 500), quoted: marked.slice(0, 500) };
}

/** What a span has beside some spans in it. */
function between(text: string, { start, end }: IndexedSpan, own: readonly IndexedSpan[]): string {
  let at = start;
  let rest = '';
  for (const one of own) {
    rest += text.slice(at, one.start);
    at = one.end;
  }
  return rest + text.slice(at, end);
}

/** Spans in order; one that overlaps the one before begins behind it. */
function apart(spans: readonly IndexedSpan[]): IndexedSpan[] {
  const made: IndexedSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(span.start, made.at(-1)?.end ?? 0);
    if (start < span.end) made.push({ start, end: span.end });
  }
  return made;
}
