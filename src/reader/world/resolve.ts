import type { Segmented } from '../segmented.ts';
import { countryByPeople, fold, type GazetteerSpot } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import { findMentions } from './mentions.ts';
import { REGION_NOUNS } from './words.ts';

const CHAIN = 20;
const VOTED_REGION = 4;
const VOTED_COUNTRY = 3;
const PEOPLE = 6;

/** The names of places in a text with the spot that each means; null for what the gazetteer does not know. */
export function findNames(text: Segmented): { mention: Mention; spot: GazetteerSpot | null }[] {
  const mentions = findMentions(text);
  const spots = resolveMentions(text, mentions);
  return mentions.map((mention, i) => ({ mention, spot: spots[i] ?? null }));
}

/** Chooses one spot for each mention, by what stands beside it and elsewhere in the article; null for names that are not known. */
function resolveMentions(text: Segmented, mentions: readonly Mention[]): (GazetteerSpot | null)[] {
  const votes = votesOf(text, mentions);
  const chosen = mentions.map((mention, i) => {
    const meant = townInstead(text, mention);
    const scored = meant.map((spot) => ({ spot, score: spot.size + bonus(text, spot, mentions, i, votes) }));
    return (
      scored.reduce<{ spot: GazetteerSpot; score: number } | null>(
        (best, one) => (best && best.score >= one.score ? best : one),
        null,
      )?.spot ?? null
    );
  });
  return oneSense(mentions, chosen);
}

/**
 * The spots that a mention may be. Where a region without a code and its town share a name, as "Geneva" does, the name by itself is the town's.
 */
function townInstead(text: Segmented, { spots, name, from, to }: Mention): readonly GazetteerSpot[] {
  const towns = spots.filter(({ kind }) => kind === 'city');
  if (towns.length === 0 || towns.length === spots.length) return spots;
  const around = [text.tokens[from - 2]?.lower, text.tokens[to]?.lower];
  if (around.some((word) => word !== undefined && REGION_NOUNS.has(word))) return spots;
  return spots.filter(
    (spot) =>
      spot.kind !== 'region' ||
      spot.code !== null ||
      fold(spot.name) !== fold(name) ||
      !towns.some(({ country }) => country === spot.country),
  );
}

type Votes = { countries: Map<string, number>; regions: Set<string>; peoples: Set<string> };

/** Countries and regions that the article speaks of without doubt. */
function votesOf(text: Segmented, mentions: readonly Mention[]): Votes {
  const countries = new Map<string, number>();
  const regions = new Set<string>();
  for (const { spots } of mentions) {
    const [first] = spots;
    if (!first?.country || spots.some((spot) => spot.country !== first.country)) continue;
    countries.set(first.country, (countries.get(first.country) ?? 0) + (first.kind === 'country' ? 0 : 1));
    if (first.code && spots.length === 1) regions.add(first.code);
  }
  const peoples = new Set<string>();
  for (const token of text.tokens) {
    const country = countryByPeople.get(token.lower);
    if (country) peoples.add(country);
  }
  return { countries, regions, peoples };
}

/** Whether one spot lies in another. */
const isIn = (inner: GazetteerSpot, outer: GazetteerSpot) =>
  inner !== outer &&
  inner.country === outer.country &&
  (outer.kind === 'country'
    ? inner.kind !== 'country'
    : outer.kind === 'region' && inner.kind === 'city' && inner.code !== null && inner.code === outer.code);

function bonus(text: Segmented, spot: GazetteerSpot, mentions: readonly Mention[], i: number, votes: Votes): number {
  const mention = mentions[i];
  if (!mention) return 0;
  const [before, after] = [mentions[i - 1], mentions[i + 1]];
  let sum = 0;
  if (after && isChain(text, mention, after) && after.spots.some((outer) => isIn(spot, outer))) sum += CHAIN;
  if (before && isChain(text, before, mention) && before.spots.some((inner) => isIn(inner, spot))) sum += CHAIN;
  const next = text.tokens[mention.to]?.lower;
  if (next === 'state' || next === 'province') sum += spot.kind === 'region' ? CHAIN : 0;
  if (next === 'city') sum += spot.kind === 'city' ? CHAIN : 0;
  if (spot.country && spot.kind !== 'country' && (votes.countries.get(spot.country) ?? 0) > 0) sum += VOTED_COUNTRY;
  if (spot.code && spot.kind === 'city' && votes.regions.has(spot.code)) sum += VOTED_REGION;
  if (spot.kind === 'country' && spot.country && votes.peoples.has(spot.country)) sum += PEOPLE;
  return sum;
}

/** "Paris, Texas" and "Hanoi in Communist-ruled Vietnam": two names that say where the first is. */
export function isChain(text: Segmented, first: Mention, second: Mention): boolean {
  const gap = text.text.slice(first.end, second.start);
  return (
    /^, $/.test(gap) ||
    /^,? in (?:the )?(?:[\p{L}-]+ly )?(?:[\p{L}]+-ruled |northern |southern |eastern |western |central |neighbou?ring )?$/u.test(
      gap,
    )
  );
}

/** A name has one sense in an article, unless a chain says otherwise: the most frequent choice wins. */
function oneSense(mentions: readonly Mention[], chosen: readonly (GazetteerSpot | null)[]): (GazetteerSpot | null)[] {
  const counts = new Map<string, Map<GazetteerSpot, number>>();
  for (const [i, spot] of chosen.entries()) {
    const name = fold(mentions[i]?.name ?? '');
    if (!spot) continue;
    const own = counts.get(name) ?? new Map<GazetteerSpot, number>();
    own.set(spot, (own.get(spot) ?? 0) + 1);
    counts.set(name, own);
  }
  return chosen.map((spot, i) => {
    const own = counts.get(fold(mentions[i]?.name ?? ''));
    if (!spot || !own || own.size < 2) return spot;
    const kinds = new Set([...own.keys()].map((one) => one.kind));
    // "Washington" and "Washington state" may both be meant.
    if (kinds.size > 1) return spot;
    return [...own].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
  });
}
