import { itemById } from '../../domain/corpus.ts';
import type { Place } from '../../domain/place.ts';
import { referencesOf } from '../../domain/travel.ts';
import type { Venue } from '../../domain/venue.ts';
import type { Question } from '../coverage.ts';

/** All venues that are shown, each with its place (null: the coverage has no such place), and the places that distances are told from. */
export type PlacedVenues = { venues: { venue: Venue; place: Place | null }[]; references: Place[] };

/** The venues for a file of places: all of them with all of their evidence. Whoever has the base map makes the file. */
export const PLACED_VENUES: Question<null, PlacedVenues> = {
  name: 'placed-venues',
  answer: ({ slice }) => ({
    venues: slice.venues.map((venue) => ({ venue, place: itemById(slice.places, venue.place) ?? null })),
    references: referencesOf(slice),
  }),
};
