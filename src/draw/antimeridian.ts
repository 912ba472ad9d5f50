import { geoArea, geoContains, geoProjection, geoStream } from 'd3-geo';
import type { LineString, Polygon } from 'geojson';
import type { LonLat } from './baseMap.ts';
import { greatCircle } from './greatCircle.ts';

/** Longitude and latitude in degrees, as GeoJSON has them. */
export type Position = [lon: number, lat: number];

/** Degrees of the great circle between two points of an arc: a chord of this length is less than a kilometre off. */
const ARC_STEP = 1;

const DEGREES = 180 / Math.PI;

/** Six decimals of a degree, about a tenth of a metre. */
export function rounded([lon, lat]: LonLat): Position {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6 || 0;
  return [round(lon), round(lat)];
}

/** Degrees as they are, but cut where they cross the 180th meridian; no point is added elsewhere. */
const plane = geoProjection((lon, lat) => [lon, lat])
  .scale(DEGREES)
  .translate([0, 0])
  .precision(0);

/** The lines or rings of a shape, cut at the 180th meridian; rounded, and without a point that repeats the one before. */
function cut(shape: LineString | Polygon): Position[][] {
  const lines: Position[][] = [];
  const nothing = () => {};
  geoStream(
    shape,
    plane.stream({
      lineStart: () => void lines.push([]),
      point: (x, y) => {
        const line = lines.at(-1);
        const [lon, lat] = rounded([x, -y]);
        const before = line?.at(-1);
        if (before?.[0] !== lon || before[1] !== lat) line?.push([lon, lat]);
      },
      lineEnd: nothing,
      polygonStart: nothing,
      polygonEnd: nothing,
    }),
  );
  return lines;
}

/**
 * The great circle from one place to another, the shorter way round, cut where it crosses the 180th meridian (RFC 7946 §3.1.9).
 * Each piece has two positions or more. No pieces between a place and itself, or its opposite on the globe.
 */
export function arcPieces(from: LonLat, to: LonLat): Position[][] {
  const { angle, point } = greatCircle(from, to);
  const degrees = angle * DEGREES;
  if (degrees < 1e-6 || degrees > 180 - 1e-6) return [];
  const steps = Math.ceil(degrees / ARC_STEP);
  const between = Array.from({ length: steps - 1 }, (_, index) => point((index + 1) / steps));
  const coordinates = [from, ...between, to].map((place) => [...place]);
  const pieces: Position[][] = [];
  for (const piece of cut({ type: 'LineString', coordinates })) {
    const before = pieces.at(-1);
    // Over a pole the meridian is left where it was met: that is no cut.
    if (before && before.at(-1)?.join() === piece[0]?.join()) before.push(...piece.slice(1));
    else pieces.push(piece);
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** Twice the area that a closed ring encloses on the plane, in square degrees; positive when it runs counterclockwise. */
export function signedArea(ring: readonly LonLat[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** A ring that is closed by its first point. */
function closed(ring: readonly LonLat[]): Position[] {
  const [first] = ring;
  const last = ring.at(-1);
  const isClosed = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
  return [...ring, ...(first && !isClosed ? [first] : [])].map(([lon, lat]) => [lon, lat]);
}

/** A ring that encloses the smaller part of the globe as the sphere has it, clockwise seen from above; the other way round for a hole. */
function turned(ring: readonly LonLat[], hole: boolean): Position[] {
  const positions = closed(ring);
  const isSmall = geoArea({ type: 'Polygon', coordinates: [positions] }) <= 2 * Math.PI;
  return isSmall === hole ? positions.reverse() : positions;
}

/**
 * A polygon in degrees, cut at the 180th meridian, wound by the right-hand rule (RFC 7946 §3.1.6: counterclockwise outside, clockwise
 * around a hole) and rounded. Each edge is the shorter way between its ends.
 *
 * @param rings the outer ring first; either direction
 */
export function polygonPieces(rings: readonly (readonly LonLat[])[]): Position[][][] {
  const coordinates = rings.map((ring, index) => turned(ring, index > 0));
  const flat = cut({ type: 'Polygon', coordinates })
    .map(closed)
    .filter((ring) => ring.length >= 4 && signedArea(ring) !== 0);
  const outer = flat.filter((ring) => signedArea(ring) < 0);
  const holes = flat.filter((ring) => signedArea(ring) > 0);
  return outer.map((ring) => {
    // A point of a hole that is not on the cut, where both sides meet.
    const inside = (hole: Position[]) =>
      outer.length === 1 ||
      geoContains({ type: 'Polygon', coordinates: [ring] }, hole.find(([lon]) => Math.abs(lon) < 180) ?? [0, 0]);
    return [ring, ...holes.filter(inside)].map((one) => one.toReversed());
  });
}
