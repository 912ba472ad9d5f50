import { PAD, type TokenFeatures } from './features.ts';
import { hashWord } from './hash.ts';
import { HOW } from './sourceReading.ts';
import type { TokenRun } from './spans.ts';
import { ALONE, type Attribution } from './speakers.ts';
import type { RoughStatement } from './statements.ts';
import { NAME_CLASS } from './wordClasses.ts';

const HOWS: readonly string[] = [...HOW, 'same-sentence', 'after', 'alone'];

/**
 * How sure a claim is: the mean of a logistic regression over its evidence and of small boosted trees, then a step function that was fitted on
 * texts not learnt from. From `bar` on, of the logistic function, so few of the claims are wrong together that they may be signed.
 */
export type Calibration = {
  weights: number[];
  base: number;
  trees: Tree[];
  steps: { from: number; sure: number }[];
  bar: number;
};

/**
 * A tree of two cuts one behind the other, as ten numbers: which evidence is cut, and where; then for what lies below and what does not, which
 * evidence is cut, where, and what is added below and else.
 */
export type Tree = number[];

/** What a tree adds for some evidence. */
export function leaf(tree: Tree, evidence: readonly number[]): number {
  const k = (evidence[tree[0] as number] as number) < (tree[1] as number) ? 2 : 6;
  return tree[(evidence[tree[k] as number] as number) < (tree[k + 1] as number) ? k + 2 : k + 3] as number;
}

/** The ending of participles. */
const ING = hashWord('ing');
const KINDS: readonly string[] = ['person', 'state', 'government-body', 'organisation', 'outlet', 'group'];
/** Ways of naming that err alike. */
const SORTS: readonly (readonly string[])[] = [
  ['name', 'surname'],
  ['pronoun'],
  ['nominal', 'definite', 'document'],
  ['group', 'description', 'joint'],
];
/** Classes of words that begin or end source words, by twos and threes that err alike. */
const EDGES: readonly (readonly number[])[] = [
  [1, 2],
  [3, 4],
  [5, 6, 7],
  [8, 9, 30],
  [31, 32],
  [33, 34],
  [35, 36, 37],
  [38, 39],
  [NAME_CLASS, NAME_CLASS + 4, NAME_CLASS + 5],
  [NAME_CLASS + 1, NAME_CLASS + 2, NAME_CLASS + 3],
];
const VERB_CLASSES = [2, 7, 8, 9, 30];
const flags = <T>(list: readonly (readonly T[])[], value: T) => list.map((some) => (some.includes(value) ? 1 : 0));

const strength = (margin: number) => Math.log1p(Math.max(0, Math.min(margin, 50))) / 2;

/** Whether source words end where one would expect it: at a sign, at the cue, or at the end of the sentence. */
function standsAlone(f: TokenFeatures, token: number, { from, to }: RoughStatement['cue']): boolean {
  const i = token + PAD;
  if (token >= from && token < to) return true;
  const inner = token < from ? f.sentence[i] === f.sentence[from + PAD] : f.sentence[i] === f.sentence[to - 1 + PAD];
  return !inner || f.shape[i] === 0;
}

/** Classes of the word beside source words that err alike; the last is for the edge of the sentence. */
const BESIDE: readonly (readonly number[])[] = [
  [5],
  [3, 4, 13],
  [6],
  [8, 9, 30, 37],
  [20, 24, 26],
  [31, 32, 33, 34],
  [35, 12],
  [36, 38, 39],
  [NAME_CLASS, NAME_CLASS + 1, NAME_CLASS + 2, NAME_CLASS + 3, NAME_CLASS + 4, NAME_CLASS + 5],
  [2, 7, 11],
  [22],
];

/** Classes of the words around a cue that tell whether it reports speech: a subject, "to", a modal, "not", an auxiliary, "that", a comma, marks. */
const AROUND: readonly (readonly number[])[] = [
  [1, 2],
  [3, 4],
  [5],
  [6, 7],
  [8],
  [9],
  [10],
  [11],
  [12, 35],
  [20, 21, 23],
  [22],
  [30, 36, 37],
  [31, 32, 33, 34, 38, 39],
  [NAME_CLASS, NAME_CLASS + 1, NAME_CLASS + 2, NAME_CLASS + 3, NAME_CLASS + 4, NAME_CLASS + 5],
];

/** The class of a token; -1 when it stands in another sentence than `of`, or belongs to the cue. */
function classBeside(f: TokenFeatures, token: number, of: number, cue: TokenRun): number {
  const inCue = token >= cue.from && token < cue.to;
  return inCue || f.sentence[token + PAD] !== f.sentence[of + PAD] ? -1 : (f.kind[token + PAD] as number);
}

/** Counts the names that stand between source words and cue, and of the source's sentence before it. */
function namesBetween(f: TokenFeatures, from: number, to: number): number {
  let names = 0;
  for (let i = from; i < to; i++)
    if ((f.kind[i + PAD] as number) >= NAME_CLASS && (i === from || (f.kind[i - 1 + PAD] as number) < NAME_CLASS))
      names++;
  return names;
}

/**
 * Lists the evidence for a statement and its speaker: margins of the passes, how the speaker was found, form of the words. What tells only whether
 * it is a statement at all stands at the end: see `OF_STATEMENT`.
 */
export function evidenceOf(
  f: TokenFeatures,
  statement: RoughStatement,
  { how, margin, entity, candidates }: Attribution,
): number[] {
  const { cue, source, content } = statement;
  const words = content.reduce((sum, { from, to }) => sum + to - from, 0);
  let quoted = 0;
  for (const { from, to } of content) for (let i = from; i < to; i++) quoted += f.quoted[i + PAD] as number;
  const kindAt = (token: number) => f.kind[token + PAD] as number;
  const length = source ? source.to - source.from : 0;
  const inner = source ? f.kind.subarray(source.from + PAD + 1, source.to + PAD) : [];
  const sort = flags(SORTS, how);
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
    ...sort.map((one) => one * strength(statement.sourceMargin)),
    ...sort.map((one) => one * strength(statement.contentMargin)),
    ...sort.map((one) =>
      one && source && standsAlone(f, source.from - 1, cue) && standsAlone(f, source.to, cue) ? 1 : 0,
    ),
    ...KINDS.map((one) => (entity?.kind === one ? 1 : 0)),
    ...flags(EDGES, source ? kindAt(source.from) : 0),
    ...flags(EDGES, source ? kindAt(source.to - 1) : 0),
    inner.some((kind) => VERB_CLASSES.includes(kind)) ? 1 : 0,
    Math.min(12, length) / 12,
    length === 1 ? 1 : 0,
    entity && entity.mentions.length > 1 ? 1 : 0,
    entity && (entity.gender > 0 || entity.nouns.size > 0) ? 1 : 0,
    source && source.from > cue.to ? 1 : 0,
    source && f.sentence[source.from + PAD] !== f.sentence[cue.from + PAD] ? 1 : 0,
    ...sort.map((one) => (one && entity && (entity.gender > 0 || entity.nouns.size > 0) ? 1 : 0)),
    ...sort.map((one) => (one && entity && entity.mentions.length > 1 ? 1 : 0)),
    ...sort.map((one) => one / (1 + Math.exp(-margin))),
    margin === ALONE ? 1 : 0,
    how === 'pronoun' && entity?.kind !== 'person' ? 1 : 0,
    entity && entity.words.length > 1 ? 1 : 0,
    ...flags(BESIDE, source ? classBeside(f, source.from - 1, source.from, cue) : -2),
    ...flags(BESIDE, source ? classBeside(f, source.to, source.to - 1, cue) : -2),
    source && classBeside(f, source.from - 1, source.from, cue) === -1 ? 1 : 0,
    source
      ? Math.min(
          2,
          source.to <= cue.from ? namesBetween(f, source.to, cue.from) : namesBetween(f, cue.to, source.from),
        ) / 2
      : 0,
    // From here on: `OF_STATEMENT`.
    ...flags(AROUND, kindAt(cue.from - 1)),
    ...flags(AROUND, kindAt(cue.to)),
    kindAt(cue.from) === 36 || f.suffix3[cue.from + PAD] === ING ? 1 : 0,
    cue.to - cue.from > 1 ? 1 : 0,
    content[0] && content[0].from >= cue.to ? 1 : 0,
    content[0] && content[0].from > cue.to + 4 ? 1 : 0,
    content[0] && kindAt(content[0].from) === 5 ? 1 : 0,
    words < 4 ? 1 : 0,
    words < 8 ? 1 : 0,
  ];
}

/** So much of the evidence, at its end, tells of the statement alone, and nothing of who speaks. */
const OF_STATEMENT = 2 * AROUND.length + 7;

/** The evidence that tells who speaks. */
export const speakerEvidence = (evidence: readonly number[]) => evidence.slice(0, -OF_STATEMENT);

/** Gives the sureness of a claim from 0 to 100. */
export function sureness(evidence: readonly number[], calibration: Calibration): number {
  const raw = likely(evidence, calibration);
  let sure = 0;
  for (const step of calibration.steps) if (raw >= step.from) sure = step.sure;
  return sure;
}

/** How likely a claim is by its evidence, from 0 to 1, before the step function. */
export function likely(
  evidence: readonly number[],
  { weights, base, trees }: Pick<Calibration, 'weights' | 'base' | 'trees'>,
): number {
  let [line, grown] = [0, base];
  for (let i = 0; i < weights.length; i++) line += (evidence[i] as number) * (weights[i] as number);
  for (const tree of trees) grown += leaf(tree, evidence);
  return 1 / (1 + Math.exp(-(line + grown) / 2));
}
