import type { Segmented } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import type { ActorUse, KnownActor } from './actorUse.ts';
import { fold } from './gazetteer.ts';
import { withPronouns } from './pronouns.ts';
import { type IndexedSpan, spanIndex } from './spanIndex.ts';
import { PLACE_PREPOSITIONS, TITLES } from './words.ts';

const MOST_WORDS = 8;

/**
 * Finds the mentions of actors that are given, by name, alias and metonym, the longest first. A name that two actors have is nobody's. A state
 * after a preposition of place is marked as a place. `skip` is what is not part of the article.
 */
export function findUses(
  text: Segmented,
  actors: readonly KnownActor[],
  skip: readonly IndexedSpan[] = [],
): ActorUse[] {
  const byName = new Map<string, KnownActor | null>();
  const longest = new Map<string, number>();
  for (const actor of actors)
    for (const name of [actor.name, ...actor.aliases, ...actor.metonyms]) {
      const key = fold(name).replace(/\s+/g, ' ');
      const other = byName.get(key);
      byName.set(key, other === undefined || other === actor ? actor : null);
      const first = /^[^\s]+/.exec(key)?.[0] ?? key;
      longest.set(first, Math.max(longest.get(first) ?? 0, key.length));
    }
  const skipped = spanIndex(skip);
  const uses: ActorUse[] = [];
  for (let i = 0; i < text.tokens.length; ) {
    const use = mentionOf(text, i, byName, longest);
    if (use && !skipped.touches(use)) uses.push(use);
    i = use ? use.to : i + 1;
  }
  return withPronouns(text, uses, new Map(actors.map(({ id, kind }) => [id, kind])));
}

function mentionOf(
  text: Segmented,
  i: number,
  byName: ReadonlyMap<string, KnownActor | null>,
  longest: ReadonlyMap<string, number>,
): ActorUse | null {
  const token = text.tokens[i];
  if (!token || token.shape === SHAPE.other) return null;
  const most = longest.get(fold(token.text));
  for (let k = Math.min(MOST_WORDS, text.tokens.length - i); most !== undefined && k > 0; k--) {
    const last = text.tokens[i + k - 1];
    if (!last || last.sentence !== token.sentence || last.end - token.start > most + 2) continue;
    const surface = text.text.slice(token.start, last.end);
    const actor = byName.get(fold(surface).replace(/\s+/g, ' '));
    if (
      !actor ||
      (surface === surface.toLowerCase() && actor.name !== actor.name.toLowerCase() && !actor.aliases.includes(surface))
    )
      continue;
    const article = text.tokens[i - 1]?.lower === 'the' ? 2 : 1;
    const before = text.tokens[i - article];
    const where = actor.kind === 'state' && before?.sentence === token.sentence && PLACE_PREPOSITIONS.has(before.lower);
    // A title belongs to the mention: it stands between a preposition and the name.
    const titled = TITLES.has(text.tokens[i - 1]?.lower ?? '') && text.tokens[i - 1]?.sentence === token.sentence;
    const from = titled ? i - 1 : i;
    return { start: text.tokens[from]?.start ?? token.start, end: last.end, from, to: i + k, actor: actor.id, where };
  }
  return null;
}
