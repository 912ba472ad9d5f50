import { type Dataset, itemById } from './corpus.ts';
import { facetCounts } from './facetCounts.ts';
import type { Filters, ListFacet } from './filters.ts';
import { CHECKS } from './mark.ts';
import { once } from './once.ts';
import { CERTAINTIES, STATEMENT_KINDS } from './statement.ts';
import { namedTies, TIE_KINDS, tieKind } from './tie.ts';
import type { Pair } from './view.ts';

/** One value of a facet: how many statements (ties, for kinds of tie) it would show given all the other filters. */
export type FacetValue = { value: string; count: number; active: boolean };

/** The distinct ties that the relations of a dataset draw. */
export function tieCount(dataset: Dataset, kind?: string): number {
  const relations =
    kind === undefined ? dataset.relations : dataset.relations.filter((relation) => tieKind(relation) === kind);
  return new Set(relations.flatMap(namedTies).map(({ key }) => key)).size;
}

function domainOf(dataset: Dataset, facet: ListFacet): string[] {
  switch (facet) {
    case 'articles':
      return dataset.articles.map(({ id }) => id);
    case 'kinds':
      return [...STATEMENT_KINDS];
    case 'certainties':
      return [...CERTAINTIES];
    case 'tieKinds':
      return [...TIE_KINDS];
    case 'checked':
      return [...CHECKS];
    case 'ties':
      return [...new Set(dataset.relations.flatMap(namedTies).map(({ key }) => key))];
    case 'actors':
      return dataset.actors.map(({ id }) => id);
    case 'places':
      return dataset.places.map(({ id }) => id);
    case 'topics':
      return dataset.topics.map(({ id }) => id);
    case 'relays': {
      const told = new Set<string>();
      for (const { relay, speaker } of dataset.statements) {
        if (relay) told.add(relay.actor);
        if (speaker.status !== 'unresolved') told.add(speaker.actor);
      }
      const rank = new Map(dataset.actors.map(({ id }, index) => [id, index]));
      return [...told].sort((a, b) => (rank.get(a) ?? -1) - (rank.get(b) ?? -1));
    }
  }
}

const domainsOf = once((_: Dataset) => new Map<ListFacet, string[]>());

/** Every value that a facet can take in a dataset, in the order of its table. Computed once per dataset and facet. */
export function facetDomain(dataset: Dataset, facet: ListFacet): string[] {
  const ofDataset = domainsOf(dataset);
  const known = ofDataset.get(facet) ?? domainOf(dataset, facet);
  ofDataset.set(facet, known);
  return known;
}

/** The values of a facet with what each would show, given all the other filters. */
export function facetValues(whole: Dataset, filters: Filters, facet: ListFacet): FacetValue[] {
  const counts = facetCounts(whole, filters, facet);
  const chosen = new Set<string>(filters[facet]);
  return facetDomain(whole, facet).map((value) => ({
    value,
    count: counts.get(value) ?? 0,
    active: chosen.has(value),
  }));
}

/** A value that a link names and this dataset does not have. */
export type UnknownValue = { facet: ListFacet; value: string };

/** Splits filters into what this dataset can answer and what it does not know; nothing is guessed in its place. */
export function knownFilters(dataset: Dataset, filters: Filters): { known: Filters; unknown: UnknownValue[] } {
  const unknown: UnknownValue[] = [];
  const known: Filters = { ...filters };
  const facets: ListFacet[] = ['actors', 'articles', 'places', 'relays', 'topics', 'ties'];
  for (const facet of facets) {
    const values: string[] = filters[facet];
    if (values.length === 0) continue;
    const domain = new Set(facetDomain(dataset, facet === 'relays' ? 'actors' : facet));
    for (const value of values) if (!domain.has(value)) unknown.push({ facet, value });
    Object.assign(known, { [facet]: values.filter((value) => domain.has(value)) });
  }
  return { known: unknown.length === 0 ? filters : known, unknown };
}

/** Whether a dataset has both articles of a pair. */
export function hasPair(dataset: Dataset, pair: Pair): boolean {
  return pair.every((id) => itemById(dataset.articles, id) !== undefined);
}
