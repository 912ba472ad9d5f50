import type { Dataset } from './corpus.ts';
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

/** The pin of a coverage with that digest. */
export function pinOf(whole: Dataset, digest: string): Pin {
  return { digest, coverage: whole.id, asOf: whole.asOf.date, counts: PINNED_LISTS.map((list) => whole[list].length) };
}
