import { type Dataset, itemById } from '../../domain/corpus.ts';
import type { Place } from '../../domain/place.ts';
import { venuePassages } from '../../domain/reading.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Venue } from '../../domain/venue.ts';
import { distanceKm, distanceRangeKm, roundKm } from '../../draw/distance.ts';
import type { BaseMap } from '../../draw/worldMap.ts';

/** Kilometres on the great circle, rounded to 10; an area has its nearest and farthest point. */
export type Distance = { nearest: number; farthest: number };

/** Where a claim's words can be read: the number of the passage of its venue. Only verbatim words go into quotation marks. */
export type Claim = { text: string; article: Slug; passage: number; verbatim: boolean };

export type VenueRow = {
  place: Place;
  standing: Venue['standing'];
  attributedTo: string;
  /** "country, no city named": what kind of place it is, when it is not a city. */
  note: string | null;
  claims: Claim[];
  /** From each reference city of the corpus, by its id; null where it cannot be computed. */
  distances: Map<Slug, Distance | null>;
  /** The claim that says that it can be reached by train; null where the text says nothing. */
  byTrain: Claim | null;
  /** False when the venue is not in the slice. */
  shown: boolean;
};

/** The cities that distances are counted from. They are reference data: a corpus without them has no such column. */
export const ORIGINS: readonly Slug[] = ['pyongyang', 'washington'];

const STANDING_ORDER: Venue['standing'][] = ['candidate', 'talked-about', 'past'];

function distanceTo(place: Place, origin: Place | undefined, map: BaseMap | null): Distance | null {
  if (!origin?.point) return null;
  if (place.point) {
    const km = roundKm(distanceKm(origin.point, place.point));
    return { nearest: km, farthest: km };
  }
  const area = place.area === null ? undefined : map?.areas.get(place.area);
  if (!area) return null;
  const [nearest, farthest] = distanceRangeKm(origin.point, area);
  return { nearest: roundKm(nearest), farthest: roundKm(farthest) };
}

function noteOf(place: Place): string | null {
  if (place.kind === 'country') return 'country, no city named';
  return place.kind === 'region' ? `region of ${place.country}, no city named` : null;
}

/** Every venue of the coverage, candidates first and past venues last, with what the slice says for it. */
export function venueRows(whole: Dataset, slice: Dataset, map: BaseMap | null): VenueRow[] {
  const rows = whole.venues.flatMap((venue): VenueRow[] => {
    const place = itemById(whole.places, venue.place);
    if (!place) return [];
    const shown = slice.venues.find((other) => other.place === venue.place);
    const source = shown ?? venue;
    const passages = venuePassages(shown ? slice : whole, venue.place);
    const claims = source.claims.map(({ text, evidence, about }) => {
      const [first] = evidence;
      const passage = passages.findIndex(
        (span) => first && span.article === first.article && span.start === first.start && span.end === first.end,
      );
      return {
        about,
        claim: {
          text,
          article: first?.article ?? '',
          passage: passage + 1,
          verbatim: evidence.some(({ exact }) => exact.includes(text)),
        },
      };
    });
    const train = claims.find(({ about, claim }) => about === 'access' && /\btrain\b/i.test(claim.text));
    return [
      {
        place,
        standing: venue.standing,
        attributedTo: venue.attributedTo,
        note: noteOf(place),
        claims: claims.map(({ claim }) => claim),
        distances: new Map(ORIGINS.map((id) => [id, distanceTo(place, itemById(whole.places, id), map)])),
        byTrain: train?.claim ?? null,
        shown: shown !== undefined,
      },
    ];
  });
  return rows.sort((a, b) => STANDING_ORDER.indexOf(a.standing) - STANDING_ORDER.indexOf(b.standing));
}

/** "2,760", or "6,500–7,750" for an area. */
export function distanceText({ nearest, farthest }: Distance): string {
  const text = (km: number) => km.toLocaleString('en');
  return nearest === farthest ? text(nearest) : `${text(nearest)}–${text(farthest)}`;
}
