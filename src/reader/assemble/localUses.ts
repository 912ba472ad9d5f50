import { TITLES } from '../lexicons/titles.ts';
import { folded } from '../names.ts';
import type { Segmented } from '../segmented.ts';
import type { SpeechActor } from '../types.ts';
import type { ActorUse, FoundActors } from '../world/actorUse.ts';
import { type LocalActor, wordsOf } from './localActor.ts';

/**
 * Persons of the finder of actors become those of the speech stages that most of their mentions end with: it reads names in the order of the text, and
 * takes a surname before the full name for somebody else.
 */
export function follow(
  { uses }: FoundActors,
  speech: readonly SpeechActor[],
  ofSpeech: readonly number[],
  ofWorld: Map<string, number>,
  actors: readonly LocalActor[],
): void {
  const speaking = personsByEnd(speech);
  const votes = new Map<string, Map<number, number>>();
  for (const { actor, end } of uses) {
    const i = speaking.get(end);
    if (i === undefined) continue;
    const own = votes.get(actor) ?? new Map<number, number>();
    votes.set(actor, own);
    own.set(ofSpeech[i] as number, (own.get(ofSpeech[i] as number) ?? 0) + 1);
  }
  for (const [id, own] of votes) {
    const [best] = [...own].sort(([a, x], [b, y]) => y - x || a - b);
    const [from, to] = [actors[ofWorld.get(id) ?? -1], actors[best?.[0] ?? -1]];
    if (!from || !to || from === to || !best || from.kind !== 'person' || to.kind !== 'person') continue;
    const [ours, theirs] = [wordsOf(from.name), wordsOf(to.name)];
    if (!ours.every((word) => theirs.includes(word))) continue;
    for (const alias of from.aliases) if (wordsOf(alias).every((word) => theirs.includes(word))) to.aliases.add(alias);
    ofWorld.set(id, best[0]);
  }
}

/** The persons that the speech stages name, by where their mentions end. */
function personsByEnd(speech: readonly SpeechActor[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const [i, { named, kind, mentions }] of speech.entries())
    if (named && kind === 'person') for (const { end } of mentions) found.set(end, i);
  return found;
}

/** The uses with their places; a bare surname that two full names of the article share is left out, unless the speech stages settle it. */
export function usesOf(
  text: Segmented,
  uses: readonly ActorUse[],
  ofWorld: ReadonlyMap<string, number>,
  actors: readonly LocalActor[],
  speech: readonly SpeechActor[],
  ofSpeech: readonly number[],
): ActorUse[] {
  const speaking = personsByEnd(speech);
  const shared = sharedNames(actors);
  return uses.flatMap((use) => {
    const place = ofWorld.get(use.actor);
    if (place === undefined) return [];
    const actor = actors[place] as LocalActor;
    if (actor.kind !== 'person') return [{ ...use, actor: String(place) }];
    const i = speaking.get(use.end);
    const rival = i === undefined ? undefined : (ofSpeech[i] as number);
    if (rival !== undefined && rival !== place && actors[rival]?.kind === 'person')
      return isOpen(speech[i as number], shared) ? [] : [{ ...use, actor: String(rival) }];
    const surface = text.text.slice(text.tokens[use.to - 1]?.start, use.end);
    const bare = wordsOf(text.text.slice(use.start, use.end)).length === 1 && shared.has(folded(surface));
    return bare && rival === undefined ? [] : [{ ...use, actor: String(place) }];
  });
}

const isOpen = (one: SpeechActor | undefined, shared: ReadonlySet<string>) =>
  one !== undefined && shared.has(folded(one.name));

/** Takes the surname that two persons of the article share off the forms of each, unless the speech stages found which of them it means. */
export function dropShared(
  actors: readonly LocalActor[],
  speech: readonly SpeechActor[],
  ofSpeech: readonly number[],
): void {
  const shared = sharedNames(actors);
  if (shared.size === 0) return;
  const settled = actors.map(() => new Set<string>());
  for (const [i, { rivals, aliases }] of speech.entries())
    if (rivals.length === 0) for (const alias of aliases) settled[ofSpeech[i] as number]?.add(alias);
  for (const [place, { kind, name, aliases }] of actors.entries()) {
    if (kind !== 'person') continue;
    for (const alias of aliases) {
      const words = wordsOf(alias).filter((word) => !TITLES.has(word));
      if (alias !== name && words.length === 1 && shared.has(words[0] ?? '') && !settled[place]?.has(alias))
        aliases.delete(alias);
    }
  }
}

/** First and last words of full names that two persons of the article share. */
function sharedNames(actors: readonly LocalActor[]): Set<string> {
  const bearers = new Map<string, number>();
  for (const { kind, name } of actors) {
    const words = wordsOf(name);
    if (kind !== 'person' || words.length < 2) continue;
    for (const word of new Set([words[0] ?? '', words.at(-1) ?? ''])) bearers.set(word, (bearers.get(word) ?? 0) + 1);
  }
  return new Set([...bearers].flatMap(([word, count]) => (count > 1 ? [word] : [])));
}
