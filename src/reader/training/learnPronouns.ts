import { Entities } from '../entities.ts';
import { findNames } from '../names.ts';
import { candidatesOf, PRONOUN_BITS, type Speeches } from '../pronouns.ts';
import { segment } from '../segment.ts';
import type { Segmented, Token } from '../segmented.ts';
import { Sources } from '../sources.ts';
import { seeded, shuffle } from './chance.ts';
import type { LabelledActor, LabelledText } from './labels.ts';

/** One pronoun or noun: whom it may mean, as features, and which are right. */
export type PronounLesson = { features: number[][]; right: boolean[] };

/** Words before a name that tell nobody apart, as the scorer of the open set has them. */
const TITLE_WORDS = new Set(
  'mr mrs ms miss dr sir dame lord lady prof professor president prime minister premier sen senator rep gov governor judge justice general colonel captain sergeant the a an of'.split(
    ' ',
  ),
);
const comparable = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const bare = (name: string) =>
  name
    .split(' ')
    .filter((word) => !TITLE_WORDS.has(word))
    .join(' ') || name;
const namesOf = ({ name, aliases }: { name: string; aliases: Iterable<string> }) =>
  [name, ...aliases].map(comparable).filter(Boolean).map(bare);

/** Whether an entity and a labelled actor are the same, by what they are called: as the scorer of the open set asks. */
export function sameActor(entity: { name: string; aliases: Iterable<string> }, actor: LabelledActor): boolean {
  const [mine, theirs] = [namesOf(entity), namesOf(actor)];
  if (mine.length === 0 || theirs.length === 0) return false;
  if (mine.some((name) => theirs.includes(name))) return true;
  const holds = (long = '', short = '') => short.split(' ').every((word) => long.split(' ').includes(word));
  return holds(mine[0], theirs[0]) || holds(theirs[0], mine[0]);
}

/** The run of tokens that a span of characters covers; null when it covers none. */
function runOf(tokens: readonly Token[], [start, end]: readonly [number, number]): { from: number; to: number } | null {
  const from = tokens.findIndex((token) => token.end > start);
  let to = from;
  while (to >= 0 && to < tokens.length && (tokens[to] as Token).start < end) to++;
  return from >= 0 && to > from ? { from, to } : null;
}

/** Collects the pronouns, and the nouns that may point back, among the sources of a labelled text. */
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
    const { points, fresh, ...read } = sources.read(run);
    let { entity } = read;
    if (points) {
      const candidates = candidatesOf(segmented, entities, speeches, points);
      const right = candidates.map(({ entity: one, subject }) =>
        one
          ? sameActor(one, actor)
          : subject
            ? sameActor({ name: entities.textOf(subject.run), aliases: [] }, actor)
            : false,
      );
      // Somebody new is right when nobody of those before is, and when the words themselves are the actor's.
      if (fresh && (!right.includes(true) || sameActor({ name: entities.textOf(run), aliases: [] }, actor)))
        right[right.length - 1] = true;
      if (right.includes(true)) lessons.push({ features: candidates.map(({ features }) => features), right });
      const chosen = candidates[right.indexOf(true)];
      entity = chosen?.entity ?? (chosen?.subject ? entities.describeSubject(chosen.subject) : null);
    }
    entity ??= fresh?.() ?? null;
    const token = segmented.tokens[run.from] as Token;
    if (entity) speeches.push({ entity, sentence: token.sentence, paragraph: token.paragraph });
  }
  return lessons;
}

/** How the ranking is learnt. */
const EPOCHS = 15;
const STEP = 0.15;
const SHRINK = 2e-3;

/**
 * Learns to rank whom a pronoun means: a log-linear model over the candidates, by AdaGrad, that gives the right ones together as
 * much of the whole as it can.
 */
export function learnPronouns(lessons: readonly PronounLesson[], seed: number): Float32Array {
  const weights = new Float32Array(2 ** PRONOUN_BITS);
  const squares = new Float32Array(weights.length);
  const random = seeded(seed);
  const order = [...lessons];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const { features, right } of order) {
      const odds = features.map((row) => Math.exp(row.reduce((sum, at) => sum + (weights[at] as number), 0)));
      const whole = odds.reduce((sum, one) => sum + one, 0);
      const good = odds.reduce((sum, one, i) => sum + (right[i] ? one : 0), 0);
      const slopes = new Map<number, number>();
      for (const [i, row] of features.entries()) {
        const slope = (odds[i] as number) / whole - (right[i] ? (odds[i] as number) / good : 0);
        for (const at of row) slopes.set(at, (slopes.get(at) ?? 0) + slope);
      }
      for (const [at, slope] of slopes) {
        const by = slope + SHRINK * (weights[at] as number);
        squares[at] = (squares[at] as number) + by * by;
        weights[at] = (weights[at] as number) - (STEP * by) / Math.sqrt((squares[at] as number) + 1e-2);
      }
    }
  }
  return weights;
}
