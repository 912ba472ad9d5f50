import type { Weights } from '../weights.ts';

/** An averaged perceptron over hashed features (Collins 2002), with transitions for sequences. */
export class Perceptron {
  readonly weights: Weights;
  private readonly totals: Float32Array;
  private readonly transitionTotals: Float32Array;
  private step = 1;

  constructor(bits: number, labels: number) {
    const size = labels * 2 ** bits;
    const transitions = new Float32Array((labels + 1) * labels);
    this.weights = { bits, labels, unit: 1, values: new Float32Array(size), transitions };
    this.totals = new Float32Array(size);
    this.transitionTotals = new Float32Array(transitions.length);
  }

  /** Moves the weights of the features for one label. */
  move(features: Int32Array, size: number, label: number, by: number): void {
    const { labels, values } = this.weights;
    for (let k = 0; k < size; k++) {
      const at = (features[k] as number) * labels + label;
      values[at] = (values[at] as number) + by;
      this.totals[at] = (this.totals[at] as number) + by * this.step;
    }
  }

  /** Moves what a label gains after another; `labels` as `before` is the start. */
  moveTransition(before: number, label: number, by: number): void {
    const at = before * this.weights.labels + label;
    this.weights.transitions[at] = (this.weights.transitions[at] as number) + by;
    this.transitionTotals[at] = (this.transitionTotals[at] as number) + by * this.step;
  }

  /** Counts one decision, right or wrong: the average is over these. */
  tick(): void {
    this.step++;
  }

  /** Returns the average of all weights there have been. */
  averaged(): Weights {
    const mean = (now: Float32Array, totals: Float32Array) =>
      now.map((value, i) => value - (totals[i] as number) / this.step);
    const { bits, labels, values, transitions } = this.weights;
    return {
      bits,
      labels,
      unit: 1,
      values: mean(Float32Array.from(values), this.totals),
      transitions: mean(transitions, this.transitionTotals),
    };
  }
}

/** A stream of numbers from 0 to below 1 that is the same for the same seed (linear congruential, Numerical Recipes). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Puts a list in another order, in place (Fisher and Yates). */
export function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = list[i] as T;
    list[i] = list[j] as T;
    list[j] = kept;
  }
}
