import {
  type GeoProjection,
  type GeoRawProjection,
  geoContains,
  geoDistance,
  geoInterpolate,
  geoPath,
  geoProjection,
} from 'd3-geo';
import type { Feature, GeoJSON, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Box } from './labels.ts';

/** Degrees: longitude east, latitude north. */
export type LonLat = readonly [lon: number, lat: number];
/** Pixels from the frame's left and top edge. */
export type ScreenPoint = readonly [x: number, y: number];
export type AreaGeometry = Polygon | MultiPolygon;

export interface BaseMap {
  readonly land: AreaGeometry;
  readonly borders: MultiLineString;
  /** By ISO 3166 code, `SE` or `US-HI`. */
  readonly areas: ReadonlyMap<string, AreaGeometry>;
}

/** Where an area lies on the map. */
export interface AreaPlace {
  /** A point that stands for the whole: inside a country, amid the islands of a group. Arcs end here. */
  readonly centre: LonLat;
  /** The same point in pixels. */
  readonly at: ScreenPoint;
  /** The part inside the frame and a few pixels around it. */
  readonly bounds: Box;
  /** No single piece holds most of the area, as with Hawaii: a ring around it reads better than a hatch. */
  readonly islandGroup: boolean;
}

export interface WorldView {
  readonly width: number;
  readonly height: number;
  /** Pixels, or null where the frame cuts the point off. */
  project(point: LonLat): ScreenPoint | null;
  /** SVG path data, clipped a few pixels outside the frame; an empty string when nothing of it shows. */
  path(geometry: GeoJSON): string;
  /** Path data of the great circle, the shorter way round. */
  arc(from: LonLat, to: LonLat): string;
  /** Points on the same great circle about `spacing` pixels apart, for keeping labels off it; those outside the frame are left out. */
  arcPoints(from: LonLat, to: LonLat, spacing?: number): ScreenPoint[];
  /** Null when nothing of the area is in the frame. */
  area(geometry: AreaGeometry): AreaPlace | null;
  /** Path data of the International Date Line. */
  readonly dateline: string;
  /** Path data of meridians every 30° and parallels every 20°. */
  readonly graticule: string;
}

const RADIANS = Math.PI / 180;
const CENTRE_LON = 150;
/** Pixels around the frame that are still drawn, so that no outline runs along its edge. */
const BLEED = 8;
/** Longitudes to each side of the centre that always show: 10° W by way of the Pacific to 50° W. */
const HALF_SPAN = 160;
/** An area is a group of islands when its largest piece holds less than this share of it. */
const MAIN_PIECE_SHARE = 0.8;

const [Y1, Y2, Y3, Y4] = [1.0148, 0.23185, -0.14499, 0.02406] as const;

/**
 * The Patterson cylindrical projection, radians to units of the Earth's radius and back.
 *
 * Source: T. Patterson, B. Šavrič, B. Jenny (2014), "Introducing the Patterson Cylindrical Projection",
 * Cartographic Perspectives 78. The inverse solves the polynomial by Newton's method; beyond the poles it holds the pole.
 */
export const patterson: GeoRawProjection = Object.assign(
  (lambda: number, phi: number): [number, number] => [lambda, pattersonY(phi)],
  {
    invert(x: number, y: number): [number, number] {
      const edge = pattersonY(Math.PI / 2);
      const target = Math.min(edge, Math.max(-edge, y));
      let phi = target;
      for (let round = 0; round < 25; round++) {
        const square = phi * phi;
        const slope = Y1 + square * square * (5 * Y2 + square * (7 * Y3 + 9 * Y4 * square));
        const step = (pattersonY(phi) - target) / slope;
        phi -= step;
        if (Math.abs(step) < 1e-12) break;
      }
      return [x, phi];
    },
  },
);

function pattersonY(phi: number): number {
  const square = phi * phi;
  return phi * (Y1 + square * square * (Y2 + square * (Y3 + Y4 * square)));
}

/** North and south edge of the crop and the end of all land, in Earth radii from the equator. */
const CROP_NORTH = pattersonY(78 * RADIANS);
const CROP_SOUTH = pattersonY(-12 * RADIANS);
const LAND_END = pattersonY(84 * RADIANS);

/**
 * The International Date Line from pole to pole, degrees, simplified to its turns: Bering Strait, the Aleutians,
 * Kiribati (east of the Line Islands since 1995), Tokelau and Samoa (west of it since 2011), the Chatham Islands.
 */
const DATE_LINE = (
  '180 90, 180 75, -168.97 68, -168.97 65.5, 170 53, 180 48, 180 -1, -162 -1, -162 6, -154 6, -149.5 -8, -149.5 -12, ' +
  '-155.5 -12, -156.5 -7.5, -170.2 -7.5, -170.2 -10.4, -172.5 -11.2, -171.1 -13.4, -172.5 -15.5, -172.5 -45, 180 -51.5, 180 -90'
)
  .split(', ')
  .map((pair) => pair.split(' ').map(Number));

/**
 * Reads the TopoJSON that `npm run base-map` writes.
 *
 * @throws Error naming the part that is missing or of the wrong kind
 */
export function readBaseMap(topology: unknown): BaseMap {
  const { type, objects } = (topology ?? {}) as { type?: unknown; objects?: Record<string, GeometryObject> };
  if (type !== 'Topology') throw new Error('The base map is not TopoJSON.');
  const source = topology as Topology;
  const named = objects?.areas;
  if (named?.type !== 'GeometryCollection') throw new Error('The base map has no collection of areas.');
  const areas = new Map<string, AreaGeometry>();
  for (const area of (named as GeometryCollection).geometries) {
    if (typeof area.id !== 'string') throw new Error('An area of the base map has no id.');
    areas.set(area.id, polygonsOf(source, area, area.id));
  }
  const lines = objects?.borders && (feature(source, objects.borders) as Feature).geometry;
  if (lines?.type !== 'MultiLineString') throw new Error('The base map has no borders.');
  return { land: polygonsOf(source, objects?.land, 'land'), borders: lines, areas };
}

function polygonsOf(source: Topology, object: GeometryObject | undefined, name: string): AreaGeometry {
  const geometry = object && (feature(source, object) as Feature).geometry;
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') return geometry;
  throw new Error(`The base map has no polygons for "${name}".`);
}

/**
 * A frame on the world: Patterson projection, centred on 150° E, cropped to 12° S to 78° N and at least 320° of longitude.
 *
 * A taller frame shows more sea and land north and south, never less to the sides. A wider one shows more to the sides
 * until the world is whole; past 3.5 times the height it loses equal strips above and below instead of repeating the world.
 *
 * @param size pixels; a height left out follows from the crop, about a third of the width
 * @throws RangeError when a size is not a positive number
 */
export function worldView(size: { readonly width: number; readonly height?: number }): WorldView {
  const { width, height = Math.round((width * (CROP_NORTH - CROP_SOUTH)) / (2 * HALF_SPAN * RADIANS)) } = size;
  if (!(width > 0 && height > 0)) throw new RangeError('A map needs a width and a height.');
  const { centreY, scale } = framing(width, height);
  const projection = geoProjection(patterson)
    .rotate([-CENTRE_LON, 0])
    .scale(scale)
    .translate([width / 2, height / 2 + scale * centreY])
    .precision(0.5)
    .clipExtent([
      [-BLEED, -BLEED],
      [width + BLEED, height + BLEED],
    ]);
  const draw = geoPath(projection).digits(1);
  const path = (geometry: GeoJSON) => draw(geometry) ?? '';
  const project = (point: LonLat) => {
    const at = projection([...point]);
    return at && at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height ? at : null;
  };
  const line = (points: readonly (readonly number[])[]) =>
    path({ type: 'LineString', coordinates: points.map((point) => [...point]) });
  return {
    width,
    height,
    project,
    path,
    arc: (from, to) => line([from, to]),
    arcPoints(from, to, spacing = 4) {
      // Twice as many as at the equator, because the map stretches what lies north.
      const steps = Math.ceil((2 * scale * geoDistance([...from], [...to])) / spacing) + 1;
      const along = geoInterpolate([...from], [...to]);
      return Array.from({ length: steps + 1 }, (_, index) => project(along(index / steps))).filter((at) => at !== null);
    },
    area: (geometry) => areaPlace(geometry, projection),
    dateline: line(DATE_LINE),
    graticule: graticule(projection, width, height),
  };
}

/** Earth radii from the equator north to the frame's middle, and pixels per Earth radius. */
function framing(width: number, height: number): { centreY: number; scale: number } {
  const crop = CROP_NORTH - CROP_SOUTH;
  const least = width / (2 * Math.PI);
  const most = width / (2 * HALF_SPAN * RADIANS);
  const scale = Math.max(least, Math.min(most, height / crop));
  // Spare height is shared between north and south until the north has run out of land.
  const top = Math.min(CROP_NORTH + (height / scale - crop) / 2, LAND_END);
  return { centreY: top - height / scale / 2, scale };
}

/** Meridians and parallels are straight in a cylindrical projection, so two numbers draw each. */
function graticule(projection: GeoProjection, width: number, height: number): string {
  let lines = '';
  for (let lon = -180; lon < 180; lon += 30) {
    const x = projection([lon, 0])?.[0] ?? -1;
    if (x >= 0 && x <= width) lines += `M${x.toFixed(1)},0V${height}`;
  }
  for (let lat = -80; lat <= 80; lat += 20) {
    const y = projection([CENTRE_LON, lat])?.[1] ?? -1;
    if (y >= 0 && y <= height) lines += `M0,${y.toFixed(1)}H${width}`;
  }
  return lines;
}

function areaPlace(geometry: AreaGeometry, projection: GeoProjection): AreaPlace | null {
  const draw = geoPath(projection);
  const [[left, top], [right, bottom]] = draw.bounds(geometry);
  if (!(right >= left && bottom >= top)) return null;
  const bounds = { x: left, y: top, width: right - left, height: bottom - top };
  const rings = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const pieces = rings.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  const [main] = pieces.toSorted((a, b) => draw.area(b) - draw.area(a));
  const islandGroup = !main || draw.area(main) < MAIN_PIECE_SHARE * draw.area(geometry);
  const at = islandGroup ? ([left + bounds.width / 2, top + bounds.height / 2] as const) : innerPoint(main, projection);
  const centre = projection.invert?.([...at]);
  return centre ? { centre, at, bounds, islandGroup } : null;
}

/** The centroid; for a bent country whose centroid lies abroad, the middle of its widest stretch at that height. */
function innerPoint(piece: Polygon, projection: GeoProjection): ScreenPoint {
  const centroid = geoPath(projection).centroid(piece);
  const inverse = projection.invert?.(centroid);
  if (inverse && geoContains(piece, inverse)) return centroid;
  const y = centroid[1];
  const crossings = piece.coordinates.flatMap((ring) => {
    const points = ring.map(([lon = 0, lat = 0]): ScreenPoint => projection([lon, lat]) ?? [0, 0]);
    return points.flatMap(([x2, y2], index) => {
      const [x1, y1] = points[index - 1] ?? [x2, y2];
      return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
    });
  });
  crossings.sort((a, b) => a - b);
  let [middle, widest] = [centroid[0], 0];
  for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
    const [start = 0, end = 0] = crossings.slice(pair, pair + 2);
    if (end - start > widest) [middle, widest] = [(start + end) / 2, end - start];
  }
  return [middle, y];
}
