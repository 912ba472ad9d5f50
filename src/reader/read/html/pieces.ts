import type { LeftOut } from '../article.ts';
import type { Block } from './blocks.ts';

const NAMES: Record<string, string> = {
  figcaption: 'caption',
  caption: 'caption',
  li: 'list',
  td: 'table',
  th: 'table',
};

/** What stands between two paragraphs of a text that was put together. */
export const PARAGRAPHS = '\n\n';

const isHeading = ({ name }: Pick<Block, 'name'>) => /^h[1-6]$/.test(name);

const whereOf = ({ region, name }: Block): string => {
  if (region) return region;
  if (isHeading({ name })) return 'heading';
  return (Object.hasOwn(NAMES, name) && NAMES[name]) || 'beside the article';
};

/**
 * The kept blocks as one text, a blank line between paragraphs, and everything else as pieces with the place that they stood in. Neighbours
 * from one piece of furniture are one piece; all others are one each. A heading that is the headline
 * is neither: the article has it already.
 */
export function joined(
  blocks: readonly Block[],
  kept: ReadonlySet<Block>,
  headline: string | null,
): { text: string; leftOut: LeftOut[] } {
  const paragraphs: string[] = [];
  const leftOut: LeftOut[] = [];
  let at = 0;
  let before: Block | null = null;
  for (const block of blocks) {
    if (block.text === headline && isHeading(block)) continue;
    if (kept.has(block)) {
      at += (paragraphs.length > 0 ? PARAGRAPHS.length : 0) + block.text.length;
      paragraphs.push(block.text);
      before = null;
      continue;
    }
    const last = leftOut.at(-1);
    if (last && before && block.region !== null && before.region === block.region) last.text += `\n${block.text}`;
    else leftOut.push({ text: block.text, where: whereOf(block), at });
    before = block;
  }
  return { text: paragraphs.join(PARAGRAPHS), leftOut };
}
