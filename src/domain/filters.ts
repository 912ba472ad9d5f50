import type { Day } from './edtf.ts';
import type { Check } from './mark.ts';
import { searchWords } from './searchText.ts';
import type { Slug } from './slug.ts';
import type { Certainty, StatementKind } from './statement.ts';
import type { TieKey, TieKind } from './tie.ts';

/**
 * What narrows the coverage. Any value within one facet, all facets together; an empty facet narrows nothing.
 * Lists are sorted and hold each value once, so that equal filters are written alike.
 */
export type Filters = {
  /** Takes part: speaks or may have spoken, relays, is spoken to, acts, receives, claims, or is named for a venue. */
  actors: Slug[];
  articles: Slug[];
  kinds: StatementKind[];
  tieKinds: TieKind[];
  ties: TieKey[];
  places: Slug[];
  /** "As told by": the speaker, the one who claims, or the relay. */
  relays: Slug[];
  certainties: Certainty[];
  topics: Slug[];
  /** Made or checked by a person, or by a machine alone. */
  checked: Check[];
  /** First and last day, both included; null is open. A statement's day is the one it was made on. */
  from: Day | null;
  to: Day | null;
  /** Words that must all occur, in any order, without regard to case and accents. */
  text: string;
};

export const NO_FILTERS: Filters = {
  actors: [],
  articles: [],
  kinds: [],
  tieKinds: [],
  ties: [],
  places: [],
  relays: [],
  certainties: [],
  topics: [],
  checked: [],
  from: null,
  to: null,
  text: '',
};

/** Longest free text that a filter takes, in UTF-16 code units. */
export const TEXT_LIMIT = 200;

/** The facets that hold a list of values. */
export type ListFacet = { [K in keyof Filters]: Filters[K] extends string[] ? K : never }[keyof Filters];
export const LIST_FACETS: readonly ListFacet[] = [
  'articles',
  'kinds',
  'certainties',
  'tieKinds',
  'ties',
  'actors',
  'relays',
  'places',
  'topics',
  'checked',
];

/** Sorted, each value once. */
export function asFacet<T extends string>(values: Iterable<T>): T[] {
  return [...new Set(values)].sort();
}

/** Puts a value into a facet, or takes it back when it is there: what a click on a chip or a mark does. */
export function toggled<F extends ListFacet>(filters: Filters, facet: F, value: Filters[F][number]): Filters {
  const values: string[] = filters[facet];
  const next = values.includes(value) ? values.filter((other) => other !== value) : asFacet([...values, value]);
  return { ...filters, [facet]: next };
}

/** Takes off one thing that is on: "actors:kim" is a value of a facet, "dates" the days, "text" the words. */
export function withoutFilter(filters: Filters, key: string): Filters {
  if (key === 'dates') return { ...filters, from: null, to: null };
  if (key === 'text') return { ...filters, text: '' };
  const [facet, value] = key.split(':') as [ListFacet, never];
  return filters[facet].includes(value) ? toggled(filters, facet, value) : filters;
}

/** Number of separate things a person would have to take back: one per value, one for the span of days, one for the text. */
export function filterCount(filters: Filters): number {
  const lists = LIST_FACETS.reduce((sum, facet) => sum + filters[facet].length, 0);
  return (
    lists + (filters.from !== null || filters.to !== null ? 1 : 0) + (searchWords(filters.text).length === 0 ? 0 : 1)
  );
}
