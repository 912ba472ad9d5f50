import { geoDistance, geoInterpolate } from 'd3-geo';
import type { LonLat } from './baseMap.ts';

/**
 * Points of the great circle between two others, by their share of the way (0 to 1), and the angle between its ends in radians.
 * Between a point and itself, and between opposite ones, there is no one circle: the points are the ends then.
 */
export function greatCircle(from: LonLat, to: LonLat): { angle: number; point(share: number): LonLat } {
  const [a, b] = [[...from], [...to]] as [[number, number], [number, number]];
  const between = geoInterpolate(a, b);
  const angle = geoDistance(a, b);
  const isNone = Math.sin(angle) < 1e-12;
  return { angle, point: (share) => (isNone ? (share < 0.5 ? from : to) : between(share)) };
}
