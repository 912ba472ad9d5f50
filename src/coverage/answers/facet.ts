import { type Dataset, itemById } from '../../domain/corpus.ts';
import type { ListFacet } from '../../domain/filters.ts';
import { lookalikesIn } from '../../domain/names.ts';
import { once } from '../../domain/once.ts';
import type { Question } from '../coverage.ts';
import { type NamedValue, namedValues } from './chips.ts';

/** Those who carry words that others said. */
const relaysOf = once(({ statements, relations }: Dataset): ReadonlySet<string | null> => {
  const found = new Set<string | null>();
  for (const { relay } of statements) found.add(relay?.actor ?? null);
  for (const { relay } of relations) found.add(relay);
  return found;
});

/** A value in a long list. Of an actor: a fuller name from outside the articles, and whether another actor's name looks like this one. */
export type FacetRow = NamedValue & {
  fullName: string | null;
  alike: boolean;
  /** Whether it carries words that others said. */
  relay: boolean;
};

/** As the table has them; most statements first; or most first with the relays before those who only speak for themselves. */
type FacetOrder = 'table' | 'most' | 'relays';

/** The first values that would show something, with those that are on; how many would, and how many would show nothing. */
export type FacetAnswer = { values: FacetRow[]; offered: number; empty: number };

/** So many values of a facet, with what each would show given all the other filters. */
export const FACET: Question<{ facet: ListFacet; first: number; order: FacetOrder }, FacetAnswer> = {
  name: 'facet',
  answer: ({ whole, filters }, { facet, first, order }) => {
    const all = namedValues(whole, filters, facet);
    const offered = all.filter(({ count, active }) => count > 0 || active);
    const relays = relaysOf(whole);
    if (order !== 'table')
      offered.sort(
        (a, b) =>
          (order === 'relays' ? Number(relays.has(b.value)) - Number(relays.has(a.value)) : 0) || b.count - a.count,
      );
    const actors = facet === 'actors' || facet === 'relays';
    const row = (one: NamedValue): FacetRow => ({
      ...one,
      fullName: (actors && itemById(whole.actors, one.value)?.fullName) || null,
      alike: actors && lookalikesIn(whole).has(one.value),
      relay: facet === 'relays' && relays.has(one.value),
    });
    return {
      values: offered.filter(({ active }, index) => index < first || active).map(row),
      offered: offered.length,
      empty: all.length - offered.length,
    };
  },
};
