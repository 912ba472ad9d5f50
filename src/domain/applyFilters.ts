import type { Dataset } from './corpus.ts';
import { surfaceParts } from './datedEvent.ts';
import { type DateSpan, readEdtf } from './edtf.ts';
import type { Evidence } from './evidence.ts';
import { FOLLOWS, facetIndex, HAS, LACKS } from './facetIndex.ts';
import { type Filters, LIST_FACETS } from './filters.ts';
import { type Told, type ToldIndex, toldThings, toldWords } from './passages.ts';
import { searchWords } from './searchText.ts';
import { type Owns, standing } from './survivors.ts';

function inDays(span: DateSpan | null, { from, to }: Filters): boolean {
  if (!span || (from !== null && to !== null && from > to)) return false;
  const within = (day: string) => (from === null || day >= from) && (to === null || day <= to);
  if (span.precision === 'one-of') return span.days.some(within);
  return (to === null || (span.first ?? '') <= to) && (from === null || (span.last ?? '9999') >= from);
}

function eachThing({ things }: ToldIndex, ask: (thing: Told, at: number) => number): Owns {
  const owns = new Uint8Array(things.length);
  things.forEach((thing, at) => {
    owns[at] = ask(thing, at);
  });
  return owns;
}

/** What every told thing is to each facet that narrows. */
export function ownsOf(dataset: Dataset, filters: Filters): Owns[] {
  const owns: Owns[] = LIST_FACETS.filter((facet) => filters[facet].length > 0).map((facet) => {
    const { numbers, having, without } = facetIndex(dataset, facet);
    const own = without.slice();
    for (const value of filters[facet]) {
      const number = numbers.get(value);
      if (number === undefined) continue;
      for (let at = having.starts[number] ?? 0; at < (having.starts[number + 1] ?? 0); at += 1)
        own[having.items[at] ?? 0] = HAS;
    }
    return own;
  });
  if (filters.from !== null || filters.to !== null)
    owns.push(
      eachThing(toldThings(dataset), ({ list, item }) => {
        const date = list === 'events' ? item.date : list === 'statements' && item.said?.date;
        return date ? (inDays(readEdtf(date), filters) ? HAS : LACKS) : FOLLOWS;
      }),
    );
  const words = searchWords(filters.text);
  if (words.length > 0) {
    const told = toldThings(dataset);
    owns.push(
      eachThing(told, (_, at) => {
        const own = toldWords(told, at);
        return words.every((word) => own.includes(word)) ? HAS : LACKS;
      }),
    );
  }
  return owns;
}

/** The numbers of the told things that pass these facets: 1 for each that does. */
export function survivors(told: ToldIndex, facets: readonly Owns[]): Uint8Array {
  const candidates = new Int32Array(told.things.length);
  let count = 0;
  for (let thing = 0; thing < candidates.length; thing += 1)
    if (!facets.some((owns) => owns[thing] === LACKS)) candidates[count++] = thing;
  const { alive, settle } = standing(told, facets.length);
  settle(candidates, count, facets);
  return alive;
}

/** The observations of one list with only the passages that were kept. */
function narrowed<T extends { evidence: Evidence[] }>(items: T[], kept: Map<unknown, Set<Evidence>>): T[] {
  return items.flatMap((item) => {
    const passages = kept.get(item);
    if (!passages) return [];
    const evidence = item.evidence.filter((passage) => passages.has(passage));
    return evidence.length === item.evidence.length ? [item] : [{ ...item, evidence }];
  });
}

/**
 * The part of a dataset that passes the filters, in the shape of a dataset. Closed and idempotent.
 *
 * Passages are what is filtered. A told thing that has the property a facet asks about must match it; one that has no such
 * property (a statement has no kind of tie, one that no words date has no day) follows its paragraph: it stays while something that
 * stays, in the same paragraph, matches. Reference tables are never filtered.
 */
export function applyFilters(dataset: Dataset, filters: Filters): Dataset {
  const facets = ownsOf(dataset, filters);
  if (facets.length === 0) return dataset;
  const told = toldThings(dataset);
  const alive = survivors(told, facets);
  const kept = new Map<unknown, Set<Evidence>>();
  // The first things are the statements, in their order: they have one passage each, and nothing of them is narrowed.
  for (let at = dataset.statements.length; at < alive.length; at += 1) {
    const thing = told.things[at];
    if (alive[at] === 0 || !thing) continue;
    const passages = kept.get(thing.item) ?? new Set();
    for (const passage of thing.evidence) passages.add(passage);
    kept.set(thing.item, passages);
  }
  return {
    ...dataset,
    statements: dataset.statements.filter((_, at) => alive[at] === 1),
    relations: narrowed(dataset.relations, kept),
    venues: narrowed(dataset.venues, kept).map((venue) => {
      const articles = venue.evidence.map(({ article }) => article);
      const claims = venue.claims.flatMap((claim) => {
        const evidence = claim.evidence.filter(({ article }) => articles.includes(article));
        return evidence.length === claim.evidence.length
          ? [claim]
          : evidence.length === 0
            ? []
            : [{ ...claim, evidence }];
      });
      return { ...venue, claims };
    }),
    events: narrowed(dataset.events, kept).map((event) => {
      const parts = surfaceParts(event);
      const left = parts.filter((words) => event.evidence.some(({ exact }) => exact.includes(words)));
      return left.length === parts.length ? event : { ...event, surface: left.join(' / ') };
    }),
    flags: dataset.flags.flatMap((flag) => {
      const spans = flag.spans.filter((span) => kept.get(flag)?.has(span));
      const needed = flag.kind === 'contradiction' || flag.kind === 'shared-passage' ? 2 : 1;
      return spans.length === flag.spans.length ? [flag] : spans.length < needed ? [] : [{ ...flag, spans }];
    }),
  };
}
