import { boxDistance, type Point } from '../edgeGeometry.ts';
import { type Field, layoutCost, moveSpot, spotCost } from './cost.ts';
import type { Graph } from './graph.ts';
import type { Spot } from './spots.ts';
import { startPositions } from './start.ts';
import type { PictureOutline } from './types.ts';

const clamp = (value: number, low: number, high: number): number => (value < low ? low : value > high ? high : value);

/** Whole pixels, clear of the panel's edge: whole numbers also make the search quicker. */
export const within = (at: number, r: number, size: number): number => {
  const edge = Math.ceil(r + 4);
  return Math.round(clamp(at, edge, Math.max(edge, size - edge)));
};

/** Spreads the spots of `graph` over the field by a stress layout. */
export function startLayout(graph: Graph, field: Field, seed: number): void {
  const { width, height, kept } = field;
  startPositions(graph, seed).forEach((p, i) => {
    const spot = graph.spots[i];
    if (!spot) return;
    const x = within(width * (0.1 + 0.8 * p.x), spot.r, width);
    const y = within(height * (0.08 + 0.84 * p.y), spot.r, height);
    moveSpot(spot, x, y, 0);
    if (kept && boxDistance(spot, kept) < spot.r) {
      moveSpot(spot, within(width - x, spot.r, width), within(height - y, spot.r, height), 0);
    }
  });
}

/** Puts the spots where they are in a picture of another size, in proportion; those it does not know, in the middle. */
export function startNear(graph: Graph, field: Field, near: PictureOutline): void {
  const known = new Map(near.nodes.map((node) => [node.id, node]));
  for (const spot of graph.spots) {
    const { x, y } = known.get(spot.id) ?? { x: near.width / 2, y: near.height / 2 };
    moveSpot(
      spot,
      within((x / near.width) * field.width, spot.r, field.width),
      within((y / near.height) * field.height, spot.r, field.height),
      0,
    );
  }
}

const anywhere = (next: () => number, { width, height }: Field): Point => ({ x: next() * width, y: next() * height });

/** The middle of what a spot is linked to; its own place if that is nothing. */
function amongNeighbours(spot: Spot): Point {
  let x = 0;
  let y = 0;
  let count = 0;
  for (const { a, b, ghost } of spot.links) {
    if (ghost || (a !== spot && b !== spot)) continue;
    const other = a === spot ? b : a;
    x += other.x;
    y += other.y;
    count += 1;
  }
  return count === 0 ? spot : { x: x / count, y: y / count };
}

/** Two spots change places if that costs no more than `allowed`. */
function trade(p: Spot, q: Spot, graph: Graph, field: Field, allowed: number): void {
  const before = spotCost(p, graph, field, Infinity) + spotCost(q, graph, field, Infinity);
  const { x, y } = p;
  const at = { x: q.x, y: q.y };
  moveSpot(p, within(at.x, p.r, field.width), within(at.y, p.r, field.height), p.seat);
  moveSpot(q, within(x, q.r, field.width), within(y, q.r, field.height), q.seat);
  const limit = before + allowed;
  const first = spotCost(p, graph, field, limit);
  if (first + spotCost(q, graph, field, limit - first) <= limit) return;
  moveSpot(p, x, y, p.seat);
  moveSpot(q, at.x, at.y, q.seat);
}

/**
 * Moves spots to better places for straight links: threshold accepting (Dueck and Scheuer 1990) with `visits`
 * visits to a spot, each of a few trials. `from` and `to` are the warmth at its beginning and end: 1 accepts
 * worse places and moves far, 0 neither. Labels take part by their seats. Returns the cost of the whole.
 */
export function improveLayout(
  graph: Graph,
  field: Field,
  next: () => number,
  visits: number,
  from: number,
  to: number,
): number {
  const { spots } = graph;
  const { width, height } = field;
  const reach = Math.max(width, height) * 0.3;
  for (let visit = 0; visit < visits; visit += 1) {
    const spot = spots[Math.floor(next() * spots.length)];
    if (!spot) break;
    const warmth = from + ((to - from) * visit) / visits;
    const span = 3 + reach * warmth * warmth;
    const other = next() < 0.5 ? spots[Math.floor(next() * spots.length)] : spot;
    if (other && other !== spot) {
      trade(spot, other, graph, field, 8 * warmth * warmth * warmth * next());
      continue;
    }
    let now = spotCost(spot, graph, field, Infinity);
    for (let trial = 0; trial < 4; trial += 1) {
      const { x, y, seat } = spot;
      const choice = next();
      const newSeat = choice < 0.36 ? Math.floor(next() * spot.seats.length) : seat;
      if (choice < 0.2) moveSpot(spot, x, y, newSeat);
      else {
        // Mostly from where it is; now and then from among its neighbours; seldom from anywhere.
        const from = choice > 0.97 ? anywhere(next, field) : choice > 0.88 ? amongNeighbours(spot) : spot;
        const around = from === spot ? span : field.spacing;
        const toX = from.x + (next() + next() - 1) * around;
        const toY = from.y + (next() + next() - 1) * around;
        moveSpot(spot, within(toX, spot.r, width), within(toY, spot.r, height), newSeat);
      }
      const luck = next();
      const limit = now + 8 * warmth * warmth * warmth * luck * luck;
      const then = spotCost(spot, graph, field, limit);
      if (then <= limit) now = then;
      else moveSpot(spot, x, y, seat);
    }
  }
  return layoutCost(graph, field);
}
