import { actorName, type Dataset } from '../../domain/corpus.ts';
import { firstRows } from '../../domain/lists.ts';
import type { Slug } from '../../domain/slug.ts';
import { type TieRow, tiedActors, tieRows } from '../../domain/tieRows.ts';
import type { Question } from '../coverage.ts';
import { type LabelledTie, labelling } from './labelledTie.ts';

/** Most actors of a matrix that can be read, and most ties that one has. */
const MATRIX_ACTORS = 60;
const MATRIX_TIES = 2000;

type Headed = { id: string; name: string };

/**
 * Who acts on whom. A mediation stands in the column of the talks that it serves, a mutual tie in both cells of its actors. The order of
 * rows and columns is that of the table of actors, so that nothing moves.
 */
export type TieMatrix = {
  rows: Headed[];
  columns: Headed[];
  ties: (LabelledTie & { cells: { row: string; column: string }[] })[];
  /** How many ties there are between the actors of the matrix, and in all. */
  between: number;
  inAll: number;
  actors: number;
  actorsInAll: number;
};

/** The actors that the matrix has room for: those with the most passages, first in what is selected, then in all of the coverage. */
function heldActors(rows: TieRow[], passagesOf: (row: TieRow) => number): { held: ReadonlySet<Slug>; inAll: number } {
  const weights = new Map<Slug, number>();
  for (const row of rows) {
    const weight = row.passages.length + passagesOf(row) * 1e6;
    for (const id of [...row.from, ...row.to]) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  const sorted = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { held: new Set(sorted.slice(0, MATRIX_ACTORS).map(([id]) => id)), inAll: weights.size };
}

/** The name of the talks that a mediation serves. */
const talksOf = ({ to }: TieRow) => to.join('~');

function cellsOf(row: TieRow): TieMatrix['ties'][number]['cells'] {
  const [a = '', b = ''] = row.from;
  if (row.kind === 'mediation') return [{ row: a, column: talksOf(row) }];
  if (row.to.length > 0) return [{ row: a, column: row.to[0] ?? '' }];
  return [
    { row: a, column: b },
    { row: b, column: a },
  ];
}

function talkColumns(rows: TieRow[], whole: Dataset): Headed[] {
  const mediations = rows.filter(({ kind }) => kind === 'mediation');
  const talks = new Map(mediations.map((row) => [talksOf(row), row.to]));
  return [...talks].map(([id, to]) => ({ id, name: `${to.map((actor) => actorName(whole, actor)).join('–')} talks` }));
}

/** The ties between the actors that a matrix has room for; of too many, those of the selection come first. */
export const TIE_MATRIX: Question<null, TieMatrix> = {
  name: 'tie-matrix',
  answer: (selected) => {
    const { whole } = selected;
    const { labelled, passagesOf } = labelling(selected);
    const all = tieRows(whole);
    const { held, inAll } = heldActors(all, passagesOf);
    const between = all.filter(({ from, to }) => [...from, ...to].every((id) => held.has(id)));
    const rows = firstRows(
      between.map((row) => ({ row, shown: passagesOf(row) > 0 })),
      MATRIX_TIES,
    ).map(({ row }) => row);
    const tied = tiedActors(rows);
    const actors = whole.actors.filter(({ id }) => tied.has(id)).map(({ id, name }) => ({ id, name }));
    return {
      rows: actors,
      columns: [...actors, ...talkColumns(rows, whole)],
      ties: rows.map((row) => ({ ...labelled(row), cells: cellsOf(row) })),
      between: between.length,
      inAll: all.length,
      actors: held.size,
      actorsInAll: inAll,
    };
  },
};
