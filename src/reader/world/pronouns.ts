import type { Segmented } from '../segmented.ts';
import type { ActorUse } from './actorUse.ts';

const ONE = /^(?:he|she|him)$/;

/** Kinds of actors that "they" may mean. */
const MANY_KINDS = new Set(['group', 'organisation', 'government-body']);
const MANY = /^(?:they|them)$/;
/** How many mentions back a pronoun may look: a bound for hostile texts. */
const FURTHEST = 60;

/** Adds pronouns that can mean only one: the single person, or the single body, that this sentence so far and the one before name. */
export function withPronouns(
  text: Segmented,
  uses: readonly ActorUse[],
  kinds: ReadonlyMap<string, string>,
): ActorUse[] {
  const made: ActorUse[] = [];
  let n = 0;
  for (const [i, token] of text.tokens.entries()) {
    while (n < uses.length && (uses[n]?.from ?? 0) <= i) {
      const use = uses[n];
      if (use) made.push(use);
      n++;
    }
    const one = ONE.test(token.lower);
    if ((!one && !MANY.test(token.lower)) || token.quotation > 0) continue;
    const seen = new Set<string>();
    for (let k = made.length - 1; k >= Math.max(0, made.length - FURTHEST); k--) {
      const use = made[k];
      const at = text.tokens[use?.from ?? 0];
      if (!use || !at || at.paragraph !== token.paragraph || at.sentence < token.sentence - 1) break;
      const kind = kinds.get(use.actor);
      if (one ? kind === 'person' : kind !== undefined && MANY_KINDS.has(kind)) seen.add(use.actor);
    }
    const [actor] = seen;
    if (seen.size === 1 && actor)
      made.push({ start: token.start, end: token.end, from: i, to: i + 1, actor, where: false });
  }
  return made;
}
