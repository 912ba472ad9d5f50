import type { Dataset } from '../domain/corpus.ts';
import { hasPair } from '../domain/facets.ts';
import type { View } from '../domain/view.ts';
import type { LinkNote } from '../url/link.ts';

/** What a link may ask for and this version, or this coverage, does not have: it is said, not passed over. */
export function viewNotes(whole: Dataset, view: View): LinkNote[] {
  const { pair } = view;
  return [
    ...(pair === null || hasPair(whole, pair)
      ? []
      : [{ param: 'pair', found: pair.join('.'), expected: 'two articles of this coverage' }]),
  ];
}
