import type { GeoRawProjection } from 'd3-geo';

/** The meridian in the middle of every map: the Pacific in one piece, the cut in the Atlantic. */
export const CENTRE_LON = 150;

const [Y1, Y2, Y3, Y4] = [1.0148, 0.23185, -0.14499, 0.02406] as const;

/**
 * The Patterson cylindrical projection, radians to units of the Earth's radius and back.
 *
 * Source: T. Patterson, B. Šavrič, B. Jenny (2014), "Introducing the Patterson Cylindrical Projection",
 * Cartographic Perspectives 78. The inverse solves the polynomial by Newton's method; beyond the poles it holds the pole.
 */
export const patterson: GeoRawProjection & { invert(x: number, y: number): [number, number] } = Object.assign(
  (lambda: number, phi: number): [number, number] => [lambda, pattersonY(phi)],
  {
    invert(x: number, y: number): [number, number] {
      const edge = pattersonY(Math.PI / 2);
      const target = Math.min(edge, Math.max(-edge, y));
      let phi = target;
      for (let round = 0; round < 25; round++) {
        const square = phi * phi;
        const slope = Y1 + square * square * (5 * Y2 + square * (7 * Y3 + 9 * Y4 * square));
        const step = (pattersonY(phi) - target) / slope;
        phi -= step;
        if (Math.abs(step) < 1e-12) break;
      }
      return [x, phi];
    },
  },
);

/** How far north of the equator a latitude lies: radians to units of the Earth's radius. */
export function pattersonY(phi: number): number {
  const square = phi * phi;
  return phi * (Y1 + square * square * (Y2 + square * (Y3 + Y4 * square)));
}
