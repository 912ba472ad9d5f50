import { type Segmented, SHAPE } from '../segmented.ts';
import { fold, spotsByName } from './gazetteer.ts';
import type { IndexedSpan } from './spanIndex.ts';
import { PLACE_PREPOSITIONS } from './words.ts';

const LARGE = 13;
const CAPITAL = 15;
const FEWEST_LETTERS = 5;

/** A name that is one letter away from a city that it may mean. The text keeps it. */
export type Misspelt = IndexedSpan & { meant: string };

const large: { key: string; name: string; size: number }[] = [];
for (const [key, spots] of spotsByName) {
  const city = spots.find((spot) => spot.kind === 'city' && spot.size >= LARGE && !spot.weak);
  if (city && /^[a-z]{4,}$/.test(key)) large.push({ key, name: city.name, size: city.size });
}

/** Finds misspelt cities: unknown names after a preposition of place, one letter from a capital or from a large city that the article names. */
export function findMisspelt(text: Segmented): Misspelt[] {
  const found: Misspelt[] = [];
  const own = new Set(text.tokens.filter((token) => token.shape === SHAPE.capital).map((token) => fold(token.text)));
  const checked = new Map<string, string | null>();
  for (const [i, token] of text.tokens.entries()) {
    const before = text.tokens[i - 1];
    if (
      token.shape !== SHAPE.capital ||
      token.text.length < FEWEST_LETTERS ||
      !before ||
      before.sentence !== token.sentence ||
      !PLACE_PREPOSITIONS.has(before.lower)
    )
      continue;
    const next = text.tokens[i + 1];
    if (next && next.sentence === token.sentence && next.shape === SHAPE.capital) continue;
    const key = fold(token.text);
    let meant = checked.get(key);
    if (meant === undefined) {
      meant = spotsByName.has(key) || !/^[a-z]+$/.test(key) ? null : nearest(key, own);
      checked.set(key, meant);
    }
    if (meant) found.push({ start: token.start, end: token.end, meant });
  }
  return found;
}

function nearest(key: string, own: ReadonlySet<string>): string | null {
  const near = large.filter(
    (city) =>
      Math.abs(city.key.length - key.length) < 2 &&
      city.key[0] === key[0] &&
      (own.has(city.key) || (city.size === CAPITAL && key.length > FEWEST_LETTERS)) &&
      isOneEdit(city.key, key),
  );
  return near.length === 1 ? (near[0]?.name ?? null) : null;
}

/** Whether one letter more, less, other, or two swapped make one word of the other. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}
