import type { Segmented, Token } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import { townsOf } from './datelineTowns.ts';
import { countryByPeople, fold, type SpotKind, spotsByName } from './gazetteer.ts';
import { impliedAt, isWhere, typedAt } from './impliedNames.ts';
import type { Mention } from './mention.ts';
import { basedAt, featureAt, isCapital, knownAt, ofWhat, widened } from './nameForms.ts';
import { withListed, withRemembered } from './nameLists.ts';
import { senseOf } from './sense.ts';
import {
  DIRECTIONS,
  FEATURE_WORDS,
  FUNCTION_WORDS,
  isCalendarWord,
  OFFICES,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  PLACE_VERBS,
  TITLES,
} from './words.ts';

const HEADLINE_SHARE = 0.6;

/** Finds the names of places, longest first, and tells literal ones from governments. Linear in the text. */
export function findMentions(text: Segmented): Mention[] {
  const found: Mention[] = [];
  const surnames = surnamesOf(text);
  const datelines = new Set(text.datelines.map(({ from }) => from));
  for (const sentence of text.sentences) {
    if (datelines.has(sentence.from)) {
      found.push(...townsOf(text, sentence));
      continue;
    }
    const headline = isHeadline(text.tokens, sentence.from, sentence.to);
    for (let i = sentence.from; i < sentence.to; ) {
      const mention = mentionAt(
        { text, first: sentence.from, end: sentence.to, surnames, headline, last: found.at(-1) },
        i,
      );
      if (mention) found.push(mention);
      i = mention ? mention.to : i + 1;
    }
  }
  return withRemembered(text, withListed(text, found), surnames);
}

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

/** Where a name is looked at: the tokens of its sentence, half open, and what is known by then. */
type Around = {
  text: Segmented;
  first: number;
  end: number;
  surnames: ReadonlySet<string>;
  headline: boolean;
  last: Mention | undefined;
};

function mentionAt(around: Around, i: number): Mention | null {
  const { text, first, end, headline } = around;
  const { tokens } = text;
  const token = tokens[i];
  if (!token) return null;
  const direction = DIRECTIONS.has(token.lower) && isCapital(token);
  if (!isCapital(token) && !isLowerName(token)) return null;
  const known = knownAt(text, i, end) ?? basedAt(text, i);
  if (known && !(direction && known.to === i + 1)) return accepted(around, widened(text, known, end));
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
      return accepted(around, widened(text, whole, end));
    }
  }
  return headline ? null : (featureAt(text, i, end) ?? typedAt(text, i, first, end) ?? impliedAt(text, i, first, end));
}

const isLowerName = (token: Token) =>
  token.lower === 'southern' || token.lower === 'sub-saharan' || token.lower === 'mainland';

/** A candidate that is a place, with its sense; null when it is part of another name or a person. */
function accepted({ text, first, end, surnames, headline, last }: Around, mention: Mention): Mention | null {
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

/** Whether the capitalised words after a name make it another name: "Paris Hilton", "China Daily". */
function isPartOfName(text: Segmented, mention: Mention, end: number): boolean {
  const { tokens } = text;
  const after = tokens[mention.to];
  if (!after) return false;
  if (isCalendarWord(after.lower) || FUNCTION_WORDS.has(after.lower) || countryByPeople.has(after.lower)) return false;
  if (TITLES.has(after.lower) || after.lower === 'prime' || after.lower === 'foreign') return false;
  return !knownAt(text, mention.to, end) || mention.kind === 'city';
}
