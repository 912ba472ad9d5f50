import type { Actor } from '../../domain/actor.ts';
import type { Why } from '../../domain/mark.ts';
import type { Slug } from '../../domain/slug.ts';
import { folded, isSurnameFirst } from '../names.ts';
import { countries } from '../world/gazetteer.ts';
import { byUnits, clipped, digestOf, Ids, slugOf } from './ids.ts';
import type { LocalActor } from './localActor.ts';
import type { OneReading } from './readOne.ts';
import { evidenceOf } from './spans.ts';
import { rankOfState } from './stateNames.ts';
import { machine } from './why.ts';

/** An actor of the coverage, with the local ones that it was joined from. */
type Group = { members: { reading: number; local: LocalActor }[]; words: string[]; why: Set<Why> };

/** The actors of all articles together, and who each local one became; null for one that nothing refers to. */
export type JoinedActors = { actors: Actor[]; idOf: (reading: number, local: number) => Slug };

/** Two articles have to share so many full names before a bare surname is taken for the same person in both. */
const SHARED_NAMES = 2;

/**
 * Joins the actors of several articles by their names: equal full names, a surname or a short form that only one full name fits, one country. Each rule is
 * a reason on the mark, and a decision parts what was joined wrongly. A description is of its article alone.
 */
export function joinActors(readings: readonly OneReading[]): JoinedActors {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  const groupOf: Group[][] = readings.map(() => []);
  const put = (reading: number, place: number, key: string, why: Why): Group => {
    const local = readings[reading]?.actors[place] as LocalActor;
    let group = byKey.get(key);
    if (!group) {
      group = { members: [], words: wordsOf(local.name), why: new Set() };
      groups.push(group);
      byKey.set(key, group);
    } else if (group.members.some((one) => one.reading !== reading)) group.why.add(why);
    group.members.push({ reading, local });
    (groupOf[reading] as Group[])[place] = group;
    return group;
  };
  const needed = readings.map(referred);
  const later: { reading: number; place: number; local: LocalActor }[] = [];
  const names: Set<string>[] = readings.map(() => new Set());
  for (const [reading, { article, actors }] of readings.entries())
    for (const [place, local] of actors.entries()) {
      const words = wordsOf(local.name);
      const isFull = local.named && words.length > 1 && local.kind !== 'state';
      if (isFull && local.kind === 'person') names[reading]?.add(words.join(' '));
      if (!needed[reading]?.has(place)) continue;
      if (local.country) put(reading, place, `state ${local.country}`, 'join:country');
      else if (!local.named) put(reading, place, `${article.id} ${place}`, 'join:full-name');
      else if (isFull) put(reading, place, `name ${words.join(' ')}`, 'join:full-name');
      else later.push({ reading, place, local });
    }
  const short = new ShortNames(groups);
  for (const { reading, place, local } of later) {
    const [word = ''] = wordsOf(local.name);
    const fits = short.fitting(local, word);
    const [only] = fits;
    if (only && fits.length === 1 && (local.kind !== 'person' || shares(only, reading, names))) {
      only.members.push({ reading, local });
      only.why.add(local.kind === 'person' ? 'join:surname' : 'join:acronym');
      (groupOf[reading] as Group[])[place] = only;
    } else putShort(reading, place, local, word, fits.length);
  }
  function putShort(reading: number, place: number, local: LocalActor, word: string, rivals: number): void {
    if (local.kind !== 'person') return void put(reading, place, `short ${word}`, 'join:full-name');
    for (let number = 0; ; number += 1) {
      const key = `surname ${word} ${rivals > 1 ? reading : number}`;
      const group = byKey.get(key);
      if (group && !shares(group, reading, names)) continue;
      put(reading, place, key, 'join:surname');
      return;
    }
  }
  return finished(readings, groups, groupOf);
}

const wordsOf = (name: string) =>
  folded(name)
    .replace(/^the /, '')
    .split(' ')
    // "Donald J. Trump" is "Donald Trump".
    .filter((word, i, all) => word !== '' && (word.length > 1 || i === 0 || all.length < 3));

/** Whether an article has enough full names in common with one of those that an actor stands in. */
function shares(group: Group, reading: number, names: readonly ReadonlySet<string>[]): boolean {
  const ours = names[reading] ?? new Set();
  return group.members.some(({ reading: other }) => {
    if (other === reading) return true;
    let shared = 0;
    for (const name of names[other] ?? []) if (ours.has(name)) shared += 1;
    return shared >= SHARED_NAMES;
  });
}

/** Full names by their surnames and short forms. */
class ShortNames {
  private readonly bySurname = new Map<string, Set<Group>>();
  private readonly byShort = new Map<string, Set<Group>>();

  constructor(groups: readonly Group[]) {
    for (const group of groups) {
      const [first] = group.members;
      if (!first?.local.named || first.local.country || group.words.length < 2) continue;
      const { words } = group;
      if (group.members.some(({ local }) => local.kind === 'person')) {
        for (const word of [words.at(-1) ?? '', isSurnameFirst(first.local.name) ? (words[0] ?? '') : ''])
          addTo(this.bySurname, word, group);
      } else {
        addTo(this.byShort, words[0] ?? '', group);
        for (const { local } of group.members)
          for (const alias of local.aliases) addTo(this.byShort, folded(alias), group);
      }
    }
  }

  fitting({ kind, aliases }: LocalActor, word: string): Group[] {
    if (kind === 'person') return [...(this.bySurname.get(word) ?? [])];
    const short = [...aliases].some((alias) => /^\p{Lu}{2,}$/u.test(alias)) || kind === 'outlet';
    return short ? [...(this.byShort.get(word) ?? [])] : [];
  }
}

function addTo(map: Map<string, Set<Group>>, key: string, group: Group): void {
  if (key === '') return;
  const known = map.get(key);
  if (known) known.add(group);
  else map.set(key, new Set([group]));
}

/** The places of the actors that something in an article refers to. */
function referred({ statements, relations, events, actors }: OneReading): Set<number> {
  const found = new Set<number>();
  for (const { speaker, relay, addressee } of statements) {
    if (speaker.status === 'unresolved') for (const one of speaker.candidates) found.add(one);
    else found.add(speaker.actor);
    if (relay) found.add(relay.actor);
    if (addressee !== null) found.add(addressee);
  }
  for (const one of relations)
    for (const id of [...one.actors, ...one.recipients, ...(one.claimedBy ? [one.claimedBy] : [])])
      found.add(Number(id));
  for (const { actors: ids } of events) for (const id of ids) found.add(Number(id));
  for (const place of [...found]) {
    const side = actors[place]?.side;
    const state = side ? actors.findIndex(({ country }) => country === side) : -1;
    if (state >= 0) found.add(state);
  }
  return found;
}

const SURE: Record<Actor['kind'], number> = {
  state: 90,
  person: 80,
  'government-body': 75,
  organisation: 70,
  outlet: 80,
  group: 60,
};

function finished(readings: readonly OneReading[], groups: readonly Group[], groupOf: Group[][]): JoinedActors {
  const ids = new Ids();
  const made = groups
    .map((group) => ({ group, name: nameOf(group), own: group.members[0] }))
    .map(({ group, name, own }) => {
      const article = readings[own?.reading ?? 0]?.article.id ?? '';
      return {
        group,
        name,
        wanted: own?.local.country
          ? slugOf(countries.get(own.local.country)?.spot.name ?? name)
          : own?.local.named
            ? slugOf(name)
            : `${slugOf(name)}-${digestOf(article).slice(0, 6)}`,
      };
    })
    .sort((a, b) => byUnits(a.wanted, b.wanted) || byUnits(articleOf(readings, a.group), articleOf(readings, b.group)));
  const idOfGroup = new Map(made.map(({ group, wanted }) => [group, ids.take(wanted)]));
  const states = new Map<string, Slug>();
  for (const [group, id] of idOfGroup) {
    const country = group.members[0]?.local.country;
    if (country) states.set(country, id);
  }
  const actors = made.map(({ group, name }) => actorOf(readings, group, idOfGroup.get(group) as Slug, name, states));
  return { actors, idOf: (reading, local) => idOfGroup.get(groupOf[reading]?.[local] as Group) as Slug };
}

const articleOf = (readings: readonly OneReading[], { members }: Group) =>
  readings[members[0]?.reading ?? 0]?.article.id ?? '';

/** The fullest form: of names with the most words the most frequent one, then the first by its letters. */
function nameOf({ members }: Group): string {
  const counts = new Map<string, number>();
  for (const { local } of members) counts.set(local.name, (counts.get(local.name) ?? 0) + local.mentions + 1);
  const isState = members[0]?.local.country !== null;
  const rank = isState ? rankOfState : (name: string) => wordsOf(name).length;
  return [...counts].sort(([a, x], [b, y]) => rank(b) - rank(a) || y - x || byUnits(a, b))[0]?.[0] ?? '';
}

function actorOf(
  readings: readonly OneReading[],
  group: Group,
  id: Slug,
  name: string,
  states: ReadonlyMap<string, Slug>,
): Actor {
  const { members } = group;
  const kind = kindOf(members.map(({ local }) => local));
  const sides = new Set(members.flatMap(({ local }) => local.side ?? []));
  const [side] = sides;
  const introduced = members.find(({ local }) => local.role !== null);
  const article = introduced && readings[introduced.reading]?.article;
  const evidence = introduced?.local.role && article ? evidenceOf(article, introduced.local.role) : null;
  const all = (pick: (local: LocalActor) => Set<string>) =>
    [...new Set(members.flatMap(({ local }) => [...pick(local)]))].sort(byUnits).slice(0, 200);
  const why = [...new Set([...members.flatMap(({ local }) => [...local.why]), ...group.why])]
    .sort(byUnits)
    .slice(0, 20);
  return {
    id,
    name,
    sortName: sortNameOf(name, kind),
    fullName: null,
    kind,
    aliases: all(({ aliases }) => aliases),
    metonyms: all(({ metonyms }) => metonyms),
    side: side && sides.size === 1 && kind !== 'state' ? (states.get(side) ?? null) : null,
    role: evidence && { text: clipped(evidence.exact.replace(/\s+/g, ' '), 300), evidence },
    mark: machine(group.why.has('join:surname') ? 65 : SURE[kind], why),
  };
}

/** The kind that most articles give; of two that are as frequent the first by its letters. */
function kindOf(locals: readonly LocalActor[]): Actor['kind'] {
  const counts = new Map<Actor['kind'], number>();
  for (const { kind } of locals) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || byUnits(a, b))[0]?.[0] ?? 'organisation';
}

/** "Trump, Donald"; a name that begins with its surname, or is of one word, stays as it is. */
function sortNameOf(name: string, kind: Actor['kind']): string {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  if (kind !== 'person' || words.length !== 2 || isSurnameFirst(name)) return name;
  return `${last}, ${words[0]}`;
}
