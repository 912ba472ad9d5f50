import type { Segmented } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import { countryByCapital, fold } from './gazetteer.ts';
import { STRICT } from './impliedNames.ts';
import type { Mention } from './mention.ts';
import { isCapital, ofWhat } from './nameForms.ts';
import {
  BODY_NOUNS,
  DIRECTIONS,
  OFFICES,
  PARTY_PREPOSITIONS,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  PLACE_VERBS,
  REGION_NOUNS,
  SAYING,
  TITLES,
  WATER_NOUNS,
} from './words.ts';

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
export function senseOf(
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
  // "Yemen-based" says where.
  if (mention.end < (tokens[mention.to - 1]?.end ?? 0)) return false;
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
