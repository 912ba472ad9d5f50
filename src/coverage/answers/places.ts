import { type Dataset, itemById } from '../../domain/corpus.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { firstRows } from '../../domain/lists.ts';
import { isChecked } from '../../domain/mark.ts';
import { once } from '../../domain/once.ts';
import type { Place } from '../../domain/place.ts';
import { placeById } from '../../domain/placeById.ts';
import { venueAt, venuePassages } from '../../domain/reading.ts';
import type { Slug } from '../../domain/slug.ts';
import { referencesOf, STANDING_ORDER } from '../../domain/travel.ts';
import type { Standing, Venue } from '../../domain/venue.ts';
import type { Question } from '../coverage.ts';

/** Most venues that a map can hold, and a table beside it. */
export const MOST_VENUES = 60;

/** A place as a map draws it and as distances are told from it. */
export type PlaceRow = Pick<Place, 'id' | 'name' | 'point' | 'area'>;

/** Where a claim's words can be read: the number of the passage of its venue. Only verbatim words go into quotation marks. */
type Claim = {
  text: string;
  article: Slug;
  badge: { place: number; text: string };
  passage: number;
  verbatim: boolean;
};

/** A venue with what is said for it in the selection; in all of the coverage where the selection has nothing of it. */
export type VenueRow = {
  place: PlaceRow;
  standing: Standing;
  /** What kind of place it is, when no city is named: "country", "region of US". */
  kind: string | null;
  claims: Claim[];
  /** The passage that says that it can be reached by train, or that it cannot; null where the text says nothing. */
  byTrain: { passage: number; can: boolean } | null;
  /** Whether a person stands behind it. */
  checked: boolean;
  shown: boolean;
};

/** Words that turn what a claim says about trains round. */
const DENIAL = /\b(?:no|not|never|neither|nor|cannot|without)\b|n['’]t\b/i;

/** Whether a claim is about going there by train. */
const isOfTrains = ({ about, text }: { about: string; text: string }) => about === 'access' && /\btrain\b/i.test(text);

/** Whether a coverage says of any venue that it can be reached by train, or that it cannot: only then that is told of each. */
export const hasTrains = once(({ venues }: Dataset): boolean => venues.some(({ claims }) => claims.some(isOfTrains)));

const placeRow = ({ id, name, point, area }: Place): PlaceRow => ({ id, name, point, area });

function kindOf({ kind, country }: Place): string | null {
  if (kind === 'country') return 'country';
  return kind === 'region' ? `region of ${country}` : null;
}

/** What a venue rests on. One for which nothing is claimed is at least named somewhere. */
function claimsOf(venue: Venue, { articles }: Dataset, passages: Evidence[]): { about: string; claim: Claim }[] {
  const numbered = (text: string, verbatim: boolean, first: Evidence | undefined): Claim => {
    const passage = passages.findIndex(
      (span) => first && span.article === first.article && span.start === first.start && span.end === first.end,
    );
    const article = first?.article ?? '';
    const place = placeById(articles, article);
    return {
      text,
      article,
      badge: { place, text: articles[place]?.badge ?? article },
      passage: passage + 1,
      verbatim,
    };
  };
  if (venue.claims.length === 0) return [{ about: 'other', claim: numbered('named', false, venue.evidence[0]) }];
  return venue.claims.map(({ text, evidence, about }) => {
    const verbatim = evidence.some(({ exact }) => exact.includes(text));
    return { about, claim: numbered(text, verbatim, evidence[0]) };
  });
}

/** The venues of a coverage, in the order of their standings. */
const venuesInOrder = once(({ venues }: Dataset): Venue[] =>
  [...venues].sort((a, b) => STANDING_ORDER.indexOf(a.standing) - STANDING_ORDER.indexOf(b.standing)),
);

/** The first venues of the coverage with what the slice says for each; of more than the limit, those of the slice come first. */
export function venueRows(whole: Dataset, slice: Dataset, limit: number): VenueRow[] {
  const all = venuesInOrder(whole).map((venue) => ({ venue, shown: venueAt(slice, venue.place) !== undefined }));
  return firstRows(all, limit).flatMap(({ venue, shown }): VenueRow[] => {
    const place = itemById(whole.places, venue.place);
    if (!place) return [];
    const from = shown ? slice : whole;
    const claims = claimsOf(venueAt(from, venue.place) ?? venue, whole, venuePassages(from, venue.place));
    const train = claims.find(({ about, claim }) => isOfTrains({ about, text: claim.text }))?.claim;
    return [
      {
        place: placeRow(place),
        standing: venue.standing,
        kind: kindOf(place),
        claims: claims.map(({ claim }) => claim),
        byTrain: train ? { passage: train.passage, can: !DENIAL.test(train.text) } : null,
        checked: isChecked(venue.mark),
        shown,
      },
    ];
  });
}

/** The first venues, how many there are, the places that distances are told from, and whether anything is said of trains. */
export type PlacesAnswer = { venues: VenueRow[]; venuesInAll: number; references: PlaceRow[]; trains: boolean };

/** Where it may happen: so many venues. How far they are depends on a map, and is for whoever has one. */
export const PLACES: Question<{ venues: number }, PlacesAnswer> = {
  name: 'places',
  answer: ({ whole, slice }, wants) => ({
    venues: venueRows(whole, slice, wants.venues),
    venuesInAll: whole.venues.length,
    references: referencesOf(whole).map(placeRow),
    trains: hasTrains(whole),
  }),
};
