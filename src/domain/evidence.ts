import * as v from 'valibot';
import { type Slug, SlugSchema } from './slug.ts';

/**
 * The words a claim rests on. `start`/`end` are UTF-16 code units into the article's text, half open;
 * `text.slice(start, end) === exact`, or the corpus is refused.
 */
export const EvidenceSchema = v.strictObject({
  article: SlugSchema,
  start: v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0, 'a number that is not negative')),
  end: v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(1, 'a number of at least 1')),
  exact: v.pipe(v.string(), v.minLength(1, 'the words themselves'), v.maxLength(5000, 'at most 5,000 characters')),
});
export type Evidence = v.InferOutput<typeof EvidenceSchema>;

/** One or more passages: a claim without evidence cannot be written down. */
export const EvidenceListSchema = v.pipe(
  v.array(EvidenceSchema),
  v.minLength(1, 'at least one passage'),
  v.maxLength(500, 'at most 500 passages'),
);

/** True when the two passages share at least one character of one article. */
export function overlaps(a: Evidence, b: Evidence): boolean {
  return a.article === b.article && a.start < b.end && b.start < a.end;
}

/** Sorts by article, then by place in the text. Articles sort by the order given. */
export function byPlaceInText(articleOrder: Slug[]): (a: Evidence, b: Evidence) => number {
  const rank = new Map(articleOrder.map((id, index) => [id, index]));
  return (a, b) => (rank.get(a.article) ?? 0) - (rank.get(b.article) ?? 0) || a.start - b.start || a.end - b.end;
}

/** Tells whether a passage shares a character with any of these; each look-up is one bisection. */
export function coveredBy(items: readonly { spans: readonly Evidence[] }[]): (passage: Evidence) => boolean {
  const byArticle = new Map<Slug, { start: number; end: number }[]>();
  for (const { spans } of items)
    for (const { article, start, end } of spans) {
      const own = byArticle.get(article);
      if (own) own.push({ start, end });
      else byArticle.set(article, [{ start, end }]);
    }
  for (const [article, spans] of byArticle) {
    const merged: typeof spans = [];
    for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
      const last = merged.at(-1);
      if (last && start < last.end) last.end = Math.max(last.end, end);
      else merged.push({ start, end });
    }
    byArticle.set(article, merged);
  }
  return ({ article, start, end }) => {
    const merged = byArticle.get(article) ?? [];
    let [low, high] = [0, merged.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merged[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (merged[low]?.start ?? end) < end;
  };
}
