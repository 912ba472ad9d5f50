import type { RawArticle } from './article.ts';
import { PARAGRAPHS } from './html/pieces.ts';

/**
 * Puts pieces that were left out back to where they stood, each as a paragraph of its own, so that no sentence joins another. `taken` are
 * indexes into `leftOut`; the places of the pieces that stay out move along.
 */
export function takeBack(article: RawArticle, taken: ReadonlySet<number>): RawArticle {
  const leftOut: RawArticle['leftOut'] = [];
  let [text, at] = ['', 0];
  const goOn = (to: number) => {
    // What is taken back before the first paragraph stands in a place that the text has no gap for.
    text += (at === 0 && text !== '' ? PARAGRAPHS : '') + article.text.slice(at, to);
    at = to;
  };
  for (const [index, piece] of article.leftOut.entries()) {
    if (piece.at > at) goOn(piece.at);
    if (taken.has(index)) text += (text === '' ? '' : PARAGRAPHS) + piece.text;
    else leftOut.push({ ...piece, at: text.length });
  }
  goOn(article.text.length);
  return { ...article, text, leftOut };
}
