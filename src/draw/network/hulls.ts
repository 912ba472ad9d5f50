import { distance, svgPoint } from '../edgeGeometry.ts';
import type { Spot } from './spots.ts';
import type { PlacedHull } from './types.ts';

/** Thickness in px: the largest common discs keep a pale rim. */
const hullWidth = 46;

/** One hull for every side of two or more members: the shortest tree over them (Prim), to be stroked thickly. */
export function hulls(spots: readonly Spot[], scale: number): PlacedHull[] {
  const groups = new Map<string, Spot[]>();
  for (const spot of spots) {
    if (spot.group === null) continue;
    const members = groups.get(spot.group);
    if (members) members.push(spot);
    else groups.set(spot.group, [spot]);
  }
  const out: PlacedHull[] = [];
  for (const [group, [first, ...rest]] of [...groups].sort(([p], [q]) => (p < q ? -1 : 1))) {
    if (!first || rest.length === 0) continue;
    const inside = [first];
    const path: string[] = [];
    let waiting = rest;
    while (waiting.length > 0) {
      let best: { from: Spot; to: Spot; length: number } | null = null;
      for (const to of waiting) {
        for (const from of inside) {
          const length = distance(from, to);
          if (!best || length < best.length) best = { from, to, length };
        }
      }
      if (!best) break;
      const { from, to } = best;
      path.push(`M${svgPoint(from)}L${svgPoint(to)}`);
      inside.push(to);
      waiting = waiting.filter((spot) => spot !== to);
    }
    out.push({ group, path: path.join(''), width: Math.round(hullWidth * scale) });
  }
  return out;
}
