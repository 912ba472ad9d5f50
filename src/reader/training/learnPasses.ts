import { CUE, CUE_LABELS } from '../cues.ts';
import { SPAN_LABELS } from '../spanFeatures.ts';
import { viterbi } from '../spans.ts';
import { addScores, type Weights } from '../weights.ts';
import type { Lesson } from './lessons.ts';
import { Perceptron, seeded, shuffle } from './perceptron.ts';

/** The settings of a run; the same settings and texts give the same bytes. */
export type Settings = {
  bits: number;
  epochs: number;
  seeds: readonly number[];
  /** Features that come up fewer times than this are not learnt. */
  fewest: number;
};

/** Learns the weights of the cue pass: each token by itself, the labels before it given. */
export function learnCues(lessons: readonly Lesson[], settings: Settings): Weights {
  return averageOf(settings, CUE_LABELS, lessons, (learner, { features, gold }) => {
    const scores = new Float32Array(CUE_LABELS);
    for (const [i, row] of features.entries()) {
      scores.fill(0);
      addScores(learner.weights, row, row.length, scores, 0);
      let best = 0;
      for (let label = 1; label < CUE_LABELS; label++) {
        if (label === CUE.inside && (i === 0 || gold[i - 1] === CUE.none)) continue;
        if ((scores[label] as number) > (scores[best] as number)) best = label;
      }
      const right = gold[i] as number;
      if (right !== best) {
        learner.move(row, row.length, right, 1);
        learner.move(row, row.length, best, -1);
      }
      learner.tick();
    }
  });
}

/** Learns the weights of the span pass: a structured perceptron over the windows around the cues. */
export function learnSpans(lessons: readonly Lesson[], settings: Settings): Weights {
  const L = SPAN_LABELS;
  return averageOf(settings, L, lessons, (learner, { features, gold }) => {
    const size = features.length;
    const scores = new Float32Array(size * L);
    for (const [i, row] of features.entries()) addScores(learner.weights, row, row.length, scores, i * L);
    const found = viterbi(scores, size, learner.weights.transitions, null);
    for (const [i, row] of features.entries()) {
      const [g, y] = [gold[i] as number, found[i] as number];
      const [gp, yp] = [i > 0 ? (gold[i - 1] as number) : L, i > 0 ? (found[i - 1] as number) : L];
      if (g !== y) {
        learner.move(row, row.length, g, 1);
        learner.move(row, row.length, y, -1);
      }
      if (g !== y || gp !== yp) {
        learner.moveTransition(gp, g, 1);
        learner.moveTransition(yp, y, -1);
      }
    }
    learner.tick();
  });
}

/** Averages the weights of several runs that differ in the order of the lessons. */
export function averageOf(
  settings: Settings,
  labels: number,
  lessons: readonly Lesson[],
  learn: (learner: Perceptron, lesson: Lesson) => void,
): Weights {
  const frequent = withoutRare(lessons, settings);
  const runs = settings.seeds.map((seed) => {
    const learner = new Perceptron(settings.bits, labels);
    const random = seeded(seed);
    const order = [...frequent];
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      shuffle(order, random);
      for (const lesson of order) learn(learner, lesson);
    }
    return learner.averaged();
  });
  const [first, ...others] = runs;
  if (!first) throw new Error('There is no seed to learn with.');
  for (const other of others) {
    for (const [i, value] of other.transitions.entries())
      first.transitions[i] = (first.transitions[i] as number) + value;
    for (let i = 0; i < first.values.length; i++)
      first.values[i] = (first.values[i] as number) + (other.values[i] as number);
  }
  return first;
}

/** Leaves out the features that come up too seldom to tell anything: the model gets smaller, and no worse on other texts. */
function withoutRare(lessons: readonly Lesson[], { bits, fewest }: Settings): Lesson[] {
  const counts = new Uint8Array(2 ** bits);
  for (const { features } of lessons)
    for (const row of features)
      for (const at of row) if ((counts[at] as number) < 255) counts[at] = (counts[at] as number) + 1;
  return lessons.map(({ features, gold }) => ({
    features: features.map((row) => row.filter((at) => (counts[at] as number) >= fewest)),
    gold,
  }));
}
