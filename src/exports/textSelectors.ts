import type { Article } from '../domain/article.ts';
import type { Evidence } from '../domain/evidence.ts';
import { once } from '../domain/once.ts';

/** Both selectors of the Web Annotation model for one passage; positions are Unicode code points, half open. */
export type Selectors = [
  { type: 'TextPositionSelector'; start: number; end: number },
  { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string },
];

/** Code points before and after a passage that tell it from others with the same words. */
const CONTEXT = 32;

/** Where the second halves of the surrogate pairs of an article stand, in UTF-16 code units. */
const secondHalvesOf = once((article: Article): number[] =>
  [...article.text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }) => index + 1),
);

/** The code points before a place in UTF-16 code units: each surrogate pair counts once, a half without its other half, too. */
function codePointsBefore(article: Article, offset: number): number {
  const halves = secondHalvesOf(article);
  let low = 0;
  let high = halves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((halves[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return offset - low;
}

/**
 * Says where a passage stands in the text of its article as the W3C counts, in code points, and by its words with 32 code points
 * before and after. The passage must begin and end between characters, as the door sees to.
 */
export function selectorsOf(
  article: Article,
  { start, end, exact }: Pick<Evidence, 'start' | 'end' | 'exact'>,
): Selectors {
  // Twice as many code units are enough, and whatever they cut in two lies at the far end.
  const before = Array.from(article.text.slice(Math.max(0, start - 2 * CONTEXT), start));
  const after = Array.from(article.text.slice(end, end + 2 * CONTEXT));
  return [
    { type: 'TextPositionSelector', start: codePointsBefore(article, start), end: codePointsBefore(article, end) },
    {
      type: 'TextQuoteSelector',
      exact,
      prefix: before.slice(-CONTEXT).join(''),
      suffix: after.slice(0, CONTEXT).join(''),
    },
  ];
}
