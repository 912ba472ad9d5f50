import type { Actor } from '../../domain/actor.ts';
import type { Why } from '../../domain/mark.ts';
import { folded } from '../names.ts';
import type { Segmented } from '../segmented.ts';
import type { SpeechActor } from '../types.ts';
import type { ActorUse, FoundActors, KnownActor } from '../world/actorUse.ts';
import { countries, countryByCapital, countryByPeople, fold, peopleAt, spotsByName } from '../world/gazetteer.ts';
import type { Span } from '../world/spanIndex.ts';
import { asName, byUnits } from './ids.ts';
import { roleOf } from './roles.ts';

/** Somebody of one article, before the articles are joined. */
export type LocalActor = {
  name: string;
  kind: Actor['kind'];
  /** Whether a name stands in the article; a description such as "police" is of this article alone. */
  named: boolean;
  /** ISO 3166-1 alpha-2 of a state. */
  country: string | null;
  aliases: Set<string>;
  metonyms: Set<string>;
  mentions: number;
  role: Span | null;
  /** The country whose people word stands before a title: "Chinese President". */
  side: string | null;
  why: Set<Why>;
};

/** The actors of one article, and who they are among those that the two finders gave. */
export type LocalActors = {
  actors: LocalActor[];
  /** The place of each actor of the speech stages. */
  ofSpeech: number[];
  /** The uses of actors in the text, with places as their actors: "0", "1" …; what may be several is left out. */
  uses: ActorUse[];
};

/** The country that a name alone means: its own, its people's, or its government by its capital. */
export function countryOf(name: string): { country: string; metonym: boolean } | null {
  const key = fold(name.replace(/^the /i, ''));
  const country = spotsByName.get(key)?.find(({ kind }) => kind === 'country')?.country ?? countryByPeople.get(key);
  if (country) return { country, metonym: false };
  const capital = countryByCapital.get(key);
  return capital ? { country: capital, metonym: true } : null;
}

const KINDS: Record<string, Actor['kind']> = {
  state: 'state',
  person: 'person',
  organisation: 'organisation',
  group: 'group',
};

/** Joins what the speech stages and the finder of actors say of one article, by the words that both point at. */
export function localActors(text: Segmented, speech: readonly SpeechActor[], found: FoundActors): LocalActors {
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
  const inText = (name: string) => (text.text.includes(name) ? asName(name) : null);
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
  const uses = usesOf(text, found.uses, ofWorld, actors, speech, ofSpeech);
  for (const use of uses) {
    const actor = actors[Number(use.actor)] as LocalActor;
    const people = actor.kind === 'person' ? peopleAt(text.tokens, use.from) : null;
    if (people && use.to - use.from > people.length + 1) actor.side ??= people.country;
  }
  for (const actor of actors) finish(actor, text.text);
  for (const [i, one] of speech.entries()) {
    const actor = actors[ofSpeech[i] as number] as LocalActor;
    if (actor.kind === 'person' && one.named) actor.role ??= roleOf(text, one.mentions);
  }
  return { actors, ofSpeech, uses };
}

const worldActor = ({ name, kind }: KnownActor) => ({
  name: asName(name) ?? name,
  kind: KINDS[kind] ?? 'organisation',
});

const speechActor = ({ name, kind, named }: SpeechActor) => ({ name: asName(name) ?? name, kind, named });

const wordsOf = (name: string) => folded(name).split(' ').filter(Boolean);

/** The actor of the finder that ends where the mentions of a speech actor end, most often; undefined when there is none that fits. */
function placeOf(
  one: SpeechActor,
  useEnding: ReadonlyMap<number, ActorUse>,
  ofWorld: ReadonlyMap<string, number>,
  actors: readonly LocalActor[],
): number | undefined {
  const votes = new Map<number, number>();
  for (const { start, end } of one.mentions) {
    const use = useEnding.get(end);
    const place = use && ofWorld.get(use.actor);
    if (place === undefined || !use || use.end <= start) continue;
    votes.set(place, (votes.get(place) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([a, x], [b, y]) => y - x || a - b);
  if (!best || best[1] * 2 < one.mentions.length) return undefined;
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

function addStateName(actor: LocalActor, alias: string): void {
  const known = countryOf(alias);
  if (known?.country !== actor.country) return;
  if (known.metonym) actor.metonyms.add(alias);
  else actor.aliases.add(alias);
}

/** Adds the names of a country and of its people that stand in a text. */
function addForms(actor: LocalActor, code: string, text: string): void {
  const known = countries.get(code);
  for (const form of known ? [...known.names, ...known.peoples] : []) {
    const at = text.indexOf(form);
    if (at >= 0 && !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[at + form.length] ?? ''}`))
      addStateName(actor, form);
  }
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

/** How well a form names a state: its own name before an acronym, the word for its people, and its capital. */
export function rankOfState(form: string): number {
  const known = countryOf(form);
  if (!known || known.metonym) return 0;
  if (countryByPeople.has(fold(form))) return 1;
  return /^[\p{Lu}.]+$/u.test(form) ? 2 : 3;
}

/** Names a state by the words of the article; the best form that stands there most often. */
function finish(actor: LocalActor, text: string): void {
  if (actor.kind === 'state') {
    const own = countries.get(actor.country ?? '')?.spot.name ?? '';
    const count = (form: string) => text.split(form).length;
    // "South Korean" has the name of the country in it.
    const forms = [...actor.aliases, ...actor.metonyms, ...(text.includes(own) ? [own] : [])].sort(
      (a, b) => rankOfState(b) - rankOfState(a) || count(b) - count(a) || byUnits(a, b),
    );
    actor.name = forms.find((form) => form !== '') ?? actor.name;
    if (actor.metonyms.size > 0) actor.why.add('name:metonym');
    actor.why.add('place:gazetteer');
    return;
  }
  actor.aliases.add(actor.name);
  actor.why.add(actor.mentions > 1 ? 'name:repeated' : actor.named ? 'name:written' : 'speaker:described');
  if (actor.side || [...actor.aliases].some((alias) => TITLED.test(alias))) actor.why.add('name:title');
}

const TITLED = /^(?:Mrs?|Ms|Dr|President|Prime|Minister|Premier|Gen|Sen|Gov|Sir|Prof|Chancellor|King|Queen)\b/;

/** The uses with their places; a bare surname that two full names of the article share is left out, unless the speech stages settle it. */
function usesOf(
  text: Segmented,
  uses: readonly ActorUse[],
  ofWorld: ReadonlyMap<string, number>,
  actors: readonly LocalActor[],
  speech: readonly SpeechActor[],
  ofSpeech: readonly number[],
): ActorUse[] {
  const speaking = new Map<number, number>();
  for (const [i, { named, kind, mentions }] of speech.entries())
    if (named && kind === 'person') for (const { end } of mentions) speaking.set(end, i);
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
