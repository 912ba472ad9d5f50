import { type Curve, curvePoint, curvePoints } from '../edgeCurve.ts';
import { type Box, boxDistance, boxesMeet, boxWithin, type Point, segmentMeetsBox } from '../edgeGeometry.ts';
import type { Measure, PlacedText } from './types.ts';

const size = 11;
const weight = 700;
/** Of the figures, in px: they have no descenders. */
const figureHeight = 8;
const paperGap = 2;
/** How far the rounded ends and the outline of a pill reach beyond that, in px. */
const pillEnds = { x: 3, y: 1.5 };

/** A drawn tie that wants its count written on its curve. */
export type Counted = { readonly curve: Curve; readonly label: string; readonly pill?: boolean | undefined };

/** Nearest to the middle first; nothing beside the ends, where lanes converge and arrows are. */
const places = Array.from({ length: 35 }, (_, i) => 0.5 + (i % 2 === 0 ? 1 : -1) * 0.02 * Math.ceil(i / 2));

type Option = { readonly label: PlacedText; readonly cost: number };

const collide = (p: Option, q: Option): boolean => boxesMeet(p.label.box, q.label.box, 1);

/** The best option clear of all chosen ones but that of `index`, and of `also`. */
function freeOption(
  index: number,
  options: readonly (readonly Option[])[],
  chosen: readonly (Option | null)[],
  also: Option | null,
): Option | null {
  let best: Option | null = null;
  for (const option of options[index] ?? []) {
    if (best && best.cost <= option.cost) continue;
    if (also && collide(option, also)) continue;
    if (!chosen.some((other, j) => other && j !== index && collide(other, option))) best = option;
  }
  return best;
}

/** Gives a count without a place one by moving a single other count elsewhere, if that can be done. */
function makeRoom(index: number, options: readonly (readonly Option[])[], chosen: (Option | null)[]): void {
  for (const option of options[index] ?? []) {
    const inWay = chosen.flatMap((other, j) => (other && collide(other, option) ? [j] : []));
    const [only] = inWay;
    if (only === undefined || inWay.length > 1) continue;
    const instead = freeOption(only, options, chosen, option);
    if (!instead) continue;
    chosen[only] = instead;
    chosen[index] = option;
    return;
  }
}

function labelAt(point: Point, text: string, measure: Measure, pill: boolean): PlacedText {
  const width = measure(text, size, weight) + 2 * (paperGap + (pill ? pillEnds.x : 0));
  const height = figureHeight + 2 * (paperGap + (pill ? pillEnds.y : 0));
  const box: Box = { x: point.x - width / 2, y: point.y - height / 2, width, height };
  return { x: point.x, y: point.y + figureHeight / 2, anchor: 'middle', text, size, weight, box };
}

/**
 * Places one count on each curve, clear of the `taken` boxes and discs and of each other. Each takes the place that
 * hides least of other lines, near the middle by preference; null where no place is free.
 */
export function placeCounts(
  ties: readonly Counted[],
  takenBoxes: readonly Box[],
  takenDiscs: readonly (Point & { readonly r: number })[],
  room: { readonly width: number; readonly height: number },
  measure: Measure,
): (PlacedText | null)[] {
  const lines = ties.map(({ curve }) => curvePoints(curve, 12));
  const options = ties.map(({ curve, label: text, pill = false }, index) =>
    places.flatMap((t, rank) => {
      const label = labelAt(curvePoint(curve, t), text, measure, pill);
      const { box } = label;
      if (!boxWithin(box, room.width, room.height)) return [];
      if (takenBoxes.some((taken) => boxesMeet(box, taken, 1))) return [];
      if (takenDiscs.some((disc) => boxDistance(disc, box) < disc.r + 2)) return [];
      let cost = rank * 0.12;
      lines.forEach((points, other) => {
        if (other === index) return;
        for (let i = 1; i < points.length; i += 1) {
          const a = points[i - 1];
          const b = points[i];
          if (a && b && segmentMeetsBox(a, b, box, 1)) {
            cost += 5;
            break;
          }
        }
      });
      return [{ label, cost }];
    }),
  );
  const chosen: (Option | null)[] = ties.map(() => null);
  // Ties with the fewest free places choose first.
  const order = options.map((list, index) => ({ index, free: list.length }));
  order.sort((p, q) => p.free - q.free || p.index - q.index);
  for (let pass = 0; pass < 3; pass += 1) {
    for (const { index } of order) chosen[index] = freeOption(index, options, chosen, null);
    for (const { index } of order) if (!chosen[index]) makeRoom(index, options, chosen);
  }
  return chosen.map((option) => option?.label ?? null);
}
