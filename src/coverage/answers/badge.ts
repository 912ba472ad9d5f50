import type { Dataset } from '../../domain/corpus.ts';
import { once } from '../../domain/once.ts';
import type { Slug } from '../../domain/slug.ts';

/** The letter of an article, and its place among the articles, which decides how the letter is filled. */
export type ArticleBadge = { text: string; place: number };

const badgesOf = once(
  ({ articles }: Dataset) =>
    new Map<Slug, ArticleBadge>(articles.map(({ id, badge }, place) => [id, { text: badge, place }])),
);

/** Gives the badge of an article; the id itself where the table has no such article. */
export const badgeOf = (whole: Dataset, id: Slug): ArticleBadge => badgesOf(whole).get(id) ?? { text: id, place: -1 };
