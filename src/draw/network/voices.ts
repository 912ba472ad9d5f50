import { labelType } from './spots.ts';
import type { Measure, NetworkNode, PlacedNode } from './types.ts';

const ring = 7.5;
const rowHeight = 21;
/** Height in px of the line above the list. */
export const headingHeight = 20;
const headingWidth = 172;
const columnGap = 16;
const textAt = 2 * ring + 5;

/** The block of voices with its upper left corner at (0, 0); `heading` is false where only rings fit. */
export type VoiceBlock = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly heading: boolean;
};

function listed(voices: readonly NetworkNode[], columns: number, measure: Measure): VoiceBlock {
  const { size, weight } = labelType('voice');
  const rows = Math.ceil(voices.length / columns);
  const nodes: PlacedNode[] = [];
  let left = 0;
  for (let column = 0; column < columns; column += 1) {
    let widest = 0;
    voices.slice(column * rows, (column + 1) * rows).forEach((node, row) => {
      const y = headingHeight + rowHeight * (row + 0.5);
      const width = measure(node.label, size, weight);
      widest = Math.max(widest, width);
      const x = left + textAt;
      const box = { x, y: y - size / 2, width, height: size };
      const label = { x, y: y + size * 0.34, anchor: 'start', text: node.label, size, weight, box } as const;
      nodes.push({ id: node.id, shape: 'voice', x: left + ring, y, r: ring, label });
    });
    left += textAt + widest + columnGap;
  }
  // Whole pixels, so that sums of fractions never end beyond the panel.
  const width = Math.ceil(Math.max(left - columnGap, headingWidth)) + 1;
  return { width, height: headingHeight + rowHeight * rows, nodes, heading: true };
}

function ringsOnly(voices: readonly NetworkNode[], width: number): VoiceBlock {
  const columns = Math.max(1, Math.min(voices.length, Math.floor(width / rowHeight)));
  const nodes = voices.map((node, i) => {
    const x = ring + (i % columns) * rowHeight;
    return {
      id: node.id,
      shape: 'voice',
      x,
      y: rowHeight * (Math.floor(i / columns) + 0.5),
      r: ring,
      label: null,
    } as const;
  });
  return { width: columns * rowHeight, height: rowHeight * Math.ceil(voices.length / columns), nodes, heading: false };
}

/**
 * The actors who only speak, as a list in two columns (or fewer), filled column by column in order of their names.
 * Takes at most `share` of the panel's area; if the names do not fit, the rings stand alone in rows.
 */
export function voiceBlock(
  voices: readonly NetworkNode[],
  room: { width: number; height: number },
  share: number,
  measure: Measure,
): VoiceBlock | null {
  if (voices.length === 0) return null;
  const named = [...voices].sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1));
  for (const columns of voices.length > 2 ? [2, 1] : [1]) {
    const block = listed(named, columns, measure);
    const fits = block.width <= room.width && block.height <= room.height;
    if (fits && block.width * block.height <= share * room.width * room.height) return block;
  }
  return ringsOnly(named, room.width * 0.5);
}
