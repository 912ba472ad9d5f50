import { type Calibration, likely } from '../confidence.ts';
import { boosted } from './boosted.ts';

/** One claim on a text that was not learnt from, by its place among those of the text, and whether it was right. */
export type SignedOutcome = { at: number; evidence: number[]; right: boolean };

const SHRINK = 3e-3;
const ROUNDS = 300;
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** How many parts the claims are cut into, each weighed by what was learnt from the others: weights flatter what they learnt from. */
const PARTS = 5;

/** Fits a regression and trees to claims, then isotonic steps and a bar to their output on claims that they were not fitted to. */
export function calibrate(outcomes: readonly SignedOutcome[]): Calibration {
  const points = Array.from({ length: PARTS }, (_, part) => {
    const shape = fitted(outcomes.filter((__, i) => i % PARTS !== part));
    return outcomes
      .filter((__, i) => i % PARTS === part)
      .map(({ evidence, right }) => ({ raw: likely(evidence, shape), right }));
  }).flat();
  return { ...fitted(outcomes), steps: isotonic(points), bar: barOf(points) };
}

const fitted = (outcomes: readonly SignedOutcome[]) => ({ weights: weightsFor(outcomes), ...boosted(outcomes) });

/** Fits a logistic regression by gradient descent with momentum and some shrinkage. */
function weightsFor(outcomes: readonly SignedOutcome[]): number[] {
  const size = outcomes[0]?.evidence.length ?? 0;
  const rows = outcomes.map(({ evidence }) => Float64Array.from(evidence));
  const weights = new Float64Array(size);
  const speed = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight) => weight * SHRINK);
    for (const [k, row] of rows.entries()) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += (row[i] as number) * (weights[i] as number);
      const error = (1 / (1 + Math.exp(-sum)) - (outcomes[k]?.right ? 1 : 0)) / rows.length;
      for (let i = 0; i < size; i++) slope[i] = (slope[i] as number) + error * (row[i] as number);
    }
    for (let i = 0; i < size; i++) {
      speed[i] = 0.9 * (speed[i] as number) - 0.3 * (slope[i] as number);
      weights[i] = (weights[i] as number) + (speed[i] as number);
    }
  }
  return Array.from(weights, rounded);
}

/**
 * The share of wrong ones that a bar may let through, on the texts that it is set by. Those whose statement is unsure are not signed later on, and
 * more of them are wrong than of the others: of what is signed it is less, and stays below the goal of 4 of 100.
 */
const MOST_WRONG = 0.032;

/** The lowest place from which on all claims together are wrong in no more than `MOST_WRONG`. */
export function barOf(points: readonly { raw: number; right: boolean }[]): number {
  const order = [...points].sort((a, b) => b.raw - a.raw);
  let wrong = 0;
  let bar = 1;
  for (const [i, { raw, right }] of order.entries()) {
    wrong += right ? 0 : 1;
    if (wrong <= MOST_WRONG * (i + 1) && order[i + 1]?.raw !== raw) bar = raw;
  }
  return rounded(bar);
}

/** Fits a step function that never falls (pool adjacent violators); steps hold at least 25 outcomes. */
export function isotonic(points: readonly { raw: number; right: boolean }[]): Calibration['steps'] {
  type Pool = { from: number; sum: number; size: number };
  const pools: Pool[] = [];
  for (const { raw, right } of [...points].sort((a, b) => a.raw - b.raw)) {
    const last = pools.at(-1);
    if (last && last.size < 25) {
      last.sum += right ? 1 : 0;
      last.size++;
    } else pools.push({ from: raw, sum: right ? 1 : 0, size: 1 });
  }
  for (let i = 1; i < pools.length; )
    if ((pools[i] as Pool).sum / (pools[i] as Pool).size < (pools[i - 1] as Pool).sum / (pools[i - 1] as Pool).size) {
      const [gone] = pools.splice(i, 1);
      const into = pools[i - 1] as Pool;
      into.sum += gone?.sum ?? 0;
      into.size += gone?.size ?? 0;
      i = Math.max(1, i - 1);
    } else i++;
  return pools.map(({ from, sum, size }, i) => ({
    from: i === 0 ? 0 : rounded(from),
    sure: Math.round((100 * sum) / size),
  }));
}
