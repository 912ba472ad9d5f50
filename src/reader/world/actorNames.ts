import { INDEFINITE, isOccupation, joinsFields } from '../lexicons/names.ts';
import type { Segmented, Token } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import type { Book } from './actorBook.ts';
import type { ActorUse } from './actorUse.ts';
import type { Mention } from './mention.ts';
import { isCapital } from './nameForms.ts';
import { FUNCTION_WORDS, isCalendarWord, TITLES } from './words.ts';

export const GROUPS = new Set(
  `police protesters protestors demonstrators prosecutors authorities officials troops soldiers army military navy government parliament court judge jury rebels militants gunmen gunman
  terrorists insurgents workers students residents lawmakers legislators senators republicans democrats opposition voters citizens refugees migrants civilians hostages prisoners inmates activists supporters
  opponents president premier minister cabinet administration officers officer firefighters doctors nurses patients victims parents family families suspect suspects attacker attackers shooter union unions
  regulators company companies employees staff investigators detectives council committee commission congress senate coalition allies militia militias guerrillas hackers journalists reporters farmers teachers
  scientists researchers players fans coach team club bishop bishops church leaders mayor governor crew passengers rioters locals shoppers accomplices accomplice killers killer hijackers pirates traders bankers investors owners owner farm-owners laborers labourers man men woman women person people boy girl child children teenager driver pilot husband wife brother sister son daughter mother father groups group mob marchers settlers fighters forces detainees politicians shoppers perpetrators mourners agencies nations veterans sympathizers criminals campaigners teams agency`.split(
    /\s+/,
  ),
);

/** Nouns for one person: with "the" or "his" they are somebody whom the text has named elsewhere. */
export const INDIVIDUALS = new Set(
  'gunman suspect attacker shooter killer accomplice owner man woman person boy girl child teenager driver pilot husband wife brother sister son daughter mother father parents family officer mayor governor premier minister president judge coach player victim leader'.split(
    ' ',
  ),
);

export const OFFICES_HELD = new Set(['president', 'premier', 'mayor', 'governor', 'minister']);

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

/** The sentence that a name stands in, its tokens half open, with the actors and places known so far. */
export type Within = {
  text: Segmented;
  first: number;
  end: number;
  book: Book;
  span: (from: number, to: number, actor: string, where?: boolean) => ActorUse;
  placeAt: PlaceAt;
};

export type PlaceAt = ReadonlyMap<number, { mention: Mention; country: string | null }>;

const isTitle = (lower: string) =>
  TITLES.has(lower) || /-elect$|^(?:commandant|admiral|solicitor|regional|former|incumbent)$/.test(lower);

/** Whether "a" or a number stands before a noun for one person: "a 36-year-old Cheltenham man". */
export function isIntroduced(tokens: readonly Token[], i: number, first: number): boolean {
  for (let k = i - 1; k >= Math.max(first, i - 4); k--) {
    const lower = tokens[k]?.lower ?? '';
    if (/^(?:a|an|one|another|two|three|four|five|several|some)$/.test(lower)) return true;
    if (/^(?:the|his|her|their|this|that|of|,)$/.test(lower)) return false;
  }
  return false;
}

/** "Turkish President Recep Tayyip Erdoğan": a name after its country and title; null when no title and name follow. */
export function titledName(within: Within, from: number, next: number): ActorUse | null {
  const { text, end } = within;
  const title = titleEnd(text.tokens, next, end);
  if (title === next || title >= end || !isCapital(text.tokens[title])) return null;
  const use = nameAt(within, next);
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

export function nameAt({ text, first, end, book, span, placeAt }: Within, i: number): ActorUse | null {
  const { tokens } = text;
  const opening = tokens[i];
  if (!opening) return null;
  const title = titleEnd(tokens, i, end);
  if (title > i && !isCapital(tokens[title])) {
    const noun = tokens[title - 1]?.lower ?? '';
    return GROUPS.has(noun) ? span(i, title, book.group(noun)) : span(i, title, '');
  }
  let from = title > i && isCapital(tokens[title]) ? title : i;

  const head = tokens[from]?.lower ?? '';
  if (FUNCTION_WORDS.has(head) || (INDEFINITE.has(head) && tokens[from]?.shape === SHAPE.capital)) return null;
  if (from > i && placeAt.get(from)?.country) return null;
  const to = Math.max(from, runEnd(tokens, from, end, placeAt));
  if (to === from) return null;
  for (let k = from; k < to - 1; k++) if (isTitle(tokens[k]?.lower ?? '')) from = k + 1;
  if (to - from > 2 && isOccupation(tokens[from]?.lower ?? '')) from++;
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
    else if (to > from && joinsFields(tokens, to, end)) to++;
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
