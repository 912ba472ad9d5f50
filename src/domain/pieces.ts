import type { Evidence } from './evidence.ts';
import type { Statement } from './statement.ts';

/** A piece of a statement's words. `gap` says that the article has other words between this piece and the one before. */
export type Piece = { text: string; quoted: boolean; gap: boolean };

const PUNCTUATION_ONLY = /^[\s"'“”‘’«»,.;:–-]*$/u;

/** Cuts a piece of content where quotation begins and ends; a quoted span may be a part of a longer piece. */
function cutAtQuotes(piece: Evidence, quoted: Evidence[]): { start: number; end: number; quoted: boolean }[] {
  const inside = quoted
    .filter(({ start, end }) => start >= piece.start && end <= piece.end)
    .sort((a, b) => a.start - b.start);
  const cuts: { start: number; end: number; quoted: boolean }[] = [];
  let at = piece.start;
  for (const { start, end } of inside) {
    if (start > at) cuts.push({ start: at, end: start, quoted: false });
    cuts.push({ start: Math.max(start, at), end, quoted: true });
    at = Math.max(at, end);
  }
  if (at < piece.end) cuts.push({ start: at, end: piece.end, quoted: false });
  return cuts.filter(({ start, end }) => end > start);
}

/** The words of a statement in the order of its article, whose text is given, cut where quotation begins and ends. */
export function piecesOf(statement: Statement, text: string): Piece[] {
  const cuts = [...statement.content]
    .sort((a, b) => a.start - b.start)
    .flatMap((piece) => cutAtQuotes(piece, statement.quoted));
  const pieces = cuts.map(({ start, end, quoted }, index) => {
    const before = cuts[index - 1];
    const gap = before !== undefined && !PUNCTUATION_ONLY.test(text.slice(before.end, start));
    // The quotation marks of the article give way to those of the page.
    const words = text.slice(start, end);
    return {
      text: quoted || statement.quoted.length === 0 ? words : words.replace(/^["“”]+|["“”]+$/gu, ''),
      quoted,
      gap,
    };
  });
  const seen = pieces.filter(({ text: words }) => words.trim() !== '');
  // A statement of nothing but space is shown as it is, or it would be a card without words.
  return seen.length > 0 ? seen : pieces;
}
