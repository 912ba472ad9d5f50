import { type Calibration, logistic } from '../confidence.ts';

/** One claim on a text that was not learnt from, by its place among those of the text, and whether it was right. */
export type Outcome = { at: number; evidence: number[]; right: boolean };

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** Fits a logistic regression by gradient descent with a little shrinkage, then isotonic steps on its output. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const size = outcomes[0]?.evidence.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 600; round++) {
    const slope = weights.map((weight) => weight * 1e-3);
    for (const { evidence, right } of outcomes) {
      const error = logistic(evidence, weights) - (right ? 1 : 0);
      for (let i = 0; i < size; i++)
        slope[i] = (slope[i] as number) + (error * (evidence[i] as number)) / outcomes.length;
    }
    for (let i = 0; i < size; i++) weights[i] = (weights[i] as number) - 2 * (slope[i] as number);
  }
  const kept = weights.map(rounded);
  return {
    weights: kept,
    steps: isotonic(outcomes.map(({ evidence, right }) => ({ raw: logistic(evidence, kept), right }))),
  };
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
