import type { TieKey } from '../../domain/tie.ts';
import { tiedActors, tieRows } from '../../domain/tieRows.ts';
import type { Question } from '../coverage.ts';

/** How many ties there are in all of a coverage, with the actors that they join, and what the selection has of them. */
export type TieCounts = {
  ties: number;
  actors: number;
  shown: number;
  /** Passages of the ties that the selection has. */
  passages: number;
  /** The first tie of the filters that the selection has. */
  chosen: TieKey | null;
};

/** Whether ties are so few that a network of them can be read; a larger one takes seconds to lay out, too. */
export const fitNetwork = ({ ties, actors }: Pick<TieCounts, 'ties' | 'actors'>): boolean =>
  ties <= 160 && actors <= 80;

/** How many ties there are. */
export const TIE_COUNTS: Question<null, TieCounts> = {
  name: 'tie-counts',
  answer: ({ whole, slice, filters }) => {
    const all = tieRows(whole);
    const rows = tieRows(slice);
    const present = new Set(rows.map(({ key }) => key));
    return {
      ties: all.length,
      actors: tiedActors(all).size,
      shown: rows.length,
      passages: rows.reduce((sum, { passages }) => sum + passages.length, 0),
      chosen: filters.ties.find((key) => present.has(key)) ?? null,
    };
  },
};
