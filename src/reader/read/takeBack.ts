import type { RawArticle } from './article.ts';
import { PARAGRAPHS } from './html/pieces.ts';

/**
 * Puts pieces that were left out back to where they stood, each as a paragraph of its own, so that no sentence joins another. `taken` are
 * indexes into `leftOut`; the places of the pieces that stay out move along.
 */
export function takeBack(article: RawArticle, taken: ReadonlySet<number>): RawArticle {
  let [text, at] = ['', 0];
  const leftOut: RawArticle['leftOut'] = [];
  for (const [index, piece] of article.leftOut.entries()) {
    text += article.text.slice(at, piece.at);
    at = piece.at;
    if (!taken.has(index)) {
      leftOut.push({ ...piece, at: text.length });
      continue;
    }
    text += at === 0 ? piece.text + PARAGRAPHS : PARAGRAPHS + piece.text;
  }
  return { ...article, text: text + article.text.slice(at), leftOut };
}
