import type { Dataset } from './corpus.ts';
import type { Slug } from './slug.ts';
import { speakerOf } from './statement.ts';

/** Counts the statements of each settled speaker. */
export function statementCounts({ statements }: Pick<Dataset, 'statements'>): Map<Slug, number> {
  const counts = new Map<Slug, number>();
  for (const statement of statements) {
    const speaker = speakerOf(statement);
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return counts;
}
