import type { Cue } from './cues.ts';
import { PAD, type TokenFeatures } from './features.ts';
import type { FeatureBuffer } from './hash.ts';
import { type CueContext, cueContext, localFeatures, pathFeatures, SIDE, SPAN, SPAN_LABELS } from './spanFeatures.ts';
import { Scorer, type Weights } from './weights.ts';
import { NAME_CLASS } from './wordClasses.ts';

const L = SPAN_LABELS;
/** Labels that must go on, and how. */
const GOES_ON: Partial<Record<number, readonly number[]>> = {
  [SPAN.source]: [SPAN.sourceOn, SPAN.sourceEnd],
  [SPAN.sourceOn]: [SPAN.sourceOn, SPAN.sourceEnd],
  [SPAN.content]: [SPAN.contentOn, SPAN.contentEnd],
  [SPAN.contentOn]: [SPAN.contentOn, SPAN.contentEnd],
};
/** Labels that a window may begin with. */
export const BEGINS: readonly number[] = [SPAN.none, SPAN.source, SPAN.sourceEnd, SPAN.content, SPAN.contentEnd];
/** What may follow what, as a list of [before, label]; `L` is the start of the window. */
const PAIRS: readonly (readonly [number, number])[] = Array.from({ length: L + 1 }, (_, before) =>
  (GOES_ON[before] ?? BEGINS).map((label) => [before, label] as const),
).flat();
/** For each label, those that may stand before it. */
export const BEFORE: readonly (readonly number[])[] = Array.from({ length: L }, (_, label) =>
  PAIRS.filter(([before, to]) => to === label && before !== L).map(([before]) => before),
);
/** For each label, those that may stand after it. */
export const AFTER: readonly (readonly number[])[] = Array.from(
  { length: L },
  (_, before) => GOES_ON[before] ?? BEGINS,
);
/** Labels that a window may end with. */
export const ENDS: readonly number[] = [SPAN.none, SPAN.sourceEnd, SPAN.contentEnd];

/** How much cheaper a source is made, step by step, where none was found. */
const BONUSES = [0.5, 1, 2, 3, 5, 8];
/** Classes of words that a source chosen so must hold one of: a pronoun, a noun for a person or body, a document, a name. */
const SPEAKS = (kind: number) => kind === 1 || (kind >= 31 && kind <= 34) || kind >= NAME_CLASS;

/** Half-open runs of tokens. */
export type TokenRun = { from: number; to: number };

/** What the span pass finds for a cue. Margins are how much better the best labelling is than the best one that differs there. */
export type Spans = { source: TokenRun[]; content: TokenRun[]; sourceMargin: number; contentMargin: number };

/** Finds the best labelling of a window and, when `margins` is given, the margin of every token's label. */
export function viterbi(
  scores: Float32Array,
  size: number,
  transitions: Float32Array,
  margins: Float32Array | null,
): Uint8Array {
  const best = new Float32Array(size * L);
  const back = new Int8Array(size * L);
  best.fill(Number.NEGATIVE_INFINITY);
  for (const label of BEGINS) best[label] = (transitions[L * L + label] as number) + (scores[label] as number);
  for (let i = 1; i < size; i++)
    for (let label = 0; label < L; label++) {
      let top = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (const before of BEFORE[label] as readonly number[]) {
        const score = (best[(i - 1) * L + before] as number) + (transitions[before * L + label] as number);
        if (score > top) {
          top = score;
          from = before;
        }
      }
      best[i * L + label] = top + (scores[i * L + label] as number);
      back[i * L + label] = from;
    }
  const labels = new Uint8Array(size);
  let label = 0;
  for (const end of ENDS)
    if ((best[(size - 1) * L + end] as number) > (best[(size - 1) * L + label] as number)) label = end;
  const total = best[(size - 1) * L + label] as number;
  for (let i = size - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * L + label] as number;
  }
  if (margins) maxMarginals(scores, size, transitions, best, labels, total, margins);
  return labels;
}

/** Fills in, for every token, how much the best labelling loses when that token gets another label. */
function maxMarginals(
  scores: Float32Array,
  size: number,
  transitions: Float32Array,
  best: Float32Array,
  labels: Uint8Array,
  total: number,
  margins: Float32Array,
): void {
  let rest = new Float32Array(L).fill(Number.NEGATIVE_INFINITY);
  let before = new Float32Array(L);
  for (const end of ENDS) rest[end] = 0;
  for (let i = size - 1; i >= 0; i--) {
    let second = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < L; label++) {
      const through = (best[i * L + label] as number) + (rest[label] as number);
      if (label !== labels[i] && through > second) second = through;
    }
    margins[i] = total - second;
    before.fill(Number.NEGATIVE_INFINITY);
    for (let from = 0; from < L; from++)
      for (const label of AFTER[from] as readonly number[]) {
        const score =
          (transitions[from * L + label] as number) + (scores[i * L + label] as number) + (rest[label] as number);
        if (score > (before[from] as number)) before[from] = score;
      }
    [rest, before] = [before, rest];
  }
}

/** Scores that do not depend on the cue, kept for all cues of a text: three sides a token, computed when first asked for. */
export class SpanScorer {
  private readonly local: Float32Array;
  private readonly done: Uint8Array;
  private readonly cuesBefore: Int32Array;
  private readonly isCue: Uint8Array;
  private readonly scorer: Scorer;

  constructor(
    private readonly f: TokenFeatures,
    cues: readonly { from: number; to: number }[],
    private readonly weights: Weights,
    private readonly out: FeatureBuffer,
  ) {
    this.scorer = new Scorer(weights);
    this.local = new Float32Array(f.count * 3 * L);
    this.done = new Uint8Array(f.count * 3);
    this.isCue = new Uint8Array(f.count);
    for (const { from, to } of cues) this.isCue.fill(1, from, to);
    this.cuesBefore = countedBefore(this.isCue);
  }

  /** Labels the window around a cue. */
  spansOf(cue: Cue): Spans {
    const context = cueContext(this.f, cue.from, cue.to);
    const { low, high } = context;
    const size = high - low;
    const scores = new Float32Array(size * L);
    for (let token = low; token < high; token++) {
      const offset = (token - low) * L;
      this.addLocal(token, context, scores, offset);
      pathFeatures(this.f, token, context, this.isCue, this.cuesBefore, this.out);
      this.scorer.add(this.out.at, this.out.size, scores, offset);
    }
    const margins = new Float32Array(size);
    const labels = viterbi(scores, size, this.weights.transitions, margins);
    const spans = spansIn(labels, margins, low);
    if (spans.source.length === 0 && spans.content.length > 0) spans.source = this.reluctantSource(scores, size, low);
    return spans;
  }

  /** The source that the passes would choose if they had to: a source is made cheaper until one shows. Its margin stays nothing. */
  private reluctantSource(scores: Float32Array, size: number, low: number): TokenRun[] {
    for (const bonus of BONUSES) {
      const transitions = this.weights.transitions.slice();
      for (const [before, label] of PAIRS)
        if (BEGINS.includes(label) && label !== SPAN.none && label < SPAN.content && GOES_ON[before] === undefined)
          transitions[before * L + label] = (transitions[before * L + label] as number) + bonus / this.weights.unit;
      const { source } = spansIn(viterbi(scores, size, transitions, null), null, low);
      const speaks = source.filter(({ from, to }) => this.f.kind.subarray(from + PAD, to + PAD).some(SPEAKS));
      if (speaks.length > 0) return speaks;
    }
    return [];
  }

  private addLocal(token: number, cue: CueContext, scores: Float32Array, offset: number): void {
    const side = token < cue.from ? SIDE.before : token >= cue.to ? SIDE.after : SIDE.cue;
    const slot = token * 3 + side;
    if (this.done[slot] === 0) {
      this.done[slot] = 1;
      localFeatures(this.f, token, side, this.out);
      this.scorer.add(this.out.at, this.out.size, this.local, slot * L);
    }
    for (let label = 0; label < L; label++)
      scores[offset + label] = (scores[offset + label] as number) + (this.local[slot * L + label] as number);
  }
}

/** Counts, for every padded token, how many flagged ones stand before it. */
export function countedBefore(flags: Uint8Array): Int32Array {
  const counts = new Int32Array(flags.length + 2 * PAD + 1);
  for (let i = 0; i < counts.length - 1; i++) counts[i + 1] = (counts[i] as number) + (flags[i - PAD] ?? 0);
  return counts;
}

/** Reads the runs of source and content out of the labels of a window that begins at token `low`. */
export function spansIn(labels: Uint8Array, margins: Float32Array | null, low: number): Spans {
  const spans: Spans = { source: [], content: [], sourceMargin: 1000, contentMargin: 1000 };
  let run: TokenRun | null = null;
  for (const [i, label] of labels.entries()) {
    const margin = margins?.[i] ?? 0;
    const isSource = label >= SPAN.source && label <= SPAN.sourceEnd;
    if (label === SPAN.none) {
      run = null;
      continue;
    }
    if (!run) {
      run = { from: low + i, to: low + i + 1 };
      (isSource ? spans.source : spans.content).push(run);
    } else run.to = low + i + 1;
    if (label === SPAN.sourceEnd || label === SPAN.contentEnd) run = null;
    if (isSource) spans.sourceMargin = Math.min(spans.sourceMargin, margin);
    else spans.contentMargin = Math.min(spans.contentMargin, margin);
  }
  if (spans.source.length === 0) spans.sourceMargin = 0;
  return spans;
}
