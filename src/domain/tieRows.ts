import { actorName, type Dataset } from './corpus.ts';
import type { Evidence } from './evidence.ts';
import type { Modality, Relation } from './relation.ts';
import type { Slug } from './slug.ts';
import { namedTies, type TieEnds, type TieKey } from './tie.ts';

/** One passage that supports a tie. */
export type TiePassage = { relation: Relation; evidence: Evidence };

/** A tie with all the passages that tell of it. */
export type TieRow = TieEnds & {
  key: TieKey;
  passages: TiePassage[];
  modalities: { modality: Modality; count: number }[];
  /** Every passage is historical. */
  past: boolean;
  /** Every passage is future or hypothetical. */
  tentative: boolean;
};

const MODALITY_ORDER: Modality[] = ['asserted', 'historical', 'future', 'hypothetical', 'negated'];

const cache = new WeakMap<readonly Relation[], TieRow[]>();

/** The ties of a dataset, most passages first. A relation told in three passages counts three times. Computed once. */
export function tieRows({ relations }: Pick<Dataset, 'relations'>): TieRow[] {
  const known = cache.get(relations);
  if (known) return known;
  const groups = new Map<TieKey, { ends: TieEnds; passages: TiePassage[]; counts: Map<Modality, number> }>();
  for (const relation of relations) {
    for (const { ends, key } of namedTies(relation)) {
      let group = groups.get(key);
      if (!group) {
        group = { ends, passages: [], counts: new Map() };
        groups.set(key, group);
      }
      for (const evidence of relation.evidence) group.passages.push({ relation, evidence });
      group.counts.set(relation.modality, (group.counts.get(relation.modality) ?? 0) + relation.evidence.length);
    }
  }
  const rows = [...groups].map(([key, { ends, passages, counts }]): TieRow => {
    const modalities = MODALITY_ORDER.map((modality) => ({ modality, count: counts.get(modality) ?? 0 })).filter(
      (entry) => entry.count > 0,
    );
    const only = (...allowed: Modality[]) => modalities.every(({ modality }) => allowed.includes(modality));
    return { ...ends, key, passages, modalities, past: only('historical'), tentative: only('future', 'hypothetical') };
  });
  rows.sort((a, b) => b.passages.length - a.passages.length || (a.key < b.key ? -1 : 1));
  cache.set(relations, rows);
  return rows;
}

/** The modalities of a tie in words: "asserted", or "2 asserted, 1 future". */
export function modalityWords(row: TieRow): string {
  if (row.modalities.length === 1) return row.modalities[0]?.modality ?? '';
  return row.modalities.map(({ modality, count }) => `${count} ${modality}`).join(', ');
}

/** Who a tie joins, in words: "China to North Korea", "Kim Jong Un and Donald Trump". */
export function tieNames(row: TieEnds, dataset: Dataset): { from: string; to: string | null } {
  const names = (ids: Slug[]) => ids.map((id) => actorName(dataset, id)).join(' and ');
  if (row.kind === 'mediation') return { from: names(row.from), to: `talks of ${names(row.to)}` };
  return { from: names(row.from), to: row.to.length === 0 ? null : names(row.to) };
}
