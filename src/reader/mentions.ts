import type { Entities } from './entities.ts';
import type { Entity } from './entity.ts';
import type { Segmented, Token } from './segmented.ts';
import type { TokenRun } from './spans.ts';

/** So many mentions are looked at: a sentence may go on for a megabyte. */
const FURTHEST = 1000;

/**
 * Lists the entities that were mentioned last before a token, the nearest first, each with its last mention: at most `most`, and
 * none whose sentence lies before `sentence`.
 */
export function lastMentioned(
  { tokens }: Segmented,
  entities: Entities,
  before: number,
  sentence: number,
  most: number,
): { entity: Entity; mention: TokenRun }[] {
  let name = nameBefore(entities, before);
  let other = entities.described.length - 1;
  const found = new Map<Entity, TokenRun>();
  for (let steps = 0; found.size < most && steps < FURTHEST; steps++) {
    const run = entities.names[name];
    const described = entities.described[other];
    const takesName = run !== undefined && (!described || run.from >= described.run.from);
    const mention = takesName ? run : described?.run;
    if (!mention) break;
    const entity = takesName ? entities.at(run) : described?.entity;
    if (takesName) name--;
    else other--;
    if (mention.to > before) continue;
    if ((tokens[mention.from] as Token).sentence < sentence) {
      // Mentions come in order: behind this one there is none of its sort in reach.
      if (takesName) name = -1;
      else other = -1;
      continue;
    }
    if (entity && !found.has(entity)) found.set(entity, { from: mention.from, to: mention.to });
  }
  return [...found].map(([entity, mention]) => ({ entity, mention }));
}

/** Tells whether a mention is the first name of its sentence. */
export function isFirst({ tokens }: Segmented, entities: Entities, mention: TokenRun): boolean {
  const previous = entities.names[nameBefore(entities, mention.from)];
  return !previous || (tokens[previous.from] as Token).sentence !== (tokens[mention.from] as Token).sentence;
}

/** The place of the last name that begins before a token; -1 when there is none. */
function nameBefore({ names }: Entities, token: number): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.from ?? token) < token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
