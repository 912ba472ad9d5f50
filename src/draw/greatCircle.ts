import type { LonLat } from './baseMap.ts';

const RADIANS = Math.PI / 180;

/**
 * Points of the great circle between two others, by their share of the way (0 to 1), and the angle between its ends in radians.
 * Between a point and itself, and between opposite ones, there is no one circle: the points are the ends then.
 */
export function greatCircle(from: LonLat, to: LonLat): { angle: number; point(share: number): LonLat } {
  const [a, b] = [vector(from), vector(to)];
  const across = Math.hypot(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
  const angle = Math.atan2(across, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
  return {
    angle,
    point(share) {
      // No way, or every way: between a point and itself, and between opposite ones.
      if (across < 1e-12) return share < 0.5 ? from : to;
      const [near, far] = [Math.sin((1 - share) * angle) / across, Math.sin(share * angle) / across];
      const [x, y, z] = [near * a[0] + far * b[0], near * a[1] + far * b[1], near * a[2] + far * b[2]];
      return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
    },
  };
}

function vector([lon, lat]: LonLat): readonly [x: number, y: number, z: number] {
  const out = Math.cos(lat * RADIANS);
  return [out * Math.cos(lon * RADIANS), out * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
}
