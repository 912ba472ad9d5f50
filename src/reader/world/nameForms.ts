import type { Segmented, Token } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import { capitalsOnly, fold, longestByWord, type SpotKind, spotsByName } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import { FEATURE_OF, FEATURE_WORDS, FUNCTION_WORDS, REGION_NOUNS, SITE_NOUNS, WATER_NOUNS } from './words.ts';

const MOST_WORDS = 6;

export const isCapital = (token: Token | undefined) =>
  token !== undefined && (token.shape === SHAPE.capital || token.shape === SHAPE.capitals);

/** The longest name of the gazetteer that begins at a token. */
export function knownAt(text: Segmented, i: number, end: number): Mention | null {
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
    // "Porto Novo" is written with a hyphen as well.
    const spots = spotsByName.get(key) ?? (k > 1 ? spotsByName.get(key.replace(/ /g, '-')) : undefined);
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
export function basedAt(text: Segmented, i: number): Mention | null {
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

export function kindByNoun(lower: string): SpotKind | null {
  if (REGION_NOUNS.has(lower)) return 'region';
  if (WATER_NOUNS.has(lower)) return 'water';
  return SITE_NOUNS.has(lower) ? 'site' : null;
}

/** "Scott County", "Da Nang International Airport": a known name with the noun that says what it is. */
export function widened(text: Segmented, known: Mention, end: number): Mention {
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
export function featureAt(text: Segmented, i: number, end: number): Mention | null {
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

/** The word before "of" or "of the" before a name: "University" of "the University of California". */
export function ofWhat(text: Segmented, i: number, first: number): Token | undefined {
  const k = text.tokens[i - 1]?.lower === 'the' ? i - 2 : i - 1;
  return k > first && text.tokens[k]?.lower === 'of' ? text.tokens[k - 1] : undefined;
}
