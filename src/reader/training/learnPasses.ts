import { CUE, CUE_LABELS } from '../cues.ts';
import { SPAN_LABELS } from '../spanFeatures.ts';
import type { Weights } from '../weights.ts';
import { seeded, shuffle } from './chance.ts';
import type { Lesson } from './lessons.ts';
import { Gradient, type Rate, stepOnTokens, stepOnWindow } from './logLinear.ts';

/** The settings of a run; the same settings and texts give the same bytes. */
export type Settings = {
  bits: number;
  epochs: number;
  seed: number;
  cues: Rate;
  spans: Rate;
  /** Features that come up fewer times than this are not learnt. */
  fewest: number;
};

/** Learns the weights of the cue pass: each token by itself, the labels before it given. */
export function learnCues(lessons: readonly Lesson[], settings: Settings): Weights {
  return learnt(settings, CUE_LABELS, settings.cues, lessons, (learner, lesson) =>
    stepOnTokens(learner, lesson, (label, before) => label !== CUE.inside || before !== CUE.none),
  );
}

/** Learns the weights of the span pass over the windows around the cues. */
export function learnSpans(lessons: readonly Lesson[], settings: Settings): Weights {
  return learnt(settings, SPAN_LABELS, settings.spans, lessons, stepOnWindow);
}

function learnt(
  settings: Settings,
  labels: number,
  rate: Rate,
  lessons: readonly Lesson[],
  step: (learner: Gradient, lesson: Lesson) => void,
): Weights {
  const order = withoutRare(lessons, settings);
  const learner = new Gradient(settings.bits, labels, rate);
  const random = seeded(settings.seed);
  // The mean of the later rounds is surer than the last one.
  const later = Math.floor(settings.epochs / 2);
  const mean = copyOf(learner.weights);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const lesson of order) step(learner, lesson);
    learner.thin(rate.thin);
    if (epoch >= later) addTo(mean, learner.weights, 1 / (settings.epochs - later));
  }
  return mean;
}

function copyOf(weights: Weights): Weights {
  return {
    ...weights,
    values: new Float32Array(weights.values.length),
    transitions: new Float32Array(weights.transitions.length),
  };
}

function addTo(sum: Weights, one: Weights, share: number): void {
  for (let i = 0; i < sum.values.length; i++)
    if (one.values[i] !== 0) sum.values[i] = (sum.values[i] as number) + share * (one.values[i] as number);
  for (let i = 0; i < sum.transitions.length; i++)
    sum.transitions[i] = (sum.transitions[i] as number) + share * (one.transitions[i] as number);
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
