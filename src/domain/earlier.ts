import type { Corpus } from './corpus.ts';
import type { Slug } from './slug.ts';

const byHand = () => ({ mark: { by: 'person' } });

/** The keys that version 2 of the format added to the items of each list, with what they hold in a file of version 1. */
export const ADDED_IN_2 = {
  articles: () => ({ from: null }),
  actors: () => ({ fullName: null, ...byHand() }),
  places: byHand,
  statements: () => ({ said: null, ...byHand() }),
  relations: () => ({ topics: [], until: null, ...byHand() }),
  venues: byHand,
  events: () => ({ topics: [], ...byHand() }),
  flags: byHand,
} as const;

/** The places that distances were told from before a file could say which: those of the two that it has. */
export function formerReference(places: readonly unknown[]): Slug[] {
  const ids = new Set(places.map((place) => (place as { id?: unknown } | null)?.id));
  return ['pyongyang', 'washington'].filter((id) => ids.has(id));
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** An item without the added keys; null where one of them holds what version 1 could not say, as JSON. */
function without(item: object, added: Map<string, string>): object | null {
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(item)) {
    const former = added.get(key);
    if (former === undefined) rest[key] = value;
    else if (JSON.stringify(value) !== former) return null;
  }
  return rest;
}

/**
 * A corpus as the oldest version of the format has it that can say all of it; the corpus itself where that is the present one. What was
 * a file of version 1 is the same tree again, so that its digest stays what links know.
 */
export function earlierForm(corpus: Corpus): object {
  const { made, reference, ...rest } = corpus;
  if (made !== null || !isSame(reference, formerReference(corpus.places))) return corpus;
  if (corpus.venues.some(({ standing }) => standing === 'scene')) return corpus;
  const lists: Record<string, object[]> = {};
  for (const [name, added] of Object.entries(ADDED_IN_2)) {
    const former = new Map(Object.entries(added()).map(([key, value]) => [key, JSON.stringify(value)]));
    const items: object[] = [];
    for (const item of corpus[name as keyof typeof ADDED_IN_2]) {
      const earlier = without(item, former);
      if (earlier === null) return corpus;
      items.push(earlier);
    }
    lists[name] = items;
  }
  return { ...rest, ...lists, schemaVersion: 1 };
}
