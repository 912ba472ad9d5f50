import { actorName, type Dataset } from './corpus.ts';
import type { Modality } from './relation.ts';
import { checkedWords, hasSigns } from './signs.ts';
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

/** A tie as a sentence for assistive technology: "China to North Korea: cooperation, 4 passages, asserted"; where there are signs, with what they say. */
export function tieSentence(row: TieRow, dataset: Dataset): string {
  const { from, to } = tieNames(row, dataset);
  const passages = `${row.passages.length} ${row.passages.length === 1 ? 'passage' : 'passages'}`;
  const sign = hasSigns(dataset) ? `${checkedWords(row.checked, row.passages.length)}, ` : '';
  return `${from}${to === null ? '' : ` to ${to}`}: ${row.kind}, ${sign}${passages}, ${modalityWords(row)}`;
}

/**
 * The number on a tie: its passages, with "?" when some of them are future or hypothetical and "×" when some are denials. A tie
 * whose passages are all tentative says so by its dashes, too. `signed`: where only some of them are checked, it says how many, "2 of 6".
 */
export function countText(row: TieRow, signed = false): string {
  const has = (...wanted: Modality[]) => row.modalities.some(({ modality }) => wanted.includes(modality));
  const { length } = row.passages;
  const part = signed && row.checked > 0 && row.checked < length ? `${row.checked} of ` : '';
  return `${part}${length}${has('future', 'hypothetical') ? '?' : ''}${has('negated') ? '×' : ''}`;
}
