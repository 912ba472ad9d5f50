/** A point or a vector on the drawing, in px; y grows downwards. */
export type Point = { readonly x: number; readonly y: number };

/** An axis-parallel rectangle in px: its upper left corner and its size. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

// Square roots, unlike sines, powers and Math.hypot, are exact to the last bit in every engine. This file and
// its users keep to them, so that server and browser draw the very same picture.

/** Distance of two points in px. */
export const distance = (a: Point, b: Point): number =>
  Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));

/** Shortest distance in px from `p` to the segment from `a` to `b`. */
export function segmentDistance(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared;
  const t = along < 0 ? 0 : along > 1 ? 1 : along;
  const x = a.x + t * dx - p.x;
  const y = a.y + t * dy - p.y;
  return Math.sqrt(x * x + y * y);
}

/** Whether the segments `a`–`b` and `c`–`d` properly cross; touching ends do not count. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const abx = b.x - a.x;
  const aby = b.y - a.y;
  const c1 = abx * (c.y - a.y) - aby * (c.x - a.x);
  const d1 = abx * (d.y - a.y) - aby * (d.x - a.x);
  if (c1 * d1 >= 0) return false;
  const cdx = d.x - c.x;
  const cdy = d.y - c.y;
  const a1 = cdx * (a.y - c.y) - cdy * (a.x - c.x);
  const b1 = cdx * (b.y - c.y) - cdy * (b.x - c.x);
  return a1 * b1 < 0;
}

/** Whether two boxes come closer than `gap` px to each other. */
export const boxesMeet = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;

/** Whether `inner` lies within the rectangle from (0, 0) to (`width`, `height`). */
export const boxWithin = (inner: Box, width: number, height: number): boolean =>
  inner.x >= 0 && inner.y >= 0 && inner.x + inner.width <= width && inner.y + inner.height <= height;

/** Distance in px from a point to a box, 0 inside. */
export function boxDistance(p: Point, box: Box): number {
  const dx = p.x < box.x ? box.x - p.x : p.x > box.x + box.width ? p.x - box.x - box.width : 0;
  const dy = p.y < box.y ? box.y - p.y : p.y > box.y + box.height ? p.y - box.y - box.height : 0;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Whether the segment `a`–`b` enters the box grown by `gap` px (slab test by Liang and Barsky, 1984). */
export function segmentMeetsBox(a: Point, b: Point, box: Box, gap = 0): boolean {
  const left = box.x - gap;
  const right = box.x + box.width + gap;
  const top = box.y - gap;
  const bottom = box.y + box.height + gap;
  if ((a.x < left && b.x < left) || (a.x > right && b.x > right)) return false;
  if ((a.y < top && b.y < top) || (a.y > bottom && b.y > bottom)) return false;
  let from = 0;
  let to = 1;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  if (dx !== 0) {
    const t1 = (left - a.x) / dx;
    const t2 = (right - a.x) / dx;
    from = Math.max(from, Math.min(t1, t2));
    to = Math.min(to, Math.max(t1, t2));
  }
  if (dy !== 0) {
    const t1 = (top - a.y) / dy;
    const t2 = (bottom - a.y) / dy;
    from = Math.max(from, Math.min(t1, t2));
    to = Math.min(to, Math.max(t1, t2));
  }
  return from <= to;
}

/** A number as SVG wants it: one decimal, no negative zero. */
const svgNumber = (value: number): string => String(Math.round(value * 10) / 10 + 0);

/** A point as SVG wants it: `"12.3 45"`. */
export const svgPoint = (p: Point): string => `${svgNumber(p.x)} ${svgNumber(p.y)}`;
