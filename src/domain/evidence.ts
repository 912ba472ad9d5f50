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
