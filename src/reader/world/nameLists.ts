import type { Segmented } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import { countryByPeople, fold } from './gazetteer.ts';
import { listLength, STRICT } from './impliedNames.ts';
import type { Mention } from './mention.ts';
import { isCapital } from './nameForms.ts';
import { FUNCTION_WORDS, isCalendarWord, PLACE_NOUNS, TITLES } from './words.ts';

/** Adds unknown names that stand in a list of places: "from Dolgellau, Harlech, Barmouth, Bala and Cardiff". */
export function withListed(text: Segmented, found: readonly Mention[]): Mention[] {
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

/** Adds the further mentions of unknown names that were once told to be places. */
export function withRemembered(text: Segmented, found: readonly Mention[], surnames: ReadonlySet<string>): Mention[] {
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
