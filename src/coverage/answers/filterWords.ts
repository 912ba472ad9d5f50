import { knownFilters } from '../../domain/facets.ts';
import { activeFilters } from '../../domain/filterNames.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Question } from '../coverage.ts';

/** What any filters narrow a view to, as a chip names each value: of a link that is not followed, or of a step of a story. */
export const FILTER_WORDS: Question<Filters, string[]> = {
  name: 'filter-words',
  answer: ({ whole }, filters) => activeFilters(whole, knownFilters(whole, filters).known).map(({ name }) => name),
};
