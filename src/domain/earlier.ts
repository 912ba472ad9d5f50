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

/** An item without the added keys; null where one of them holds what version 1 could not say. */
function without(item: object, added: object): object | null {
  const rest: Record<string, unknown> = { ...item };
  for (const [key, value] of Object.entries(added)) {
    if (!isSame(rest[key], value)) return null;
    delete rest[key];
  }
  return rest;
}

/**
 * A corpus as the oldest version of the format has it that can say all of it; the corpus itself where that is the present one. What was
 * a file of version 1 is the same tree again, so that its digest stays what links know.
 */
export function earlierForm(corpus: Corpus): unknown {
  const { made, reference, ...rest } = corpus;
  if (made !== null || !isSame(reference, formerReference(corpus.places))) return corpus;
  if (corpus.venues.some(({ standing }) => standing === 'scene')) return corpus;
  const lists: Record<string, object[]> = {};
  for (const [name, added] of Object.entries(ADDED_IN_2)) {
    const items: object[] = [];
    for (const item of corpus[name as keyof typeof ADDED_IN_2]) {
      const earlier = without(item, added());
      if (earlier === null) return corpus;
      items.push(earlier);
    }
    lists[name] = items;
  }
  return { ...rest, ...lists, schemaVersion: 1 };
}
