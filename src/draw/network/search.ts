import type { Box } from '../edgeGeometry.ts';
import { type Field, moveSpot } from './cost.ts';
import type { Graph } from './graph.ts';
import { improveLayout, startLayout, startNear } from './layout.ts';
import { drawingCost, polish } from './polish.ts';
import { bendLinks, routesOf } from './routes.ts';
import { numberStream } from './start.ts';
import type { NetworkOptions } from './types.ts';

type Effort = { starts: number; first: number; kept: number; second: number; polishing: number };

/** How hard to search, in visits to spots: such that the whole takes some tens of milliseconds. */
function effort(graph: Graph): Effort {
  const size = graph.spots.length + graph.links.length;
  if (size <= 8) return { starts: 2, first: 60, kept: 1, second: 100, polishing: 60 };
  if (size <= 40) return { starts: 5, first: 300, kept: 3, second: 260, polishing: 300 };
  if (size <= 80) return { starts: 2, first: 160, kept: 1, second: 400, polishing: 200 };
  return { starts: 1, first: 300, kept: 1, second: 500, polishing: 200 };
}

type Layout = { cost: number; field: Field; next: () => number; places: { x: number; y: number; seat: number }[] };

/** Any number would do; this one gave the calmest picture of the bundled coverage among 600. */
const firstSeed = 2828;

/** What a label or count without room weighs beside the cost of a drawing. */
const missingCost = 40;

const placesOf = (graph: Graph) => graph.spots.map(({ x, y, seat }) => ({ x, y, seat }));

function restore(graph: Graph, { places }: Layout): void {
  for (const [i, spot] of graph.spots.entries()) {
    const place = places[i];
    if (place) moveSpot(spot, place.x, place.y, place.seat);
  }
}

/**
 * Lays the graph out in the room left by a block of `reserved` size, which goes to a lower corner, and bends its
 * links. Several starts compete; the best go on. These are drawn by `draw`, which gets the block's place and says how
 * many labels and counts found no room; the best drawing is returned.
 */
export function searchLayout<Drawing>(
  graph: Graph,
  { width, height, near }: Pick<NetworkOptions, 'width' | 'height' | 'near'>,
  reserved: { readonly width: number; readonly height: number } | null,
  draw: (kept: Box | null) => { readonly drawing: Drawing; readonly missing: number },
): Drawing {
  const { starts: many, first, kept: finalists, second, polishing } = effort(graph);
  const starts = near ? 1 : many;
  const free = width * height - (reserved ? reserved.width * reserved.height : 0);
  const spacing = Math.sqrt(free / Math.max(1, graph.spots.length));
  const layouts: Layout[] = [];
  for (let start = 0; start < starts; start += 1) {
    const y = height - (reserved?.height ?? 0);
    const onRight = near?.voices ? near.voices.box.x > 0 : start % 2 === 0;
    const x = onRight ? width - (reserved?.width ?? 0) : 0;
    const field: Field = {
      width,
      height,
      kept: reserved && { x, y, width: reserved.width, height: reserved.height },
      spacing,
    };
    const next = numberStream(firstSeed + start);
    if (near) startNear(graph, field, near);
    else startLayout(graph, field, firstSeed + start);
    const cost = near ? 0 : improveLayout(graph, field, next, first, 1, 0.6);
    layouts.push({ cost, field, next, places: placesOf(graph) });
  }
  layouts.sort((p, q) => p.cost - q.cost);
  let best: { cost: number; drawing: Drawing } | null = null;
  for (const layout of layouts.slice(0, finalists)) {
    const { field, next } = layout;
    restore(graph, layout);
    improveLayout(graph, field, next, second, near ? 0.1 : 0.7, 0);
    for (const link of graph.links) Object.assign(link, { bend: 0, flipped: false });
    const routes = routesOf(graph);
    bendLinks(graph, routes, field, 1);
    polish(graph, routes, field, next, polishing);
    bendLinks(graph, routes, field, 3);
    const { drawing, missing } = draw(field.kept);
    const cost = drawingCost(graph, routes, field) + missingCost * missing;
    if (!best || cost < best.cost) best = { cost, drawing };
  }
  return best ? best.drawing : draw(null).drawing;
}
