import { PAD, type TokenFeatures } from './features.ts';
import { HOW } from './sources.ts';
import type { Attribution } from './speakers.ts';
import type { RoughStatement } from './statements.ts';

const HOWS: readonly string[] = [...HOW, 'same-sentence', 'after', 'alone'];

/** How sure a claim is: a logistic regression over its evidence, then a step function that was fitted on texts not learnt from. */
export type Calibration = { weights: number[]; steps: { from: number; sure: number }[] };

const strength = (margin: number) => Math.log1p(Math.max(0, Math.min(margin, 1000))) / 3;

/** Whether source words end where one would expect it: at a sign, at the cue, or at the end of the sentence. */
function standsAlone(f: TokenFeatures, token: number, { from, to }: RoughStatement['cue']): boolean {
  const i = token + PAD;
  if (token >= from && token < to) return true;
  const inner = token < from ? f.sentence[i] === f.sentence[from + PAD] : f.sentence[i] === f.sentence[to - 1 + PAD];
  return !inner || f.shape[i] === 0;
}

/** Lists the evidence for a statement and its speaker: margins of the passes, how the speaker was found, form of the words. */
export function evidenceOf(
  f: TokenFeatures,
  statement: RoughStatement,
  { how, margin, entity, candidates }: Attribution,
): number[] {
  const { cue, source, content } = statement;
  const words = content.reduce((sum, { from, to }) => sum + to - from, 0);
  let quoted = 0;
  for (const { from, to } of content) for (let i = from; i < to; i++) quoted += f.quoted[i + PAD] as number;
  const gap = source
    ? Math.min(10, source.to <= cue.from ? cue.from - source.to : Math.max(0, source.from - cue.to))
    : 0;
  return [
    1,
    strength(cue.margin),
    strength(statement.sourceMargin),
    strength(statement.contentMargin),
    how === 'pronoun' ? strength(margin) : 0,
    how !== 'pronoun' ? strength(margin) : 0,
    quoted / Math.max(1, words),
    Math.log1p(words) / 4,
    gap / 10,
    f.says[cue.from + PAD] as number,
    content.length > 1 ? 1 : 0,
    Math.min(4, candidates.length) / 4,
    entity?.kind === 'person' ? 1 : 0,
    source && statement.sourceMargin === 0 ? 1 : 0,
    ...HOWS.map((one) => (one === how ? 1 : 0)),
    source && !standsAlone(f, source.from - 1, cue) ? 1 : 0,
    source && !standsAlone(f, source.to, cue) ? 1 : 0,
    f.quoted[(source?.from ?? 0) + PAD] as number,
  ];
}

/** Gives the sureness of a claim from 0 to 100. */
export function sureness(evidence: readonly number[], { weights, steps }: Calibration): number {
  const raw = logistic(evidence, weights);
  let sure = 0;
  for (const step of steps) if (raw >= step.from) sure = step.sure;
  return sure;
}

/** The logistic function of the weighted evidence. */
export function logistic(evidence: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-evidence.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
}
