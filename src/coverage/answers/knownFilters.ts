import { knownFilters, type UnknownValue } from '../../domain/facets.ts';
import { activeFilters } from '../../domain/filterNames.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Question } from '../coverage.ts';

/** Filters of a link without what the coverage does not know, what that is, and what is known by the names that the screen has for it. */
export type KnownFilters = { known: Filters; unknown: UnknownValue[]; names: string[] };

/** What of the filters the coverage can answer. */
export const KNOWN_FILTERS: Question<null, KnownFilters> = {
  name: 'known-filters',
  answer: ({ whole, filters }) => {
    const { known, unknown } = knownFilters(whole, filters);
    return { known, unknown, names: activeFilters(whole, known).map(({ name }) => name) };
  },
};
