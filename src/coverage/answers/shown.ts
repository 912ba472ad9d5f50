import { type ActiveFilter, activeFilters } from '../../domain/filterNames.ts';
import { type Sizes, sizesOf } from '../../domain/sizes.ts';
import type { Question } from '../coverage.ts';

/** How much is shown, and the filters that narrow it, by the names that the coverage has for their values. */
export type Shown = { active: ActiveFilter[]; sizes: Sizes };

/** How much of the coverage is shown, beside the sizes that its head has. */
export const SHOWN: Question<null, Shown> = {
  name: 'shown',
  answer: ({ whole, slice, filters }) => ({ active: activeFilters(whole, filters), sizes: sizesOf(slice) }),
};
