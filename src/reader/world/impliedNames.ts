import type { Segmented, Token } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import { countryByPeople } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import { isCapital, kindByNoun, knownAt } from './nameForms.ts';
import {
  DOUBTFUL_SITE_NOUNS,
  FUNCTION_WORDS,
  isCalendarWord,
  NO_PLACES,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  TITLES,
} from './words.ts';

/** "Jolo Cathedral", "Rift Valley": capitalised words before a noun that says what the place is. */
export function typedAt(text: Segmented, i: number, first: number, end: number): Mention | null {
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

export const STRICT = new Set(['in', 'at', 'near', 'outside', 'inside', 'throughout', 'around', 'to', 'from', 'into']);

/** Whether a preposition of place stands before a name, perhaps with an article or a plain noun between. */
export function isWhere(text: Segmented, i: number, first: number): boolean {
  let k = i - 1;
  if (['the', "'s", 'nearby'].includes(text.tokens[k]?.lower ?? '')) k--;
  return k >= first && STRICT.has(text.tokens[k]?.lower ?? '');
}

/** A name that the gazetteer does not know, but whose place in the sentence is a place's: "in Pandi, Bulacan", "the town of Ubay". */
export function impliedAt(text: Segmented, i: number, first: number, end: number): Mention | null {
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

/** The number of capitalised names, parted by commas, in a list that begins at a token. */
export function listLength(tokens: readonly Token[], from: number, step: 1 | -1): number {
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
