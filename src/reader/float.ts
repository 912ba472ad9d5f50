import type { Segmented, Token } from './segmented.ts';
import type { RoughStatement } from './statements.ts';

/** A quotation under so many words without a cue is a title or a term, not speech. */
const FEWEST_WORDS = 5;

/**
 * Stage 8 makes statements of quotations that no cue claims. One that follows a quoted statement at once, in the same paragraph,
 * is a further piece of it; the others have no source and no cue.
 */
export function withFloating(segmented: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  const { tokens, sentences } = segmented;
  const kept = [...statements].sort((a, b) => startOf(a) - startOf(b));
  const floating: RoughStatement[] = [];
  const claimed = new Uint8Array(tokens.length);
  for (const { content, cue } of statements) for (const { from, to } of [...content, cue]) claimed.fill(1, from, to);
  let passed = 0;
  for (const { from, to, pieces } of segmented.quotations) {
    if (claimed.subarray(from, to).includes(1)) continue;
    for (const piece of pieces) {
      const first = tokens[piece.from] as Token;
      // Within a sentence of the reporter's it is a term or a title.
      const sentence = sentences[first.sentence];
      if (!sentence || piece.from > sentence.from + 1 || wordsIn(tokens, piece.from, piece.to) < FEWEST_WORDS) continue;
      while (passed < kept.length && startOf(kept[passed] as RoughStatement) < piece.from) passed++;
      const at = lastBefore(kept, passed, piece.from);
      const previous = kept[at];
      const end = previous ? Math.max(endOf(previous), previous.source?.to ?? 0) : 0;
      const last = tokens[end - 1];
      const adjacent = last !== undefined && last.sentence === first.sentence - 1 && last.paragraph === first.paragraph;
      if (previous && adjacent && previous.content.some((run) => quotedMost(tokens, run.from, run.to))) {
        kept[at] = { ...previous, content: [...previous.content, piece] };
        continue;
      }
      floating.push({
        cue: { from: piece.from, to: piece.from, margin: 0 },
        source: null,
        content: [{ from: piece.from, to: piece.to }],
        sourceMargin: 0,
        contentMargin: 0,
        relay: null,
        floating: adjacent ? 'after' : 'alone',
      });
    }
  }
  return [...kept, ...floating].sort((a, b) => startOf(a) - startOf(b));
}

/** The place of the last statement that ends before a token, among the few that begin before it; -1 when there is none. */
function lastBefore(statements: readonly RoughStatement[], passed: number, token: number): number {
  for (let i = passed - 1; i >= Math.max(0, passed - 8); i--)
    if (endOf(statements[i] as RoughStatement) <= token) return i;
  return -1;
}

const endOf = ({ cue, content }: RoughStatement) => Math.max(cue.to, ...content.map(({ to }) => to));
const startOf = ({ cue, content }: RoughStatement) => Math.min(cue.from, ...content.map(({ from }) => from));

function wordsIn(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) if ((tokens[i] as Token).shape > 0) words++;
  return words;
}

function quotedMost(tokens: readonly Token[], from: number, to: number): boolean {
  let quoted = 0;
  for (let i = from; i < to; i++) if ((tokens[i] as Token).quotation > 0) quoted++;
  return quoted > (to - from) * 0.5;
}
