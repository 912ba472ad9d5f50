import type { LeftOut } from '../article.ts';
import { blocksOf } from './blocks.ts';
import { parsePiece, rootOf } from './dom.ts';
import { joined } from './pieces.ts';

/** The paragraphs of a piece of a page, as feeds and tables carry it. All of it is the article, but for what a page would not show. */
export function pieceText(html: string): { text: string; leftOut: LeftOut[] } {
  const blocks = blocksOf(rootOf(parsePiece(html)));
  const shown = blocks.filter(
    ({ region }) => region !== 'hidden on the page' && region !== 'shown only without scripts',
  );
  return joined(blocks, new Set(shown), null);
}

/** Whether a text is written as a piece of a page: paragraphs, line breaks or links as elements. */
export const isPieceOfPage = (text: string): boolean =>
  /<\/(?:p|div|a|em|strong|b|i|h[1-6]|li|blockquote)>|<br\s*\/?>/i.test(text);
