import { chordNormal, curvePoints, laneCurve } from '../edgeCurve.ts';
import {
  type Box,
  boxDistance,
  boxesMeet,
  boxWithin,
  distance,
  type Point,
  segmentDistance,
  segmentMeetsBox,
  segmentsCross,
} from '../edgeGeometry.ts';
import type { Field } from './cost.ts';
import type { Graph } from './graph.ts';
import type { Link, Spot } from './spots.ts';

/** The middle line of a link as drawn, with the box around it. */
export type Route = { readonly points: readonly Point[]; readonly box: Box };

/** The middle line of a link at its present bend, in `steps` pieces. */
export function routeOf(link: Link, steps: number): Route {
  const points = curvePoints(laneCurve(link.a, link.b, link.bend, 0), steps);
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { points, box: { x: left, y: top, width: right - left, height: bottom - top } };
}

/** Whether any piece of the route answers `test`. */
function anyPiece({ points }: Route, test: (a: Point, b: Point) => boolean): boolean {
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1];
    const b = points[i];
    if (a && b && test(a, b)) return true;
  }
  return false;
}

function crossings(e: Route, f: Route): number {
  if (!boxesMeet(e.box, f.box)) return 0;
  let count = 0;
  for (let i = 1; i < e.points.length; i += 1) {
    const a = e.points[i - 1];
    const b = e.points[i];
    if (!a || !b || !segmentMeetsBox(a, b, f.box)) continue;
    for (let j = 1; j < f.points.length; j += 1) {
      const c = f.points[j - 1];
      const d = f.points[j];
      if (c && d && segmentsCross(a, b, c, d)) count += 1;
    }
  }
  return count;
}

/** How crowded two links leave their common ends: 0 for enough room, 1 and more for touching lanes. */
function crowding(e: Link, f: Link, re: Route, rf: Route): number {
  let most = 0;
  for (const end of [e.a, e.b]) {
    if (end !== f.a && end !== f.b) continue;
    const third = Math.round((re.points.length - 1) * 0.3);
    const p = re.points[e.a === end ? third : re.points.length - 1 - third] ?? end;
    const q = rf.points[f.a === end ? third : rf.points.length - 1 - third] ?? end;
    const gap = distance(p, q) - e.half - f.half;
    if (gap < 14) most = Math.max(most, 1 - gap / 14);
  }
  return Math.min(2, most);
}

function clearance(link: Link, route: Route, spot: Spot): number {
  if (link.a === spot || link.b === spot || link.hub === spot) return 0;
  const reach = spot.r + link.half + 6;
  if (boxDistance(spot, route.box) > reach) return 0;
  let least = reach;
  anyPiece(route, (a, b) => {
    least = Math.min(least, segmentDistance(spot, a, b));
    return false;
  });
  const deep = spot.r + link.half - least;
  return deep > 0 ? (deep > 3 ? 120 : 26) + deep : (8 * (6 + deep)) / 6;
}

/** What it costs that a link runs under a label: more for more lanes. */
function overLabel(link: Link, route: Route, spot: Spot): number {
  if (spot.labelWidth === 0 || link.ghost || !boxesMeet(spot.box, route.box, link.half)) return 0;
  const gap = Math.min(9, link.half - 2);
  return anyPiece(route, (a, b) => segmentMeetsBox(a, b, spot.box, gap)) ? 8 + 1.5 * link.lanes.length : 0;
}

/** What it costs that a link passes a spot or its label too closely. */
export const linkOverSpot = (link: Link, route: Route, spot: Spot): number =>
  link.ghost ? 0 : clearance(link, route, spot) + overLabel(link, route, spot);

/** Ties of the pair that a mediator's line crosses on its way to the hub. */
function crossedLanes(link: Link): number {
  const { hub } = link;
  if (!hub) return 0;
  const normal = chordNormal(link.a, link.b);
  const last = link.lanes.length - 1;
  const beyond = link.flipped ? link.hubLane : last - link.hubLane;
  let crossed = 0;
  for (const { a, b } of hub.links) {
    const from = a === hub ? b : a;
    const side = (from.x - hub.x) * normal.x + (from.y - hub.y) * normal.y;
    crossed += side > 0 ? beyond : last - beyond;
  }
  return 5 * crossed;
}

/** What it costs that the link's hub touches a body, its label, or another hub. */
function hubRoom({ hub }: Link, { spots, hubs }: Graph): number {
  if (!hub) return 0;
  let cost = 0;
  for (const spot of spots) {
    if (distance(hub, spot) < hub.r + spot.r + 3) cost += 60;
    if (boxDistance(hub, spot.box) < hub.r + 2) cost += 15;
  }
  for (const other of hubs) if (other !== hub && distance(hub, other) < hub.r + other.r + 2) cost += 60;
  return cost;
}

/** The cost of one link on its route among all others. It only grows, so the count stops above `limit`. */
export function linkCost(
  link: Link,
  route: Route,
  routes: readonly Route[],
  graph: Graph,
  field: Field,
  limit: number,
): number {
  const share = link.bend / (distance(link.a, link.b) || 1);
  let cost = 10 * share * share + 1.5 * Math.abs(share) + crossedLanes(link) + hubRoom(link, graph);
  const edge = link.half + (link.hub ? 5 : 1);
  const { box } = route;
  const out =
    Math.max(0, edge - box.x, box.x + box.width + edge - field.width) +
    Math.max(0, edge - box.y, box.y + box.height + edge - field.height);
  if (out > 0) cost += 1000 + out;
  if (link.ghost) return cost;
  const { kept } = field;
  if (kept && boxesMeet(box, kept, link.half + 5)) {
    if (anyPiece(route, (a, b) => segmentMeetsBox(a, b, kept, link.half + 5))) cost += 300;
  }
  for (const spot of graph.spots) {
    if (cost > limit) return cost;
    cost += linkOverSpot(link, route, spot);
  }
  for (const hub of graph.hubs) cost += clearance(link, route, hub);
  for (const other of graph.links) {
    if (cost > limit) return cost;
    const its = routes[other.index];
    if (other === link || other.ghost || !its) continue;
    if (other.hub !== null && (other.hub === link.a || other.hub === link.b)) continue;
    if (link.hub !== null && (link.hub === other.a || link.hub === other.b)) continue;
    cost += 8 * crossings(route, its) * link.weight * other.weight + 5 * crowding(link, other, route, its);
  }
  return cost;
}

/** The cost of one label on its seat. */
export function seatCost(spot: Spot, routes: readonly Route[], graph: Graph, field: Field): number {
  const { box } = spot;
  let cost = (spot.seats[spot.seat]?.rank ?? 0) + (boxWithin(box, field.width, field.height) ? 0 : 40);
  if (field.kept && boxesMeet(box, field.kept, 4)) cost += 40;
  for (const other of graph.spots) {
    if (other === spot) continue;
    if (boxDistance(other, box) < other.r + 3) cost += 25;
    if (boxesMeet(box, other.box, 3)) cost += 25;
  }
  for (const hub of graph.hubs) if (boxDistance(hub, box) < hub.r + 3) cost += 25;
  for (const link of graph.links) {
    const route = routes[link.index];
    if (route) cost += overLabel(link, route, spot);
  }
  return cost;
}
