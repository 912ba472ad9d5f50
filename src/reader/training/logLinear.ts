import { SPAN_LABELS } from '../spanFeatures.ts';
import { AFTER, BEFORE, BEGINS, ENDS } from '../spans.ts';
import { addScores, type Weights } from '../weights.ts';
import type { Lesson } from './lessons.ts';

/** How a log-linear model is learnt: AdaGrad steps over single lessons, with shrinkage of the weights in use, and thinning after each round. */
export type Rate = { step: number; shrink: number; thin: number };

/** Slopes that are less move nothing: most weights stay nothing, and the model small. */
const LEAST_SLOPE = 0.004;

/** Weights that are moved along the gradient by AdaGrad (Duchi, Hazan and Singer 2011). */
export class Gradient {
  readonly weights: Weights;
  private readonly squares: Float32Array;
  private readonly transitionSquares: Float32Array;

  constructor(
    bits: number,
    labels: number,
    private readonly rate: Rate,
  ) {
    const transitions = new Float32Array((labels + 1) * labels);
    this.weights = { bits, labels, unit: 1, values: new Float32Array(labels * 2 ** bits), transitions };
    this.squares = new Float32Array(labels * 2 ** bits);
    this.transitionSquares = new Float32Array(transitions.length);
  }

  /** Moves the weights of the features against `slope`, one number a label. */
  move(features: Int32Array, slope: Float32Array, offset: number): void {
    const { labels } = this.weights;
    const values = this.weights.values as Float32Array;
    for (const feature of features)
      for (let label = 0; label < labels; label++) {
        const at = feature * labels + label;
        const value = values[at] as number;
        const by = (slope[offset + label] as number) + this.rate.shrink * value;
        if (by > -LEAST_SLOPE && by < LEAST_SLOPE) continue;
        const square = (this.squares[at] as number) + by * by;
        this.squares[at] = square;
        values[at] = value - (this.rate.step * by) / Math.sqrt(square + 1e-2);
      }
  }

  /** Takes `by` off every weight, towards nothing: what tells little goes, and the rest is learnt anew without it. */
  thin(by: number): void {
    const values = this.weights.values as Float32Array;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value !== 0) values[i] = value > by ? value - by : value < -by ? value + by : 0;
    }
  }

  /** Moves the transitions against their slope. */
  moveTransitions(slope: Float32Array): void {
    const { transitions } = this.weights;
    for (let i = 0; i < slope.length; i++) {
      const by = slope[i] as number;
      const square = (this.transitionSquares[i] as number) + by * by;
      this.transitionSquares[i] = square;
      transitions[i] = (transitions[i] as number) - (this.rate.step * by) / Math.sqrt(square + 1e-2);
    }
  }
}

const L = SPAN_LABELS;

function logSum(values: Float64Array, count: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) if ((values[i] as number) > top) top = values[i] as number;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.exp((values[i] as number) - top);
  return top + Math.log(sum);
}

/**
 * Takes one step on a window: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), where the slope is
 * how likely each label is by the model less whether it is the right one.
 */
export function stepOnWindow(learner: Gradient, { features, gold }: Lesson): void {
  const { weights } = learner;
  const { transitions } = weights;
  const size = features.length;
  const scores = new Float32Array(size * L);
  for (const [i, row] of features.entries()) addScores(weights, row, row.length, scores, i * L);
  const ahead = new Float64Array(size * L).fill(-1e30);
  const back = new Float64Array(size * L).fill(-1e30);
  const sums = new Float64Array(L + 1);
  for (const label of BEGINS) ahead[label] = (transitions[L * L + label] as number) + (scores[label] as number);
  for (let i = 1; i < size; i++)
    for (let label = 0; label < L; label++) {
      let count = 0;
      for (const before of BEFORE[label] as readonly number[])
        sums[count++] = (ahead[(i - 1) * L + before] as number) + (transitions[before * L + label] as number);
      ahead[i * L + label] = logSum(sums, count) + (scores[i * L + label] as number);
    }
  for (const label of ENDS) back[(size - 1) * L + label] = 0;
  for (let i = size - 2; i >= 0; i--)
    for (let label = 0; label < L; label++) {
      let count = 0;
      for (const next of AFTER[label] as readonly number[])
        sums[count++] =
          (transitions[label * L + next] as number) +
          (scores[(i + 1) * L + next] as number) +
          (back[(i + 1) * L + next] as number);
      back[i * L + label] = logSum(sums, count);
    }
  const last = new Float64Array(L);
  for (const [k, label] of ENDS.entries()) last[k] = ahead[(size - 1) * L + label] as number;
  const total = logSum(last, ENDS.length);
  const slope = new Float32Array(size * L);
  const moved = new Float32Array(transitions.length);
  for (let i = 0; i < size; i++) {
    const right = gold[i] as number;
    for (let label = 0; label < L; label++)
      slope[i * L + label] =
        Math.exp((ahead[i * L + label] as number) + (back[i * L + label] as number) - total) -
        (label === right ? 1 : 0);
    if (i === 0) {
      for (const label of BEGINS) moved[L * L + label] = slope[label] as number;
      continue;
    }
    for (let label = 0; label < L; label++)
      for (const before of BEFORE[label] as readonly number[]) {
        const at = before * L + label;
        moved[at] =
          (moved[at] as number) +
          Math.exp(
            (ahead[(i - 1) * L + before] as number) +
              (transitions[at] as number) +
              (scores[i * L + label] as number) +
              (back[i * L + label] as number) -
              total,
          );
      }
    const at = (gold[i - 1] as number) * L + right;
    moved[at] = (moved[at] as number) - 1;
  }
  for (const [i, row] of features.entries()) learner.move(row, slope, i * L);
  learner.moveTransitions(moved);
}

/** Takes one step on each token of a text by itself, the labels before it given: `allowed` tells which labels it may get. */
export function stepOnTokens(
  learner: Gradient,
  { features, gold }: Lesson,
  allowed: (label: number, before: number) => boolean,
): void {
  const { labels } = learner.weights;
  const scores = new Float32Array(labels);
  for (const [i, row] of features.entries()) {
    scores.fill(0);
    addScores(learner.weights, row, row.length, scores, 0);
    const before = i === 0 ? 0 : (gold[i - 1] as number);
    let sum = 0;
    for (let label = 0; label < labels; label++) {
      const score = allowed(label, before) ? Math.exp(Math.min(50, scores[label] as number)) : 0;
      scores[label] = score;
      sum += score;
    }
    for (let label = 0; label < labels; label++)
      scores[label] = (scores[label] as number) / sum - (label === gold[i] ? 1 : 0);
    learner.move(row, scores, 0);
  }
}
