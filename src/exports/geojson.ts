import type { PlacedVenues } from '../coverage/answers/placedVenues.ts';
import type { Place } from '../domain/place.ts';
import { markColumns } from '../domain/signWords.ts';
import { isDestination } from '../domain/travel.ts';
import { arcPieces, type Position, polygonPieces, rounded } from '../draw/antimeridian.ts';
import { type BaseMap, degreesOf, type LonLat } from '../draw/baseMap.ts';
import { distanceKm, distanceRangeKm, roundKm } from '../draw/distance.ts';
import type { Provenance } from './provenance.ts';

type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'MultiLineString'; coordinates: Position[][] }
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };

type Feature = { type: 'Feature'; id: string; geometry: Geometry | null; properties: Record<string, unknown> };

/** Kilometres on the great circle, rounded to 10: the nearest and the farthest point of an area, twice the same for a point. */
type Kilometres = { nearest: number; farthest: number };

/** Where a place is: its shape, the point that stands for it, and how far it is from elsewhere. */
type Site = { geometry: Geometry; at: LonLat; from: (origin: LonLat) => Kilometres };

function siteOf(place: Place, map: BaseMap | null): Site | null {
  const { point } = place;
  if (point) {
    const from = (origin: LonLat) => {
      const km = roundKm(distanceKm(origin, point));
      return { nearest: km, farthest: km };
    };
    return { geometry: { type: 'Point', coordinates: rounded(point) }, at: point, from };
  }
  const area = place.area === null ? undefined : map?.areas.get(place.area);
  if (!area) return null;
  const shape = area.geometry();
  const polygons = shape.coordinates.flatMap((rings) =>
    polygonPieces(rings.map((ring) => ring.map(([lon = 0, lat = 0]): LonLat => [lon, lat]))),
  );
  const [only, ...others] = polygons;
  const geometry: Geometry =
    only && others.length === 0
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: polygons };
  const from = (origin: LonLat) => {
    const [nearest, farthest] = distanceRangeKm(origin, shape);
    return { nearest: roundKm(nearest), farthest: roundKm(farthest) };
  };
  return { geometry, at: degreesOf(area.at), from };
}

/** Why a place has no geometry. */
function missing(place: Place | null, map: BaseMap | null): string {
  if (!place) return 'the coverage has no such place';
  if (place.area === null) return `a ${place.kind} without a shape on the base map`;
  return map ? `the base map has no area ${place.area}` : 'an area, and the base map was not loaded';
}

type Origin = { place: Place; point: LonLat };

type PlacedVenue = PlacedVenues['venues'][number];

function venueFeatures({ venue, place }: PlacedVenue, origins: Origin[], map: BaseMap | null): Feature[] {
  const site = place ? siteOf(place, map) : null;
  const name = place?.name ?? venue.place;
  const feature: Feature = {
    type: 'Feature',
    id: `venue:${venue.place}`,
    geometry: site?.geometry ?? null,
    properties: {
      is: 'venue',
      name,
      placeKind: place?.kind ?? null,
      country: place?.country ?? null,
      code: place?.code ?? null,
      standing: venue.standing,
      attributedTo: venue.attributedTo,
      claims: venue.claims,
      evidence: venue.evidence,
      ...markColumns(venue.mark),
      mark: venue.mark,
      km: site && Object.fromEntries(origins.map(({ place: { id }, point }) => [id, site.from(point)])),
      ...(site ? {} : { noGeometry: missing(place, map) }),
    },
  };
  if (!site || !isDestination(venue.standing)) return [feature];
  const arcs = origins.flatMap(({ place: origin, point }): Feature[] => {
    const pieces = arcPieces(point, site.at);
    if (pieces.length === 0) return [];
    const properties = {
      is: 'arc',
      name: `${origin.name} to ${name}`,
      from: origin.id,
      to: venue.place,
      standing: venue.standing,
      km: site.from(point),
    };
    const geometry: Geometry = { type: 'MultiLineString', coordinates: pieces };
    return [{ type: 'Feature', id: `arc:${origin.id}:${venue.place}`, geometry, properties }];
  });
  return [feature, ...arcs];
}

/**
 * The venues of a view as GeoJSON (RFC 7946): a point or an area for each, the places that distances are told from, and the
 * great circles between them, each a MultiLineString cut at the 180th meridian. An arc to an area ends at the point that stands for
 * it. Offsets in evidence are UTF-16 code units. The member `dateline` says where all of it comes from.
 *
 * @param told what the file says of itself
 * @param map the base map; without it an area has no geometry, and says so in `noGeometry`
 */
export function venuesGeoJson({ venues, references }: PlacedVenues, told: Provenance, map: BaseMap | null): string {
  const origins = references.flatMap((place): Origin[] => (place.point ? [{ place, point: place.point }] : []));
  const features = [
    ...venues.flatMap((placed) => venueFeatures(placed, origins, map)),
    ...(venues.length === 0 ? [] : origins).map(
      ({ place, point }): Feature => ({
        type: 'Feature',
        id: `origin:${place.id}`,
        geometry: { type: 'Point', coordinates: rounded(point) },
        properties: { is: 'origin', name: place.name, country: place.country },
      }),
    ),
  ];
  return `${JSON.stringify({ type: 'FeatureCollection', dateline: told, features }, null, 2)}\n`;
}
