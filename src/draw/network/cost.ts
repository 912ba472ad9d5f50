import { type Box, boxDistance, boxesMeet, segmentDistance, segmentMeetsBox, segmentsCross } from '../edgeGeometry.ts';
import type { Graph } from './graph.ts';
import { type Link, type Spot, settle } from './spots.ts';

/** What the search knows of its room: the panel, the block kept free (if any), and the distance nodes like to keep. */
export type Field = {
  readonly width: number;
  readonly height: number;
  readonly kept: Box | null;
  readonly spacing: number;
};

/** Sets a spot's place and seat; its label and the hubs half-way to others follow. */
export function moveSpot(spot: Spot, x: number, y: number, seat: number): void {
  spot.x = x;
  spot.y = y;
  spot.seat = seat;
  settle(spot);
  for (const hub of spot.hubs) {
    hub.x = (hub.link.a.x + hub.link.b.x) / 2;
    hub.y = (hub.link.a.y + hub.link.b.y) / 2;
  }
}

const apart = (p: Spot, q: Spot): number => Math.sqrt((p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y));

function linkPair(e: Link, f: Link): number {
  if (e.ghost || f.ghost) return 0;
  const shared = e.a === f.a || e.a === f.b ? e.a : e.b === f.a || e.b === f.b ? e.b : null;
  if (!shared) {
    if (!segmentsCross(e.a, e.b, f.a, f.b)) return 0;
    if (e.hub !== null && (e.hub === f.a || e.hub === f.b)) return 0;
    if (f.hub !== null && (f.hub === e.a || f.hub === e.b)) return 0;
    return 9 * e.weight * f.weight;
  }
  const p = e.a === shared ? e.b : e.a;
  const q = f.a === shared ? f.b : f.a;
  const px = p.x - shared.x;
  const py = p.y - shared.y;
  const qx = q.x - shared.x;
  const qy = q.y - shared.y;
  const dot = px * qx + py * qy;
  if (dot <= 0) return 0;
  const norm = Math.sqrt((px * px + py * py) * (qx * qx + qy * qy));
  const cosine = norm === 0 ? 1 : dot / norm;
  // About 32 degrees; thick links need a wider angle.
  const limit = 0.85 - 0.004 * (e.half + f.half);
  return cosine > limit ? 7 * ((cosine - limit) / (1 - limit)) : 0;
}

function linkSpot(link: Link, spot: Spot): number {
  const { a, b } = link;
  if (a === spot || b === spot || link.hub === spot || link.ghost) return 0;
  const reach = spot.r + link.half + 8;
  if (spot.x < Math.min(a.x, b.x) - reach || spot.x > Math.max(a.x, b.x) + reach) return 0;
  if (spot.y < Math.min(a.y, b.y) - reach || spot.y > Math.max(a.y, b.y) + reach) return 0;
  const d = reach - segmentDistance(spot, a, b);
  return d > 0 ? 9 * Math.min(1.6, d / 8) : 0;
}

const linkLabel = (link: Link, spot: Spot): number =>
  !link.ghost && segmentMeetsBox(link.a, link.b, spot.box, Math.min(9, link.half - 2)) ? 7 + link.lanes.length : 0;

function linkLength(link: Link, field: Field): number {
  const { a, b } = link;
  const length = apart(a, b);
  const needed = a.r + b.r + 44 + 8 * link.lanes.length;
  const short = length < needed ? 30 * (1 - length / needed) : 0;
  const over = length / field.spacing - 1.1;
  return short + (over > 0 ? over * (0.8 + 0.25 * over) * link.weight : 0);
}

function spotPair(p: Spot, q: Spot, field: Field): number {
  const d = apart(p, q) - p.r - q.r;
  const near = d < 4 ? 200 : d < 22 ? 20 * (1 - d / 22) : 0;
  const want = field.spacing * 1.1;
  return near + (d < want ? 5 * (1 - d / want) * (1 - d / want) : 0);
}

function labelPair(p: Spot, q: Spot): number {
  let cost = boxDistance(q, p.box) < q.r + 3 ? 14 : 0;
  if (q.labelWidth > 0 && boxesMeet(p.box, q.box, 4)) cost += 14;
  return cost;
}

function inField(spot: Spot, field: Field): number {
  const { box } = spot;
  const outX = Math.max(0, 1 - box.x) + Math.max(0, box.x + box.width + 1 - field.width);
  const outY = Math.max(0, 1 - box.y) + Math.max(0, box.y + box.height + 1 - field.height);
  let cost = outX + outY > 0 ? 12 + outX + outY : 0;
  if (field.kept) {
    if (boxesMeet(box, field.kept, 6)) cost += 30;
    const d = boxDistance(spot, field.kept);
    if (d < spot.r + 4) cost += 1000;
    else if (d < spot.r + 12) cost += 40 - d;
  }
  return cost + (spot.seats[spot.seat]?.rank ?? 0);
}

/** What the drawing leaves unused at the four edges of the field. */
function emptyEdges(graph: Graph, field: Field): number {
  let left = field.width;
  let top = field.height;
  let right = 0;
  let bottom = 0;
  for (const { x, y, box } of graph.spots) {
    left = Math.min(left, x, box.x);
    right = Math.max(right, x, box.x + box.width);
    top = Math.min(top, y, box.y);
    bottom = Math.max(bottom, y, box.y + box.height);
  }
  const wide = (left + field.width - right) / field.width;
  const high = (top + field.height - bottom) / field.height;
  return 24 * (wide * wide + high * high) + 5 * (wide + high);
}

function inHull(p: Spot, q: Spot, stranger: Spot): number {
  const reach = stranger.r + 24;
  if (stranger.x < Math.min(p.x, q.x) - reach || stranger.x > Math.max(p.x, q.x) + reach) return 0;
  if (stranger.y < Math.min(p.y, q.y) - reach || stranger.y > Math.max(p.y, q.y) + reach) return 0;
  const d = reach - segmentDistance(stranger, p, q);
  return d > 0 ? 6 + Math.min(4, d / 6) : 0;
}

/** Sides: members stay together, strangers stay out of their hull. */
function sides(spot: Spot, graph: Graph, field: Field): number {
  let cost = 0;
  for (let i = 0; i < spot.mates.length; i += 1) {
    const mate = spot.mates[i];
    if (!mate) continue;
    const stretch = apart(spot, mate) / field.spacing - 0.9;
    if (stretch > 0) cost += 5 * stretch + 4 * stretch * stretch;
    for (const stranger of graph.spots) if (stranger.group !== spot.group) cost += inHull(spot, mate, stranger);
    for (const hub of graph.hubs) cost += inHull(spot, mate, hub);
    for (const { p, q } of spot.strangers) if (segmentsCross(spot, mate, p, q)) cost += 10;
  }
  for (const { p, q } of spot.strangers) cost += inHull(p, q, spot);
  return cost;
}

function amongSpots(spot: Spot, graph: Graph, field: Field): number {
  let cost = 0;
  for (const other of graph.spots) {
    if (other === spot) continue;
    cost += spotPair(spot, other, field) + labelPair(spot, other);
    if (boxDistance(spot, other.box) < spot.r + 3) cost += 14;
    for (const hub of spot.hubs) {
      cost += spotPair(hub, other, field);
      if (boxDistance(hub, other.box) < hub.r + 3) cost += 10;
    }
  }
  for (const hub of graph.hubs) {
    cost += spotPair(hub, spot, field) + labelPair(spot, hub);
    if (field.kept && boxDistance(hub, field.kept) < 12) cost += 20;
  }
  return cost;
}

/** One moving link among everything but the moving links after it. */
function ofLink(link: Link, rank: number, spot: Spot, graph: Graph, field: Field): number {
  let cost = linkLength(link, field) + linkLabel(link, spot);
  if (field.kept && segmentMeetsBox(link.a, link.b, field.kept, 2)) cost += 12;
  for (const other of graph.spots) if (other !== spot) cost += linkSpot(link, other) + linkLabel(link, other);
  for (const hub of graph.hubs) cost += linkSpot(link, hub);
  for (const other of spot.rest) cost += linkPair(link, other);
  for (let i = 0; i < rank; i += 1) {
    const other = spot.links[i];
    if (other) cost += linkPair(link, other);
  }
  return cost;
}

/** The part of a spot's cost that does not depend on the course of links: its neighbours, its side, their lengths. */
export function placeCost(spot: Spot, graph: Graph, field: Field): number {
  let cost =
    inField(spot, field) + emptyEdges(graph, field) + amongSpots(spot, graph, field) + sides(spot, graph, field);
  for (const link of spot.links) cost += linkLength(link, field);
  return cost;
}

/**
 * The share of the drawing's cost in which this spot takes part; smaller is better. As every part adds, the count
 * stops as soon as it is above `limit`.
 */
export function spotCost(spot: Spot, graph: Graph, field: Field, limit: number): number {
  let cost = inField(spot, field) + emptyEdges(graph, field);
  if (cost > limit) return cost;
  cost += amongSpots(spot, graph, field);
  if (cost > limit) return cost;
  cost += sides(spot, graph, field);
  for (let i = 0; i < spot.links.length && cost <= limit; i += 1) {
    const link = spot.links[i];
    if (link) cost += ofLink(link, i, spot, graph, field);
  }
  if (cost > limit) return cost;
  for (const link of spot.rest) {
    cost += linkSpot(link, spot) + linkLabel(link, spot);
    for (const hub of spot.hubs) cost += linkSpot(link, hub);
  }
  return cost;
}

/** The cost of the whole drawing, each part counted once per spot that takes part in it. */
export function layoutCost(graph: Graph, field: Field): number {
  const edges = emptyEdges(graph, field);
  return graph.spots.reduce((sum, spot) => sum + spotCost(spot, graph, field, Infinity) - edges, edges);
}
