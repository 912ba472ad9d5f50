import { FeatureBuffer } from '../hash.ts';
import { quantised, type SpeechModel } from '../modelFile.ts';
import { decide, type RawSpeech, readRaw } from '../readSpeech.ts';
import { segment } from '../segment.ts';
import type { Segmented } from '../segmented.ts';
import type { SpeechResult } from '../types.ts';
import { calibrate, type SignedOutcome } from './calibrate.ts';
import type { LabelledText } from './labels.ts';
import { learnCues, learnSpans, type Settings } from './learnPasses.ts';
import { learnPronouns, type PronounLesson, pronounLessonsOf } from './learnPronouns.ts';
import { type Lessons, lessonsOf } from './lessons.ts';
import { outcomesOf } from './outcomes.ts';

/** The settings that the shipped model is learnt with. */
export const SETTINGS: Settings = {
  bits: 18,
  epochs: 8,
  seed: 7,
  cues: { step: 0.1, shrink: 1e-4, thin: 0.02 },
  spans: { step: 0.1, shrink: 1e-4, thin: 0.02 },
  fewest: 2,
};
const FOLDS = 5;

export type Learnt = Pick<SpeechModel, 'cues' | 'spans' | 'pronouns'>;
export type Prepared = { doc: LabelledText; lessons: Lessons; pronouns: PronounLesson[] };

export function prepare(docs: readonly LabelledText[], settings: Settings): Prepared[] {
  const out = new FeatureBuffer(2 ** settings.bits - 1);
  return docs.map((doc) => ({ doc, lessons: lessonsOf(doc, out), pronouns: pronounLessonsOf(doc) }));
}

export function learn(prepared: readonly Prepared[], settings: Settings): Learnt {
  const cues = learnCues(
    prepared.map(({ lessons }) => lessons.cues),
    settings,
  );
  const spans = learnSpans(
    prepared.flatMap(({ lessons }) => lessons.spans),
    settings,
  );
  const pronouns = learnPronouns(
    prepared.flatMap((one) => one.pronouns),
    settings.seed,
  );
  return { cues: quantised(cues), spans: quantised(spans), pronouns };
}

/** A text as it was read by a model that had not seen it. */
export type HeldOut = {
  doc: LabelledText;
  fold: number;
  segmented: Segmented;
  raw: RawSpeech;
  statements: SignedOutcome[];
  speakers: SignedOutcome[];
};

/** Learns five times from four fifths of the texts, and reads the last fifth each time. */
function readHeldOut(prepared: readonly Prepared[], settings: Settings, tell: (line: string) => void): HeldOut[] {
  const held: HeldOut[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = learn(
      prepared.filter((_, i) => i % FOLDS !== fold),
      settings,
    );
    for (const [i, { doc }] of prepared.entries()) {
      if (i % FOLDS !== fold) continue;
      const segmented = segment(doc.text);
      const raw = readRaw(segmented, model);
      held.push({ doc, fold, segmented, raw, ...outcomesOf(doc, segmented, raw) });
    }
    tell(`fold ${fold + 1} of ${FOLDS} read`);
  }
  return held;
}

const calibrationsOf = (held: readonly HeldOut[]) => ({
  statement: calibrate(held.flatMap(({ statements }) => statements)),
  speaker: calibrate(held.flatMap(({ speakers }) => speakers)),
});

/** What cross-validation gives: every text read by a model, and signed by a calibration, that had not seen it. */
export type CrossValidated = { doc: LabelledText; result: SpeechResult; statements: SignedOutcome[] }[];

/** Cross-validates on the texts; with `all`, learns the model that is shipped from all of them, too. */
export function crossValidate(
  docs: readonly LabelledText[],
  settings: Settings,
  tell: (line: string) => void,
): { read: CrossValidated; held: HeldOut[]; prepared: Prepared[] } {
  const prepared = prepare(docs, settings);
  const held = readHeldOut(prepared, settings, tell);
  const calibrations = Array.from({ length: FOLDS }, (_, fold) =>
    calibrationsOf(held.filter((one) => one.fold !== fold)),
  );
  const read = held.map(({ doc, fold, segmented, raw, statements }) => ({
    doc,
    result: decide(segmented, raw, calibrations[fold] as ReturnType<typeof calibrationsOf>),
    statements,
  }));
  return { read, held, prepared };
}

/** Learns the model that is shipped: from all texts, with the calibration of the held-out readings. */
export function learnModel(prepared: readonly Prepared[], held: readonly HeldOut[], settings: Settings): SpeechModel {
  return { ...learn(prepared, settings), ...calibrationsOf(held) };
}

/** The predictions in the form that the scorer of the open set reads. */
export function predictions(read: CrossValidated): { docs: unknown[] } {
  const pair = ({ start, end }: { start: number; end: number }) => [start, end];
  return {
    docs: read.map(({ doc, result }) => ({
      id: doc.id,
      actors: result.actors.map(({ id, name, aliases }) => ({ id: String(id), name, aliases })),
      statements: result.statements.map(({ kind, content, cue, source, speaker }) => ({
        kind,
        content: content.map(pair),
        cue: cue.map(pair),
        source: source ? pair(source) : null,
        speaker:
          speaker.status === 'unresolved'
            ? { status: 'unresolved', candidates: speaker.candidates.map(String) }
            : { status: speaker.status, actor: String(speaker.actor) },
      })),
    })),
  };
}
