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
  const pieces = piecesOf(area);
  return [
    EARTH_RADIUS_KM * angleToPieces(point, pieces),
    EARTH_RADIUS_KM * (Math.PI - angleToPieces(opposite, pieces)),
  ];
}

/** Kilometres to the nearest ten: articles name cities and countries, not addresses. */
export function roundKm(km: number): number {
  return Math.round(km / 10) * 10;
}

/** Corners on the unit sphere, and how long the longest edge between them is, in radians. */
type Ring = { corners: Vector[]; longest: number };
/** A polygon, and a cap that holds it: the cap's middle, and the cosine of its radius. */
type Piece = { polygon: Polygon; rings: Ring[]; middle: Vector; reach: number };

/** Distances are asked from several places to the same areas. */
const known = new WeakMap<Polygon | MultiPolygon, Piece[]>();

function piecesOf(area: Polygon | MultiPolygon): Piece[] {
  const before = known.get(area);
  if (before) return before;
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const pieces = polygons.map((coordinates): Piece => {
    const rings = coordinates.map((ring): Ring => {
      const corners = ring.map(([lon = 0, lat = 0]) => vector([lon, lat]));
      return { corners, longest: angleOf(Math.min(1, ...corners.map((one, at) => dot(one, corners[at - 1] ?? one)))) };
    });
    const corners = rings.flatMap((ring) => ring.corners);
    let [x, y, z] = [0, 0, 0];
    for (const [cx, cy, cz] of corners) [x, y, z] = [x + cx, y + cy, z + cz];
    const length = Math.hypot(x, y, z) || 1;
    const middle: Vector = [x / length, y / length, z / length];
    const reach = Math.min(1, ...corners.map((corner) => dot(middle, corner)));
    return { polygon: { type: 'Polygon', coordinates }, rings, middle, reach };
  });
  if (pieces.every(({ rings }) => rings.every(({ corners }) => corners.length === 0)))
    throw new RangeError('An area without points has no distance.');
  known.set(area, pieces);
  return pieces;
}

function angleToPieces(point: LonLat, pieces: Piece[]): number {
  const from = vector(point);
  const angles = pieces.map(({ polygon, rings, middle, reach }) => {
    // A cap smaller than half the globe holds the inside of what it holds, and spares the long way of asking.
    const near = reach <= 0 || dot(from, middle) >= reach - 1e-9;
    return near && geoContains(polygon, [...point]) ? 0 : Math.min(...rings.map((ring) => angleToRing(from, ring)));
  });
  return Math.min(...angles);
}

function angleToRing(from: Vector, { corners, longest }: Ring): number {
  const closeness = corners.map((corner) => dot(from, corner));
  // No point of an edge is nearer than its ends by more than its length: most edges need no closer look.
  const worthwhile = Math.cos(Math.min(Math.PI, angleOf(Math.max(-1, ...closeness)) + longest)) - 1e-9;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [at, corner] of corners.entries()) {
    if ((closeness[at] ?? -1) >= worthwhile)
      for (const other of [corners[at - 1], corners[at + 1]])
        nearest = Math.min(nearest, angleToEdge(from, corner, other ?? corner));
  }
  return nearest;
}

/** The angle of a cosine that may be off by the last digit. */
function angleOf(cosine: number): number {
  return Math.acos(Math.min(1, Math.max(-1, cosine)));
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
