import type { Dataset } from './corpus.ts';
import type { Evidence } from './evidence.ts';
import { isChecked } from './mark.ts';
import { once } from './once.ts';
import type { Modality, Relation } from './relation.ts';
import type { Slug } from './slug.ts';
import { namedTies, type TieEnds, type TieKey } from './tie.ts';

/** One passage that supports a tie. */
type TiePassage = { relation: Relation; evidence: Evidence };

/** A tie with all the passages that tell of it. */
export type TieRow = TieEnds & {
  key: TieKey;
  passages: TiePassage[];
  /** How many of the passages a person stands behind. */
  checked: number;
  modalities: { modality: Modality; count: number }[];
  /** Every passage is historical. */
  past: boolean;
  /** Every passage is future or hypothetical. */
  tentative: boolean;
};

const MODALITY_ORDER: Modality[] = ['asserted', 'historical', 'future', 'hypothetical', 'negated'];

const rowsOf = once((relations: readonly Relation[]): TieRow[] => {
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
    const checked = passages.filter(({ relation }) => isChecked(relation.mark)).length;
    return {
      ...ends,
      key,
      passages,
      checked,
      modalities,
      past: only('historical'),
      tentative: only('future', 'hypothetical'),
    };
  });
  return rows.sort((a, b) => b.passages.length - a.passages.length || (a.key < b.key ? -1 : 1));
});

/** The ties of a dataset, most passages first. A relation told in three passages counts three times. Computed once. */
export const tieRows = ({ relations }: Pick<Dataset, 'relations'>): TieRow[] => rowsOf(relations);

/** The actors that ties join. */
export const tiedActors = (ties: readonly TieEnds[]): Set<Slug> =>
  new Set(ties.flatMap(({ from, to }) => [...from, ...to]));
