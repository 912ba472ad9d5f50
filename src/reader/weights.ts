/** A linear model over hashed features: `values[feature * labels + label]`, and what a label gains after another. */
export type Weights = {
  bits: number;
  labels: number;
  /** What one step of the values is worth: scores times this are comparable between models. */
  unit: number;
  values: Int8Array | Float32Array;
  /** `transitions[before * labels + label]`; row `labels` is the start. Empty when each decision stands alone. */
  transitions: Float32Array;
};

/** Adds the scores of the features for every label to `scores`, from `offset` on. */
export function addScores(
  weights: Weights,
  features: Int32Array,
  size: number,
  scores: Float32Array,
  offset: number,
): void {
  const { labels, values } = weights;
  for (let k = 0; k < size; k++) {
    const at = (features[k] as number) * labels;
    for (let label = 0; label < labels; label++)
      scores[offset + label] = (scores[offset + label] as number) + (values[at + label] as number);
  }
}

/** Which features of a model have any weight, one bit each: most features of a text have none. */
const used = new WeakMap<Weights['values'], Uint32Array>();

function usedBy({ values, labels, bits }: Weights): Uint32Array {
  let found = used.get(values);
  if (!found) {
    found = new Uint32Array(Math.ceil(2 ** bits / 32));
    for (let i = 0; i < values.length; i++) {
      if (values[i] === 0) continue;
      const feature = (i / labels) | 0;
      found[feature >> 5] = (found[feature >> 5] as number) | (1 << (feature & 31));
    }
    used.set(values, found);
  }
  return found;
}

/** Adds scores as `addScores` does, for a model that is only read: features without weight are passed over at once. */
export class Scorer {
  private readonly has: Uint32Array;

  constructor(private readonly weights: Weights) {
    this.has = usedBy(weights);
  }

  add(features: Int32Array, size: number, scores: Float32Array, offset: number): void {
    const { labels, values } = this.weights;
    const { has } = this;
    for (let k = 0; k < size; k++) {
      const feature = features[k] as number;
      if ((((has[feature >> 5] as number) >>> (feature & 31)) & 1) === 0) continue;
      const at = feature * labels;
      for (let label = 0; label < labels; label++)
        scores[offset + label] = (scores[offset + label] as number) + (values[at + label] as number);
    }
  }
}
