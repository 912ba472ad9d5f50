import type { Entities } from './entities.ts';
import type { Entity } from './entity.ts';
import { candidatesOf, ranked, type Speeches } from './pronouns.ts';
import type { Segmented, Token } from './segmented.ts';
import type { How } from './sourceReading.ts';
import { Sources } from './sources.ts';
import type { TokenRun } from './spans.ts';
import type { RoughStatement } from './statements.ts';

/** Who may have said a statement, before it is decided whether to sign it. */
export type Attribution = {
  how: How | 'same-sentence' | 'after' | 'alone';
  entity: Entity | null;
  /** How much better the best candidate of a pronoun is than the next; 0 for the others. */
  margin: number;
  because: TokenRun[];
  candidates: Entity[];
};

/** The margin of a candidate that has no rival. */
export const ALONE = 40;

const NOBODY: Attribution = { how: 'none', entity: null, margin: 0, because: [], candidates: [] };

/**
 * Stage 10 finds who speaks, statement after statement in the order of the text, because the last speaker counts more than the
 * last name. Without source words nobody is taken, unless the words of the same or the sentence before name a speaker.
 */
export function attribute(
  segmented: Segmented,
  entities: Entities,
  statements: readonly RoughStatement[],
  pronounWeights: Int8Array | Float32Array,
): Attribution[] {
  const { tokens } = segmented;
  const sources = new Sources(segmented, entities);
  const speeches: Speeches = [];
  const found: Attribution[] = [];
  for (const [i, statement] of statements.entries()) {
    const attribution = statement.source
      ? bySource(segmented, entities, sources, statement.source, speeches, pronounWeights)
      : byNeighbour(segmented, statement, statements[i - 1], found[i - 1]);
    found.push(attribution);
    const at = tokens[statement.source?.from ?? statement.cue.from] as Token;
    if (attribution.entity)
      speeches.push({ entity: attribution.entity, sentence: at.sentence, paragraph: at.paragraph });
  }
  return found;
}

function bySource(
  segmented: Segmented,
  entities: Entities,
  sources: Sources,
  source: TokenRun,
  speeches: Speeches,
  weights: Int8Array | Float32Array,
): Attribution {
  const { points, fresh, ...read } = sources.read(source);
  if (!points) return { ...read, entity: read.entity ?? fresh?.() ?? null, margin: 0 };
  const order = ranked(candidatesOf(segmented, entities, speeches, points), weights);
  const [best, next] = order;
  const candidates = order.slice(0, 4).flatMap(({ candidate }) => (candidate.entity ? [candidate.entity] : []));
  if (!best) return { ...NOBODY, how: read.how, candidates: [] };
  const margin = best.score - (next?.score ?? best.score - ALONE);
  const { mention, subject } = best.candidate;
  const entity = best.candidate.entity ?? (subject ? entities.describeSubject(subject) : null);
  if (!entity) return { ...read, entity: fresh?.() ?? null, margin, candidates };
  const how = read.how === 'pronoun' ? read.how : 'nominal';
  return { how, entity, margin, because: [mention], candidates };
}

/** A statement without source words: the speaker of the same sentence, or of the sentence just before a quotation. */
function byNeighbour(
  { tokens }: Segmented,
  statement: RoughStatement,
  previous: RoughStatement | undefined,
  before: Attribution | undefined,
): Attribution {
  const candidates = before?.entity ? [before.entity] : [];
  if (statement.floating === 'alone') return { ...NOBODY, how: 'alone', candidates };
  if (!previous || !before?.entity) return { ...NOBODY, how: statement.floating === 'after' ? 'after' : 'none' };
  const because = previous.source ? [previous.source] : before.because;
  const same = tokens[previous.cue.from]?.sentence === tokens[statement.cue.from]?.sentence;
  if (statement.floating === 'after') return { how: 'after', entity: before.entity, margin: 0, because, candidates };
  if (same && !statement.floating)
    return { how: 'same-sentence', entity: before.entity, margin: 0, because, candidates };
  return { ...NOBODY, candidates };
}
