import { useMemo } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { hasSigns } from '../../domain/signs.ts';
import type { TieKey } from '../../domain/tie.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Words } from '../../ui/Words.tsx';
import { LineSample } from './LineSample.tsx';
import { cellKey, matrixTies, tieMatrix } from './matrix.ts';
import type { TieRow } from './model.ts';
import css from './ties.module.css';
import { countText, tieSentence } from './tieWords.ts';

type Props = { desk: Desk; rows: TieRow[]; present: { ties: Map<TieKey, TieRow> } };

/** Who acts on whom: each cell has a count over a piece of the line. A mutual tie stands in both cells. */
export default function Matrix({ desk, rows, present }: Props) {
  const { whole, filters, onFilter } = desk;
  const signed = hasSigns(whole);
  const held = useMemo(() => matrixTies(rows, present.ties), [rows, present]);
  const matrix = useMemo(() => tieMatrix(held.rows, whole), [held, whole]);
  return (
    <ScrollRegion className={css.scroll} label="Matrix of ties">
      {held.rows.length < rows.length && (
        <p className={css.part}>
          The {held.actors} actors of this selection with the most passages, of {held.of}, and the {held.rows.length}{' '}
          ties between them. The list holds all ties.
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
                  {(matrix.cells.get(cellKey(row.id, column.id)) ?? []).map((tie) => {
                    const shown = present.ties.get(tie.key);
                    return (
                      <button
                        aria-label={`${tieSentence(shown ?? tie, whole)}${shown ? '' : ', not in this selection'}`}
                        aria-pressed={filters.ties.includes(tie.key)}
                        className={`${css.cell} k-${tie.kind}`}
                        data-dim={shown ? undefined : ''}
                        data-focus={`matrix:${row.id}:${tie.key}`}
                        key={tie.key}
                        onClick={() => onFilter((now) => toggled(now, 'ties', tie.key))}
                        type="button"
                      >
                        {signed ? (
                          <span
                            data-sign={(shown ?? tie).checked === (shown ?? tie).passages.length ? 'solid' : 'hollow'}
                          >
                            {countText(shown ?? tie, true)}
                          </span>
                        ) : (
                          countText(shown ?? tie)
                        )}
                        <LineSample kind={tie.kind} tentative={tie.tentative} width={16} />
                      </button>
                    );
                  })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
