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
