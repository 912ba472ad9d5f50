import type { Dataset } from './corpus.ts';
import { surfaceParts } from './datedEvent.ts';
import type { Evidence } from './evidence.ts';
import { facetMasks, rowsThatStay } from './facetMasks.ts';
import type { Filters } from './filters.ts';
import { rowTable } from './passages.ts';

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
 * The law: a passage stands in the paragraph where its first words stand. Any within a facet, all across facets; a thing that has no
 * property of its own for a facet (a statement has no kind of tie, one that no words date has no day) stays while, in its paragraph, what
 * stays carries every facet that is on. Reference tables are never filtered.
 */
export function applyFilters(dataset: Dataset, filters: Filters): Dataset {
  const masks = facetMasks(dataset, filters);
  if (masks.all === 0) return dataset;
  const table = rowTable(dataset);
  const stays = rowsThatStay(table, masks);
  const kept = new Map<unknown, Set<Evidence>>();
  // The first rows are the statements, in their order: they have one passage each, and nothing of them is narrowed.
  for (let at = dataset.statements.length; at < stays.length; at += 1) {
    const row = table.rows[at];
    if (stays[at] === 0 || !row) continue;
    const passages = kept.get(row.item) ?? new Set();
    for (const passage of row.evidence) passages.add(passage);
    kept.set(row.item, passages);
  }
  return {
    ...dataset,
    statements: dataset.statements.filter((_, at) => stays[at] === 1),
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
