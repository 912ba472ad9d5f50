import { type GeoStream, geoProjection, geoStream } from 'd3-geo';
import type { Geometry, MultiPolygon } from 'geojson';
import { type AreaRecord, type MapPoint, pathOf, UNITS } from '../draw/baseMap.ts';
import { CENTRE_LON, patterson } from '../draw/patterson.ts';

/** Map units that a line may be off the great circle between two of its points: half a pixel on a map 2,000 px wide. */
const PRECISION = 10;

/** An area is a group of islands when its largest piece holds less than this share of it. */
const MAIN_PIECE_SHARE = 0.8;

/** Parts of a map unit to which areas are rounded: distances are told in tens of kilometres, and a rounded corner must not change one. */
const AREA_PARTS = 10;

type Ring = MapPoint[];

/** Cuts the world in the Atlantic and bends edges along great circles. */
const projection = geoProjection(patterson)
  .rotate([-CENTRE_LON, 0])
  .scale(UNITS)
  .translate([0, 0])
  .precision(PRECISION);

/** What a geometry becomes on the map, in map units rounded to so many parts: lines as they come, and a list of rings for each polygon. */
function projected(geometry: Geometry, parts = 1): { lines: Ring[]; polygons: Ring[][] } {
  const lines: Ring[] = [];
  const polygons: Ring[][] = [];
  let polygon: Ring[] | null = null;
  let ring: Ring = [];
  const round = (value: number) => Math.round(value * parts) / parts;
  const sink: GeoStream = {
    polygonStart() {
      polygon = [];
    },
    polygonEnd() {
      if (polygon?.length) polygons.push(polygon);
      polygon = null;
    },
    lineStart() {
      ring = [];
    },
    lineEnd() {
      const [first] = ring;
      const last = ring.at(-1);
      if (polygon && first && last && first[0] === last[0] && first[1] === last[1]) ring.pop();
      if (ring.length >= (polygon ? 3 : 2)) (polygon ?? lines).push(ring);
    },
    point(x, y) {
      const point: MapPoint = [round(x), round(y)];
      const last = ring.at(-1);
      if (last?.[0] !== point[0] || last[1] !== point[1]) ring.push(point);
    },
  };
  geoStream(geometry, projection.stream(sink));
  return { lines, polygons };
}

/** The lines of a geometry in map units. */
export function projectedLines(geometry: Geometry): Ring[] {
  return projected(geometry).lines;
}

/** The rings of each polygon of a geometry in map units. */
export function projectedPolygons(geometry: Geometry, parts?: number): Ring[][] {
  return projected(geometry, parts).polygons;
}

/** An area as the file has it: its shape, and the point that stands for it. */
export function areaRecord(geometry: MultiPolygon): AreaRecord {
  const polygons = projectedPolygons(geometry, AREA_PARTS);
  const xs = polygons.flat(2).map(([x]) => x);
  const ys = polygons.flat(2).map(([, y]) => y);
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  const [right, bottom] = [Math.ceil(Math.max(...xs)), Math.ceil(Math.max(...ys))];
  const size = (rings: Ring[]) => Math.abs(rings.reduce((sum, ring) => sum + moments(ring).area, 0));
  const [main = []] = polygons.toSorted((a, b) => size(b) - size(a));
  const islandGroup = size(main) < MAIN_PIECE_SHARE * polygons.reduce((sum, rings) => sum + size(rings), 0);
  const at = islandGroup ? ([(left + right) / 2, (top + bottom) / 2] as const) : innerPoint(main);
  return {
    at: [Math.round(at[0]), Math.round(at[1])],
    bounds: [left, top, right, bottom],
    islandGroup,
    polygons: polygons.map((rings) => pathOf(rings, true)),
  };
}

/** Signed area of a ring, and its area times its centroid. */
function moments(ring: Ring): { area: number; x: number; y: number } {
  let [area, x, y] = [0, 0, 0];
  for (const [index, [x2, y2]] of ring.entries()) {
    const [x1, y1] = ring.at(index - 1) ?? [x2, y2];
    const cross = x1 * y2 - x2 * y1;
    area += cross / 2;
    x += ((x1 + x2) * cross) / 6;
    y += ((y1 + y2) * cross) / 6;
  }
  return { area, x, y };
}

/** The centroid; for a bent country whose centroid lies abroad, the middle of its widest stretch at that height. */
function innerPoint(rings: Ring[]): MapPoint {
  const all = rings.map(moments);
  const sum = (key: 'area' | 'x' | 'y') => all.reduce((total, one) => total + one[key], 0);
  const [centreX, y] = [sum('x') / sum('area'), sum('y') / sum('area')];
  const crossings = rings
    .flatMap((ring) =>
      ring.flatMap(([x2, y2], index) => {
        const [x1, y1] = ring.at(index - 1) ?? [x2, y2];
        return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
      }),
    )
    .sort((a, b) => a - b);
  let [middle, widest] = [centreX, 0];
  for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
    const [start = 0, end = 0] = crossings.slice(pair, pair + 2);
    if (centreX > start && centreX < end) return [centreX, y];
    if (end - start > widest) [middle, widest] = [(start + end) / 2, end - start];
  }
  return [middle, y];
}
