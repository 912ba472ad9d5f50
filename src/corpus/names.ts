import type { Corpus } from '../domain/corpus.ts';
import { listWriter } from '../domain/lists.ts';
import { lookalikeGroups } from '../domain/lookalikes.ts';
import { type ListNames, mentionsIn, type NamedList, rememberNames } from '../domain/names.ts';
import { tooMany } from './bounds.ts';
import { LIMITS } from './limits.ts';
import { nameFinder } from './nameFinder.ts';
import type { Problem } from './problem.ts';
import type { Placed } from './spans.ts';

/** Looks for the names of a list in all articles; null where they stand at more places than the limit. */
function listNames(corpus: Corpus, list: NamedList): ListNames | null {
  const { bearers, find } = nameFinder(corpus[list]);
  const [text, headline, borne] = [listWriter(), listWriter(), listWriter()];
  let left: number = LIMITS.mentions;
  for (const article of corpus.articles)
    for (const [field, writer] of [
      ['text', text],
      ['headline', headline],
    ] as const) {
      const found = find(article[field], left);
      if (found === null) return null;
      left -= found.length / 3;
      for (const number of found) writer.put(number);
      writer.end();
    }
  for (const places of bearers) {
    for (const place of places) borne.put(place);
    borne.end();
  }
  return { text: text.lists(), headline: headline.lists(), bearers: borne.lists() };
}

/**
 * Looks for all names of a corpus and remembers where they stand, or says which bound that would break. Three sizes multiply here: the letters of
 * names and of texts, the places at which a name stands, and how many share a name that stands in a passage.
 */
export function indexNames(corpus: Corpus, spans: readonly Placed[]): Problem | null {
  for (const list of ['actors', 'places'] as const) {
    const names = corpus[list].flatMap((item) => [...item.aliases, ...('metonyms' in item ? item.metonyms : [])]);
    if (names.reduce((sum, { length }) => sum + length, 0) > LIMITS.nameLetters)
      return tooMany(`$.${list}`, LIMITS.nameLetters, `letters in the names of all ${list}`);
  }
  const [actors, places] = [listNames(corpus, 'actors'), listNames(corpus, 'places')];
  if (!actors || !places)
    return tooMany(
      '$.articles',
      LIMITS.mentions,
      `places at which a name of the ${actors ? 'places' : 'actors'} stands`,
    );
  const confused = new Set(lookalikeGroups(corpus.actors).flat());
  const alike = corpus.actors.flatMap((actor, place) => (confused.has(actor) ? place : []));
  rememberNames(corpus, { actors, places, alike: Int32Array.from(alike) });
  const { starts } = actors.bearers;
  let named = 0;
  for (const { span, path } of spans) {
    for (const { name } of mentionsIn(corpus, 'actors', span)) named += (starts[name + 1] ?? 0) - (starts[name] ?? 0);
    if (named > LIMITS.namedInPassages)
      return tooMany(path, LIMITS.namedInPassages, 'actors named in all passages, each as often as it is named');
  }
  return null;
}
