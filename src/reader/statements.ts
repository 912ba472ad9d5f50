import { type Cue, findCues } from './cues.ts';
import { PAD, type TokenFeatures } from './features.ts';
import { FeatureBuffer, hashWord } from './hash.ts';
import { SpanScorer, type TokenRun } from './spans.ts';
import type { Weights } from './weights.ts';

/** A statement in tokens, as the passes find it: no entity yet. */
export type RoughStatement = {
  cue: Cue;
  source: TokenRun | null;
  content: TokenRun[];
  sourceMargin: number;
  contentMargin: number;
  /** The words that name who carries it. */
  relay: TokenRun | null;
  /** For words without a cue: whether a quotation follows a statement at once, or stands alone, or is a turn of a transcript. */
  floating: 'after' | 'alone' | 'turn' | null;
};

/** The weights of both passes. */
export type Passes = { cues: Weights; spans: Weights };

/** Runs both passes over a text. Cues without content are none. */
export function roughStatements(f: TokenFeatures, passes: Passes): RoughStatement[] {
  const out = new FeatureBuffer(2 ** passes.cues.bits - 1);
  const cues = findCues(f, passes.cues, out);
  const scorer = new SpanScorer(f, cues, passes.spans, new FeatureBuffer(2 ** passes.spans.bits - 1));
  const found: RoughStatement[] = [];
  for (const cue of cues) {
    const spans = scorer.spansOf(cue);
    if (spans.content.length === 0) spans.content = inverted(f, cue, spans.source);
    if (spans.content.length === 0) continue;
    const source = nearest(spans.source, cue);
    // A source that was chosen for want of one may lie in what was taken for content: it is no part of that.
    const free = source ? spans.content.filter(({ from, to }) => from >= source.to || to <= source.from) : [];
    found.push({
      cue,
      source,
      content: free.length > 0 ? free : spans.content,
      sourceMargin: spans.sourceMargin * passes.spans.unit,
      contentMargin: spans.contentMargin * passes.spans.unit,
      relay: null,
      floating: null,
    });
  }
  return found;
}

/** A clause of fewer words than this before a verb of speaking is no content. */
const FEWEST_WORDS = 4;
const COMMA = hashWord(',');

/** The clause before "…, said Ann Reyes", where the passes took nothing for content. */
function inverted(f: TokenFeatures, cue: Cue, sources: readonly TokenRun[]): TokenRun[] {
  if (f.word[cue.from - 1 + PAD] !== COMMA || !sources.some(({ from }) => from === cue.to)) return [];
  let from = cue.from - 1;
  while (from > 0 && f.sentence[from - 1 + PAD] === f.sentence[cue.from + PAD]) from--;
  return cue.from - 1 - from < FEWEST_WORDS ? [] : [{ from, to: cue.from - 1 }];
}

/** The run nearest to the cue; null when there is none. */
function nearest(runs: readonly TokenRun[], cue: Cue): TokenRun | null {
  const gap = (run: TokenRun) => (run.to <= cue.from ? cue.from - run.to : run.from - cue.to);
  return runs.reduce<TokenRun | null>((best, run) => (best && gap(best) <= gap(run) ? best : run), null);
}
