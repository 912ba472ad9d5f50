import type { Dataset } from './corpus.ts';
import type { Evidence } from './evidence.ts';
import type { Lists } from './lists.ts';
import type { Slug } from './slug.ts';

/** The lists whose items have names that texts use. */
export type NamedList = 'actors' | 'places';

/** What may hold names: the text of an article, or its headline. */
type Field = 'text' | 'headline';

/** Where the names of one list stand: for each article triples of begin, end and number of the name; and who bears each name, by place. */
export type ListNames = { text: Lists; headline: Lists; bearers: Lists };

/**
 * Where all names stand in all articles, and the places of those actors whose names on the screen look alike. It is made at the door, beside
 * the page, and comes to the page with the corpus.
 */
export type NameIndex = { [List in NamedList]: ListNames } & { alike: Int32Array };

/** A name found in a text; offsets are UTF-16 code units. A look-up of names, not a claim about who is meant. */
export type NameMention = { start: number; end: number; name: number };

/** By the list of articles, which a slice shares with its whole. */
const indexes = new WeakMap<
  Dataset['articles'],
  { index: NameIndex; places: Map<Slug, number>; alike: ReadonlySet<Slug> }
>();

/** Keeps the index of a corpus beside it. */
export function rememberNames({ articles, actors }: Dataset, index: NameIndex): void {
  const places = new Map(articles.map(({ id }, place) => [id, place]));
  indexes.set(articles, {
    index,
    places,
    alike: new Set([...index.alike].flatMap((place) => actors[place]?.id ?? [])),
  });
}

function known({ articles }: Dataset) {
  const found = indexes.get(articles);
  if (!found) throw new Error('a dataset that did not pass the door');
  return found;
}

/** The index of a corpus that passed the door. */
export const namesOf = (dataset: Dataset): NameIndex => known(dataset).index;

/** The ids of all actors whose name looks like another one's. */
export const lookalikesIn = (dataset: Dataset): ReadonlySet<Slug> => known(dataset).alike;

/** The places in a list of those who bear a name of it. */
export function bearersOf(dataset: Dataset, list: NamedList, name: number): Int32Array {
  const { starts, items } = namesOf(dataset)[list].bearers;
  return items.subarray(starts[name], starts[name + 1]);
}

/**
 * The names of a list that stand whole inside a passage, in order, without overlap, the longest first: "James Kim" is never read as "Kim".
 * `field` is what of the article the offsets are of.
 */
export function mentionsIn(
  dataset: Dataset,
  list: NamedList,
  { article, start, end }: Omit<Evidence, 'exact'>,
  field: Field = 'text',
): NameMention[] {
  const { index, places } = known(dataset);
  const { starts, items } = index[list][field];
  const place = places.get(article) ?? -1;
  let low = starts[place] ?? 0;
  const last = starts[place + 1] ?? 0;
  // The first triple that begins there or later.
  for (let high = last; low < high; ) {
    const middle = low + 3 * Math.floor((high - low) / 6);
    if ((items[middle] ?? 0) < start) low = middle + 3;
    else high = middle;
  }
  const mentions: NameMention[] = [];
  for (; low < last && (items[low + 1] ?? 0) <= end; low += 3)
    mentions.push({ start: items[low] ?? 0, end: items[low + 1] ?? 0, name: items[low + 2] ?? 0 });
  return mentions;
}

/** The actors whose names are among the mentions, each once; all of them where several share a name. */
export function actorsNamed(dataset: Dataset, mentions: readonly NameMention[]): Slug[] {
  const ids = new Set<Slug>();
  for (const name of new Set(mentions.map(({ name }) => name)))
    for (const place of bearersOf(dataset, 'actors', name)) {
      const actor = dataset.actors[place];
      if (actor) ids.add(actor.id);
    }
  return [...ids];
}
