import { actorName, type Dataset } from './corpus.ts';
import type { Slug } from './slug.ts';
import type { TieEnds } from './tie.ts';
import type { TieRow } from './tieRows.ts';

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
