import { CUE_LABELS } from '../cues.ts';
import { FeatureBuffer, hashWord, mix } from '../hash.ts';
import { PRONOUN_BITS } from '../pronouns.ts';
import { readRaw } from '../readSpeech.ts';
import { segment } from '../segment.ts';
import { SPAN_LABELS } from '../spanFeatures.ts';
import type { LabelledText } from './labels.ts';
import type { Settings } from './learnPasses.ts';
import { pronounLessonsOf } from './learnPronouns.ts';
import { lessonsOf } from './lessons.ts';

/** A made-up text that touches every sort of feature: a name, a pronoun, a noun that points back, a quotation, a paper. */
const TEXT =
  '"We will rebuild the bridge before the winter," Mayor Paul Reyes of Ardenia said on Monday. He told reporters that 12 people had left.\n\nAccording to a report by the Harbour Agency, the river will rise. The agency warned: "Stay away."';

const span = (words: string, from = 0): [number, number] => {
  const start = TEXT.indexOf(words, from);
  return [start, start + words.length];
};

const SAMPLE = {
  text: TEXT,
  actors: [
    { id: 'reyes', name: 'Paul Reyes', kind: 'person', aliases: [] },
    { id: 'agency', name: 'Harbour Agency', kind: 'organisation', aliases: [] },
  ],
  statements: [
    {
      kind: 'direct',
      content: [span('We will rebuild the bridge before the winter')],
      cue: [span('said')],
      source: span('Mayor Paul Reyes of Ardenia'),
      speaker: { status: 'named', actor: 'reyes' },
      relay: null,
    },
    {
      kind: 'indirect',
      content: [span('12 people had left')],
      cue: [span('told')],
      source: span('He'),
      speaker: { status: 'resolved', actor: 'reyes' },
      relay: null,
    },
    {
      kind: 'direct',
      content: [span('Stay away')],
      cue: [span('warned')],
      source: span('The agency'),
      speaker: { status: 'resolved', actor: 'agency' },
      relay: null,
    },
  ],
} as unknown as LabelledText;

/**
 * Sums up in one number what the learnt parts look at: the features of a sample text in both passes, of its pronouns, and the
 * evidence. A model that was learnt with other features carries another number.
 */
export function fingerprint({ bits }: Pick<Settings, 'bits'>): number {
  let sum = 0;
  const add = (value: number) => {
    sum = mix(sum, value);
  };
  const { cues, spans } = lessonsOf(SAMPLE, new FeatureBuffer(2 ** bits - 1));
  for (const { features, gold } of [cues, ...spans]) {
    for (const row of features) for (const at of row) add(at);
    for (const label of gold) add(label);
  }
  for (const { features, right } of pronounLessonsOf(SAMPLE))
    for (const [i, row] of features.entries()) for (const at of [...row, right[i] ? 1 : 0]) add(at);
  const none = (labels: number) => ({
    bits,
    labels,
    unit: 1,
    values: new Int8Array(labels * 2 ** bits),
    transitions: new Float32Array((labels + 1) * labels),
  });
  const raw = readRaw(segment(TEXT), {
    cues: none(CUE_LABELS),
    spans: none(SPAN_LABELS),
    pronouns: new Int8Array(2 ** PRONOUN_BITS),
  });
  for (const evidence of raw.evidence) add(hashWord(evidence.map((value) => value.toFixed(3)).join(' ')));
  return sum >>> 0;
}
