import type { Segmented, Token } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import { countries, countryByPeople, fold, peopleAt, spotsByName } from './gazetteer.ts';
import { findMentions, type Mention } from './mentions.ts';
import { resolveMentions } from './resolve.ts';
import { type Span, spanIndex } from './spanIndex.ts';
import { BODY_NOUNS, FUNCTION_WORDS, isCalendarWord, PLACE_PREPOSITIONS, TITLES } from './words.ts';

/** An actor as the relations need it. `aliases` are surface forms, `metonyms` names of places that stand for a government. */
export type KnownActor = {
  id: string;
  name: string;
  aliases: readonly string[];
  metonyms: readonly string[];
  kind: string;
};

/** A mention of an actor; `from` and `to` are tokens, half open. `where` marks a place that may only be where something is. */
export type ActorUse = { start: number; end: number; from: number; to: number; actor: string; where: boolean };

export type FoundActors = { actors: KnownActor[]; uses: ActorUse[] };

const GROUPS = new Set(
  `police protesters protestors demonstrators prosecutors authorities officials troops soldiers army military navy government parliament court judge jury rebels militants gunmen gunman
  terrorists insurgents workers students residents lawmakers legislators senators republicans democrats opposition voters citizens refugees migrants civilians hostages prisoners inmates activists supporters
  opponents president premier minister cabinet administration officers officer firefighters doctors nurses patients victims parents family families suspect suspects attacker attackers shooter union unions
  regulators company companies employees staff investigators detectives council committee commission congress senate coalition allies militia militias guerrillas hackers journalists reporters farmers teachers
  scientists researchers players fans coach team club bishop bishops church leaders mayor governor crew passengers rioters locals shoppers accomplices accomplice killers killer hijackers pirates traders bankers investors owners owner farm-owners laborers labourers man men woman women person people boy girl child children teenager driver pilot husband wife brother sister son daughter mother father groups group mob marchers settlers fighters forces detainees politicians shoppers perpetrators mourners agencies nations veterans sympathizers criminals campaigners teams agency`.split(
    /\s+/,
  ),
);
/** Nouns for one person: with "the" or "his" they are somebody whom the text has named elsewhere. */
const INDIVIDUALS = new Set(
  'gunman suspect attacker shooter killer accomplice owner man woman person boy girl child teenager driver pilot husband wife brother sister son daughter mother father parents family officer mayor governor premier minister president judge coach player victim leader'.split(
    ' ',
  ),
);
const OFFICES_HELD = new Set(['president', 'premier', 'mayor', 'governor', 'minister']);
const ORG_ENDINGS = new Set(
  `party union police court council committee commission department ministry agency bank university institute association organization organisation company corporation group federation alliance front army force
  forces front movement church club foundation society league congress senate parliament house board authority service services office bureau centre center news times post network party team nations command
  brigade guard guards militia inc corp ltd co airlines airways motors hospital school college administration assembly cabinet taliban state republic fund forum trust`.split(
    /\s+/,
  ),
);
const NO_ACTORS = new Set(
  'islam christianity judaism hinduism buddhism god english spanish french latin arabic internet covid-19 ebola hiv aids bitcoin brexit ramadan christmas easter section article chapter part phase thank thanks marxism communism parliament earth mars'.split(
    ' ',
  ),
);
const INNER = new Set([
  'of',
  'for',
  'and',
  'the',
  'de',
  'al',
  'bin',
  'el',
  'la',
  'van',
  'von',
  'der',
  'del',
  'dos',
  'da',
  'ibn',
  '&',
]);

const isCapital = (token: Token | undefined) =>
  token !== undefined && (token.shape === SHAPE.capital || token.shape === SHAPE.capitals);

/** Finds states, organisations, persons and groups that a text names, for a coverage that has no list of actors. */
export function findActors(text: Segmented, skip: readonly Span[] = []): FoundActors {
  const book = new Book(namesWithin(text));
  const uses: ActorUse[] = [];
  const skipped = spanIndex(skip);
  const mentions = findMentions(text);
  const spots = resolveMentions(text, mentions);
  const placeAt = new Map<number, { mention: Mention; country: string | null }>();
  for (const [i, mention] of mentions.entries())
    placeAt.set(mention.from, {
      mention,
      country: mention.kind === 'country' || mention.sense === 'government' ? (spots[i]?.country ?? null) : null,
    });
  for (const sentence of text.sentences) {
    if (skipped.touches(sentence)) continue;
    for (let i = sentence.from; i < sentence.to; ) {
      const pair = pairAt(text, i, book);
      for (const actor of pair)
        uses.push({
          start: text.tokens[i]?.start ?? 0,
          end: text.tokens[i]?.end ?? 0,
          from: i,
          to: i + 1,
          actor,
          where: false,
        });
      const use = pair.length > 0 ? null : actorUseAt(text, i, sentence.from, sentence.to, placeAt, book);
      if (use?.actor) uses.push(use);
      i = use ? Math.max(use.to, i + 1) : i + 1;
    }
  }
  return {
    actors: book.actors(),
    uses: withPronouns(text, uses, new Map(book.actors().map((actor) => [actor.id, actor.kind]))),
  };
}

type PlaceAt = ReadonlyMap<number, { mention: Mention; country: string | null }>;

/** Collects actors under their fullest names. */
class Book {
  constructor(readonly names: ReadonlySet<string>) {}

  private readonly byId = new Map<string, KnownActor & { aliases: string[] }>();
  private readonly idByWord = new Map<string, string>();

  state(code: string, surface: string): string {
    const name = countries.get(code)?.spot.name ?? code;
    return this.enter(`state-${code.toLowerCase()}`, name, surface, 'state');
  }

  /** The person who alone holds a title in the text: "the president". */
  private readonly holders = new Map<string, string | null>();

  hold(title: string, id: string): void {
    const known = this.holders.get(title);
    this.holders.set(title, known === undefined || known === id ? id : null);
  }

  group(noun: string): string {
    const holder = this.holders.get(noun);
    if (holder) return holder;
    return this.enter(`group-${noun}`, noun, noun, 'group');
  }

  /** A name of capitalised words; a bare surname or first word is the fuller name before it. */
  named(written: string, kind: 'person' | 'organisation'): string {
    const surface = written.replace(/^(?:U\.S\.|US) (?=\p{Lu})/u, 'United States ');
    const words = surface.split(/\s+/);
    const key = fold(surface);
    const fuller = this.idByWord.get(fold(words.at(-1) ?? ''));
    const known =
      words.length === 1 ||
      (fuller && kind === 'person' && words.every((word) => this.byId.get(fuller)?.name.split(' ').includes(word)))
        ? this.idByWord.get(fold(words.at(-1) ?? ''))
        : undefined;
    const id = known ?? `name-${key.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
    if (words.length > 1 && kind === 'person') {
      const last = fold(words.at(-1) ?? '');
      if (!this.idByWord.has(last)) this.idByWord.set(last, id);
      // "Kim" of "Kim Jong Un": where the surname comes first.
      const first = fold(words[0] ?? '');
      if (!this.idByWord.has(first)) this.idByWord.set(first, id);
    }
    if (words.length > 1 && kind === 'organisation' && !this.idByWord.has(fold(words[0] ?? '')))
      this.idByWord.set(initials(words), id);
    return this.enter(id, surface, surface, kind);
  }

  /** The actor whose surname or short name a word is. */
  known(word: string): string | undefined {
    return this.idByWord.get(fold(word));
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

const initials = (words: readonly string[]) =>
  words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0]?.toLowerCase())
    .join('');

const JOINING: Record<string, string> = { sino: 'CN', anglo: 'GB', franco: 'FR', indo: 'IN', russo: 'RU' };

/** The two actors of "China-US", "Sino-US" or "Kim-Trump"; [] for any other word. */
function pairAt(text: Segmented, i: number, book: Book): string[] {
  const parts = text.tokens[i]?.text.split(/[-–]/) ?? [];
  if (parts.length !== 2) return [];
  const ids = parts.map((part) => {
    const code =
      JOINING[part.toLowerCase()] ??
      countryByPeople.get(part.toLowerCase()) ??
      spotsByName.get(fold(part))?.find((spot) => spot.kind === 'country')?.country;
    return code && /^\p{Lu}/u.test(part) ? book.state(code, part) : (book.known(part) ?? '');
  });
  return ids.every((id) => id !== '') && ids[0] !== ids[1] ? ids : [];
}

function actorUseAt(text: Segmented, i: number, first: number, end: number, placeAt: PlaceAt, book: Book): ActorUse | null {
  const { tokens } = text;
  const token = tokens[i];
  if (!token) return null;
  const span = (from: number, to: number, actor: string, where = false): ActorUse => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    from,
    to,
    actor,
    where,
  });
  const place = placeAt.get(i);
  if (place) {
    const { mention, country } = place;
    const next = mention.to;
    if (!country && mention.kind === 'site' && /(?:Embassy|Consulate|House|Kremlin|Pentagon)$/.test(mention.name))
      return span(i, next, book.named(mention.name, 'organisation'));
    if (!country) return span(i, next, '');
    const titled = titledName(text, i, next, first, end, book, span, placeAt);
    if (titled) return titled;
    let body = next;
    while (body < Math.min(end, next + 3) && BODY_NOUNS.has(tokens[body]?.lower ?? '') && !isCapital(tokens[body + 1]))
      body++;
    const before = tokens[i - 1]?.lower === 'the' ? tokens[i - 2]?.lower : tokens[i - 1]?.lower;
    return span(
      i,
      body,
      book.state(country, mention.name),
      i > first && mention.sense === 'literal' && PLACE_PREPOSITIONS.has(before ?? ''),
    );
  }
  const people = peopleAt(tokens, i);
  if (people) {
    const next = i + people.length;
    const titled = titledName(text, i, next, first, end, book, span, placeAt);
    if (titled) return titled;
    const noun = tokens[next]?.lower ?? '';
    if (BODY_NOUNS.has(noun))
      return span(i, next + 1, book.state(people.country, text.text.slice(token.start, tokens[next]?.end)));
    if (GROUPS.has(noun))
      return span(i, next + 1, book.named(text.text.slice(token.start, tokens[next]?.end), 'organisation'));
    if (!isCapital(tokens[next]) && tokens[next]?.shape !== SHAPE.lower)
      return span(
        i,
        next,
        /(?:s|sh|ch|ese)$/.test(tokens[next - 1]?.lower ?? '')
          ? book.state(people.country, text.text.slice(token.start, tokens[next - 1]?.end))
          : '',
      );
    if (/s$/.test(tokens[next - 1]?.lower ?? '') && !isCapital(tokens[next]))
      return span(i, next, book.state(people.country, text.text.slice(token.start, tokens[next - 1]?.end)));
    if (!isCapital(tokens[next])) return span(i, next, '');
  }
  if (
    i === first &&
    isCapital(token) &&
    GROUPS.has(token.lower) &&
    !INDIVIDUALS.has(token.lower) &&
    !isCapital(tokens[i + 1])
  )
    return span(i, i + 1, book.group(token.lower));
  if (isCapital(token) && !isCalendarWord(token.lower)) return nameAt(text, i, first, end, book, span, placeAt);
  const before = i > first ? (tokens[i - 1]?.lower ?? '') : '';
  if (
    /^(?:his|her|their|its|my|our|whose)$/.test(before) &&
    INDIVIDUALS.has(token.lower) &&
    !OFFICES_HELD.has(token.lower)
  )
    return null;
  if (INDIVIDUALS.has(token.lower) && !OFFICES_HELD.has(token.lower) && !isIntroduced(tokens, i, first)) return null;
  if (
    token.shape === SHAPE.lower &&
    GROUPS.has(token.lower) &&
    tokens[i + 1]?.lower !== 'station' &&
    !GROUPS.has(tokens[i + 1]?.lower ?? '') &&
    !isCapital(tokens[i + 1])
  )
    return span(i, i + 1, book.group(/^(?:vice|deputy)$/.test(before) ? `${before} ${token.lower}` : token.lower));
  return null;
}

const isTitle = (lower: string) =>
  TITLES.has(lower) || /-elect$|^(?:commandant|admiral|solicitor|regional|former|incumbent)$/.test(lower);

/** Whether "a" or a number stands before a noun for one person: "a 36-year-old Cheltenham man". */
function isIntroduced(tokens: readonly Token[], i: number, first: number): boolean {
  for (let k = i - 1; k >= Math.max(first, i - 4); k--) {
    const lower = tokens[k]?.lower ?? '';
    if (/^(?:a|an|one|another|two|three|four|five|several|some)$/.test(lower)) return true;
    if (/^(?:the|his|her|their|this|that|of|,)$/.test(lower)) return false;
  }
  return false;
}

/** "Turkish President Recep Tayyip Erdoğan": a name after its country and title; null when no title and name follow. */
function titledName(
  text: Segmented,
  from: number,
  next: number,
  first: number,
  end: number,
  book: Book,
  span: (from: number, to: number, actor: string) => ActorUse,
  placeAt: PlaceAt,
): ActorUse | null {
  const title = titleEnd(text.tokens, next, end);
  if (title === next || title >= end || !isCapital(text.tokens[title])) return null;
  const use = nameAt(text, next, first, end, book, span, placeAt);
  return use?.actor ? { ...use, from, start: text.tokens[from]?.start ?? use.start } : null;
}

/** The token after titles: "President", "Prime Minister", "national security adviser". */
function titleEnd(tokens: readonly Token[], from: number, end: number): number {
  let titled = from;
  for (let k = from; k < end; k++) {
    const lower = tokens[k]?.lower ?? '';
    if (lower === 'state' && titled === k - 1 && titled > from) titled = k + 1;
    else if (isTitle(lower) || /^(?:adviser|advisor|advisers|leader|envoy|lady)$/.test(lower)) titled = k + 1;
    else if (
      !/^(?:prime|vice|foreign|defense|defence|national|security|former|supreme|health|interior|state|of|executive|special|first|general|opposition)$/.test(
        lower,
      )
    )
      break;
  }
  return titled;
}

function nameAt(
  text: Segmented,
  i: number,
  first: number,
  end: number,
  book: Book,
  span: (from: number, to: number, actor: string) => ActorUse,
  placeAt: PlaceAt,
): ActorUse | null {
  const { tokens } = text;
  const opening = tokens[i];
  if (!opening) return null;
  const title = titleEnd(tokens, i, end);
  if (title > i && !isCapital(tokens[title])) {
    const noun = tokens[title - 1]?.lower ?? '';
    return GROUPS.has(noun) ? span(i, title, book.group(noun)) : span(i, title, '');
  }
  let from = title > i && isCapital(tokens[title]) ? title : i;

  if (FUNCTION_WORDS.has(tokens[from]?.lower ?? '')) return null;
  if (from > i && placeAt.get(from)?.country) return null;
  const to = Math.max(from, runEnd(tokens, from, end, placeAt));
  if (to === from) return null;
  for (let k = from; k < to - 1; k++) if (isTitle(tokens[k]?.lower ?? '')) from = k + 1;
  const surface = text.text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  const words = surface.split(/\s+/);
  if (to - from === 1) {
    const lower = tokens[from]?.lower ?? '';
    if (NO_ACTORS.has(lower) || (from === first && !book.names.has(tokens[from]?.text ?? '')) || lower.length < 2)
      return null;
  }
  const organisation =
    words.some((word) => ORG_ENDINGS.has(word.toLowerCase()) || /^(?:of|for)$/.test(word)) ||
    (words.length === 1 && surface === surface.toUpperCase());
  const id = book.named(surface.replace(/^The /, ''), organisation ? 'organisation' : 'person');
  if (from > i && !organisation) book.hold(tokens[from - 1]?.lower ?? '', id);
  if (organisation) book.hold(words.at(-1)?.toLowerCase() ?? '', id);
  const member = MEMBERS.test(tokens[to]?.lower ?? '') && (organisation || words.length === 1) ? to + 1 : to;
  return span(organisation ? from : i, member, id);
}

const BODY_OF =
  /^(?:department|bank|congress|parliament|republic|state|university|ministry|islamic|government|assembly|court|house|council|church|people|party|union|office)$/;

/** The token after a name: capitalised words, initials, and "of" or "the" between them. */
function runEnd(
  tokens: readonly Token[],
  from: number,
  end: number,
  placeAt: ReadonlyMap<number, { country: string | null }>,
): number {
  let to = from;
  while (to < Math.min(end, from + 9)) {
    const [token, next] = [tokens[to], tokens[to + 1]];
    const lower = token?.lower ?? '';
    const body = BODY_OF.test(tokens[from]?.lower ?? '');
    if (to > from && placeAt.get(to)?.country && !body) break;
    if (to > from && /^(?:al|el|ul|bin|ad|as|ash|ibn)-\p{L}/u.test(lower)) to++;
    else if (
      isCapital(token) &&
      (!isCalendarWord(lower) || (to > from && lower === 'may' && next?.shape !== SHAPE.number))
    )
      to++;
    else if (to > from && token?.text === '.' && tokens[to - 1]?.text.length === 1 && isCapital(next)) to++;
    else if (
      to > from &&
      /^['’]$/.test(token?.text ?? '') &&
      /s$/.test(tokens[to - 1]?.lower ?? '') &&
      ORG_ENDINGS.has(next?.lower ?? '') &&
      isCapital(next)
    )
      to++;
    else if (
      to > from &&
      INNER.has(lower) &&
      isCapital(next) &&
      !isCalendarWord(next?.lower ?? '') &&
      (lower !== 'and' || ORG_ENDINGS.has(next?.lower ?? '')) &&
      (lower !== 'of' || body || !placeAt.get(to + 1)?.country)
    )
      to++;
    else if (
      to > from &&
      (lower === 'the' || lower === 'and') &&
      INNER.has(tokens[to - 1]?.lower ?? '') &&
      isCapital(next)
    )
      to++;
    else if (
      to > from &&
      (lower === 'of' || lower === 'and') &&
      next?.lower === 'the' &&
      isCapital(tokens[to + 2]) &&
      body
    )
      to += 2;
    else break;
  }
  while (
    to > from &&
    !isCapital(tokens[to - 1]) &&
    !/^(?:al|el|ul|bin|ad|as|ash|ibn)-/.test(tokens[to - 1]?.lower ?? '')
  )
    to--;
  return to;
}

/** Nouns after the name of a body that still mean the body: "ISIS fighters", "Coast Guard units". */
const MEMBERS =
  /^(?:forces|troops|fighters|militants|rebels|officials|police|army|soldiers|leaders|units|movement|group|authorities|members|militia|government|groups|nations|lawmakers|senators|leadership|spokesman|spokeswoman|spokesperson)$/;

/** Words that stand capitalised within sentences: at the start of one they are names, too. */
function namesWithin(text: Segmented): Set<string> {
  const names = new Set<string>();
  for (const { from, to } of text.sentences)
    for (let k = from + 1; k < to; k++) if (isCapital(text.tokens[k])) names.add(text.tokens[k]?.text ?? '');
  return names;
}

const ONE = /^(?:he|she|him)$/;
const MANY = /^(?:they|them)$/;

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
    for (let k = made.length - 1; k >= 0; k--) {
      const use = made[k];
      const at = text.tokens[use?.from ?? 0];
      if (!use || !at || at.paragraph !== token.paragraph || at.sentence < token.sentence - 1) break;
      const kind = kinds.get(use.actor);
      if (one ? kind === 'person' : kind === 'group' || kind === 'organisation') seen.add(use.actor);
    }
    const [actor] = seen;
    if (seen.size === 1 && actor)
      made.push({ start: token.start, end: token.end, from: i, to: i + 1, actor, where: false });
  }
  return made;
}
