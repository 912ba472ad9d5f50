import { MARK, type Segmented, type Token } from './segmented.ts';
import type { TokenRun } from './spans.ts';
import type { Span } from './types.ts';

/** Signs that stand around content and belong to the reporter. */
const EDGE = /^(?:["“”„«»'‘’,;:.\-–—(]|-{2,})$/;
const END = /^(?:["“”„«»'‘’,;:.\-–—]|-{2,})$/;

/** The characters of a run of tokens. */
export function spanOf({ tokens }: Segmented, { from, to }: TokenRun): Span {
  return { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end };
}

/** A run without the signs at its edges; closing marks stay when their quotation begins within it. Null when nothing is left. */
function bare({ tokens }: Segmented, run: TokenRun): TokenRun | null {
  let { from, to } = run;
  const marks = (text: string) =>
    tokens.slice(from, to).filter((token) => token.mark !== MARK.none && token.text === text).length;
  while (from < to && EDGE.test((tokens[from] as Token).text) && !keepsOpening(tokens, from, to)) from++;
  while (to > from && END.test((tokens[to - 1] as Token).text)) {
    const last = tokens[to - 1] as Token;
    // `called it "a mistake"`: the marks are inside. `"a mistake."` with a full stop before the mark ends before it.
    const before = tokens[to - 2];
    if (
      last.mark === MARK.closing &&
      marks(last.text) > 0 &&
      openedWithin(tokens, from, to - 1) &&
      before &&
      !/^[.,]$/.test(before.text)
    )
      break;
    to--;
  }
  return to > from ? { from, to } : null;
}

/** Whether the mark at `from` opens a quotation that ends before the run does: then it is part of what is said. */
function keepsOpening(tokens: readonly Token[], from: number, to: number): boolean {
  const mark = tokens[from] as Token;
  if (mark.mark !== MARK.opening) return false;
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i] as Token;
    if (token.mark === MARK.closing && token.quotation === mark.quotation)
      return tokens.slice(i + 1, to).some((rest) => !END.test(rest.text));
  }
  return false;
}

function openedWithin(tokens: readonly Token[], from: number, at: number): boolean {
  const number = (tokens[at] as Token).quotation;
  for (let i = from; i < at; i++)
    if ((tokens[i] as Token).quotation === number && (tokens[i] as Token).mark === MARK.opening) return true;
  return false;
}

/** The pieces of content as spans, in the order of the text. */
export function contentSpans(segmented: Segmented, content: readonly TokenRun[]): Span[] {
  return content
    .flatMap((run) => {
      const kept = bare(segmented, run);
      return kept ? [spanOf(segmented, kept)] : [];
    })
    .sort((a, b) => a.start - b.start);
}

/** The parts of the content that stand in quotation marks, without the marks. */
export function quotedSpans(segmented: Segmented, content: readonly TokenRun[]): Span[] {
  const { tokens } = segmented;
  const runs = content.flatMap((run) => {
    const kept = bare(segmented, run);
    const quoted: TokenRun[] = [];
    let open: TokenRun | null = null;
    for (let i = kept?.from ?? 0; kept && i < kept.to; i++) {
      const { quotation, mark } = tokens[i] as Token;
      if (quotation === 0 || mark !== MARK.none) open = null;
      else if (open) open.to = i + 1;
      else {
        open = { from: i, to: i + 1 };
        quoted.push(open);
      }
    }
    return quoted;
  });
  return runs.map((run) => spanOf(segmented, run)).sort((a, b) => a.start - b.start);
}

/** Tells whether all of the words stand in quotation marks, some, or none. */
export function kindOf({ tokens }: Segmented, content: readonly TokenRun[]): 'direct' | 'mixed' | 'indirect' {
  let words = 0;
  let quoted = 0;
  for (const { from, to } of content)
    for (const token of tokens.slice(from, to)) {
      if (token.shape === 0) continue;
      words++;
      if (token.quotation > 0) quoted++;
    }
  return quoted === 0 ? 'indirect' : quoted === words ? 'direct' : 'mixed';
}
