import { type Hub, type Link, type Spot, spotOf, unplaced } from './spots.ts';
import type { Measure, NetworkNode, NetworkTie } from './types.ts';

/** What is to be laid out. `laneGap` is the distance of parallel ties in px. */
export type Graph = { readonly spots: Spot[]; readonly hubs: Hub[]; readonly links: Link[]; readonly laneGap: number };

const hubRadius = 7;

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const laneOrder: Record<NetworkTie['kind'], number> = { talks: 0, cooperation: 1, conflict: 2, mediation: 3 };

/** Offset in px of a lane from the middle of its link. */
export function laneOffset(link: Link, lane: number, laneGap: number): number {
  const offset = (lane - (link.lanes.length - 1) / 2) * laneGap;
  return link.flipped ? -offset : offset;
}

/** In sides of more than four only neighbours in order of id count as pairs, so that the search stays quick. */
function findSides(spots: readonly Spot[]): void {
  spots.forEach((p, i) => {
    if (p.group === null) return;
    const side = spots.filter((spot) => spot.group === p.group);
    const few = side.length <= 4;
    for (const q of spots.slice(i + 1)) {
      if (q.group !== p.group || !(few || side.indexOf(q) === side.indexOf(p) + 1)) continue;
      p.mates.push(q);
      q.mates.push(p);
      for (const other of spots) if (other.group !== p.group) other.strangers.push({ p, q });
    }
  });
}

const emptyLink = (index: number, a: Spot, b: Spot): Link => {
  const ties = { lanes: [], hubLane: -1, hub: null, ghost: false };
  return { index, a, b, ...ties, weight: 1, half: Number.NaN, bend: Number.NaN, flipped: false };
};

/** Orders the lanes of a link, finds a place for its hub, and makes it known to its ends. */
function finishLink(link: Link, laneGap: number): void {
  const { lanes, hub } = link;
  lanes.sort((p, q) => (p && q ? laneOrder[p.kind] - laneOrder[q.kind] || byId(p, q) : 0));
  if (hub) {
    // On the talks, which come first; else on a lane of its own.
    if (lanes[0]?.kind !== 'talks') lanes.unshift(null);
    link.hubLane = 0;
  }
  link.ghost = lanes.every((tie) => tie === null);
  link.weight = Math.sqrt(lanes.length);
  link.half = ((lanes.length - 1) * laneGap) / 2 + 3;
  link.bend = 0;
  for (const end of [link.a, link.b]) {
    end.links.push(link);
    if (hub) end.hubs.push(hub);
  }
}

/** Nodes and ties as spots and links. Sorted by id, so the order of the input leaves no trace. */
export function networkGraph(
  nodes: readonly NetworkNode[],
  ties: readonly NetworkTie[],
  measure: Measure,
  compact: boolean,
): Graph {
  const drawn = [...new Map([...nodes].sort(byId).map((node) => [node.id, node])).values()].filter(
    (node) => node.shape !== 'voice',
  );
  const scale = drawn.length <= 24 ? 1 : Math.max(0.6, Math.sqrt(24 / drawn.length));
  const spots = drawn.map((node) => spotOf(node, scale, compact, measure));
  const laneGap = compact ? 9 : 11;
  const spotById = new Map(spots.map((spot) => [spot.id, spot]));
  const links = new Map<string, Link>();
  const hubs: Hub[] = [];

  const linkOf = (p: Spot, q: Spot): Link => {
    const [a, b] = p.id < q.id ? [p, q] : [q, p];
    const key = JSON.stringify([a.id, b.id]);
    const known = links.get(key);
    if (known) return known;
    const index = links.size;
    const link = emptyLink(index, a, b);
    links.set(key, link);
    return link;
  };
  const hubOf = (link: Link): Hub => {
    if (link.hub) return link.hub;
    const id = `${link.a.id}+${link.b.id}`;
    const shape = { shape: 'hub', r: hubRadius, group: null, seats: [], labelWidth: 0, labelHeight: 0 } as const;
    const hub: Hub = { id, ...shape, ...unplaced(0, 0), seat: -1, link };
    link.hub = hub;
    hubs.push(hub);
    return hub;
  };

  for (const tie of [...ties].sort(byId)) {
    const from = tie.from.length === 1 ? spotById.get(tie.from[0] ?? '') : undefined;
    const to = tie.to.map((id) => spotById.get(id));
    const [first, second] = to;
    if (!from || !first || to.length > 2 || first === from || second === from) continue;
    if (to.length === 1) linkOf(from, first).lanes.push(tie);
    else if (second && second !== first && tie.kind === 'mediation') {
      linkOf(from, hubOf(linkOf(first, second))).lanes.push(tie);
    }
  }
  const all = [...links.values()];
  for (const link of all) finishLink(link, laneGap);
  // A hub moves with its two ends, and so do the links that reach it.
  for (const { link, links: reaching } of hubs) {
    for (const end of [link.a, link.b]) end.links.push(...reaching.filter((one) => !end.links.includes(one)));
  }
  for (const spot of [...spots, ...hubs]) spot.rest.push(...all.filter((link) => !spot.links.includes(link)));
  findSides(spots);
  return { spots, hubs, links: all, laneGap };
}
