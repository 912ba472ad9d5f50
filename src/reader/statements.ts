import { type Cue, findCues } from './cues.ts';
import type { TokenFeatures } from './features.ts';
import { FeatureBuffer } from './hash.ts';
import { type Run, SpanScorer } from './spans.ts';
import type { Weights } from './weights.ts';

/** A statement in tokens, as the passes find it: no entity yet. */
export type RoughStatement = {
  cue: Cue;
  source: Run | null;
  content: Run[];
  sourceMargin: number;
  contentMargin: number;
  /** The words that name who carries it. */
  relay: Run | null;
  /** For a quotation without a cue: whether it follows a statement at once, or stands alone. */
  floating: 'after' | 'alone' | 'turn' | null;
};

/** The weights of both passes. */
export type Passes = { cues: Weights; spans: Weights };

/** Runs both passes over a text. A cue may have no content yet: the rules about the order of clauses look at it, and what stays without goes. */
export function roughStatements(f: TokenFeatures, passes: Passes): RoughStatement[] {
  const out = new FeatureBuffer(2 ** passes.cues.bits - 1);
  const cues = findCues(f, passes.cues, out);
  const scorer = new SpanScorer(f, cues, passes.spans, new FeatureBuffer(2 ** passes.spans.bits - 1));
  const found: RoughStatement[] = [];
  for (const cue of cues) {
    const spans = scorer.spansOf(cue);
    found.push({
      cue,
      source: nearest(spans.source, cue),
      content: spans.content,
      sourceMargin: spans.sourceMargin * passes.spans.unit,
      contentMargin: spans.contentMargin * passes.spans.unit,
      relay: null,
      floating: null,
    });
  }
  return found;
}

/** The run nearest to the cue; null when there is none. */
function nearest(runs: readonly Run[], cue: Cue): Run | null {
  const gap = (run: Run) => (run.to <= cue.from ? cue.from - run.to : run.from - cue.to);
  return runs.reduce<Run | null>((best, run) => (best && gap(best) <= gap(run) ? best : run), null);
}
