import type { Day } from './edtf.ts';
import type { Slug } from './slug.ts';

/** The lists whose lengths a pin holds, in their order. */
export const PINNED_LISTS = ['articles', 'statements', 'relations', 'venues', 'events', 'flags'] as const;

/**
 * The state of a coverage that a link was made on: enough to tell whether it is still the same, and in what it differs if it is not.
 */
export type Pin = {
  /** The first 16 hexadecimal digits of the corpus digest. */
  digest: string;
  coverage: Slug;
  asOf: Day;
  /** One for each of `PINNED_LISTS`. */
  counts: number[];
};

/** What of the head of a coverage a pin is made of. */
export type PinnedHead = {
  id: Slug;
  digest: string;
  asOf: { date: Day };
  articles: readonly unknown[];
  sizes: Record<Exclude<(typeof PINNED_LISTS)[number], 'articles'>, number>;
};

/** The pin of a coverage. */
export function pinOf({ id, digest, asOf, articles, sizes }: PinnedHead): Pin {
  const counts = { ...sizes, articles: articles.length };
  return { digest, coverage: id, asOf: asOf.date, counts: PINNED_LISTS.map((list) => counts[list]) };
}
