import { type Field, placeCost } from './cost.ts';
import type { Graph } from './graph.ts';
import { within } from './layout.ts';
import { linkCost, linkOverSpot, type Route, seatCost } from './routeCost.ts';
import { refresh } from './routes.ts';
import type { Link, Spot } from './spots.ts';
import { settle } from './spots.ts';

function drawnCost(spot: Spot, routes: readonly Route[], graph: Graph, field: Field, limit: number): number {
  let cost = placeCost(spot, graph, field) + seatCost(spot, routes, graph, field);
  for (let i = 0; i < spot.links.length && cost <= limit; i += 1) {
    const link = spot.links[i];
    const route = link && routes[link.index];
    if (link && route) cost += linkCost(link, route, routes, graph, field, limit - cost);
  }
  for (let i = 0; i < spot.rest.length && cost <= limit; i += 1) {
    const link = spot.rest[i];
    const route = link && routes[link.index];
    if (!link || !route) continue;
    cost += linkOverSpot(link, route, spot);
    for (const hub of spot.hubs) cost += linkOverSpot(link, route, hub);
  }
  return cost;
}

/** The cost of the whole drawing with its links as bent. */
export function drawingCost(graph: Graph, routes: readonly Route[], field: Field): number {
  return graph.spots.reduce((sum, spot) => sum + drawnCost(spot, routes, graph, field, Infinity), 0);
}

/** Shifts single spots, with their links bent as they are, wherever that makes the drawing better: `trials` times. */
export function polish(graph: Graph, routes: Route[], field: Field, next: () => number, trials: number): void {
  const { spots, laneGap } = graph;
  const put = (spot: Spot, moved: readonly Link[], x: number, y: number): void => {
    spot.x = x;
    spot.y = y;
    settle(spot);
    refresh(moved, routes, laneGap);
  };
  const rounds = Math.ceil(trials / (3 * Math.max(1, spots.length)));
  for (let round = 0; round < rounds; round += 1) {
    const span = 4 + 46 * (1 - round / rounds);
    for (const spot of spots) {
      // The link under a hub comes before those that reach it.
      const moved = spot.links;
      let now = drawnCost(spot, routes, graph, field, Infinity);
      for (let trial = 0; trial < 3; trial += 1) {
        const { x, y } = spot;
        const toX = within(x + (next() + next() - 1) * span, spot.r, field.width);
        const toY = within(y + (next() + next() - 1) * span, spot.r, field.height);
        put(spot, moved, toX, toY);
        const then = drawnCost(spot, routes, graph, field, now);
        if (then < now) now = then;
        else put(spot, moved, x, y);
      }
    }
  }
}
