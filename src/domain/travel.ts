import { type Dataset, itemById } from './corpus.ts';
import type { Place } from './place.ts';
import type { Standing } from './venue.ts';

/** The places that distances are told from, in their order. */
export function referencesOf({ reference, places }: Pick<Dataset, 'reference' | 'places'>): Place[] {
  return reference.flatMap((id) => itemById(places, id) ?? []);
}

/** The order in which venues stand: where it may happen first. */
export const STANDING_ORDER: readonly Standing[] = ['candidate', 'talked-about', 'past', 'scene'];

/** Where somebody travels to, did or may: the others have no line drawn to them. */
export const isDestination = (standing: Standing): boolean => standing === 'candidate' || standing === 'past';
