import { applyFilters } from './applyFilters.ts';
import { type Dataset, itemById } from './corpus.ts';
import type { Filters, ListFacet } from './filters.ts';
import { CERTAINTIES, STATEMENT_KINDS } from './statement.ts';
import { TIE_KINDS, tieKey, tieKind, tiesOf } from './tie.ts';
import type { Pair } from './view.ts';

/** One value of a facet: how many statements (ties, for kinds of tie) it would show given all the other filters. */
export type FacetValue = { value: string; count: number; active: boolean };

/** The distinct ties that the relations of a dataset draw. */
export function tieCount(dataset: Dataset, kind?: string): number {
  const relations =
    kind === undefined ? dataset.relations : dataset.relations.filter((relation) => tieKind(relation) === kind);
  return new Set(relations.flatMap((relation) => tiesOf(relation).map(tieKey))).size;
}

/** Every value that a facet can take in a dataset, in the order of its table. */
export function facetDomain(dataset: Dataset, facet: ListFacet): string[] {
  switch (facet) {
    case 'articles':
      return dataset.articles.map(({ id }) => id);
    case 'kinds':
      return [...STATEMENT_KINDS];
    case 'certainties':
      return [...CERTAINTIES];
    case 'tieKinds':
      return [...TIE_KINDS];
    case 'ties':
      return [...new Set(dataset.relations.flatMap((relation) => tiesOf(relation).map(tieKey)))];
    case 'actors':
      return dataset.actors.map(({ id }) => id);
    case 'places':
      return dataset.places.map(({ id }) => id);
    case 'topics':
      return dataset.topics.map(({ id }) => id);
    case 'relays':
      return [
        ...new Set(
          dataset.statements.flatMap(({ relay, speaker }) => [
            ...(relay ? [relay.actor] : []),
            ...(speaker.status === 'unresolved' ? [] : [speaker.actor]),
          ]),
        ),
      ].sort((a, b) => order(dataset, a) - order(dataset, b));
  }
}

function order(dataset: Dataset, id: string): number {
  const actor = itemById(dataset.actors, id);
  return actor ? dataset.actors.indexOf(actor) : -1;
}

/** The values of a facet with what each would show, given all the other filters. */
export function facetValues(whole: Dataset, filters: Filters, facet: ListFacet): FacetValue[] {
  const others = applyFilters(whole, { ...filters, [facet]: [] });
  const chosen: string[] = filters[facet];
  return facetDomain(whole, facet).map((value) => {
    const shown = applyFilters(others, { ...filters, [facet]: [value] });
    const count = facet === 'tieKinds' ? tieCount(shown, value) : shown.statements.length;
    return { value, count, active: chosen.includes(value) };
  });
}

/** A value that a link names and this dataset does not have. */
export type UnknownValue = { facet: ListFacet; value: string };

/** Splits filters into what this dataset can answer and what it does not know; nothing is guessed in its place. */
export function knownFilters(dataset: Dataset, filters: Filters): { known: Filters; unknown: UnknownValue[] } {
  const unknown: UnknownValue[] = [];
  const known: Filters = { ...filters };
  const facets: ListFacet[] = ['actors', 'articles', 'places', 'relays', 'topics', 'ties'];
  for (const facet of facets) {
    const domain = new Set(facet === 'relays' ? dataset.actors.map(({ id }) => id) : facetDomain(dataset, facet));
    const values: string[] = filters[facet];
    for (const value of values) if (!domain.has(value)) unknown.push({ facet, value });
    Object.assign(known, { [facet]: values.filter((value) => domain.has(value)) });
  }
  return { known: unknown.length === 0 ? filters : known, unknown };
}

/** Whether a dataset has both articles of a pair. */
export function hasPair(dataset: Dataset, pair: Pair): boolean {
  return pair.every((id) => itemById(dataset.articles, id) !== undefined);
}
