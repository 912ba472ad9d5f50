import { geoContains, geoDistance } from 'd3-geo';
import type { MultiPolygon, Polygon } from 'geojson';

/** Degrees: longitude east, latitude north. */
type LonLat = readonly [lon: number, lat: number];
type Vector = readonly [x: number, y: number, z: number];

/** Mean radius of the Earth in kilometres, (2a + b) / 3 of WGS 84, as the IUGG defines it. */
const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/**
 * Great-circle distance in kilometres on a sphere of the Earth's mean radius; within 0.6 % of the ellipsoid's.
 *
 * The angle comes from Vincenty's arctangent form, which stays exact for near and for opposite points.
 */
export function distanceKm(a: LonLat, b: LonLat): number {
  return EARTH_RADIUS_KM * geoDistance([...a], [...b]);
}

/**
 * Kilometres from a point to the nearest and to the farthest place in an area.
 *
 * The nearest is 0 when the point lies inside. Edges count as great circles, and a point along an edge may be nearer than
 * its ends. The farthest follows from the nearest: what is farthest from here is nearest to the opposite point of the globe.
 *
 * @param area exterior rings clockwise, as d3-geo and world-atlas have them (the other way round means "all but the area")
 * @throws RangeError when the area has no points
 */
export function distanceRangeKm(point: LonLat, area: Polygon | MultiPolygon): [nearest: number, farthest: number] {
  const [lon, lat] = point;
  const opposite: LonLat = [lon > 0 ? lon - 180 : lon + 180, -lat];
  return [EARTH_RADIUS_KM * angleToArea(point, area), EARTH_RADIUS_KM * (Math.PI - angleToArea(opposite, area))];
}

/** Kilometres to the nearest ten: articles name cities and countries, not addresses. */
export function roundKm(km: number): number {
  return Math.round(km / 10) * 10;
}

function angleToArea(point: LonLat, area: Polygon | MultiPolygon): number {
  if (geoContains(area, [...point])) return 0;
  const from = vector(point);
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    let previous: Vector | undefined;
    for (const [lon = 0, lat = 0] of ring) {
      const current = vector([lon, lat]);
      nearest = Math.min(nearest, angleToEdge(from, previous ?? current, current));
      previous = current;
    }
  }
  if (nearest === Number.POSITIVE_INFINITY) throw new RangeError('An area without points has no distance.');
  return nearest;
}

/** Radians from a point to the shorter great-circle edge between two others. */
function angleToEdge(from: Vector, start: Vector, end: Vector): number {
  const normal = cross(start, end);
  const besideEdge = dot(cross(normal, start), from) > 0 && dot(cross(normal, end), from) < 0;
  if (!besideEdge) return Math.min(angle(from, start), angle(from, end));
  return Math.asin(Math.min(1, Math.abs(dot(normal, from)) / Math.hypot(...normal)));
}

function vector([lon, lat]: LonLat): Vector {
  const across = Math.cos(lat * RADIANS);
  return [across * Math.cos(lon * RADIANS), across * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
}

function angle(a: Vector, b: Vector): number {
  return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));
}

function cross([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

function dot([ax, ay, az]: Vector, [bx, by, bz]: Vector): number {
  return ax * bx + ay * by + az * bz;
}
