import type { Segmented } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import { Book } from './actorBook.ts';
import { GROUPS, INDIVIDUALS, isIntroduced, nameAt, OFFICES_HELD, type PlaceAt, titledName } from './actorNames.ts';
import type { ActorUse, FoundActors } from './actorUse.ts';
import { countryByPeople, fold, peopleAt, spotsByName } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import { isCapital } from './nameForms.ts';
import { withPronouns } from './pronouns.ts';
import { findNames } from './resolve.ts';
import { type IndexedSpan, spanIndex } from './spanIndex.ts';
import { BODY_NOUNS, isCalendarWord, PLACE_PREPOSITIONS } from './words.ts';

/** Finds states, organisations, persons and groups that a text names, for a coverage that has no list of actors. */
export function findActors(text: Segmented, skip: readonly IndexedSpan[] = [], names = findNames(text)): FoundActors {
  const book = new Book(namesWithin(text));
  const uses: ActorUse[] = [];
  const skipped = spanIndex(skip);
  const placeAt = new Map<number, { mention: Mention; country: string | null }>();
  for (const { mention, spot } of names) {
    const rules = mention.kind === 'country' || mention.sense === 'government';
    placeAt.set(mention.from, { mention, country: rules ? (spot?.country ?? null) : null });
  }
  // The town of a dateline is a place, and its agency carries the article.
  const datelines = new Set(text.datelines.map(({ from }) => from));
  for (const sentence of text.sentences) {
    if (skipped.touches(sentence) || datelines.has(sentence.from)) continue;
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

function actorUseAt(
  text: Segmented,
  i: number,
  first: number,
  end: number,
  placeAt: PlaceAt,
  book: Book,
): ActorUse | null {
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
  const within = { text, first, end, book, span, placeAt };
  const place = placeAt.get(i);
  if (place) {
    const { mention, country } = place;
    const next = mention.to;
    if (!country && mention.kind === 'site' && /(?:Embassy|Consulate|House|Kremlin|Pentagon)$/.test(mention.name))
      return span(i, next, book.named(mention.name, 'organisation'));
    if (!country) return span(i, next, '');
    const titled = titledName(within, i, next);
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
    const titled = titledName(within, i, next);
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
  if (isCapital(token) && !isCalendarWord(token.lower)) return nameAt(within, i);
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

/** Words that stand capitalised within sentences: at the start of one they are names, too. */
function namesWithin(text: Segmented): Set<string> {
  const names = new Set<string>();
  for (const { from, to } of text.sentences)
    for (let k = from + 1; k < to; k++) if (isCapital(text.tokens[k])) names.add(text.tokens[k]?.text ?? '');
  return names;
}
