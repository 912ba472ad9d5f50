import type { Dataset } from '../../domain/corpus.ts';
import type { Slug } from '../../domain/slug.ts';
import { speakerOf } from '../../domain/statement.ts';
import type { TieKey } from '../../domain/tie.ts';
import { type TieRow, tieRows } from '../../domain/tieRows.ts';

// What the panel's parts read of a tie beside what is below.
export { type TieRow, tieRows } from '../../domain/tieRows.ts';

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
