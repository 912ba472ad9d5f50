import { referencesOf } from '../../domain/travel.ts';
import type { Standing } from '../../domain/venue.ts';
import type { Question } from '../coverage.ts';

/** How many venues are selected, in all and of each standing, and of how many places distances are told from. */
export type PlaceCounts = { venues: number; standings: Record<Standing, number>; references: number };

/** How many venues there are, for whoever shows none of them. */
export const PLACE_COUNTS: Question<null, PlaceCounts> = {
  name: 'place-counts',
  answer: ({ whole, slice }) => {
    const standings = { candidate: 0, 'talked-about': 0, past: 0, scene: 0 };
    for (const { standing } of slice.venues) standings[standing] += 1;
    return { venues: slice.venues.length, standings, references: referencesOf(whole).length };
  },
};
