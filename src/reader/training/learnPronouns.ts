import { Entities } from '../entities.ts';
import type { Entity } from '../entity.ts';
import { findNames, folded } from '../names.ts';
import { candidatesOf, PRONOUN_BITS, type Speeches } from '../pronouns.ts';
import { segment } from '../segment.ts';
import type { Segmented, Token } from '../segmented.ts';
import { Sources } from '../sources.ts';
import type { LabelledActor, LabelledText } from './labels.ts';
import { seeded, shuffle } from './perceptron.ts';

/** One pronoun: whom it may mean, as features, and which are right. */
export type PronounLesson = { features: number[][]; right: boolean[] };

const namesOf = ({ name, aliases }: { name: string; aliases: Iterable<string> }) =>
  [name, ...aliases].map((one) => folded(one).replace(/^(?:the|an?|mr|mrs|ms|dr) /, '')).filter(Boolean);

/** Whether an entity and a labelled actor are the same, by what they are called. */
export function sameActor(entity: Entity, actor: LabelledActor): boolean {
  const [mine, theirs] = [namesOf(entity), namesOf(actor)];
  if (mine.some((name) => theirs.includes(name))) return true;
  const holds = (long = '', short = '') =>
    short !== '' && short.split(' ').every((word) => long.split(' ').includes(word));
  return holds(mine[0], theirs[0]) || holds(theirs[0], mine[0]);
}

/** The run of tokens that a span of characters covers; null when it covers none. */
function runOf(tokens: readonly Token[], [start, end]: readonly [number, number]): { from: number; to: number } | null {
  const from = tokens.findIndex((token) => token.end > start);
  let to = from;
  while (to >= 0 && to < tokens.length && (tokens[to] as Token).start < end) to++;
  return from >= 0 && to > from ? { from, to } : null;
}

/** Collects the pronouns among the sources of a labelled text. */
export function pronounLessonsOf(doc: LabelledText): PronounLesson[] {
  const segmented: Segmented = segment(doc.text);
  const entities = new Entities(segmented, findNames(segmented));
  const sources = new Sources(segmented, entities);
  const speeches: Speeches = [];
  const lessons: PronounLesson[] = [];
  const first = (statement: LabelledText['statements'][number]) =>
    statement.source?.[0] ?? statement.content[0]?.[0] ?? 0;
  for (const statement of [...doc.statements].filter(({ nested }) => !nested).sort((a, b) => first(a) - first(b))) {
    const { speaker, source } = statement;
    const run = source ? runOf(segmented.tokens, source) : null;
    if (!run || speaker.status === 'unresolved') continue;
    const actor = doc.actors.find(({ id }) => id === speaker.actor);
    if (!actor) continue;
    const read = sources.read(run);
    let entity = read.entity;
    if (read.how === 'pronoun') {
      const pronoun = segmented.tokens[run.to - 1]?.lower ?? '';
      const candidates = candidatesOf(segmented, entities, speeches, pronoun, run.from);
      const right = candidates.map((candidate) => sameActor(candidate.entity, actor));
      if (right.includes(true)) lessons.push({ features: candidates.map(({ features }) => features), right });
      entity = candidates[right.indexOf(true)]?.entity ?? null;
    }
    const token = segmented.tokens[run.from] as Token;
    if (entity) speeches.push({ entity, sentence: token.sentence, paragraph: token.paragraph });
  }
  return lessons;
}

/** Learns to rank whom a pronoun means: an averaged perceptron that moves the right one above the best wrong one. */
export function learnPronouns(lessons: readonly PronounLesson[], epochs: number, seed: number): Float32Array {
  const weights = new Float32Array(2 ** PRONOUN_BITS);
  const totals = new Float32Array(weights.length);
  const random = seeded(seed);
  const order = [...lessons];
  let step = 1;
  const move = (features: readonly number[], by: number) => {
    for (const at of features) {
      weights[at] = (weights[at] as number) + by;
      totals[at] = (totals[at] as number) + by * step;
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const { features, right } of order) {
      const scores = features.map((row) => row.reduce((sum, at) => sum + (weights[at] as number), 0));
      const best = (wanted: boolean) =>
        scores.reduce(
          (top, score, i) => (right[i] === wanted && (top === -1 || score > (scores[top] as number)) ? i : top),
          -1,
        );
      const [good, bad] = [best(true), best(false)];
      if (bad !== -1 && (scores[good] as number) <= (scores[bad] as number) + 1) {
        move(features[good] as number[], 1);
        move(features[bad] as number[], -1);
      }
      step++;
    }
  }
  return weights.map((weight, i) => weight - (totals[i] as number) / step);
}
