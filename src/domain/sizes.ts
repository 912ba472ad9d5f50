import type { Dataset } from './corpus.ts';
import { tieCount } from './facets.ts';
import { isChecked } from './mark.ts';

/** How many of each a dataset has; `ties` are the distinct lines that its relations draw, `checked` the statements that a person stands behind. */
export type Sizes = Record<'statements' | 'ties' | 'relations' | 'venues' | 'events' | 'flags' | 'checked', number>;

/** Counts what a dataset has. */
export const sizesOf = (dataset: Dataset): Sizes => ({
  statements: dataset.statements.length,
  ties: tieCount(dataset),
  relations: dataset.relations.length,
  venues: dataset.venues.length,
  events: dataset.events.length,
  flags: dataset.flags.length,
  checked: dataset.statements.filter(({ mark }) => isChecked(mark)).length,
});
