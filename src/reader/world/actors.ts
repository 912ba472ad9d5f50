import type { Segmented, Token } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import { countries, countryByPeople, fold } from './gazetteer.ts';
import { findMentions, type Mention } from './mentions.ts';
import { resolveMentions } from './resolve.ts';
import { BODY_NOUNS, FUNCTION_WORDS, isCalendarWord, NO_PLACES, PLACE_PREPOSITIONS, TITLES } from './words.ts';

/** An actor as the relations need it. `aliases` are surface forms, `metonyms` names of places that stand for a government. */
export type KnownActor = { id: string; name: string; aliases: readonly string[]; metonyms: readonly string[]; kind: string };

/** A mention of an actor; `from` and `to` are tokens, half open. `where` marks a place that may only be where something is. */
export type ActorUse = { start: number; end: number; from: number; to: number; actor: string; where: boolean };

export type FoundActors = { actors: KnownActor[]; uses: ActorUse[] };

const GROUPS = new Set(
  `police protesters protestors demonstrators prosecutors authorities officials troops soldiers army military navy government parliament court judge jury rebels militants gunmen gunman
  terrorists insurgents workers students residents lawmakers legislators senators republicans democrats opposition voters citizens refugees migrants civilians hostages prisoners inmates activists supporters
  opponents president premier minister cabinet administration officers officer firefighters doctors nurses patients victims parents family families suspect suspects attacker attackers shooter union unions
  regulators company companies employees staff investigators detectives council committee commission congress senate coalition allies militia militias guerrillas hackers journalists reporters farmers teachers
  scientists researchers players fans coach team club bishop bishops church leaders mayor governor crew passengers rioters crowd mob marchers settlers fighters forces detainees politicians shoppers perpetrators mourners`.split(/\s+/),
);
const ORG_ENDINGS = new Set(
  `party union police court council committee commission department ministry agency bank university institute association organization organisation company corporation group federation alliance front army force
  forces front movement church club foundation society league congress senate parliament house board authority service services office bureau centre center news times post network party team nations command
  brigade guard guards militia inc corp ltd co airlines airways motors hospital school college administration assembly cabinet taliban state republic fund forum trust`.split(/\s+/),
);
const INNER = new Set(['of', 'for', 'and', 'the', 'de', 'al', 'bin', 'el', 'la', 'van', 'von', 'der', 'del', 'dos', 'da', 'ibn', '&']);

const isCapital = (token: Token | undefined) => token !== undefined && (token.shape === SHAPE.capital || token.shape === SHAPE.capitals);

/** Finds states, organisations, persons and groups that a text names, for a coverage that has no list of actors. */
export function findActors(text: Segmented): FoundActors {
  const book = new Book(namesWithin(text));
  const uses: ActorUse[] = [];
  const mentions = findMentions(text);
  const spots = resolveMentions(text, mentions);
  const placeAt = new Map<number, { mention: Mention; country: string | null }>();
  for (const [i, mention] of mentions.entries()) placeAt.set(mention.from, { mention, country: mention.kind === 'country' || mention.sense === 'government' ? (spots[i]?.country ?? null) : null });
  for (const sentence of text.sentences)
    for (let i = sentence.from; i < sentence.to; ) {
      const use = useAt(text, i, sentence.from, sentence.to, placeAt, book);
      if (use?.actor) uses.push(use);
      i = use ? Math.max(use.to, i + 1) : i + 1;
    }
  return { actors: book.actors(), uses };
}

/** Collects actors under their fullest names. */
class Book {
  constructor(readonly names: ReadonlySet<string>) {}

  private readonly byId = new Map<string, KnownActor & { aliases: string[] }>();
  private readonly idByWord = new Map<string, string>();

  state(code: string, surface: string): string {
    const name = countries.get(code)?.spot.name ?? code;
    return this.enter(`state-${code.toLowerCase()}`, name, surface, 'state');
  }

  group(noun: string): string {
    return this.enter(`group-${noun}`, noun, noun, 'group');
  }

  /** A name of capitalised words; a bare surname or first word is the fuller name before it. */
  named(surface: string, kind: 'person' | 'organisation'): string {
    const words = surface.split(/\s+/);
    const key = fold(surface);
    const known = words.length === 1 ? this.idByWord.get(key) : undefined;
    const id = known ?? `name-${key.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
    if (words.length > 1 && kind === 'person') {
      this.idByWord.set(fold(words.at(-1) ?? ''), id);
    }
    if (words.length > 1 && kind === 'organisation' && !this.idByWord.has(fold(words[0] ?? ''))) this.idByWord.set(initials(words), id);
    return this.enter(id, surface, surface, kind);
  }

  private enter(id: string, name: string, surface: string, kind: string): string {
    const actor = this.byId.get(id) ?? { id, name, aliases: [], metonyms: [], kind };
    this.byId.set(id, actor);
    if (surface !== actor.name && !actor.aliases.includes(surface)) actor.aliases.push(surface);
    return id;
  }

  actors(): KnownActor[] {
    return [...this.byId.values()];
  }
}

const initials = (words: readonly string[]) => words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]?.toLowerCase()).join('');

function useAt(text: Segmented, i: number, first: number, end: number, placeAt: ReadonlyMap<number, { mention: Mention; country: string | null }>, book: Book): ActorUse | null {
  const { tokens } = text;
  const token = tokens[i];
  if (!token) return null;
  const span = (from: number, to: number, actor: string, where = false): ActorUse => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, from, to, actor, where });
  const place = placeAt.get(i);
  if (place) {
    const { mention, country } = place;
    const next = mention.to;
    if (!country) return span(i, next, '');
    const title = titleEnd(tokens, next, end);
    if (title > next && isCapital(tokens[title]) && title < end) return span(i, title, '');
    const body = tokens[next] && BODY_NOUNS.has(tokens[next]?.lower ?? '') && !isCapital(tokens[next + 1]) ? next + 1 : next;
    const before = tokens[i - 1]?.lower === 'the' ? tokens[i - 2]?.lower : tokens[i - 1]?.lower;
    return span(i, body, book.state(country, mention.name), i > first && mention.sense === 'literal' && PLACE_PREPOSITIONS.has(before ?? ''));
  }
  const people = countryByPeople.get(token.lower);
  if (people && isCapital(token)) {
    const title = titleEnd(tokens, i + 1, end);
    if (title > i + 1 && isCapital(tokens[title])) return span(i, title, '');
    const noun = tokens[i + 1]?.lower ?? '';
    if (BODY_NOUNS.has(noun) || GROUPS.has(noun)) return span(i, i + 2, book.state(people, text.text.slice(token.start, tokens[i + 1]?.end)));
    const plural = /(?:s|sh|ch|ese)$/.test(token.lower);
    if (plural && !isCapital(tokens[i + 1]) && !/^\p{Ll}+$/u.test(noun)) return span(i, i + 1, book.state(people, token.text));
    if (!isCapital(tokens[i + 1])) return null;
  }
  if (isCapital(token) && !isCalendarWord(token.lower)) return nameAt(text, i, first, end, book, span);
  if (token.shape === SHAPE.lower && GROUPS.has(token.lower) && tokens[i + 1]?.lower !== 'station' && !GROUPS.has(tokens[i + 1]?.lower ?? '') && !isCapital(tokens[i + 1])) return span(i, i + 1, book.group(token.lower));
  return null;
}

/** The token after titles: "President", "Prime Minister", "national security adviser". */
function titleEnd(tokens: readonly Token[], from: number, end: number): number {
  let k = from;
  while (k < end && (TITLES.has(tokens[k]?.lower ?? '') || /^(?:prime|vice|foreign|defense|defence|national|security|adviser|advisor|advisers|former|attorney|supreme|leader|health|interior|state|of|executive|special|envoy|representative|first|lady|mp)$/.test(tokens[k]?.lower ?? ''))) k++;
  return k;
}

function nameAt(text: Segmented, i: number, first: number, end: number, book: Book, span: (from: number, to: number, actor: string) => ActorUse): ActorUse | null {
  const { tokens } = text;
  const opening = tokens[i];
  if (!opening) return null;
  const title = titleEnd(tokens, i, end);
  if (title > i && !isCapital(tokens[title])) {
    const noun = tokens[title - 1]?.lower ?? '';
    return GROUPS.has(noun) ? span(i, title, book.group(noun)) : span(i, title, '');
  }
  let from = title > i && isCapital(tokens[title]) ? title : i;
  if (from === first && FUNCTION_WORDS.has(opening.lower)) {
    if (!isCapital(tokens[from + 1]) || opening.lower !== 'the') return null;
    from++;
  }
  if (FUNCTION_WORDS.has(tokens[from]?.lower ?? '')) return null;
  let to = from;
  while (to < Math.min(end, from + 9)) {
    if (isCapital(tokens[to]) && !isCalendarWord(tokens[to]?.lower ?? '')) to++;
    else if (to > from && INNER.has(tokens[to]?.lower ?? '') && isCapital(tokens[to + 1]) && (tokens[to]?.lower !== 'and' || ORG_ENDINGS.has(tokens[to + 1]?.lower ?? '')) && !isCalendarWord(tokens[to + 1]?.lower ?? '')) to++;
    else if (to > from && tokens[to]?.lower === 'the' && tokens[to - 1]?.lower === 'and' && isCapital(tokens[to + 1])) to++;
    else break;
  }
  while (to > from && !isCapital(tokens[to - 1])) to--;
  if (to === from) return null;
  const surface = text.text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  const words = surface.split(/\s+/);
  if (to - from === 1) {
    const lower = tokens[from]?.lower ?? '';
    if (NO_PLACES.has(lower) || (from === first && !book.names.has(tokens[from]?.text ?? '')) || lower.length < 2) return null;
  }
  const organisation = words.some((word) => ORG_ENDINGS.has(word.toLowerCase()) || /^(?:of|for)$/.test(word)) || (words.length === 1 && surface === surface.toUpperCase());
  return span(from, to, book.named(surface.replace(/^The /, ''), organisation ? 'organisation' : 'person'));
}

/** Words that stand capitalised within sentences: at the start of one they are names, too. */
function namesWithin(text: Segmented): Set<string> {
  const names = new Set<string>();
  for (const { from, to } of text.sentences) for (let k = from + 1; k < to; k++) if (isCapital(text.tokens[k])) names.add(text.tokens[k]?.text ?? '');
  return names;
}
