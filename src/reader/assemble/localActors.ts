import type { Actor } from '../../domain/actor.ts';
import type { Segmented, Token } from '../segmented.ts';
import { tokenise } from '../tokenise.ts';
import type { SpeechActor } from '../types.ts';
import type { ActorUse, FoundActors, KnownActor } from '../world/actorUse.ts';
import { peopleAt } from '../world/gazetteer.ts';
import type { IndexedSpan, SpanIndex } from '../world/spanIndex.ts';
import { asName } from './ids.ts';
import { type LocalActor, wordsOf } from './localActor.ts';
import { dropShared, follow, usesOf } from './localUses.ts';
import { roleOf } from './roles.ts';
import { addForms, addStateName, countryOf, stateName } from './stateNames.ts';

/** The actors of one article, and who they are among those that the two finders gave. */
export type LocalActors = {
  actors: LocalActor[];
  /** The place of each actor of the speech stages. */
  ofSpeech: number[];
  /** The uses of actors in the text, with places as their actors: "0", "1" …; what may be several is left out. */
  uses: ActorUse[];
};

const KINDS: Record<string, Actor['kind']> = {
  state: 'state',
  person: 'person',
  organisation: 'organisation',
  group: 'group',
};

/** Joins what the speech stages and the finder of actors say of one article, by the words that both point at. */
export function localActors(
  text: Segmented,
  speech: readonly SpeechActor[],
  found: FoundActors,
  cut: SpanIndex<IndexedSpan>,
): LocalActors {
  const actors: LocalActor[] = [];
  const ofWorld = new Map<string, number>();
  const byCountry = new Map<string, number>();
  const add = (actor: Partial<LocalActor> & Pick<LocalActor, 'name' | 'kind'>): number =>
    actors.push({
      named: true,
      country: null,
      aliases: new Set(),
      metonyms: new Set(),
      mentions: 0,
      role: null,
      side: null,
      why: new Set(),
      ...actor,
    }) - 1;
  const state = (country: string): number => {
    const known = byCountry.get(country);
    if (known !== undefined) return known;
    const place = add({ name: country, kind: 'state', country });
    byCountry.set(country, place);
    return place;
  };
  const stands = standing(text);
  const inText = (name: string) => (stands(name) ? asName(name) : null);
  for (const one of found.actors) {
    const country = /^state-(\w\w)$/.exec(one.id)?.[1]?.toUpperCase();
    const place = country ? state(country) : add({ ...worldActor(one), named: one.kind !== 'group' });
    ofWorld.set(one.id, place);
    for (const alias of [one.name, ...one.aliases].flatMap((name) => inText(name) ?? [])) {
      const actor = actors[place] as LocalActor;
      if (actor.kind !== 'state') actor.aliases.add(alias);
      else addStateName(actor, alias);
    }
  }
  for (const [country, place] of byCountry) addForms(actors[place] as LocalActor, country, text.text);
  const useEnding = new Map(found.uses.map((use) => [use.end, use]));
  const ofSpeech = speech.map((one) => {
    const place = placeOf(one, useEnding, ofWorld, actors) ?? placeOfState(one, state) ?? add(speechActor(one));
    const actor = actors[place] as LocalActor;
    actor.mentions = Math.max(actor.mentions, one.mentions.length);
    for (const alias of one.aliases.flatMap((name) => inText(name) ?? [])) {
      if (actor.kind === 'state') addStateName(actor, alias);
      else if (one.named || !actor.named) actor.aliases.add(alias);
    }
    if (actor.kind !== 'state' && one.named) settle(actor, one);
    return place;
  });
  follow(found, speech, ofSpeech, ofWorld, actors);
  const uses = usesOf(text, found.uses, ofWorld, actors, speech, ofSpeech);
  for (const use of uses) {
    const actor = actors[Number(use.actor)] as LocalActor;
    const people = actor.kind === 'person' ? peopleAt(text.tokens, use.from) : null;
    if (people && use.to - use.from > people.length + 1) actor.side ??= people.country;
  }
  dropShared(actors, speech, ofSpeech);
  for (const actor of actors) finish(actor, text.text);
  for (const [i, one] of speech.entries()) {
    const actor = actors[ofSpeech[i] as number] as LocalActor;
    if (actor.kind === 'person' && one.named) actor.role ??= roleOf(text, one.mentions, cut);
  }
  return { actors, ofSpeech, uses };
}

/** Tells whether a name stands in a text, by the tokens that are its first word: a text has many names, and may be long. */
function standing({ text, tokens }: Segmented): (name: string) => boolean {
  const starts = new Map<string, number[]>();
  for (const { text: word, start } of tokens) {
    const own = starts.get(word);
    if (own) own.push(start);
    else starts.set(word, [start]);
  }
  const known = new Map<string, boolean>();
  return (name) => {
    let stands = known.get(name);
    if (stands === undefined) {
      const words: Token[] = [];
      tokenise(name.slice(0, LONGEST_WORD), 0, Math.min(name.length, LONGEST_WORD), 0, words);
      stands = (starts.get(words[0]?.text ?? '') ?? []).some((at) => text.startsWith(name, at));
      known.set(name, stands);
    }
    return stands;
  };
}

const LONGEST_WORD = 600;

const worldActor = ({ name, kind }: KnownActor) => ({
  name: asName(name) ?? name,
  kind: KINDS[kind] ?? 'organisation',
});

const speechActor = ({ name, kind, named }: SpeechActor) => ({ name: asName(name) ?? name, kind, named });

/** The actor of the finder that ends where the mentions of a speech actor end, most often; undefined when there is none that fits. */
function placeOf(
  one: SpeechActor,
  useEnding: ReadonlyMap<number, ActorUse>,
  ofWorld: ReadonlyMap<string, number>,
  actors: readonly LocalActor[],
): number | undefined {
  if (one.rivals.length > 0) return undefined;
  const votes = new Map<number, number>();
  for (const { start, end } of one.mentions) {
    const use = useEnding.get(end);
    const place = use && ofWorld.get(use.actor);
    if (place === undefined || !use || use.end <= start) continue;
    votes.set(place, (votes.get(place) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([a, x], [b, y]) => y - x || a - b);
  const all = [...votes.values()].reduce((sum, count) => sum + count, 0);
  if (!best || best[1] * 2 < all) return undefined;
  const actor = actors[best[0]] as LocalActor;
  return fits(one, actor) ? best[0] : undefined;
}

/** Whether a speech actor may be an actor of the finder: two full names have to agree, and a description is no name. */
function fits(one: SpeechActor, actor: LocalActor): boolean {
  const country = countryOf(one.name)?.country;
  if (actor.kind === 'state') return country === actor.country;
  if (country) return false;
  if (!one.named || !actor.named) return one.named === actor.named;
  const [ours, theirs] = [wordsOf(one.name), wordsOf(actor.name)];
  const [short, long] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours];
  return short.every((word) => long.includes(word));
}

function placeOfState(one: SpeechActor, state: (country: string) => number): number | undefined {
  // A person or a paper that is called like a city keeps its kind.
  if (one.kind === 'outlet' || wordsOf(one.name).length > 4) return undefined;
  const country = one.aliases.some((alias) => wordsOf(alias).length > wordsOf(one.name).length)
    ? null
    : countryOf(one.name);
  return country ? state(country.country) : undefined;
}

/** Takes kind and fuller name from the speech stages, which read titles and appositions. */
function settle(actor: LocalActor, one: SpeechActor): void {
  const acronym = /^[\p{Lu}\p{N}.&]{2,}$/u.test(actor.name);
  const titled = one.aliases.some((alias) => TITLED.test(alias));
  const single = wordsOf(one.name).length === 1;
  if (one.kind === 'outlet' || one.kind === 'government-body') actor.kind = one.kind;
  else if (titled) actor.kind = 'person';
  else if (acronym || (actor.kind === 'person' && one.kind === 'organisation' && !single)) actor.kind = 'organisation';
  // A single name that speaks is more often a surname than a company.
  else if (single && !one.why.includes('speaks') && one.kind === 'organisation' && actor.kind === 'person')
    actor.kind = 'organisation';
  const name = asName(one.name);
  if (name && wordsOf(name).length > wordsOf(actor.name).length) actor.name = name;
}

/** Names a state by the words of the article; the best form that stands there most often. */
function finish(actor: LocalActor, text: string): void {
  if (actor.kind === 'state') {
    actor.name = stateName(actor, text) ?? actor.name;
    if (actor.metonyms.size > 0) actor.why.add('name:metonym');
    actor.why.add('place:gazetteer');
    return;
  }
  actor.aliases.add(actor.name);
  actor.why.add(actor.mentions > 1 ? 'name:repeated' : actor.named ? 'name:written' : 'speaker:described');
  if (actor.side || [...actor.aliases].some((alias) => TITLED.test(alias))) actor.why.add('name:title');
}

const TITLED = /^(?:Mrs?|Ms|Dr|President|Prime|Minister|Premier|Gen|Sen|Gov|Sir|Prof|Chancellor|King|Queen)\b/;
