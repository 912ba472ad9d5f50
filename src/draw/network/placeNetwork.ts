import type { Box } from '../edgeGeometry.ts';
import { placeCounts } from './counts.ts';
import { drawHubs, drawTies } from './edges.ts';
import { networkGraph } from './graph.ts';
import { hulls } from './hulls.ts';
import { nodeLabels } from './nodeLabels.ts';
import { searchLayout } from './search.ts';
import type { NetworkNode, NetworkOptions, NetworkTie, PlacedNetwork, PlacedNode } from './types.ts';
import { headingHeight, voiceBlock } from './voices.ts';

export type * from './types.ts';

function shifted(node: PlacedNode, by: Box): PlacedNode {
  const { label, x, y } = node;
  const box = label && { ...label.box, x: label.box.x + by.x, y: label.box.y + by.y };
  const moved = label && box ? { ...label, x: label.x + by.x, y: label.y + by.y, box } : null;
  return { ...node, x: x + by.x, y: y + by.y, label: moved };
}

/**
 * Places a network of actors and ties in a panel; pure, repeatable to the last digit, and independent of the order
 * of its input. Nodes and text lie within `width` × `height` px and no text covers a node or another text; what
 * finds no room has a null label or count. In a crowd a line may pass the edge or a node for want of a better way.
 * Ties to unknown actors or to oneself are left out, and so are ties with more ends than their kind has.
 */
export function placeNetwork(
  nodes: readonly NetworkNode[],
  ties: readonly NetworkTie[],
  { width, height, measure, near, compact = width < 400 }: NetworkOptions,
): PlacedNetwork {
  const graph = networkGraph(nodes, ties, measure, compact);
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const block = voiceBlock(
    nodes.filter((node) => node.shape === 'voice'),
    { width, height },
    0.32,
    measure,
  );
  return searchLayout(graph, { width, height, near }, block, (kept) => {
    const listed = kept && block ? block.nodes.map((node) => shifted(node, kept)) : [];
    const heading: Box[] = kept && block?.heading ? [{ ...kept, height: headingHeight }] : [];
    const { labels, taken } = nodeLabels(graph, nodeById, listed, heading, { width, height });
    const drawn = drawTies(graph);
    const counts = placeCounts(
      drawn.map(({ tie, curve }) => ({ curve, label: tie.label })),
      taken,
      [...graph.spots, ...graph.hubs, ...listed],
      { width, height },
      measure,
    );
    const placed = graph.spots.map(({ id, shape, x, y, r }): PlacedNode => {
      return { id, shape: shape === 'square' ? 'square' : 'disc', x, y, r, label: labels.get(id) ?? null };
    });
    const drawing: PlacedNetwork = {
      width,
      height,
      nodes: [...placed, ...listed.map((node) => ({ ...node, label: labels.get(node.id) ?? null }))],
      hubs: drawHubs(graph),
      ties: drawn.map(({ placed: tie }, i) => ({ ...tie, count: counts[i] ?? null })),
      hulls: hulls(graph.spots, compact ? 0.85 : 1),
      voices: kept && block ? { box: kept, heading: block.heading ? { x: kept.x, y: kept.y + 12 } : null } : null,
    };
    const unlabelled = drawing.nodes.filter(({ label }) => label === null).length;
    return { drawing, missing: unlabelled + counts.filter((count) => count === null).length };
  });
}
