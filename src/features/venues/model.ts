import { type Dataset, itemById } from '../../domain/corpus.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { isChecked } from '../../domain/mark.ts';
import type { Place } from '../../domain/place.ts';
import { venueAt, venuePassages } from '../../domain/reading.ts';
import type { Slug } from '../../domain/slug.ts';
import { referencesOf, STANDING_ORDER } from '../../domain/travel.ts';
import type { Standing, Venue } from '../../domain/venue.ts';
import type { BaseMap } from '../../draw/baseMap.ts';
import { distanceKm, distanceRangeKm, roundKm } from '../../draw/distance.ts';

/** Kilometres on the great circle, rounded to 10; an area has its nearest and farthest point. */
export type Distance = { nearest: number; farthest: number };

/** Where a claim's words can be read: the number of the passage of its venue. Only verbatim words go into quotation marks. */
type Claim = { text: string; article: Slug; passage: number; verbatim: boolean };

export type VenueRow = {
  place: Place;
  standing: Venue['standing'];
  /** What kind of place it is, when no city is named: "country", "region of US". */
  kind: string | null;
  claims: Claim[];
  /** From each reference city of the corpus, by its id; null where it cannot be computed. */
  distances: Map<Slug, Distance | null>;
  /** The claim that says that it can be reached by train, or that it cannot; null where the text says nothing. */
  byTrain: { claim: Claim; can: boolean } | null;
  /** Whether a person stands behind it. */
  checked: boolean;
  /** False when the venue is not in the slice. */
  shown: boolean;
};

/** What a standing is called beside a place; a candidate needs no words. */
export const STANDING_NOTES: Record<Standing, string | null> = {
  candidate: null,
  'talked-about': 'talks on the site',
  past: 'past venue',
  scene: 'where it happens',
};

/** Words that turn what a claim says about trains round. */
const DENIAL = /\b(?:no|not|never|neither|nor|cannot|without)\b|n['’]t\b/i;

/** Whether a claim is about going there by train. */
const isOfTrains = ({ about, text }: { about: string; text: string }) => about === 'access' && /\btrain\b/i.test(text);

/** Whether a coverage says of any venue that it can be reached by train, or that it cannot: only then is there a column for it. */
export const hasTrains = ({ venues }: Dataset): boolean => venues.some(({ claims }) => claims.some(isOfTrains));

function distanceTo(place: Place, origin: Place, map: BaseMap | null): Distance | null {
  if (!origin.point) return null;
  if (place.point) {
    const km = roundKm(distanceKm(origin.point, place.point));
    return { nearest: km, farthest: km };
  }
  const area = place.area === null ? undefined : map?.areas.get(place.area);
  if (!area) return null;
  const [nearest, farthest] = distanceRangeKm(origin.point, area.geometry());
  return { nearest: roundKm(nearest), farthest: roundKm(farthest) };
}

/** How far every venue of the coverage is from each origin: by the venue's place, then by the origin. It does not depend on the filters. */
export function venueDistances(dataset: Dataset, map: BaseMap | null): Map<Slug, VenueRow['distances']> {
  const origins = referencesOf(dataset);
  return new Map(
    dataset.venues.flatMap(({ place: id }) => {
      const place = itemById(dataset.places, id);
      if (!place) return [];
      return [[id, new Map(origins.map((origin) => [origin.id, distanceTo(place, origin, map)]))]];
    }),
  );
}

function kindOf({ kind, country }: Place): string | null {
  if (kind === 'country') return 'country';
  return kind === 'region' ? `region of ${country}` : null;
}

/** What a venue rests on. One for which nothing is claimed is at least named somewhere. */
function claimsOf(venue: Venue, passages: Evidence[]): { about: string; claim: Claim }[] {
  const numbered = (text: string, verbatim: boolean, first: Evidence | undefined): Claim => {
    const passage = passages.findIndex(
      (span) => first && span.article === first.article && span.start === first.start && span.end === first.end,
    );
    return { text, article: first?.article ?? '', passage: passage + 1, verbatim };
  };
  if (venue.claims.length === 0) return [{ about: 'other', claim: numbered('named', false, venue.evidence[0]) }];
  return venue.claims.map(({ text, evidence, about }) => {
    const verbatim = evidence.some(({ exact }) => exact.includes(text));
    return { about, claim: numbered(text, verbatim, evidence[0]) };
  });
}

/** Most venues that a map can hold, and a table beside it. */
export const MOST_VENUES = 60;

/** The first venues of the coverage, in the order of their standings, with what the slice says for each; those of the slice come first. */
export function venueRows(whole: Dataset, slice: Dataset, distances: ReturnType<typeof venueDistances>): VenueRow[] {
  const sorted = [...whole.venues].sort(
    (a, b) => STANDING_ORDER.indexOf(a.standing) - STANDING_ORDER.indexOf(b.standing),
  );
  const isShown = ({ place }: Venue) => venueAt(slice, place) !== undefined;
  const first =
    sorted.length <= MOST_VENUES
      ? sorted
      : [...sorted.filter(isShown), ...sorted.filter((venue) => !isShown(venue))].slice(0, MOST_VENUES);
  return first.flatMap((venue): VenueRow[] => {
    const place = itemById(whole.places, venue.place);
    if (!place) return [];
    const shown = venueAt(slice, venue.place);
    const claims = claimsOf(shown ?? venue, venuePassages(shown ? slice : whole, venue.place));
    const train = claims.find(({ about, claim }) => isOfTrains({ about, text: claim.text }));
    return [
      {
        place,
        standing: venue.standing,
        kind: kindOf(place),
        claims: claims.map(({ claim }) => claim),
        distances: distances.get(place.id) ?? new Map(),
        byTrain: train ? { claim: train.claim, can: !DENIAL.test(train.claim.text) } : null,
        checked: isChecked(venue.mark),
        shown: shown !== undefined,
      },
    ];
  });
}

/** Thousands apart: "6,500". A formatter of the system takes its time to start, and need not be the same at build time and in the browser. */
const wholeNumber = (km: number) => String(km).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** "2,760", or "6,500–7,750" for an area. */
export function distanceText({ nearest, farthest }: Distance): string {
  return nearest === farthest ? wholeNumber(nearest) : `${wholeNumber(nearest)}–${wholeNumber(farthest)}`;
}
