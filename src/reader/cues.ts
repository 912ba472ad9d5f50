import { PAD, type TokenFeatures } from './features.ts';
import { type FeatureBuffer, mix } from './hash.ts';
import { MARK } from './segmented.ts';
import { Scorer, type Weights } from './weights.ts';

/** Labels of the cue pass. */
export const CUE = { none: 0, begin: 1, inside: 2 } as const;
export const CUE_LABELS = 3;

/** A run of cue words: tokens `from` to before `to`, and how much better than no cue its first word scored. */
export type Cue = { from: number; to: number; margin: number };

/** What the cue pass remembers on its way through a sentence. */
export type CueState = { label: number; lastCue: number; since: number };

const near = (f: TokenFeatures, i: number, step: number, limit: number, test: (at: number) => boolean): number => {
  const sentence = f.sentence[i];
  for (let k = 1; k <= limit; k++) {
    const at = i + k * step;
    if (f.sentence[at] !== sentence) return 0;
    if (test(at)) return k;
  }
  return 0;
};

/** Fills the buffer with the features of token `i` (without padding) as a cue, after what came before. */
export function cueFeatures(f: TokenFeatures, token: number, state: CueState, out: FeatureBuffer): void {
  const i = token + PAD;
  const { word, form, suffix3, suffix2, shape, quoted, says } = f;
  const w = word[i] as number;
  const [w1, w2, x1, x2] = [word[i - 1] as number, word[i - 2] as number, word[i + 1] as number, word[i + 2] as number];
  const [f1, f2, g1, g2] = [form[i - 1] as number, form[i - 2] as number, form[i + 1] as number, form[i + 2] as number];
  const say = says[i] as number;
  const q = quoted[i] as number;
  out.begin(1);
  out.add(0);
  out.add(w);
  out.add(w1, w);
  out.add(w, x1);
  out.add(w1);
  out.add(x1);
  out.add(w2);
  out.add(x2);
  out.add(suffix3[i] as number);
  out.add(suffix2[i] as number, shape[i] as number);
  out.add(w1, x1);
  out.add((shape[i - 1] as number) * 8 + (shape[i + 1] as number), say);
  out.add(q, w);
  out.add(q, say);
  const after = near(f, i, -1, 6, (at) => f.mark[at] === MARK.closing);
  const before = near(f, i, 1, 6, (at) => f.mark[at] === MARK.opening);
  out.add(after, say);
  out.add(before, say);
  out.add(after * 8 + before, w);
  const that = near(f, i, 1, 5, (at) => f.that[at] === 1);
  out.add(that, w);
  out.add(that, say);
  const comma = near(f, i, -1, 3, (at) => (f.commas[at + 1] as number) > (f.commas[at] as number));
  out.add(comma, say);
  let end = 0;
  for (let k = 1; k <= 5 && end === 0; k++) if (f.sentence[i + k] !== f.sentence[i]) end = k;
  out.add(end, say);
  out.add(end * 8 + comma, w);
  out.add(state.label, w);
  out.add(state.label, w1);
  out.add(state.lastCue, Math.min(state.since, 12));
  out.add(state.lastCue ? 1 : 0, w);
  out.add(state.lastCue ? 1 : 0, say * 2 + q);
  out.add(say, f1);
  out.add(say, g1);
  out.add(f1, g1);
  out.add(mix(f2, f1), say);
  out.add(mix(g1, g2), say);
  out.add(mix(g1, g2), w);
  out.add(mix(f2, f1), w);
  const { kind } = f;
  const k = kind[i] as number;
  const [k1, k2, k3] = [kind[i - 1] as number, kind[i - 2] as number, kind[i - 3] as number];
  const [n1, n2, n3] = [kind[i + 1] as number, kind[i + 2] as number, kind[i + 3] as number];
  out.add(k1 * 64 + k, n1);
  out.add((k2 * 64 + k1) * 64 + k, n1 * 64 + n2);
  out.add((k3 * 64 + k2) * 64 + k1, k);
  out.add((n1 * 64 + n2) * 64 + n3, k);
  out.add(k1 * 64 + n1, w);
  out.add(k2 * 64 + k1, w);
  out.add(n1 * 64 + n2, w);
}

/** Moves the state of the cue pass past a token. */
export function passCue(state: CueState, f: TokenFeatures, token: number, label: number): void {
  state.label = label;
  if (label !== CUE.none) {
    state.lastCue = f.word[token + PAD] as number;
    state.since = 0;
  } else state.since++;
}

/** Begins a sentence: what came before is forgotten. */
export function startSentence(state: CueState, f: TokenFeatures, token: number): void {
  if (f.sentence[token + PAD] === f.sentence[token + PAD - 1]) return;
  state.lastCue = 0;
  state.since = 0;
}

/**
 * Stage 5 finds the words that make something speech: left to right, each token by its features and the labels before it.
 */
export function findCues(f: TokenFeatures, weights: Weights, out: FeatureBuffer): Cue[] {
  const cues: Cue[] = [];
  const scores = new Float32Array(CUE_LABELS);
  const scorer = new Scorer(weights);
  const state: CueState = { label: 0, lastCue: 0, since: 0 };
  let open: Cue | null = null;
  for (let i = 0; i < f.count; i++) {
    startSentence(state, f, i);
    cueFeatures(f, i, state, out);
    scores.fill(0);
    scorer.add(out.at, out.size, scores, 0);
    const [none = 0, begin = 0, inside = 0] = scores;
    const goesOn = state.label !== CUE.none && inside > begin;
    const margin = (goesOn ? inside : begin) - none;
    const label = margin <= 0 ? CUE.none : goesOn ? CUE.inside : CUE.begin;
    if (label === CUE.begin) {
      open = { from: i, to: i + 1, margin: margin * weights.unit };
      cues.push(open);
    } else if (label === CUE.inside && open) open.to = i + 1;
    passCue(state, f, i, label);
  }
  return cues;
}
