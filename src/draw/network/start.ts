import type { Graph } from './graph.ts';

/** A repeatable stream of numbers from 0 up to 1 (Mulberry32; integers only, so it is the same in every engine). */
export function numberStream(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Hops between spots; members of one side count as neighbours, unconnected pairs as far but not out of sight. */
function hops({ spots, links, hubs }: Graph): number[][] {
  const position = new Map(spots.map((spot, i) => [spot.id, i]));
  const near = spots.map((): Set<number> => new Set());
  const join = (p: string, q: string): void => {
    const i = position.get(p);
    const j = position.get(q);
    if (i === undefined || j === undefined || i === j) return;
    near[i]?.add(j);
    near[j]?.add(i);
  };
  for (const { a, b } of links) join(a.id, b.id);
  for (const hub of hubs) {
    for (const { a, b } of hub.links) for (const end of [hub.link.a, hub.link.b]) join((a === hub ? b : a).id, end.id);
  }
  for (const p of spots) for (const q of spots) if (p.group !== null && p.group === q.group) join(p.id, q.id);
  return spots.map((_, from) => {
    const steps = spots.map(() => 4);
    steps[from] = 0;
    let edge = [from];
    for (let step = 1; step < 4 && edge.length > 0; step += 1) {
      const next: number[] = [];
      for (const i of edge) {
        for (const j of near[i] ?? []) {
          if ((steps[j] ?? 0) <= step) continue;
          steps[j] = step;
          next.push(j);
        }
      }
      edge = next;
    }
    return steps;
  });
}

/**
 * Starting positions in the unit square by stress majorisation (Gansner, Koren, North 2004, local form): every
 * pair pulls towards a distance equal to its hops, weighted by its inverse square.
 */
export function startPositions(graph: Graph, seed: number): { x: number; y: number }[] {
  const next = numberStream(seed);
  const wanted = hops(graph);
  const at = graph.spots.map(() => ({ x: next() * 4, y: next() * 4 }));
  const rounds = graph.spots.length > 30 ? 30 : 40;
  for (let round = 0; round < rounds; round += 1) {
    at.forEach((p, i) => {
      let x = 0;
      let y = 0;
      let sum = 0;
      at.forEach((q, j) => {
        if (i === j) return;
        const d = wanted[i]?.[j] ?? 4;
        const weight = 1 / (d * d);
        const dx = p.x - q.x;
        const dy = p.y - q.y;
        const pull = d / Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
        x += weight * (q.x + dx * pull);
        y += weight * (q.y + dy * pull);
        sum += weight;
      });
      if (sum === 0) return;
      p.x = x / sum;
      p.y = y / sum;
    });
  }
  const xs = at.map((p) => p.x);
  const ys = at.map((p) => p.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const wide = Math.max(1e-6, Math.max(...xs) - left);
  const high = Math.max(1e-6, Math.max(...ys) - top);
  return at.map((p) => ({ x: at.length < 2 ? 0.5 : (p.x - left) / wide, y: at.length < 2 ? 0.5 : (p.y - top) / high }));
}
