import { useMemo } from 'react';
import { TIE_MATRIX, type TieMatrix } from '../../coverage/answers/tieMatrix.ts';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { addTo } from '../../domain/lists.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Words } from '../../ui/Words.tsx';
import { LineSample } from './LineSample.tsx';
import css from './ties.module.css';

const cellKey = (row: string, column: string) => `${row}>${column}`;

/** The ties of each cell, by its key. */
function cellsOf(ties: TieMatrix['ties']): Map<string, TieMatrix['ties']> {
  const held = new Map<string, TieMatrix['ties']>();
  for (const tie of ties) for (const { row, column } of tie.cells) addTo(held, cellKey(row, column), tie);
  return held;
}

/** Who acts on whom: each cell has a count over a piece of the line. A mutual tie stands in both cells. */
export default function Matrix({ desk }: { desk: Desk }) {
  const { filters, onFilter } = desk;
  const matrix = desk.answer(TIE_MATRIX, null);
  const cells = useMemo(() => cellsOf(matrix.ties), [matrix]);
  return (
    <ScrollRegion className={css.scroll} label="Matrix of ties">
      {matrix.ties.length < matrix.inAll && (
        <p className={css.part}>
          The {matrix.actors} actors of this selection with the most passages, of {matrix.actorsInAll}, and{' '}
          {matrix.ties.length < matrix.between && `${matrix.ties.length} of `}the {matrix.between} ties between them.
          The list holds all ties.
        </p>
      )}
      <table className={css.matrix}>
        <thead>
          <tr>
            <td>row acts on column</td>
            {matrix.columns.map(({ id, name }) => (
              <th data-chosen={filters.actors.includes(id) ? '' : undefined} key={id} scope="col">
                <span>
                  <Words>{name}</Words>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <button
                  aria-pressed={filters.actors.includes(row.id)}
                  data-focus={`matrix:${row.id}`}
                  onClick={() => onFilter((now) => toggled(now, 'actors', row.id))}
                  type="button"
                >
                  <Words>{row.name}</Words>
                </button>
              </th>
              {matrix.columns.map((column) => (
                <td data-self={column.id === row.id ? '' : undefined} key={column.id}>
                  {(cells.get(cellKey(row.id, column.id)) ?? []).map((tie) => (
                    <button
                      aria-label={tie.sentence}
                      aria-pressed={filters.ties.includes(tie.key)}
                      className={`${css.cell} k-${tie.kind}`}
                      data-dim={tie.shown ? undefined : ''}
                      data-focus={`matrix:${row.id}:${tie.key}`}
                      key={tie.key}
                      onClick={() => onFilter((now) => toggled(now, 'ties', tie.key))}
                      type="button"
                    >
                      {tie.checked === null ? (
                        tie.count
                      ) : (
                        <span data-sign={tie.checked ? 'solid' : 'hollow'}>{tie.count}</span>
                      )}
                      <LineSample kind={tie.kind} tentative={tie.tentative} width={16} />
                    </button>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
