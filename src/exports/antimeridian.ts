import type { LonLat } from '../draw/baseMap.ts';
import { greatCircle } from '../draw/greatCircle.ts';

/** Longitude and latitude in degrees, as GeoJSON has them. */
export type Position = [lon: number, lat: number];

/** Degrees of the great circle between two points of an arc: a chord of this length is less than a kilometre off. */
const ARC_STEP = 1;

const RADIANS = Math.PI / 180;

/** Six decimals of a degree, about a tenth of a metre. */
export function rounded([lon, lat]: LonLat): Position {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6 || 0;
  return [round(lon), round(lat)];
}

function same(a: LonLat | undefined, b: LonLat | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** The latitude at which the great circle through two points crosses the 180th meridian, in degrees. */
function latitudeAt180(from: LonLat, to: LonLat): number {
  const vector = ([lon, lat]: LonLat): [x: number, y: number, z: number] => {
    const out = Math.cos(lat * RADIANS);
    return [out * Math.cos(lon * RADIANS), out * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
  };
  const [ax, ay, az] = vector(from);
  const [bx, by, bz] = vector(to);
  // Where the plane of the circle meets the plane of the meridian, on the side of 180°, not of 0°.
  const [x, z] = [ay * bx - ax * by, ay * bz - az * by];
  return Math.atan2(x > 0 ? -z : z, Math.abs(x)) / RADIANS;
}

/**
 * The great circle from one place to another, the shorter way round, cut where it crosses the 180th meridian (RFC 7946 §3.1.9).
 * Each piece has two positions or more. No pieces between a place and itself, or its opposite on the globe.
 */
export function arcPieces(from: LonLat, to: LonLat): Position[][] {
  const { angle, point } = greatCircle(from, to);
  const degrees = angle / RADIANS;
  if (degrees < 1e-6 || degrees > 180 - 1e-6) return [];
  const steps = Math.ceil(degrees / ARC_STEP);
  const pieces: Position[][] = [[]];
  const put = (place: LonLat) => {
    const piece = pieces.at(-1);
    const position = rounded(place);
    if (!same(piece?.at(-1), position)) piece?.push(position);
  };
  let before: LonLat = from;
  for (let index = 0; index <= steps; index += 1) {
    const next = index === 0 ? from : index === steps ? to : point(index / steps);
    if (Math.abs(next[0] - before[0]) > 180) {
      const [side, lat] = [Math.sign(before[0]) * 180, latitudeAt180(before, next)];
      put([side, lat]);
      pieces.push([]);
      put([-side, lat]);
    }
    put(next);
    before = next;
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** The part of a ring on one side of a meridian: to its east for `+1`, to its west for `-1` (Sutherland and Hodgman). */
function clippedAt(ring: readonly LonLat[], meridian: number, side: 1 | -1): LonLat[] {
  const inside = ([lon]: LonLat) => (lon - meridian) * side >= 0;
  return ring.flatMap((point, index) => {
    const before = ring.at(index - 1) ?? point;
    const share = (meridian - before[0]) / (point[0] - before[0]);
    const crossing: LonLat = [meridian, before[1] + share * (point[1] - before[1])];
    if (inside(point)) return inside(before) ? [point] : [crossing, point];
    return inside(before) ? [crossing] : [];
  });
}

/** A ring without its last point, its longitudes running on past 180° instead of jumping; it starts within 180° of `near`. */
function unrolled(ring: readonly LonLat[], near: number): LonLat[] {
  const open = same(ring[0], ring.at(-1)) ? ring.slice(0, -1) : ring;
  let last = near;
  return open.map(([lon, lat]): LonLat => {
    last = lon + 360 * Math.round((last - lon) / 360);
    return [last, lat];
  });
}

/** Twice the area that a closed ring encloses on the plane, in square degrees; positive when it runs counterclockwise. */
export function signedArea(ring: readonly LonLat[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** A ring as RFC 7946 §3.1.6 wants it: closed, counterclockwise outside and clockwise around a hole. Null when nothing is in it. */
function wound(ring: readonly LonLat[], hole: boolean): Position[] | null {
  const positions = ring.map(rounded).filter((position, index, all) => !same(position, all[index - 1]));
  const [first] = positions;
  if (!first) return null;
  if (!same(first, positions.at(-1))) positions.push([...first]);
  const area = signedArea(positions);
  if (positions.length < 4 || area === 0) return null;
  return area > 0 === hole ? positions.reverse() : positions;
}

/**
 * A polygon in degrees, cut at the 180th meridian, wound by the right-hand rule and rounded. Each edge is the shorter way between
 * its ends; a polygon around a pole is not foreseen.
 *
 * @param rings the outer ring first; either direction
 */
export function polygonPieces(rings: readonly (readonly LonLat[])[]): Position[][][] {
  const near = rings[0]?.[0]?.[0] ?? 0;
  const open = rings.map((ring) => unrolled(ring, near));
  const pieces: Position[][][] = [];
  // Started within one turn of the globe, a ring can reach into the turn before and the one after.
  for (const turn of [-360, 0, 360]) {
    const cut = open.map((ring) =>
      clippedAt(clippedAt(ring, turn - 180, 1), turn + 180, -1).map(([lon, lat]): LonLat => [lon - turn, lat]),
    );
    const [outer, ...holes] = cut.map((ring, index) => wound(ring, index > 0));
    if (outer) pieces.push([outer, ...holes.filter((hole) => hole !== null && hole !== undefined)]);
  }
  return pieces;
}
