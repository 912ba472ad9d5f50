import { applyFilters } from '../../domain/applyFilters.ts';
import { actorName, type Dataset } from '../../domain/corpus.ts';
import { type ActiveFilter, activeFilters } from '../../domain/filterNames.ts';
import { withoutFilter } from '../../domain/filters.ts';
import { speakerOf } from '../../domain/statement.ts';
import type { Question } from '../coverage.ts';

/** Speakers that are named before the rest is counted. */
const NAMED = 3;

/** What comes back, in a line: the words of a single statement, or who speaks in several, most statements first. */
function returning(left: Dataset): string {
  const { statements } = left;
  const [first] = statements;
  if (first && statements.length === 1) return first.content.map(({ exact }) => exact).join(' … ');
  const counts = new Map<string, number>();
  for (const one of statements) {
    const speaker = speakerOf(one);
    const name = speaker === null ? 'unresolved speakers' : actorName(left, speaker);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ');
}

/** A filter that is on, and how many statements come back without it. */
type Without = ActiveFilter & { statements: number; returning: string };

/** What comes back if any one of the filters goes, in their order. */
export const EMPTY_SLICE: Question<null, Without[]> = {
  name: 'empty-slice',
  answer: ({ whole, filters }) =>
    activeFilters(whole, filters).map((filter) => {
      const left = applyFilters(whole, withoutFilter(filters, filter.key));
      return { ...filter, statements: left.statements.length, returning: returning(left) };
    }),
};
