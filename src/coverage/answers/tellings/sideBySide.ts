import type { Article } from '../../../domain/article.ts';
import { type Dataset, itemById } from '../../../domain/corpus.ts';
import { hasPair } from '../../../domain/facets.ts';
import { once } from '../../../domain/once.ts';
import { placeById } from '../../../domain/placeById.ts';
import type { Pair } from '../../../domain/view.ts';
import type { Disagreement } from './disagreement.ts';
import { disagreementsOf } from './disagreementsOf.ts';
import { type HeadlineCheck, headlineCheck } from './headlineCheck.ts';
import { type Join, joinsOf } from './joins.ts';
import { openings, type ToldParagraph, toldParagraphs } from './paragraphs.ts';
import { type ComparedPart, comparedPart } from './part.ts';

/** One article of a pair. `place` is its place in the coverage, from 0. */
export type Telling = {
  article: Article;
  place: number;
  paragraphs: ToldParagraph[];
  /** Number of its paragraphs that are joined to none of the other's; what is not part of the article does not count. */
  onlyHere: number;
  headline: HeadlineCheck;
};

/** Two articles of the coverage side by side. */
export type Tellings = {
  a: Telling;
  b: Telling;
  joins: Join[];
  disagreements: Disagreement[];
  /** What of the articles is not laid side by side, in words; null where all of them is. */
  left: string | null;
};

/** The pair of a dataset that was laid side by side last. */
const last = once((_: Dataset) => ({ made: null as Tellings | null }));

/** The pair asked for where the coverage has both, else its first two articles. Null with fewer than two. */
export function pairOf(whole: Dataset, wanted: Pair | null): Pair | null {
  const [a, b] = whole.articles;
  if (wanted && hasPair(whole, wanted)) return wanted;
  return a && b ? [a.id, b.id] : null;
}

/**
 * Lays two articles of a dataset side by side: what both have, what only one has, what they do not tell alike, and what stands
 * behind each headline. Null when the dataset has not two such articles. Nothing is matched by guess: joins, contradictions and
 * typos are the corpus's own, names and words are compared letter by letter.
 */
export function tellingsOf(whole: Dataset, wanted: Pair | null = null): Tellings | null {
  const pair = pairOf(whole, wanted);
  const a = itemById(whole.articles, pair?.[0] ?? '');
  const b = itemById(whole.articles, pair?.[1] ?? '');
  if (!a || !b) return null;
  const kept = last(whole);
  if (kept.made?.a.article.id !== a.id || kept.made.b.article.id !== b.id)
    kept.made = sideBySide(whole, comparedPart(whole, a, b));
  return kept.made;
}

function sideBySide(all: Dataset, { part: whole, a, b, left }: ComparedPart): Tellings {
  const joins = joinsOf(whole, a, b);
  const opened = openings(whole, [a, b]);
  const telling = (article: Article): Telling => {
    const paragraphs = toldParagraphs(whole, article, joins, opened);
    return {
      article,
      place: placeById(all.articles, article.id),
      paragraphs,
      onlyHere: paragraphs.filter(({ kind }) => kind === 'only').length,
      headline: headlineCheck(whole, article),
    };
  };
  return { a: telling(a), b: telling(b), joins, left, disagreements: disagreementsOf(whole, a, b, joins, opened) };
}
