import type { Entities } from './entities.ts';
import { type Entity, GENDER } from './entity.ts';
import { mix } from './hash.ts';
import { isFirst, lastMentioned } from './mentions.ts';
import type { Segmented, Token } from './segmented.ts';
import type { Run } from './spans.ts';

/** The size of the pronoun model, in bits of its hashed features. */
export const PRONOUN_BITS = 12;
const MASK = 2 ** PRONOUN_BITS - 1;
/** How many sentences back a pronoun may point, unless to the last speaker, and among how many. */
const FARTHEST = 8;
const MOST = 12;
/** How many of the last speeches count. */
const RECENT = 20;

/** Who has spoken so far, in order. */
export type Speeches = { entity: Entity; sentence: number; paragraph: number }[];

/** Somebody whom a pronoun may mean, with the features of that guess. */
export type Candidate = { entity: Entity; features: number[]; mention: Run };

const classOf = (pronoun: string) =>
  /^(?:he|him|himself)$/.test(pronoun)
    ? 0
    : /^(?:she|her|herself)$/.test(pronoun)
      ? 1
      : pronoun === 'it'
        ? 2
        : /^the(?:y|m)$/.test(pronoun)
          ? 3
          : 4;

/** Lists whom a pronoun at token `at` may mean: in reach, and of the right number and gender where those are known. */
export function candidatesOf(
  segmented: Segmented,
  entities: Entities,
  speeches: Speeches,
  pronoun: string,
  at: number,
): Candidate[] {
  const { tokens } = segmented;
  const here = tokens[at] as Token;
  const kind = classOf(pronoun);
  const reach = lastMentioned(segmented, entities, at, here.sentence - FARTHEST, 3 * MOST).filter(({ entity }) =>
    agrees(entity, kind),
  );
  const recent = speeches.slice(-RECENT);
  const speaker = recent.at(-1)?.entity;
  const mentioned = speaker?.mentions.findLast(({ to }) => to <= at);
  if (speaker && mentioned && agrees(speaker, kind) && !reach.some(({ entity }) => entity === speaker))
    reach.push({ entity: speaker, mention: mentioned });
  const speakers = [...new Set(recent.map(({ entity }) => entity).reverse())];
  return reach.slice(0, MOST).map(({ entity, mention }, order) => {
    const token = tokens[mention.from] as Token;
    const apart = Math.min(5, here.sentence - token.sentence);
    const paragraphs = Math.min(3, here.paragraph - token.paragraph);
    const rank = speakers.indexOf(entity);
    const spoke = rank === -1 ? 3 : Math.min(2, rank);
    const speech = recent.findLast((one) => one.entity === entity);
    const since = speech ? Math.min(4, here.sentence - speech.sentence) : 5;
    const sameGender = entity.gender === GENDER.unknown ? 0 : 1;
    const first = isFirst(segmented, entities, mention) ? 1 : 0;
    const quoted = token.quotation > 0 ? 1 : 0;
    const often = Math.min(4, entity.mentions.slice(0, 5).filter(({ to }) => to <= at).length);
    const sort = entity.kind === 'person' ? 0 : entity.plural ? 1 : entity.kind === 'group' ? 2 : 3;
    const values = [
      kind * 8 + apart,
      kind * 8 + spoke,
      kind * 8 + since,
      kind * 8 + sameGender,
      (kind * 2 + first) * 8 + apart,
      kind * 2 + quoted,
      kind * 8 + often,
      kind * 4 + sort,
      kind * 4 + Math.min(3, order),
      spoke * 8 + apart,
      (first * 4 + spoke) * 4 + paragraphs,
      kind * 4 + paragraphs,
      (spoke * 4 + Math.min(3, order)) * 2 + sameGender,
      (sort * 4 + spoke) * 8 + apart,
      (since * 8 + apart) * 2 + first,
      entity.words.length > 1 ? 1 : 0,
    ];
    return { entity, mention, features: values.map((value, i) => mix(i + 1, value) & MASK) };
  });
}

/** Whether an entity agrees with a class of pronouns in number and gender, as far as they are known. */
function agrees(entity: Entity, kind: number): boolean {
  if (kind === 0) return entity.kind === 'person' && !entity.plural && entity.gender !== GENDER.female;
  if (kind === 1) return entity.kind === 'person' && !entity.plural && entity.gender !== GENDER.male;
  if (kind === 2) return entity.kind !== 'person' && !entity.plural;
  if (kind === 3) return entity.kind !== 'person' || entity.plural;
  return false;
}

/** Ranks candidates, best first, by the sum of their weights. */
export function ranked(
  candidates: readonly Candidate[],
  weights: Int8Array | Float32Array,
): { candidate: Candidate; score: number }[] {
  return candidates
    .map((candidate) => ({
      candidate,
      score: candidate.features.reduce((sum, at) => sum + (weights[at] as number), 0),
    }))
    .sort((a, b) => b.score - a.score);
}
