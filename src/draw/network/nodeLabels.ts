import { type Box, boxDistance, boxesMeet, boxWithin } from '../edgeGeometry.ts';
import type { Graph } from './graph.ts';
import { labelBox, labelType, type Spot } from './spots.ts';
import type { NetworkNode, PlacedNode, PlacedText } from './types.ts';

/** The label boxes so far, which further text must keep clear of, and the labels by node id. */
export type NodeLabels = { readonly labels: ReadonlyMap<string, PlacedText>; readonly taken: readonly Box[] };

/**
 * Labels on the seats that the search chose or on any free one, actors with most ties first. A label without a
 * free seat is missing from the result. `voices` are the names listed in the block, which give way to bodies only;
 * `reserved` are boxes of other text.
 */
export function nodeLabels(
  graph: Graph,
  nodes: ReadonlyMap<string, NetworkNode>,
  voices: readonly PlacedNode[],
  reserved: readonly Box[],
  field: { readonly width: number; readonly height: number },
): NodeLabels {
  const labels = new Map<string, PlacedText>();
  const taken: Box[] = [...reserved];
  const bodies: Spot[] = [...graph.spots, ...graph.hubs];
  for (const { id, label } of voices) {
    if (!label || bodies.some((body) => boxDistance(body, label.box) < body.r + 1)) continue;
    labels.set(id, label);
    taken.push(label.box);
  }
  for (const { x, y, r } of voices) taken.push({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
  const weightOf = (spot: Spot): number => nodes.get(spot.id)?.weight ?? 0;
  const order = [...graph.spots].sort(
    (p, q) => q.links.length - p.links.length || weightOf(q) - weightOf(p) || (p.id < q.id ? -1 : 1),
  );
  for (const spot of order) {
    const node = nodes.get(spot.id);
    if (!node) continue;
    const chosen = spot.seats[spot.seat];
    for (const seat of chosen ? [chosen, ...spot.seats] : spot.seats) {
      const box = labelBox(spot, seat);
      if (!boxWithin(box, field.width, field.height) || taken.some((other) => boxesMeet(box, other, 1))) continue;
      if (bodies.some((body) => body !== spot && boxDistance(body, box) < body.r + 1)) continue;
      taken.push(box);
      const { size, weight } = labelType(node.shape);
      const y = spot.y + seat.dy + size * 0.34;
      labels.set(spot.id, { x: spot.x + seat.dx, y, anchor: seat.anchor, text: node.label, size, weight, box });
      break;
    }
  }
  return { labels, taken };
}
