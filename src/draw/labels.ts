import type { Box } from './edgeGeometry.ts';

/** A mark that wants a label beside it. Pixels throughout. */
export interface LabelAnchor {
  readonly id: string;
  /** Centre of the mark. */
  readonly x: number;
  readonly y: number;
  /** The mark is a disc of this radius as far as labels are concerned. */
  readonly radius: number;
  /** Size of the label's text. */
  readonly width: number;
  readonly height: number;
  /** Higher goes first; equals keep the order in which they came. */
  readonly priority: number;
  /** Tried before the other sides. */
  readonly prefer?: LabelSide;
}

export interface PlacedLabel {
  /** Where the text starts, has its middle, or ends, depending on `anchor`. */
  readonly x: number;
  /** Vertical middle of the text: draw with `dy="0.35em"`. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
}

type LabelSide = 'right' | 'left' | 'above' | 'below' | 'aboveRight' | 'belowRight' | 'aboveLeft' | 'belowLeft';

/** In which direction from the mark each side lies; the order is the order of trying. */
const SIDES: Readonly<Record<LabelSide, readonly [dx: number, dy: number]>> = {
  right: [1, 0],
  left: [-1, 0],
  above: [0, -1],
  below: [0, 1],
  aboveRight: [1, -1],
  belowRight: [1, 1],
  aboveLeft: [-1, -1],
  belowLeft: [-1, 1],
};
const SIDE_NAMES = Object.keys(SIDES) as LabelSide[];

/** Pixels between a mark and its label. */
const GAP = 4;

/**
 * Greedy label placement: anchors by falling priority, each at the first side that is free.
 *
 * A placed label lies inside `bounds` and touches no other label, no anchor's mark (placed or not) and no obstacle.
 *
 * @param obstacles boxes to keep clear; for a line see `lineObstacles`
 * @returns for every anchor its label, or null when no side is free
 */
export function placeLabels(
  anchors: readonly LabelAnchor[],
  obstacles: readonly Box[],
  bounds: Box,
): Map<string, PlacedLabel | null> {
  const taken: Box[] = [...obstacles];
  const placed = new Map<string, PlacedLabel | null>(anchors.map(({ id }) => [id, null]));
  for (const anchor of anchors.toSorted((a, b) => b.priority - a.priority)) {
    const sides = anchor.prefer ? [anchor.prefer, ...SIDE_NAMES] : SIDE_NAMES;
    const label = sides
      .map((side) => candidate(anchor, side))
      .find(
        ({ box }) =>
          contains(bounds, box) &&
          !taken.some((other) => overlap(box, other)) &&
          !anchors.some((other) => covers(box, other)),
      );
    if (!label) continue;
    placed.set(anchor.id, label);
    taken.push(label.box);
  }
  return placed;
}

/**
 * Boxes along a line, so that labels keep off it.
 *
 * @param points of the line, pixels, at most `thickness` apart
 * @param thickness of the strip to keep clear, pixels
 */
export function lineObstacles(points: readonly (readonly [number, number])[], thickness: number): Box[] {
  return points.map(([x, y]) => ({ x: x - thickness / 2, y: y - thickness / 2, width: thickness, height: thickness }));
}

function candidate({ x, y, radius, width, height }: LabelAnchor, side: LabelSide): PlacedLabel {
  const [dx, dy] = SIDES[side];
  // On a diagonal the label's corner meets the rim of the disc, which is nearer than the corner of its square.
  const reach = dx && dy ? (radius + GAP) * Math.SQRT1_2 : radius + GAP;
  const nearX = x + dx * reach;
  const left = dx > 0 ? nearX : dx < 0 ? nearX - width : x - width / 2;
  const middle = y + dy * (reach + height / 2);
  return {
    x: nearX,
    y: middle,
    anchor: dx > 0 ? 'start' : dx < 0 ? 'end' : 'middle',
    box: { x: left, y: middle - height / 2, width, height },
  };
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function covers(box: Box, { x, y, radius }: LabelAnchor): boolean {
  const dx = x - Math.min(Math.max(x, box.x), box.x + box.width);
  const dy = y - Math.min(Math.max(y, box.y), box.y + box.height);
  return Math.hypot(dx, dy) < radius;
}

/** Advance widths in em at weight 400, each near the upper end of its class; the first class that fits counts. */
const WIDTH_CLASSES: readonly (readonly [characters: RegExp, em: number])[] = [
  [/\p{Mn}/u, 0],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u, 1],
  [/[W@%—]/, 0.95],
  [/[mwM]/, 0.88],
  [/[ ijl.,:;'’‘!|·]/, 0.28],
  [/[frtI1()[\]{}/\\"*“”]/, 0.41],
  [/[BEFJKLPRSTXYZ]/, 0.65],
  [/[\p{Lu}&…#]/u, 0.73],
  [/[aceksvxyz]/, 0.56],
  [/./su, 0.6],
];

/** Bold letters are wider: by at most this share for each unit of weight above 400. */
const WIDENING = 0.00028;

/**
 * Estimated width of a text set in Schibsted Grotesk, in the unit of `fontSize`; rather too wide than too narrow.
 *
 * @param weight CSS font weight, 400 to 900
 */
export function textWidth(text: string, fontSize: number, weight = 400): number {
  const ems = Array.from(
    text,
    (character) => WIDTH_CLASSES.find(([characters]) => characters.test(character))?.[1] ?? 0,
  );
  const regular = ems.reduce((sum, em) => sum + em, 0);
  return regular * fontSize * (1 + Math.max(0, weight - 400) * WIDENING);
}
