import type { Segmented, Token } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import {
  capitalsOnly,
  countryByCapital,
  countryByPeople,
  fold,
  longestByWord,
  type Spot,
  type SpotKind,
  spotsByName,
} from './gazetteer.ts';
import {
  BODY_NOUNS,
  DIRECTIONS,
  DOUBTFUL_SITE_NOUNS,
  FEATURE_OF,
  FEATURE_WORDS,
  FUNCTION_WORDS,
  isCalendarWord,
  NO_PLACES,
  OFFICES,
  PARTY_PREPOSITIONS,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  PLACE_VERBS,
  REGION_NOUNS,
  SAYING,
  SITE_NOUNS,
  TITLES,
  WATER_NOUNS,
} from './words.ts';

/** The name of a place in a text; `from` and `to` are tokens, half open. `spots` are what it may be, [] for what the gazetteer does not know. */
export type Mention = {
  start: number;
  end: number;
  from: number;
  to: number;
  name: string;
  kind: SpotKind;
  spots: readonly Spot[];
  /** `government` when a country or capital stands for who rules it. */
  sense: 'literal' | 'government';
};

const MOST_WORDS = 6;
const HEADLINE_SHARE = 0.6;

/** Finds the names of places, longest first, and tells literal ones from governments. Linear in the text. */
export function findMentions(text: Segmented): Mention[] {
  const found: Mention[] = [];
  const surnames = surnamesOf(text);
  for (const sentence of text.sentences) {
    const headline = isHeadline(text.tokens, sentence.from, sentence.to);
    for (let i = sentence.from; i < sentence.to; ) {
      const mention = mentionAt(text, i, sentence.from, sentence.to, surnames, headline, found.at(-1));
      if (mention) found.push(mention);
      i = mention ? mention.to : i + 1;
    }
  }
  return withRemembered(text, withListed(text, found), surnames);
}

const isCapital = (token: Token | undefined) =>
  token !== undefined && (token.shape === SHAPE.capital || token.shape === SHAPE.capitals);

/** Whether most words of a sentence are capitalised, so that capitals tell nothing. */
function isHeadline(tokens: readonly Token[], from: number, to: number): boolean {
  let capitals = 0;
  let words = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || token.text.length < 4 || token.shape === SHAPE.other || token.shape === SHAPE.number) continue;
    words++;
    if (isCapital(token)) capitals++;
  }
  return words > 4 && capitals / words > HEADLINE_SHARE && tokens[to - 1]?.text !== '.';
}

/** Last words of capitalised runs that are persons by their first word or title: "Hilton" of "Paris Hilton". */
function surnamesOf(text: Segmented): Set<string> {
  const surnames = new Set<string>();
  const { tokens } = text;
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (!token || !before || !isCapital(token) || !isCapital(before) || before.sentence !== token.sentence) continue;
    if (isCapital(tokens[i + 1]) && tokens[i + 1]?.sentence === token.sentence) continue;
    if (
      FUNCTION_WORDS.has(before.lower) ||
      DIRECTIONS.has(before.lower) ||
      isCalendarWord(before.lower) ||
      countryByPeople.has(before.lower)
    )
      continue;
    if (
      spotsByName.has(`${fold(before.text)} ${fold(token.text)}`) ||
      spotsByName.has(fold(before.text)) ||
      before.lower in FEATURE_WORDS
    )
      continue;
    surnames.add(fold(token.text));
  }
  return surnames;
}

function mentionAt(
  text: Segmented,
  i: number,
  first: number,
  end: number,
  surnames: ReadonlySet<string>,
  headline: boolean,
  last: Mention | undefined,
): Mention | null {
  const { tokens } = text;
  const token = tokens[i];
  if (!token) return null;
  const direction = DIRECTIONS.has(token.lower) && isCapital(token);
  if (!isCapital(token) && !isLowerName(token)) return null;
  const known = knownAt(text, i, end) ?? basedAt(text, i);
  if (known && !(direction && known.to === i + 1))
    return accepted(text, widened(text, known, end), first, end, surnames, headline, last);
  if (direction) {
    const inner = knownAt(text, i + 1, end);
    if (inner?.spots[0] && !headline) {
      const whole = {
        ...inner,
        from: i,
        start: token.start,
        kind: 'region' as SpotKind,
        name: text.text.slice(token.start, inner.end),
      };
      return accepted(text, widened(text, whole, end), first, end, surnames, headline, last);
    }
  }
  return headline ? null : (featureAt(text, i, end) ?? typedAt(text, i, first, end) ?? impliedAt(text, i, first, end));
}

const isLowerName = (token: Token) =>
  token.lower === 'southern' || token.lower === 'sub-saharan' || token.lower === 'mainland';

/** The longest name of the gazetteer that begins at a token. */
function knownAt(text: Segmented, i: number, end: number): Mention | null {
  const token = text.tokens[i];
  if (!token || i >= end) return null;
  const head = fold(token.text);
  const longest = longestByWord.get(/^[^\s,-]+/.exec(head)?.[0] ?? head);
  if (longest === undefined) return null;
  for (let k = Math.min(MOST_WORDS, end - i); k > 0; k--) {
    const last = text.tokens[i + k - 1];
    if (!last || last.end - token.start > longest + 2) continue;
    const surface = text.text.slice(token.start, last.end);
    const key = fold(surface).replace(/\s+/g, ' ');
    const spots = spotsByName.get(key);
    if (!spots || (k > 1 && !/\p{Lu}/u.test(surface))) continue;
    if (
      capitalsOnly.has(key)
        ? surface !== surface.toUpperCase()
        : k === 1 && token.shape === SHAPE.capitals && surface.length < 4
    )
      continue;
    if (k === 1 && !isCapital(token)) continue;
    return {
      start: token.start,
      end: last.end,
      from: i,
      to: i + k,
      name: surface,
      kind: spots[0]?.kind ?? 'city',
      spots,
      sense: 'literal',
    };
  }
  return null;
}

/** "Yemen" of "Yemen-based". */
function basedAt(text: Segmented, i: number): Mention | null {
  const token = text.tokens[i];
  const match = token ? /^(.+)-(?:based|born)$/.exec(token.text) : null;
  const name = match?.[1] ?? '';
  const spots = token && name !== '' ? spotsByName.get(fold(name)) : undefined;
  if (!token || !spots) return null;
  return {
    start: token.start,
    end: token.start + name.length,
    from: i,
    to: i + 1,
    name,
    kind: spots[0]?.kind ?? 'city',
    spots,
    sense: 'literal',
  };
}

function kindByNoun(lower: string): SpotKind | null {
  if (REGION_NOUNS.has(lower)) return 'region';
  if (WATER_NOUNS.has(lower)) return 'water';
  return SITE_NOUNS.has(lower) ? 'site' : null;
}

/** "Scott County", "Da Nang International Airport": a known name with the noun that says what it is. */
function widened(text: Segmented, known: Mention, end: number): Mention {
  for (let k = known.to; k < Math.min(end, known.to + 3); k++) {
    const token = text.tokens[k];
    if (!token || !isCapital(token)) break;
    const kind = kindByNoun(token.lower);
    if (!kind || isCapital(text.tokens[k + 1])) continue;
    const name = text.text.slice(known.start, token.end);
    const region = kind === 'region' ? known.spots.filter((spot) => spot.kind === 'region') : [];
    return { ...known, to: k + 1, end: token.end, name, kind, spots: region };
  }
  return known;
}

const NUMBERED = /^(?:Area|Interstate|Route|Highway)$/;

/** "Mount Kumgang", "Lake Victoria", "Gulf of Thailand". */
function featureAt(text: Segmented, i: number, end: number): Mention | null {
  const [token, second, third] = [text.tokens[i], text.tokens[i + 1], text.tokens[i + 2]];
  if (!token || !second || i + 1 >= end) return null;
  const of = FEATURE_OF[token.lower];
  if (isCapital(text.tokens[i + 2]) && NUMBERED.test(token.text)) return null;
  const plain =
    FEATURE_WORDS[token.lower] ?? (NUMBERED.test(token.text) && second.shape === SHAPE.number ? 'site' : undefined);
  const to =
    of && second.lower === 'of' && third && isCapital(third)
      ? i + 3
      : plain && (isCapital(second) || second.shape === SHAPE.number) && !FUNCTION_WORDS.has(second.lower)
        ? i + 2
        : 0;
  const last = text.tokens[to - 1];
  if (to === 0 || to > end || !last) return null;
  return {
    start: token.start,
    end: last.end,
    from: i,
    to,
    name: text.text.slice(token.start, last.end),
    kind: (to === i + 3 ? of : plain) ?? 'site',
    spots: [],
    sense: 'literal',
  };
}

/** "Jolo Cathedral", "Rift Valley": capitalised words before a noun that says what the place is. */
function typedAt(text: Segmented, i: number, first: number, end: number): Mention | null {
  const token = text.tokens[i];
  if (
    !token ||
    (i === first && FUNCTION_WORDS.has(token.lower)) ||
    countryByPeople.has(token.lower) ||
    TITLES.has(token.lower) ||
    isCalendarWord(token.lower)
  )
    return null;
  if (isCapital(text.tokens[i - 1]) && i > first && !FUNCTION_WORDS.has(text.tokens[i - 1]?.lower ?? '')) return null;
  let to = i;
  while (to < Math.min(end, i + 5) && isCapital(text.tokens[to])) to++;
  const last = text.tokens[to - 1];
  if (to - i < 2 || !last) return null;
  const kind = kindByNoun(last.lower);
  if (!kind || text.tokens[to]?.lower === 'of') return null;
  if (DOUBTFUL_SITE_NOUNS.has(last.lower) && !isWhere(text, i, first)) return null;
  return {
    start: token.start,
    end: last.end,
    from: i,
    to,
    name: text.text.slice(token.start, last.end),
    kind,
    spots: [],
    sense: 'literal',
  };
}

const NEAR_TO = new Set(
  'close next travelled traveled went flew returned moved headed drove sent flown taken transferred relocated'.split(
    ' ',
  ),
);
const STRICT = new Set(['in', 'at', 'near', 'outside', 'inside', 'throughout', 'around', 'to', 'from', 'into']);

/** Whether a preposition of place stands before a name, perhaps with an article or a plain noun between. */
function isWhere(text: Segmented, i: number, first: number): boolean {
  let k = i - 1;
  if (['the', "'s", 'nearby'].includes(text.tokens[k]?.lower ?? '')) k--;
  return k >= first && STRICT.has(text.tokens[k]?.lower ?? '');
}

/** A name that the gazetteer does not know, but whose place in the sentence is a place's: "in Pandi, Bulacan", "the town of Ubay". */
function impliedAt(text: Segmented, i: number, first: number, end: number): Mention | null {
  const { tokens } = text;
  const token = tokens[i];
  if (
    !token ||
    i === first ||
    token.shape === SHAPE.capitals ||
    FUNCTION_WORDS.has(token.lower) ||
    countryByPeople.has(token.lower) ||
    isCalendarWord(token.lower) ||
    TITLES.has(token.lower) ||
    NO_PLACES.has(token.lower)
  )
    return null;
  let to = i;
  while (to < Math.min(end, i + 3) && isCapital(tokens[to]) && !FUNCTION_WORDS.has(tokens[to]?.lower ?? '')) to++;
  if (isCapital(tokens[to]) || to === i) return null;
  const before = tokens[i - 1]?.lower ?? '';
  if (isCapital(tokens[i - 1]) && !FUNCTION_WORDS.has(before)) return null;
  const lastToken = tokens[to - 1];
  if (!lastToken) return null;
  const inRegion =
    tokens[to]?.text === ',' && knownAt(text, to + 1, end)?.spots.some((spot) => spot.kind !== 'city') === true;
  const named = before === 'of' && PLACE_NOUNS.has(tokens[i - 2]?.lower ?? '');
  const nounAfter = PLACE_NOUNS.has(tokens[to]?.lower ?? '') && isCapital(token) && before !== 'of';
  const before2 = tokens[i - 2]?.lower ?? '';
  const near =
    before === 'near' || before === 'outside' || before === 'nearby' || (before === 'to' && NEAR_TO.has(before2));
  const where = (before === 'in' || near || (before === 'at' && to - i === 1)) && to - i === 1 && token.text.length > 3;
  const listed = isWhere(text, i, first) && before2 !== 'according' && listLength(tokens, i, 1) > 2;
  if (
    !(inRegion && (PLACE_PREPOSITIONS.has(before) || before === ',' || before === 'and')) &&
    !named &&
    !listed &&
    !(nounAfter && (before === 'the' || isWhere(text, i, first))) &&
    !where
  )
    return null;
  return {
    start: token.start,
    end: lastToken.end,
    from: i,
    to,
    name: text.text.slice(token.start, lastToken.end),
    kind: 'city',
    spots: [],
    sense: 'literal',
  };
}

/** A candidate that is a place, with its sense; null when it is part of another name or a person. */
function accepted(
  text: Segmented,
  mention: Mention,
  first: number,
  end: number,
  surnames: ReadonlySet<string>,
  headline: boolean,
  last: Mention | undefined,
): Mention | null {
  const { tokens } = text;
  const before = tokens[mention.from - 1];
  const after = tokens[mention.to];
  const inside = mention.from > first;
  const weak = mention.spots.some((spot) => spot.weak) && mention.spots.every((spot) => spot.weak || spot.size < 10);
  const beforeLower = inside ? (before?.lower ?? '') : '';
  const where =
    inside &&
    (PLACE_PREPOSITIONS.has(beforeLower) || PLACE_VERBS.has(beforeLower) || isWhere(text, mention.from, first));
  const chained = last !== undefined && mention.from - last.to === 1 && beforeLower === ',';
  if (!headline && inside && isCapital(before) && last?.to !== mention.from) {
    const opensSentence = mention.from - 1 === first && FUNCTION_WORDS.has(beforeLower);
    if (
      !opensSentence &&
      !FUNCTION_WORDS.has(beforeLower) &&
      !isCalendarWord(beforeLower) &&
      !countryByPeople.has(beforeLower) &&
      !/-(?:ruled|controlled|held|occupied|majority|administered|backed)$/.test(beforeLower)
    )
      return null;
    if (TITLES.has(beforeLower)) return null;
  }
  if (TITLES.has(beforeLower) || text.text[mention.end] === '$' || /virus$/.test(after?.lower ?? '')) return null;
  if (
    beforeLower === 'of' &&
    !PLACE_NOUNS.has(ofWhat(text, mention.from, first)?.lower ?? '') &&
    !OFFICES.has(ofWhat(text, mention.from, first)?.lower ?? '') &&
    isCapital(ofWhat(text, mention.from, first)) &&
    !(after?.text === ',' && knownAt(text, mention.to + 1, end))
  )
    return null;
  if (!headline && isCapital(after) && mention.to < end && isPartOfName(text, mention, end)) return null;
  if (weak && !where && !chained && !(after?.text === ',' && knownAt(text, mention.to + 1, end))) return null;
  if (surnames.has(fold(mention.name)) && mention.kind !== 'country' && !where && !chained) return null;
  if (after && after.start === mention.end && /^[-–/]$/.test(after.text) && mention.kind !== 'country') return null;
  return { ...mention, sense: senseOf(text, mention, first, end, last, chained) };
}

/** The word before "of" or "of the" before a name: "University" of "the University of California". */
function ofWhat(text: Segmented, i: number, first: number): Token | undefined {
  const k = text.tokens[i - 1]?.lower === 'the' ? i - 2 : i - 1;
  return k > first && text.tokens[k]?.lower === 'of' ? text.tokens[k - 1] : undefined;
}

/** Adds unknown names that stand in a list of places: "from Dolgellau, Harlech, Barmouth, Bala and Cardiff". */
function withListed(text: Segmented, found: readonly Mention[]): Mention[] {
  const { tokens } = text;
  const added: Mention[] = [];
  for (const [n, mention] of found.entries()) {
    if (mention.sense !== 'literal' || mention.kind === 'site' || !isListed(text, mention)) continue;
    const sentence = tokens[mention.from]?.sentence;
    for (const step of [1, -1] as const) {
      let at = mention;
      for (let hops = 0; hops < 8; hops++) {
        let k = step === 1 ? at.to : at.from - 1;
        const links: string[] = [];
        while (/^(?:,|and|or)$/.test(tokens[k]?.lower ?? '') && links.length < 2) {
          links.push(tokens[k]?.lower ?? '');
          k += step;
        }
        if (links.length === 0 || tokens[k]?.sentence !== sentence || tokens[k]?.shape !== SHAPE.capital) break;
        if (found.slice(Math.max(0, n - 12), n + 12).some((other) => other.from <= k && k < other.to)) break;
        let edge = k;
        while (isCapital(tokens[edge + step]) && tokens[edge + step]?.sentence === sentence && Math.abs(edge - k) < 3)
          edge += step;
        const [from, to] = step === 1 ? [k, edge + 1] : [edge, k + 1];
        const [firstToken, lastToken] = [tokens[from], tokens[to - 1]];
        if (
          !firstToken ||
          !lastToken ||
          FUNCTION_WORDS.has(firstToken.lower) ||
          TITLES.has(firstToken.lower) ||
          isCalendarWord(firstToken.lower) ||
          countryByPeople.has(firstToken.lower)
        )
          break;
        // A list goes on or ends with "and"; a single name after a comma may be an apposition.
        const beyond = tokens[step === 1 ? to : from - 1]?.lower ?? '';
        const goesOn = links.includes('and')
          ? !/^(?:'s|said)$/.test(beyond)
          : step === 1
            ? beyond === ',' || beyond === 'and'
            : beyond === ',' || beyond === 'and' || STRICT.has(beyond);
        const enough =
          links.includes('and') || listLength(tokens, step === 1 ? mention.from : mention.to - 1, step) > 2;
        if (!goesOn || !enough) break;
        at = {
          start: firstToken.start,
          end: lastToken.end,
          from,
          to,
          name: text.text.slice(firstToken.start, lastToken.end),
          kind: 'city',
          spots: [],
          sense: 'literal',
        };
        added.push(at);
      }
    }
  }
  return merged(found, added);
}

/** Whether the list that a mention stands in begins after a preposition of place. */
function isListed(text: Segmented, mention: Mention): boolean {
  const { tokens } = text;
  let k = mention.from - 1;
  for (let steps = 0; steps < 30; steps++, k--) {
    const token = tokens[k];
    if (!token || token.sentence !== tokens[mention.from]?.sentence) return false;
    if (STRICT.has(token.lower) || token.lower === 'of') return tokens[k - 1]?.lower !== 'according';
    if (!isCapital(token) && !/^(?:,|and|the|;|—|-|:)$/.test(token.lower))
      return PLACE_NOUNS.has(token.lower.replace(/s$/, '').replace(/ie$/, 'y'));
  }
  return false;
}

/** The number of capitalised names, parted by commas, in a list that begins at a token. */
function listLength(tokens: readonly Token[], from: number, step: 1 | -1): number {
  let names = 0;
  let k = from;
  while (isCapital(tokens[k]) && names < 12) {
    names++;
    for (let j = 0; j < 4 && isCapital(tokens[k]); j++) k += step;
    if (!/^(?:,|and)$/.test(tokens[k]?.lower ?? '')) break;
    while (/^(?:,|and)$/.test(tokens[k]?.lower ?? '')) k += step;
  }
  return names;
}

/** Adds the further mentions of unknown names that were once told to be places. */
function withRemembered(text: Segmented, found: readonly Mention[], surnames: ReadonlySet<string>): Mention[] {
  const { tokens } = text;
  const names = new Map<string, Mention>();
  for (const mention of found)
    if (
      mention.spots.length === 0 &&
      mention.to - mention.from <= 3 &&
      mention.name.length > 3 &&
      !surnames.has(fold(mention.name))
    )
      names.set(tokens[mention.from]?.text ?? '', mention);
  if (names.size === 0) return [...found];
  const added: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const known = names.get(tokens[i]?.text ?? '');
    if (!known) continue;
    const to = i + known.to - known.from;
    const [firstToken, lastToken] = [tokens[i], tokens[to - 1]];
    if (
      !firstToken ||
      !lastToken ||
      text.text.slice(firstToken.start, lastToken.end) !== known.name ||
      firstToken.sentence !== lastToken.sentence
    )
      continue;
    if (
      (isCapital(tokens[i - 1]) &&
        tokens[i - 1]?.sentence === firstToken.sentence &&
        !FUNCTION_WORDS.has(tokens[i - 1]?.lower ?? '')) ||
      isCapital(tokens[to])
    )
      continue;
    added.push({ ...known, start: firstToken.start, end: lastToken.end, from: i, to });
  }
  return merged(found, added);
}

/** Both lists in the order of the text, without what overlaps an earlier one. */
function merged(found: readonly Mention[], added: readonly Mention[]): Mention[] {
  const all = [
    ...found.map((mention) => ({ mention, rank: 0 })),
    ...added.map((mention) => ({ mention, rank: 1 })),
  ].sort((a, b) => a.mention.from - b.mention.from || a.rank - b.rank);
  const kept: Mention[] = [];
  const taken = new Set(
    found.flatMap((mention) => Array.from({ length: mention.to - mention.from }, (_, k) => mention.from + k)),
  );
  for (const { mention, rank } of all) {
    const last = kept.at(-1);
    if (rank === 1 && (taken.has(mention.from) || taken.has(mention.to - 1) || (last && last.to > mention.from)))
      continue;
    kept.push(mention);
  }
  return kept;
}

/** Whether the capitalised words after a name make it another name: "Paris Hilton", "China Daily". */
function isPartOfName(text: Segmented, mention: Mention, end: number): boolean {
  const { tokens } = text;
  const after = tokens[mention.to];
  if (!after) return false;
  if (isCalendarWord(after.lower) || FUNCTION_WORDS.has(after.lower) || countryByPeople.has(after.lower)) return false;
  if (TITLES.has(after.lower) || after.lower === 'prime' || after.lower === 'foreign') return false;
  return !knownAt(text, mention.to, end) || mention.kind === 'city';
}

/** Whether a noun is a part or a measure of land, so that what it is of is land, too. */
const isPart = (lower: string) =>
  PLACE_NOUNS.has(lower) ||
  DIRECTIONS.has(lower) ||
  REGION_NOUNS.has(lower) ||
  WATER_NOUNS.has(lower) ||
  LAND.has(lower.replace(/ies$/, 'y').replace(/s$/, ''));
const LAND = new Set(
  'part rest most all much out border coast shore territory soil airspace land map population resident inhabitant people area city town village half outside inside side top heart middle corner capital largest biggest second-largest'.split(
    ' ',
  ),
);

/** The sense of a mention; one in a list has the sense of the one before it. */
function senseOf(
  text: Segmented,
  mention: Mention,
  first: number,
  end: number,
  last: Mention | undefined,
  chained: boolean,
): Mention['sense'] {
  const { tokens } = text;
  const gap = last
    ? tokens
        .slice(last.to, mention.from)
        .map((token) => token.lower)
        .join(' ')
    : '';
  if (
    last &&
    /^(?:and|or|nor|, and)(?: the)?$/.test(gap) &&
    last.kind === mention.kind &&
    tokens[last.from]?.sentence === tokens[mention.from]?.sentence
  )
    return last.sense;
  return !chained && isGovernment(text, mention, first, end) ? 'government' : 'literal';
}

/**
 * Whether a place stands for who rules or represents it: "US troops", "the mayor of London"; a country or capital also when it acts or is acted
 * with or against.
 */
function isGovernment(text: Segmented, mention: Mention, first: number, end: number): boolean {
  const { tokens } = text;
  const after = tokens[mention.to];
  const possessive = after?.lower === "'s" || after?.lower === '’s';
  const noun = possessive ? tokens[mention.to + 1] : after;
  if (noun && mention.to < end && (BODY_NOUNS.has(noun.lower) || TITLES.has(noun.lower)) && mention.kind !== 'site')
    return true;
  if (OFFICES.has(ofWhat(text, mention.from, first)?.lower ?? '')) return true;
  const capital = mention.kind === 'city' && countryByCapital.has(fold(mention.name));
  const union = /^(?:European Union|E\.?U\.?)$/i.test(mention.name);
  if (mention.kind !== 'country' && !capital && !union) return false;
  const before = mention.from > first ? (tokens[mention.from - 1]?.lower ?? '') : '';
  const next = before === 'the' && mention.from - 2 >= first ? (tokens[mention.from - 2]?.lower ?? '') : before;
  const at = mention.from - (before === 'the' ? 2 : 1);
  if (PARTY_PREPOSITIONS.has(next)) return true;
  if (union) return !STRICT.has(next);
  if (next === 'for')
    return !/^(?:left|leaves?|leaving|depart\w*|bound|head\w*|embark\w*)$/.test(tokens[at - 1]?.lower ?? '');
  if (next === 'of') return mention.kind === 'country' && !isPart(tokens[at - 1]?.lower ?? '');
  if (possessive && mention.kind === 'country')
    return !isPart(noun?.lower ?? '') && !isCapital(noun) && !isPart(tokens[mention.to + 2]?.lower ?? '');
  if (PLACE_PREPOSITIONS.has(next)) return false;
  if (at >= first && /.(?:ing|ed)$/.test(next) && !PLACE_VERBS.has(next) && tokens[at]?.shape === SHAPE.lower)
    return true;
  let k = mention.to;
  let acts = false;
  while (
    k < end &&
    /ly$|^(?:also|has|have|had|will|would|could|may|might|should|must|can|did|does|not|been|be|reportedly|recently)$/.test(
      tokens[k]?.lower ?? '',
    )
  ) {
    acts ||= /^(?:has|had|will|would|could|may|might|should|must|can|did|does)$/.test(tokens[k]?.lower ?? '');
    k++;
  }
  const verb = tokens[k];
  if (capital && /^(?:will|would|could|may|might|should|must)$/.test(after?.lower ?? '') && verb?.shape === SHAPE.lower)
    return true;
  return (
    SAYING.has(verb?.lower ?? '') ||
    (mention.kind === 'country' && k < end && verb?.shape === SHAPE.lower && (acts || /[^e]ed$/.test(verb.lower)))
  );
}
