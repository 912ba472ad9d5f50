import { actorName, type Dataset } from '../../domain/corpus.ts';
import type { Slug } from '../../domain/slug.ts';
import type { TieKey } from '../../domain/tie.ts';
import type { TieRow } from '../../domain/tieRows.ts';

/** Most actors of a matrix that can be read. */
const MATRIX_ACTORS = 60;

/**
 * The ties that the matrix has room for: all of them, or those between the actors with the most passages, first in what is shown, then
 * in all of the coverage. `of` is how many actors there are.
 */
export function matrixTies(rows: TieRow[], shown: Map<TieKey, TieRow>): { rows: TieRow[]; actors: number; of: number } {
  const weights = new Map<Slug, number>();
  for (const row of rows) {
    const weight = row.passages.length + (shown.get(row.key)?.passages.length ?? 0) * 1e6;
    for (const id of [...row.from, ...row.to]) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  if (weights.size <= MATRIX_ACTORS) return { rows, actors: weights.size, of: weights.size };
  const sorted = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const held = new Set(sorted.slice(0, MATRIX_ACTORS).map(([id]) => id));
  return {
    rows: rows.filter(({ from, to }) => [...from, ...to].every((id) => held.has(id))),
    actors: MATRIX_ACTORS,
    of: weights.size,
  };
}

/** The matrix: who acts on whom. A mediation stands in the column of the talks that it serves. */
export type Matrix = {
  rows: { id: Slug; name: string }[];
  columns: { id: string; name: string }[];
  cells: Map<string, TieRow[]>;
};

/** The cell's name in `Matrix.cells`. */
export const cellKey = (row: string, column: string) => `${row}>${column}`;

/** Rows act on columns; a mutual tie stands in both cells. The order is that of the corpus' table, so nothing moves. */
export function tieMatrix(rows: TieRow[], dataset: Dataset): Matrix {
  const talks = new Map<string, string>();
  const cells = new Map<string, TieRow[]>();
  const put = (row: string, column: string, tie: TieRow) => {
    const cell = cells.get(cellKey(row, column));
    if (cell) cell.push(tie);
    else cells.set(cellKey(row, column), [tie]);
  };
  for (const tie of rows) {
    const [a = '', b = ''] = tie.from;
    if (tie.kind === 'mediation') {
      const hub = tie.to.join('~');
      talks.set(hub, `${tie.to.map((id) => actorName(dataset, id)).join('–')} talks`);
      put(a, hub, tie);
    } else if (tie.to.length === 0) {
      put(a, b, tie);
      put(b, a, tie);
    } else put(a, tie.to[0] ?? '', tie);
  }
  const tied = new Set(rows.flatMap(({ from, to }) => [...from, ...to]));
  const actors = dataset.actors.filter(({ id }) => tied.has(id)).map(({ id, name }) => ({ id, name }));
  return { rows: actors, columns: [...actors, ...[...talks].map(([id, name]) => ({ id, name }))], cells };
}
