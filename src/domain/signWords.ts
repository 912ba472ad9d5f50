import { isChecked, type Mark, type Review } from './mark.ts';
import { REASONS } from './markWords.ts';

const REVIEW_WORDS: Record<Review, string> = {
  none: 'not checked',
  accepted: 'checked by a person',
  corrected: 'corrected by a person',
  bulk: 'accepted with others at once',
};

/** How sure a machine is, in one of three words: no screen shows a figure. */
export const doubtOf = (sure: number): string => (sure >= 80 ? 'sure' : sure >= 50 ? 'fairly sure' : 'in doubt');

/** A machine's reasons in words, one after the other; '' where it gives none. */
export function reasonsOf(mark: Mark): string {
  return mark.by === 'person' ? '' : mark.why.map((code) => REASONS[code]).join(', and ');
}

/** What a person has done with a claim: made it, or reviewed that of a machine. */
export const reviewWords = (mark: Mark): string =>
  mark.by === 'person' ? 'made by a person' : REVIEW_WORDS[mark.review];

/** The three columns that a mark has in every file: who made it, whether a person stands behind it, how sure a machine is (0 to 100, else null). */
export type MarkColumns = { by: Mark['by']; checked: 'yes' | 'no'; sure: number | null };

/** The columns of a mark. */
export const markColumns = (mark: Mark): MarkColumns => ({
  by: mark.by,
  checked: isChecked(mark) ? 'yes' : 'no',
  sure: mark.by === 'machine' ? mark.sure : null,
});

/**
 * The note that a copied quotation ends in: what a machine found, and whether a person has checked it. Null for what people made.
 *
 * @param settled whether the words have a speaker
 */
export function copiedNote(marks: readonly Mark[], settled: boolean): string | null {
  if (marks.every(({ by }) => by === 'person')) return null;
  const what = settled ? 'speaker found by a machine' : 'read by a machine';
  return `(${what}, ${marks.every(isChecked) ? 'checked by a person' : 'not checked'})`;
}
