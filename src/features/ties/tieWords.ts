import { type Dataset, itemById } from '../../domain/corpus.ts';
import type { Modality } from '../../domain/relation.ts';
import { checkedWords, hasSigns } from '../../domain/signs.ts';
import type { Slug } from '../../domain/slug.ts';
import { modalityWords, tieNames } from '../../domain/tieNames.ts';
import type { TieRow } from '../../domain/tieRows.ts';

/**
 * The number on a tie: its passages, with "?" when some of them are future or hypothetical and "×" when some are denials. A tie
 * whose passages are all tentative says so by its dashes, too. `signed`: where only some of them are checked, it says how many, "2 of 6".
 */
export function countText(row: Pick<TieRow, 'passages' | 'modalities' | 'checked'>, signed = false): string {
  const has = (...wanted: Modality[]) => row.modalities.some(({ modality }) => wanted.includes(modality));
  const { length } = row.passages;
  const part = signed && row.checked > 0 && row.checked < length ? `${row.checked} of ` : '';
  return `${part}${length}${has('future', 'hypothetical') ? '?' : ''}${has('negated') ? '×' : ''}`;
}

/** A tie as a sentence for assistive technology: "China to North Korea: cooperation, 4 passages, asserted"; where there are signs, with what they say. */
export function tieSentence(row: TieRow, dataset: Dataset): string {
  const { from, to } = tieNames(row, dataset);
  const passages = `${row.passages.length} ${row.passages.length === 1 ? 'passage' : 'passages'}`;
  const sign = hasSigns(dataset) ? `${checkedWords(row.checked, row.passages.length)}, ` : '';
  return `${from}${to === null ? '' : ` to ${to}`}: ${row.kind}, ${sign}${passages}, ${modalityWords(row)}`;
}

/** The badge and place of the article of a passage. */
export function badgeOf(dataset: Dataset, article: Slug): { text: string; place: number } {
  const found = itemById(dataset.articles, article);
  return { text: found?.badge ?? article, place: found ? dataset.articles.indexOf(found) : 0 };
}
