import type { Dataset } from '../../domain/corpus.ts';
import { type FacetValue, facetValues } from '../../domain/facets.ts';
import { valueName } from '../../domain/filterNames.ts';
import type { Filters, ListFacet } from '../../domain/filters.ts';
import type { Question } from '../coverage.ts';

/** A value with its `place` among all of its facet, from 0, and with what its chip says: an article is the text of its badge. */
export type NamedValue = FacetValue & { place: number; name: string };

/** All values of a facet, in the order of its table. */
export const namedValues = (whole: Dataset, filters: Filters, facet: ListFacet): NamedValue[] =>
  facetValues(whole, filters, facet).map((one, place) => ({
    ...one,
    place,
    name:
      (facet === 'articles' && whole.articles[place]?.badge) ||
      valueName(whole, facet === 'relays' ? 'actors' : facet, one.value),
  }));

/** Every value of some short facets: what has a chip without opening a menu. */
export const CHIPS: Question<{ facets: ListFacet[] }, { facet: ListFacet; values: NamedValue[] }[]> = {
  name: 'chips',
  answer: ({ whole, filters }, { facets }) =>
    facets.map((facet) => ({ facet, values: namedValues(whole, filters, facet) })),
};
