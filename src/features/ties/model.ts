import { type Dataset, itemById } from '../../domain/corpus.ts';
import type { Modality } from '../../domain/relation.ts';
import type { Slug } from '../../domain/slug.ts';
import { speakerOf } from '../../domain/statement.ts';
import type { TieKey } from '../../domain/tie.ts';
import { modalityWords, type TieRow, tieNames, tieRows } from '../../domain/tieRows.ts';

// What the panel's parts read of a tie beside what is below.
export { modalityWords, type TieRow, tieNames, tieRows } from '../../domain/tieRows.ts';

/**
 * The number on a tie: its passages, with "?" when some of them are future or hypothetical and "×" when some are denials. A tie
 * whose passages are all tentative says so by its dashes, too.
 */
export function countText(row: Pick<TieRow, 'passages' | 'modalities'>): string {
  const has = (...wanted: Modality[]) => row.modalities.some(({ modality }) => wanted.includes(modality));
  return `${row.passages.length}${has('future', 'hypothetical') ? '?' : ''}${has('negated') ? '×' : ''}`;
}

/** A tie as a sentence for assistive technology: "China to North Korea: cooperation, 4 passages, asserted". */
export function tieSentence(row: TieRow, dataset: Dataset): string {
  const { from, to } = tieNames(row, dataset);
  const passages = `${row.passages.length} ${row.passages.length === 1 ? 'passage' : 'passages'}`;
  return `${from}${to === null ? '' : ` to ${to}`}: ${row.kind}, ${passages}, ${modalityWords(row)}`;
}

/** Number of statements of each settled speaker. */
export function statementCounts(dataset: Dataset): Map<Slug, number> {
  const counts = new Map<Slug, number>();
  for (const statement of dataset.statements) {
    const speaker = speakerOf(statement);
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return counts;
}

/** What is in the picture of a slice: the rest recedes, and keeps its place. */
export function presentIn(slice: Dataset): { ties: Map<TieKey, TieRow>; actors: Set<Slug> } {
  const rows = tieRows(slice);
  const actors = new Set(rows.flatMap(({ from, to }) => [...from, ...to]));
  for (const id of statementCounts(slice).keys()) actors.add(id);
  return { ties: new Map(rows.map((row) => [row.key, row])), actors };
}

/** The badge and place of the article of a passage. */
export function badgeOf(dataset: Dataset, article: Slug): { text: string; place: number } {
  const found = itemById(dataset.articles, article);
  return { text: found?.badge ?? article, place: found ? dataset.articles.indexOf(found) : 0 };
}
