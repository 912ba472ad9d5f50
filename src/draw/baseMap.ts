import type { MultiPolygon } from 'geojson';
import type { Box } from './edgeGeometry.ts';
import { CENTRE_LON, patterson } from './patterson.ts';

/** Degrees: longitude east, latitude north. */
export type LonLat = readonly [lon: number, lat: number];

/**
 * A point of the base map, in map units: to the right of 150° E and down from the equator, as the Patterson projection has them.
 * A frame of any size and any zoom shows it through one SVG transform.
 */
export type MapPoint = readonly [x: number, y: number];

/** A country, or a part of one, that a corpus may refer to. */
export interface BaseArea {
  /** SVG path data in map units. */
  readonly path: string;
  /** A point that stands for the whole: inside a country, amid the islands of a group. Arcs end here. */
  readonly at: MapPoint;
  /** In map units. */
  readonly bounds: Box;
  /** No single piece holds most of the area, as with Hawaii: a ring around it reads better than a hatch. */
  readonly islandGroup: boolean;
  /** The same shape in degrees, worked out when it is first asked for. */
  geometry(): MultiPolygon;
}

export interface BaseMap {
  /** SVG path data in map units. */
  readonly land: string;
  readonly borders: string;
  /** By ISO 3166 code, `SE` or `US-HI`. */
  readonly areas: ReadonlyMap<string, BaseArea>;
}

/** An area as the file has it: a path for each polygon, its outer ring first. */
export type AreaRecord = {
  readonly at: MapPoint;
  readonly bounds: readonly [left: number, top: number, right: number, bottom: number];
  readonly islandGroup: boolean;
  readonly polygons: readonly string[];
};

/** Map units in a radius of the Earth: a unit is a kilometre at the equator. */
export const UNITS = 40_000 / (2 * Math.PI);

const DEGREES = 180 / Math.PI;

/**
 * Reads the file that `npm run base-map` writes. Land and borders are passed on as they are; areas are taken apart when asked for.
 *
 * @throws Error naming the part that is missing or of the wrong kind
 */
export function readBaseMap(file: unknown): BaseMap {
  const { land, borders, areas } = (file ?? {}) as Record<string, unknown>;
  if (typeof land !== 'string') throw new Error('The base map has no land.');
  if (typeof borders !== 'string') throw new Error('The base map has no borders.');
  if (typeof areas !== 'object' || areas === null) throw new Error('The base map has no areas.');
  return { land, borders, areas: new Map(Object.entries(areas).map(([code, record]) => [code, area(code, record)])) };
}

function area(code: string, record: unknown): BaseArea {
  const { at, bounds, islandGroup, polygons } = (record ?? {}) as Partial<AreaRecord>;
  if (!at || !bounds || islandGroup === undefined || !polygons?.length)
    throw new Error(`The base map has only a part of the area "${code}".`);
  const [left, top, right, bottom] = bounds;
  let known: MultiPolygon | null = null;
  return {
    path: polygons.join(''),
    at,
    bounds: { x: left, y: top, width: right - left, height: bottom - top },
    islandGroup,
    geometry() {
      known ??= { type: 'MultiPolygon', coordinates: polygons.map((path) => ringsOf(path).map(closedInDegrees)) };
      return known;
    },
  };
}

function closedInDegrees(ring: readonly MapPoint[]): [number, number][] {
  const points = ring.map((point): [number, number] => [...degreesOf(point)]);
  const [first] = points;
  return first ? [...points, first] : [];
}

/** The degrees of a point in map units. */
export function degreesOf([x, y]: MapPoint): LonLat {
  const [lambda, phi] = patterson.invert(x / UNITS, -y / UNITS);
  const lon = lambda * DEGREES + CENTRE_LON;
  return [lon > 180 ? lon - 360 : lon, phi * DEGREES];
}

/** Path data of rings or lines: the first point absolute, each later one as the way from the one before; at most one decimal. */
export function pathOf(lines: readonly (readonly MapPoint[])[], closed: boolean): string {
  const tenths = (value: number) => Math.round(value * 10) / 10;
  return lines
    .map(([first = [0, 0], ...rest]) => {
      let [x, y] = first;
      const steps = rest.map(([nextX, nextY]) => {
        const step = `${tenths(nextX - x)} ${tenths(nextY - y)}`;
        [x, y] = [nextX, nextY];
        return step;
      });
      // A minus sign separates, too, and no number needs its leading zero.
      const path = `M${first.join(' ')}l${steps.join(' ')}${closed ? 'z' : ''}`;
      return path.replaceAll(' -', '-').replace(/(?<!\d)0\./g, '.');
    })
    .join('');
}

/** The rings or lines of path data that `pathOf` wrote. */
export function ringsOf(path: string): MapPoint[][] {
  return path
    .split('M')
    .slice(1)
    .map((ring) => {
      const numbers = (ring.match(/-?(?:\d+(?:\.\d+)?|\.\d+)/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      const points: MapPoint[] = [];
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        x += numbers[index] ?? 0;
        y += numbers[index + 1] ?? 0;
        points.push([x, y]);
      }
      return points;
    });
}
