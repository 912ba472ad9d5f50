import type { Slug } from '../../domain/slug.ts';
import type { TieKind } from '../../domain/tie.ts';
import { type Curve, curveBetween, curvePoint, curvePoints, laneCurve, type Outline } from '../../draw/edgeCurve.ts';
import type { Box, Point } from '../../draw/edgeGeometry.ts';
import { arrowLength, arrowPath, curvePath, sawPath } from '../../draw/edgeShapes.ts';
import { edgeStroke } from '../../draw/edgeStroke.ts';
import { textWidth } from '../../draw/labels.ts';

/** The picture's own units; it is scaled to its place as a whole. */
export const RING = { width: 452, height: 300 } as const;
const RADIUS = { x: 152, y: 104 } as const;
const MIDDLE: Point = { x: RING.width / 2, y: RING.height / 2 };
const DISC = 11;
const HUB = 7;
/** Size of a count, and half the box that is kept free around it. */
export const COUNT = { size: 13, half: 9 } as const;
/** Size and line of a name. */
export const NAME = { size: 15, line: 16 } as const;

/** An actor on the ring, and the lines of its name with the place of the first one's baseline. */
type RingNode = Point & {
  id: Slug;
  shape: 'disc' | 'square';
  name: Point & { lines: string[]; anchor: 'start' | 'middle' | 'end' };
};
type RingTie = {
  key: string;
  path: string;
  /** Path of the arrow head; null for what has none. */
  arrow: string | null;
  stroke: { width: number; dashes: string | null; cap: 'butt' | 'round' };
  past: boolean;
  count: (Point & { text: string }) | null;
};
export type Ring = {
  nodes: RingNode[];
  ties: RingTie[] /** Diamonds that mediations lead to, and the line between the two sides. */;
  hubs: { at: Point; between: string }[];
};

export type RingActor = { id: Slug; name: string; person: boolean };
export type RingRow = {
  key: string;
  kind: TieKind;
  from: Slug[];
  to: Slug[];
  passages: number;
  count: string;
  past: boolean;
  tentative: boolean;
};

/** A name on at most two lines, cut at the space nearest to its middle. */
function nameLines(name: string, most = 14): string[] {
  if (name.length <= most) return [name];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = name.length / 2;
  const [cut] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return cut === undefined ? [name] : [name.slice(0, cut), name.slice(cut + 1)];
}

const spot = (place: number, of: number): Point => {
  const angle = (2 * Math.PI * place) / of - Math.PI / 2;
  return { x: MIDDLE.x + RADIUS.x * Math.cos(angle), y: MIDDLE.y + RADIUS.y * Math.sin(angle) };
};

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}

const turns = (a: Point, b: Point, c: Point) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
const cross = ([a, b]: [Point, Point], [c, d]: [Point, Point]) =>
  turns(a, b, c) * turns(a, b, d) < 0 && turns(c, d, a) * turns(c, d, b) < 0;

/** The order around the ring with the fewest crossings, then the shortest lines. At most seven actors: 720 orders are tried. */
function bestOrder(ids: Slug[], pairs: [Slug, Slug][]): Slug[] {
  const [first, ...others] = ids;
  if (first === undefined) return [];
  let best = ids;
  let least = Number.POSITIVE_INFINITY;
  for (const rest of permutations(others)) {
    const order = [first, ...rest];
    const at = new Map(order.map((id, place) => [id, spot(place, order.length)]));
    const lines = pairs.flatMap(([a, b]): [Point, Point][] => {
      const ends = [at.get(a), at.get(b)];
      return ends[0] && ends[1] ? [[ends[0], ends[1]]] : [];
    });
    let cost = lines.reduce((sum, [a, b]) => sum + Math.hypot(a.x - b.x, a.y - b.y) / 1000, 0);
    lines.forEach((one, index) => {
      for (const other of lines.slice(index + 1)) if (cross(one, other)) cost += 1;
    });
    if (cost < least - 1e-9) [best, least] = [order, cost];
  }
  return best;
}

/** The two sides of a mediation left and right, who mediates above and below. */
function sidesOrder(sides: Slug[], others: Slug[]): Map<Slug, Point> {
  const at = new Map<Slug, Point>();
  const [left, right] = sides;
  if (left !== undefined) at.set(left, { x: MIDDLE.x - RADIUS.x, y: MIDDLE.y });
  if (right !== undefined) at.set(right, { x: MIDDLE.x + RADIUS.x, y: MIDDLE.y });
  const below = Math.ceil(others.length / 2);
  others.forEach((id, index) => {
    const [row, place, of] = index < below ? [1, index, below] : [-1, index - below, others.length - below];
    at.set(id, { x: MIDDLE.x + (place - (of - 1) / 2) * 150, y: MIDDLE.y + row * RADIUS.y });
  });
  return at;
}

const half = (point: Point, other: Point): Point => ({ x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 });

/**
 * Lays the actors of one kind of tie around a ring, with a line for each tie and its count on it. The same ties give the same picture.
 *
 * @param actors at most seven
 */
export function ringOf(actors: RingActor[], rows: RingRow[]): Ring {
  const mediations = rows.filter(({ kind }) => kind === 'mediation');
  const sides = [...new Set(mediations.flatMap(({ to }) => to))];
  const ids = actors.map(({ id }) => id);
  const pairs = rows.flatMap(({ from, to }): [Slug, Slug][] => {
    const [a, b] = to.length === 0 ? from : [from[0], to[0]];
    return a !== undefined && b !== undefined ? [[a, b]] : [];
  });
  const places =
    sides.length === 2
      ? sidesOrder(
          sides,
          ids.filter((id) => !sides.includes(id)),
        )
      : new Map(bestOrder(ids, pairs).map((id, place) => [id, spot(place, ids.length)]));
  const spots = actors.flatMap(({ id, name, person }) => {
    const at = places.get(id);
    return at ? [{ ...at, id, shape: person ? ('disc' as const) : ('square' as const), lines: nameLines(name) }] : [];
  });
  const outlines = new Map(
    spots.map(({ id, x, y, shape }) => [id, { x, y, r: shape === 'disc' ? DISC : DISC - 1, shape } as Outline]),
  );
  const hubs = new Map<string, Outline & { between: string }>();
  for (const { to } of mediations) {
    const [a, b] = to.map((id) => outlines.get(id));
    if (!a || !b) continue;
    const at = half(a, b);
    hubs.set(to.join(), { ...at, r: HUB, shape: 'hub', between: `M${a.x} ${a.y}L${b.x} ${b.y}` });
  }
  const lanes = new Map<string, number>();
  const drawn = rows.flatMap((row) => {
    const { key, kind, from, to } = row;
    const mutual = to.length === 0;
    const start = outlines.get(from[0] ?? '');
    const end = kind === 'mediation' ? hubs.get(to.join()) : outlines.get((mutual ? from[1] : to[0]) ?? '');
    if (!start || !end) return [];
    const ends = [from[0], mutual ? from[1] : to[0]].sort().join(' ');
    const lane = lanes.get(ends) ?? 0;
    lanes.set(ends, lane + 1);
    const width = Math.min(3.4, 1.3 + 0.35 * row.passages);
    const stroke = edgeStroke(kind, width, row.tentative);
    const pointed = !mutual && kind !== 'mediation' && kind !== 'talks';
    // Ties between the same two lie beside each other; each is seen from its own start, so the side is turned for the way back.
    const side = (from[0] ?? '') < (to[0] ?? from[1] ?? '') ? 1 : -1;
    const offset = lane === 0 ? 0 : 22 * lane;
    const curve = curveBetween(laneCurve(start, end, 0, offset * side), start, end, 4, pointed ? 5 : 4);
    const head = pointed ? arrowLength(stroke.width) : 0;
    return [
      {
        key,
        path: kind === 'conflict' ? sawPath(shortened(curve, head)) : curvePath(shortened(curve, head)),
        arrow: pointed ? arrowPath(curve.end, curvePoint(curve, 0.9), stroke.width) : null,
        stroke,
        past: row.past,
        curve,
        text: row.count,
      },
    ];
  });
  const curves = drawn.map(({ curve }) => curve);
  const nodes = named(spots, curves);
  const taken = nodes.flatMap(boxesOf);
  const ties = drawn.map(({ curve, text, ...tie }): RingTie => ({ ...tie, count: countAt(curve, text, taken) }));
  return { nodes, ties, hubs: [...hubs.values()].map(({ x, y, between }) => ({ at: { x, y }, between })) };
}

/** The curve without the last `length` units, where an arrow head stands. */
function shortened(curve: Curve, length: number): Curve {
  const whole = Math.hypot(curve.end.x - curve.start.x, curve.end.y - curve.start.y);
  if (length === 0 || whole <= length * 2) return curve;
  const end = curvePoint(curve, 1 - (length * 0.7) / whole);
  return { start: curve.start, control: curve.control, end };
}

const boxesMeet = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The boxes of an actor and of its name. */
function boxesOf({ x, y, name }: RingNode): Box[] {
  return [{ x: x - DISC, y: y - DISC, width: 2 * DISC, height: 2 * DISC }, nameBox(name)];
}

function nameBox({ x, y, lines, anchor }: RingNode['name']): Box {
  const width = Math.max(...lines.map((line) => textWidth(line, NAME.size, 600)));
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return { x: left, y: y - NAME.size * 0.8, width, height: lines.length * NAME.line };
}

type Spot = Point & { id: Slug; shape: 'disc' | 'square'; lines: string[] };

/** Puts each name where it covers fewest lines, no other name and no actor: below, above or to a side. */
function named(spots: Spot[], curves: Curve[]): RingNode[] {
  const points = curves.flatMap((curve) => curvePoints(curve, 24));
  const discs = spots.map(({ x, y }): Box => ({ x: x - DISC, y: y - DISC, width: 2 * DISC, height: 2 * DISC }));
  const done: Box[] = [];
  return spots.map(({ lines, x, y, ...spot }) => {
    const more = (lines.length - 1) * NAME.line;
    const beside = y + NAME.size * 0.36 - more / 2;
    const options: RingNode['name'][] = [
      { x, y: y + 28, lines, anchor: 'middle' },
      { x, y: y - 18 - more, lines, anchor: 'middle' },
      { x: x + 18, y: beside, lines, anchor: 'start' },
      { x: x - 18, y: beside, lines, anchor: 'end' },
    ];
    const cost = (name: RingNode['name']) => {
      const box = nameBox(name);
      const out = box.x < 0 || box.y < 0 || box.x + box.width > RING.width || box.y + box.height > RING.height;
      const covered = points.filter((point) => boxesMeet(box, { ...point, width: 0.1, height: 0.1 })).length;
      const hits = [...done, ...discs].filter((other) => boxesMeet(box, other)).length;
      return (out ? 1000 : 0) + hits * 100 + covered;
    };
    const [name = options[0] as RingNode['name']] = options.toSorted((a, b) => cost(a) - cost(b));
    done.push(nameBox(name));
    return { ...spot, x, y, name };
  });
}

/** A place for a count on its line, clear of names, actors and other counts; null where there is none. */
function countAt(curve: Curve, text: string, taken: Box[]): RingTie['count'] {
  for (const t of [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74]) {
    const at = curvePoint(curve, t);
    const half = Math.max(COUNT.half, textWidth(text, COUNT.size, 700) / 2);
    const box = { x: at.x - half, y: at.y - COUNT.half, width: 2 * half, height: 2 * COUNT.half };
    if (taken.some((other) => boxesMeet(box, other))) continue;
    taken.push(box);
    return { ...at, text };
  }
  return null;
}
