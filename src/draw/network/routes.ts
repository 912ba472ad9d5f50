import { chordNormal } from '../edgeCurve.ts';
import { distance } from '../edgeGeometry.ts';
import type { Field } from './cost.ts';
import { type Graph, laneOffset } from './graph.ts';
import { linkCost, type Route, routeOf, seatCost } from './routeCost.ts';
import { type Link, settle } from './spots.ts';

/** Bends that are tried, as shares of the chord. */
const bends = [0, 0.07, -0.07, 0.14, -0.14, 0.22, -0.22, 0.32, -0.32, 0.44, -0.44];
const steps = 8;

/** Puts a hub on its lane of the bent link. */
function seatHub(link: Link, laneGap: number): void {
  if (!link.hub) return;
  const normal = chordNormal(link.a, link.b);
  const beside = link.bend + laneOffset(link, link.hubLane, laneGap);
  link.hub.x = (link.a.x + link.b.x) / 2 + normal.x * beside;
  link.hub.y = (link.a.y + link.b.y) / 2 + normal.y * beside;
}

/** The routes of all links at their present bends, by index. */
export function routesOf({ links, laneGap }: Graph): Route[] {
  for (const link of links) seatHub(link, laneGap);
  return links.map((link) => routeOf(link, steps));
}

/** Takes up changed ends or bends of some links into `routes`, their hubs first. */
export function refresh(changed: readonly Link[], routes: Route[], laneGap: number): void {
  for (const link of changed) seatHub(link, laneGap);
  for (const link of changed) routes[link.index] = routeOf(link, steps);
}

function bestBend(link: Link, routes: Route[], graph: Graph, field: Field): boolean {
  const length = distance(link.a, link.b);
  const moved = link.hub ? [link, ...link.hub.links] : [link];
  const bend = (to: number, flipped: boolean, limit: number): number => {
    link.bend = to;
    link.flipped = flipped;
    refresh(moved, routes, graph.laneGap);
    let cost = 0;
    for (const one of moved) {
      const route = routes[one.index];
      if (route && cost <= limit) cost += linkCost(one, route, routes, graph, field, limit - cost);
    }
    return cost;
  };
  let choice = { bend: link.bend, flipped: link.flipped };
  let least = bend(choice.bend, choice.flipped, Infinity);
  let changed = false;
  for (const share of bends) {
    for (const flipped of link.hub ? [false, true] : [false]) {
      const cost = bend(share * length, flipped, least);
      if (cost >= least - 1e-6) continue;
      least = cost;
      choice = { bend: share * length, flipped };
      changed = true;
    }
  }
  link.bend = choice.bend;
  link.flipped = choice.flipped;
  refresh(moved, routes, graph.laneGap);
  return changed;
}

/**
 * Bends links around what is in their way and takes the best seats for labels, one after the other, until nothing
 * gets better or `passes` are over. Sets `bend`, `flipped` and `seat`, and keeps `routes` up to date.
 */
export function bendLinks(graph: Graph, routes: Route[], field: Field, passes: number): void {
  for (let pass = 0; pass < passes; pass += 1) {
    let changed = false;
    for (const link of graph.links) changed = bestBend(link, routes, graph, field) || changed;
    for (const spot of graph.spots) {
      let choice = spot.seat;
      let least = seatCost(spot, routes, graph, field);
      for (let seat = 0; seat < spot.seats.length; seat += 1) {
        spot.seat = seat;
        settle(spot);
        const cost = seatCost(spot, routes, graph, field);
        if (cost >= least - 1e-6) continue;
        least = cost;
        choice = seat;
        changed = true;
      }
      spot.seat = choice;
      settle(spot);
    }
    if (!changed) return;
  }
}
