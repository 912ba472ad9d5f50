import { type BaseArea, degreesOf, type LonLat, UNITS } from './baseMap.ts';
import type { Box } from './edgeGeometry.ts';
import { greatCircle } from './greatCircle.ts';
import { CENTRE_LON, pattersonY } from './patterson.ts';

/** Pixels from the frame's left and top edge. */
export type ScreenPoint = readonly [x: number, y: number];

/** Where an area lies on the map. */
interface AreaPlace {
  /** The point that stands for the whole, in degrees. Arcs end here. */
  readonly centre: LonLat;
  /** The same point in pixels. */
  readonly at: ScreenPoint;
  readonly bounds: Box;
  readonly islandGroup: boolean;
}

export interface WorldView {
  readonly width: number;
  readonly height: number;
  /** Pixels for a map unit. */
  readonly scale: number;
  /** The SVG transform that puts paths in map units into the frame. What leaves the frame is for the `svg` to hide. */
  readonly transform: string;
  /** Pixels, or null where the frame cuts the point off. */
  project(point: LonLat): ScreenPoint | null;
  /** Path data of the great circle, the shorter way round, in pixels. */
  arc(from: LonLat, to: LonLat): string;
  /** Points on the same great circle at most `spacing` pixels apart, for keeping labels off it; those outside the frame are left out. */
  arcPoints(from: LonLat, to: LonLat, spacing?: number): ScreenPoint[];
  /** Null when the point that stands for the area is not in the frame. */
  area(area: BaseArea): AreaPlace | null;
  /** Path data of the International Date Line, in pixels. */
  readonly dateline: string;
  /** Path data of meridians every 30° and parallels every 20°, in pixels. */
  readonly graticule: string;
}

const RADIANS = Math.PI / 180;
/** Longitudes to each side of the centre that always show: 10° W by way of the Pacific to 50° W. */
const HALF_SPAN = 160;
/** Pixels between the frame's edge and the nearest point that has to be in it. */
const MARGIN = 20;
/** Pixels between the points that an arc is drawn through: its corners stay unseen in the closest look. */
const ARC_STEP = 12;

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
  .map((pair): LonLat => {
    const [lon = 0, lat = 0] = pair.split(' ').map(Number);
    return [lon, lat];
  });

/**
 * A frame on the world: Patterson projection, centred on 150° E, cropped to 12° S to 78° N and at least 320° of longitude.
 *
 * A taller frame shows more sea and land north and south, never less to the sides. A wider one shows more to the sides
 * until the world is whole; past 3.5 times the height it loses equal strips above and below instead of repeating the world.
 * Where one of `shown` would lie outside, the frame moves north or south to it; where that is not enough, it shows more of the
 * world, if need be with nothing at its sides.
 *
 * @param size pixels; a height left out follows from the crop, about a third of the width
 * @param shown points that have to lie in the frame
 * @throws RangeError when a size is not a positive number
 */
export function worldView(
  size: { readonly width: number; readonly height?: number },
  shown: readonly LonLat[] = [],
): WorldView {
  const { width, height = Math.round((width * (CROP_NORTH - CROP_SOUTH)) / (2 * HALF_SPAN * RADIANS)) } = size;
  if (!(width > 0 && height > 0)) throw new RangeError('A map needs a width and a height.');
  const { centreY, scale: radius } = framing(width, height, shown);
  const scale = radius / UNITS;
  const [left, top] = [width / 2, height / 2 + radius * centreY];
  const place = ([lon, lat]: LonLat): ScreenPoint => [
    left + radius * eastOfCentre(lon) * RADIANS,
    top - radius * pattersonY(lat * RADIANS),
  ];
  const inFrame = ([x, y]: ScreenPoint) => x >= 0 && x <= width && y >= 0 && y <= height;
  const project = (point: LonLat) => {
    const at = place(point);
    return inFrame(at) ? at : null;
  };
  const along = (from: LonLat, to: LonLat, spacing: number) => {
    const between = greatCircle(from, to);
    // Twice as many as at the equator, because the map stretches what lies north.
    const steps = Math.ceil((2 * radius * between.angle) / spacing) + 1;
    return Array.from({ length: steps + 1 }, (_, index) => place(between.point(index / steps)));
  };
  return {
    width,
    height,
    scale,
    transform: `translate(${left.toFixed(2)} ${top.toFixed(2)}) scale(${scale.toPrecision(6)})`,
    project,
    arc: (from, to) => lineAround(along(from, to, ARC_STEP), 2 * Math.PI * radius),
    arcPoints: (from, to, spacing = 4) => along(from, to, spacing).filter(inFrame),
    area({ at: [x, y], bounds, islandGroup }) {
      const at: ScreenPoint = [left + x * scale, top + y * scale];
      if (!inFrame(at)) return null;
      const box = {
        x: left + bounds.x * scale,
        y: top + bounds.y * scale,
        width: bounds.width * scale,
        height: bounds.height * scale,
      };
      return { centre: degreesOf([x, y]), at, bounds: box, islandGroup };
    },
    dateline: line(DATE_LINE.map(place)),
    graticule: graticule(place, width, height),
  };
}

/** Earth radii from the equator north to the frame's middle, and pixels per Earth radius. */
type Framing = { centreY: number; scale: number };

/** The usual framing, or the nearest one that shows these points. */
function framing(width: number, height: number, shown: readonly LonLat[]): Framing {
  const crop = CROP_NORTH - CROP_SOUTH;
  const least = width / (2 * Math.PI);
  const most = width / (2 * HALF_SPAN * RADIANS);
  const scale = Math.max(least, Math.min(most, height / crop));
  // Spare height is shared between north and south until the north has run out of land.
  const top = Math.min(CROP_NORTH + (height / scale - crop) / 2, LAND_END);
  return framingAll({ centreY: top - height / scale / 2, scale }, width, height, shown);
}

/** The framing that is nearest to the usual one and has all points in it, with a margin where it had to change. */
function framingAll(usual: Framing, width: number, height: number, shown: readonly LonLat[]): Framing {
  const norths = shown.map(([, lat]) => pattersonY(lat * RADIANS));
  const side = Math.max(0, ...shown.map(([lon]) => Math.abs(eastOfCentre(lon)) * RADIANS));
  const fits = norths.every((y) => Math.abs(y - usual.centreY) * usual.scale <= height / 2);
  if (fits && side * usual.scale <= width / 2) return usual;
  const [north, south] = [Math.max(...norths), Math.min(...norths)];
  const room = (pixels: number) => Math.max(1, pixels - 2 * MARGIN);
  const scale = Math.min(usual.scale, room(height) / (north - south), room(width) / (2 * side));
  const reach = room(height) / scale / 2;
  return { centreY: Math.min(Math.max(usual.centreY, north - reach), south + reach), scale };
}

/** Degrees east of the middle of the map, from -180 to 180. */
function eastOfCentre(lon: number): number {
  const east = lon - CENTRE_LON;
  return east < -180 ? east + 360 : east > 180 ? east - 360 : east;
}

const shown = (value: number) => String(Math.round(value * 10) / 10);

function line(points: readonly ScreenPoint[]): string {
  return `M${points.map(([x, y]) => `${shown(x)},${shown(y)}`).join('L')}`;
}

/** Path data of a line that may leave the world at one side and come in again at the other, `world` pixels away. */
function lineAround(points: readonly ScreenPoint[], world: number): string {
  const pieces: ScreenPoint[][] = [[]];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1] ?? point;
    const way = point[0] - before[0];
    if (Math.abs(way) > world / 2) {
      const back = Math.sign(way) * world;
      pieces.at(-1)?.push([point[0] - back, point[1]]);
      pieces.push([[before[0] + back, before[1]]]);
    }
    pieces.at(-1)?.push(point);
  }
  return pieces.map(line).join('');
}

/** Meridians and parallels are straight in a cylindrical projection, so two numbers draw each. */
function graticule(place: (point: LonLat) => ScreenPoint, width: number, height: number): string {
  let lines = '';
  for (let lon = -180; lon < 180; lon += 30) {
    const [x] = place([lon, 0]);
    if (x >= 0 && x <= width) lines += `M${shown(x)},0V${height}`;
  }
  for (let lat = -80; lat <= 80; lat += 20) {
    const [, y] = place([CENTRE_LON, lat]);
    if (y >= 0 && y <= height) lines += `M0,${shown(y)}H${width}`;
  }
  return lines;
}
