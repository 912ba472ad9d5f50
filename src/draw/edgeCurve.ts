import type { Point } from './edgeGeometry.ts';

/** A quadratic Bézier curve. */
export type Curve = { readonly start: Point; readonly control: Point; readonly end: Point };

/** The outline a curve leaves or reaches: half its width for squares and for hubs, which are squares on edge. */
export type Outline = Point & { readonly r: number; readonly shape: 'disc' | 'square' | 'hub' };

const mix = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

/** The point of the curve at `t` from 0 to 1. */
export function curvePoint({ start, control, end }: Curve, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * start.x + 2 * u * t * control.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * control.y + t * t * end.y,
  };
}

/** `steps` + 1 points of the curve, evenly spaced in `t`. */
export const curvePoints = (curve: Curve, steps: number): Point[] =>
  Array.from({ length: steps + 1 }, (_, i) => curvePoint(curve, i / steps));

/** The part of the curve between `from` and `to` (0 to 1), itself a quadratic curve (de Casteljau). */
function curvePart({ start, control, end }: Curve, from: number, to: number): Curve {
  const first = mix(mix(start, control, from), mix(control, end, from), to);
  return {
    start: curvePoint({ start, control, end }, from),
    control: first,
    end: curvePoint({ start, control, end }, to),
  };
}

/** The unit normal of the chord from `a` to `b`, a quarter turn clockwise on screen; (0, 1) if they coincide. */
export function chordNormal(a: Point, b: Point): Point {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  return length === 0 ? { x: 0, y: 1 } : { x: -dy / length, y: dx / length };
}

/**
 * A curve between two outlines' middles whose middle runs `bend` + `offset` px beside the chord, on the side of
 * the chord's normal. `offset` is the lane among parallel ties: it also moves the ends a little, so that lanes do
 * not all meet in one point of the border.
 */
export function laneCurve(a: Outline, b: Outline, bend: number, offset: number): Curve {
  const normal = chordNormal(a, b);
  const aim = (end: Outline): Point => {
    const room = end.shape === 'hub' ? 0 : end.r * 0.6;
    const shift = Math.max(-room, Math.min(room, offset * 0.62));
    return { x: end.x + normal.x * shift, y: end.y + normal.y * shift };
  };
  const start = aim(a);
  const end = aim(b);
  const beside = bend + offset;
  // A quadratic curve passes its middle at a quarter of each end plus half of the control point.
  return {
    start,
    end,
    control: {
      x: a.x + b.x + 2 * normal.x * beside - (start.x + end.x) / 2,
      y: a.y + b.y + 2 * normal.y * beside - (start.y + end.y) / 2,
    },
  };
}

/** How far `p` is outside the outline in px; negative inside. */
function outside(p: Point, outline: Outline): number {
  const dx = Math.abs(p.x - outline.x);
  const dy = Math.abs(p.y - outline.y);
  if (outline.shape === 'disc') return Math.sqrt(dx * dx + dy * dy) - outline.r;
  if (outline.shape === 'square') return Math.max(dx, dy) - outline.r;
  return (dx + dy - outline.r) * Math.SQRT1_2;
}

/** The curve without what lies within `gap` px of its two outlines. Falls back to a stub where these overlap. */
export function curveBetween(curve: Curve, a: Outline, b: Outline, gapA: number, gapB: number): Curve {
  const edge = (outline: Outline, gap: number, inside: number, free: number): number => {
    let low = inside;
    let high = free;
    for (let i = 0; i < 22; i += 1) {
      const middle = (low + high) / 2;
      if (outside(curvePoint(curve, middle), outline) < gap) low = middle;
      else high = middle;
    }
    return high;
  };
  const from = edge(a, gapA, 0, 0.5);
  const to = edge(b, gapB, 1, 0.5);
  return from < to ? curvePart(curve, from, to) : curvePart(curve, 0.49, 0.51);
}
