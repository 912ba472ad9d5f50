import { type Curve, curvePoint } from './edgeCurve.ts';
import { distance, type Point, svgPoint } from './edgeGeometry.ts';

// Measured on the drawn line: 3 px to each side read as a saw at 1.5 px of stroke, without filling the lane.
const toothHeight = 3;
const toothLength = 3.6;
const plainEnd = 3;

/** SVG path of the plain curve. */
export const curvePath = ({ start, control, end }: Curve): string =>
  `M${svgPoint(start)}Q${svgPoint(control)} ${svgPoint(end)}`;

/** SVG path of a saw-tooth line along the curve: a whole number of teeth between two short plain ends. */
export function sawPath(curve: Curve): string {
  const steps = 64;
  const points: Point[] = [];
  const lengths: number[] = [];
  let total = 0;
  for (let i = 0; i <= steps; i += 1) {
    const point = curvePoint(curve, i / steps);
    const before = points.at(-1);
    if (before) total += distance(before, point);
    points.push(point);
    lengths.push(total);
  }
  const saw = total - 2 * plainEnd;
  if (saw < 2 * toothLength) return curvePath(curve);
  // An even number of half waves, so that the saw leaves the line and comes back on it.
  const halves = 2 * Math.max(1, Math.round(saw / toothLength / 2));
  const out: Point[] = [curve.start];
  let at = 0;
  for (let i = 0; i <= halves; i += 1) {
    const wanted = plainEnd + (saw * i) / halves;
    while (at < steps - 1 && (lengths[at + 1] ?? total) < wanted) at += 1;
    const a = points[at] ?? curve.start;
    const b = points[at + 1] ?? curve.end;
    const span = distance(a, b) || 1;
    const t = (wanted - (lengths[at] ?? 0)) / span;
    const side = i === 0 || i === halves ? 0 : i % 2 === 1 ? toothHeight : -toothHeight;
    out.push({
      x: a.x + (b.x - a.x) * t - ((b.y - a.y) / span) * side,
      y: a.y + (b.y - a.y) * t + ((b.x - a.x) / span) * side,
    });
  }
  out.push(curve.end);
  return `M${out.map(svgPoint).join('L')}`;
}

/** Length in px of the arrow head for a stroke of `width` px. */
export const arrowLength = (width: number): number => 7 + width;

/** Filled path of an arrow head with its point at `tip`, coming from `base`, for a stroke of `width` px. */
export function arrowPath(tip: Point, base: Point, width: number): string {
  const length = distance(tip, base) || 1;
  const x = (tip.x - base.x) / length;
  const y = (tip.y - base.y) / length;
  const long = arrowLength(width) + 0.5;
  const half = 3 + width * 0.6;
  const back = { x: tip.x - x * long, y: tip.y - y * long };
  return `M${svgPoint(tip)}L${svgPoint({ x: back.x - y * half, y: back.y + x * half })}L${svgPoint({ x: back.x + y * half, y: back.y - x * half })}Z`;
}
