import type { Box } from '../edgeGeometry.ts';
import type { Measure, NetworkNode, NetworkTie } from './types.ts';

/** One of the places a label may take, seen from the middle of its node. */
export type Seat = {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly rank: number;
};

/** Two members of one side. */
type Pair = { readonly p: Spot; readonly q: Spot };

/** A node or a hub while its place is being looked for. */
export type Spot = {
  readonly id: string;
  readonly shape: 'disc' | 'square' | 'hub';
  readonly r: number;
  readonly group: string | null;
  readonly seats: readonly Seat[];
  readonly labelWidth: number;
  readonly labelHeight: number;
  /** Hubs that follow this spot. */
  readonly hubs: Hub[];
  /** Links that move with this spot, those of its hubs included; and all others. */
  readonly links: Link[];
  readonly rest: Link[];
  /** The other members of its side, and the neighbouring members of all other sides. */
  readonly mates: Spot[];
  readonly strangers: Pair[];
  /** What its label covers at present. */
  readonly box: { x: number; y: number; readonly width: number; readonly height: number };
  x: number;
  y: number;
  /** Index of the chosen seat. */
  seat: number;
};

/** The spot half-way along a link. */
export type Hub = Spot & { readonly link: Link };

/** All ties of one pair, drawn as parallel lanes. */
export type Link = {
  readonly index: number;
  readonly a: Spot;
  readonly b: Spot;
  /** Ties in the order of their lanes; a null lane is kept free for a hub. */
  readonly lanes: (NetworkTie | null)[];
  /** Lane on which the hub sits, or -1. */
  hubLane: number;
  hub: Hub | null;
  /** Whether nothing is drawn: it only carries a hub. */
  ghost: boolean;
  /** What one crossing with it weighs: more for more lanes. */
  weight: number;
  /** Half the thickness of the lanes together, px. */
  half: number;
  /** How far the middle is bent away from the chord, px. */
  bend: number;
  /** Whether the lanes run in the opposite order. */
  flipped: boolean;
};

const labelHeight = 15;
const labelGap = 3;

/** Size and weight of the type of a node's label, px. */
export const labelType = (shape: NetworkNode['shape']): { size: number; weight: number } =>
  shape === 'disc' ? { size: 12.5, weight: 600 } : { size: 12, weight: 500 };

function seatsAround(r: number, width: number): Seat[] {
  const side = r + labelGap + 1;
  const low = r + labelGap + labelHeight / 2;
  const near = r * 0.7 + labelGap;
  const steep = r * 0.7 + labelHeight / 2;
  return [
    { dx: 0, dy: low, anchor: 'middle', rank: 0 },
    { dx: side, dy: 0, anchor: 'start', rank: 0 },
    { dx: -side, dy: 0, anchor: 'end', rank: 0 },
    { dx: 0, dy: -low, anchor: 'middle', rank: 0.2 },
    { dx: near, dy: steep, anchor: 'start', rank: 0.6 },
    { dx: -near, dy: steep, anchor: 'end', rank: 0.6 },
    { dx: near, dy: -steep, anchor: 'start', rank: 0.6 },
    { dx: -near, dy: -steep, anchor: 'end', rank: 0.6 },
    { dx: width * 0.3, dy: low, anchor: 'middle', rank: 0.8 },
    { dx: -width * 0.3, dy: low, anchor: 'middle', rank: 0.8 },
    { dx: width * 0.3, dy: -low, anchor: 'middle', rank: 1 },
    { dx: -width * 0.3, dy: -low, anchor: 'middle', rank: 1 },
  ];
}

/** Brings the box of a spot's label in line with its place and seat. */
export function settle(spot: Spot): void {
  const seat = spot.seats[spot.seat];
  if (!seat) return;
  const { box } = spot;
  const shift = seat.anchor === 'start' ? 0 : seat.anchor === 'end' ? box.width : box.width / 2;
  box.x = spot.x + seat.dx - shift;
  box.y = spot.y + seat.dy - box.height / 2;
}

/** What a spot's label covers on a given seat. */
export function labelBox(spot: Spot, seat: Seat): Box {
  const { labelWidth: width, labelHeight: height } = spot;
  const shift = seat.anchor === 'start' ? 0 : seat.anchor === 'end' ? width : width / 2;
  return { x: spot.x + seat.dx - shift, y: spot.y + seat.dy - height / 2, width, height };
}

/** What every spot starts with: no neighbours and no place. */
export const unplaced = (width: number, height: number) => ({
  hubs: [],
  links: [],
  rest: [],
  mates: [],
  strangers: [],
  // Not a number until placed. (Zero would make engines lay the fields out for whole numbers first, and the whole
  // search would be compiled twice.)
  box: { x: Number.NaN, y: Number.NaN, width, height },
  x: Number.NaN,
  y: Number.NaN,
});

/** A node as a spot; `scale` shrinks it where there are many. */
export function spotOf(node: NetworkNode, scale: number, compact: boolean, measure: Measure): Spot {
  // Area grows by the same amount with each statement; the constant leaves room for the count in the smallest disc.
  const disc = Math.min(26, Math.sqrt(86 + 26 * Math.max(1, node.weight)));
  const full = (node.shape === 'square' ? (compact ? 8 : 9) : disc) * scale;
  const r = Math.round(full * 10) / 10;
  const { size, weight } = labelType(node.shape);
  const labelWidth = measure(node.label, size, weight);
  return {
    id: node.id,
    shape: node.shape === 'square' ? 'square' : 'disc',
    r,
    group: node.group,
    seats: seatsAround(r, labelWidth),
    labelWidth,
    labelHeight,
    ...unplaced(labelWidth, labelHeight),
    seat: 0,
  };
}
