import type { PlaceRow } from '../../coverage/answers/places.ts';
import { once } from '../../domain/once.ts';
import type { Standing } from '../../domain/venue.ts';
import type { BaseMap } from '../../draw/baseMap.ts';
import { distanceKm, distanceRangeKm, roundKm } from '../../draw/distance.ts';

/** What a standing is called beside a place; a candidate needs no words. */
export const STANDING_NOTES: Record<Standing, string | null> = {
  candidate: null,
  'talked-about': 'talks on the site',
  past: 'past venue',
  scene: 'where it happens',
};

/** Kilometres on the great circle, rounded to 10; an area has its nearest and farthest point. */
export type Distance = { nearest: number; farthest: number };

/** The distances of an area by the point they are told from: its outline has thousands of corners, and every click draws them anew. */
const measured = once((): Map<string, Distance> => new Map());

/** How far a place is from another one; null where one of them has no point and the map has no outline for it. */
export function distanceTo(place: PlaceRow, { point }: PlaceRow, map: BaseMap | null): Distance | null {
  if (!point) return null;
  if (place.point) {
    const km = roundKm(distanceKm(point, place.point));
    return { nearest: km, farthest: km };
  }
  const area = place.area === null ? undefined : map?.areas.get(place.area);
  if (!area) return null;
  const known = measured(area);
  let distance = known.get(String(point));
  if (!distance) {
    const [nearest, farthest] = distanceRangeKm(point, area.geometry());
    distance = { nearest: roundKm(nearest), farthest: roundKm(farthest) };
    known.set(String(point), distance);
  }
  return distance;
}

/** Thousands apart: "6,500". A formatter of the system takes its time to start, and need not be the same at build time and in the browser. */
const wholeNumber = (km: number) => String(km).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** "2,760", or "6,500–7,750" for an area. */
export function distanceText({ nearest, farthest }: Distance): string {
  return nearest === farthest ? wholeNumber(nearest) : `${wholeNumber(nearest)}–${wholeNumber(farthest)}`;
}
