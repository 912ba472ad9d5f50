import { startTransition, useState } from 'react';
import { type ListedTie, TIES } from '../../coverage/answers/ties.ts';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LookAlike } from '../../ui/LookAlike.tsx';
import { PanelEmpty } from '../../ui/Panel.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Meter } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './ties.module.css';

/** Rows that stand there at once, and how many more each asking brings. */
const FIRST = 120;
const MORE = 200;

/** How many of the passages are checked, in the words of the table: "none", "4 of 19", "all". */
const checkedPart = ({ checked, passages }: ListedTie) =>
  checked === 0 ? 'none' : checked === passages ? 'all' : `${checked} of ${passages}`;

/** The name of an end, with what tells apart the actors whose names look like others. */
function End({ end: { name, alike } }: { end: ListedTie['from'] }) {
  return (
    <>
      <Words>{name}</Words>
      {alike.map((id) => (
        <LookAlike id={id} key={id} />
      ))}
    </>
  );
}

/** The ties of the slice as a table, most passages first. */
export default function TieList({ desk }: { desk: Desk }) {
  const { signed } = desk.head;
  const [first, setFirst] = useState(FIRST);
  const { ties: rows, inAll } = desk.answer(TIES, { first });
  if (rows.length === 0) return <PanelEmpty>No tie passes the filters.</PanelEmpty>;
  return (
    <ScrollRegion className={css.scroll} label="Ties">
      <table className={css.list}>
        <thead>
          <tr>
            <th scope="col">Tie</th>
            <th scope="col">One passage</th>
            <th scope="col">Passages</th>
            {signed && (
              <th className={css.sign} scope="col">
                Checked
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const chosen = desk.filters.ties.includes(row.key);
            return (
              <tr data-chosen={chosen ? '' : undefined} key={row.key}>
                <th scope="row">
                  <button
                    aria-pressed={chosen}
                    data-focus={`list:${row.key}`}
                    onClick={() => desk.onFilter((now) => toggled(now, 'ties', row.key))}
                    type="button"
                  >
                    <span className={`k-${row.kind}`}>
                      <Icon name={row.kind} />
                    </span>
                    <span>
                      <End end={row.from} />
                      {row.to !== null && (
                        <>
                          {' '}
                          <span className={css.arrow}>
                            <Icon name="arrow" size={12} />
                            <span className="vh">to</span>
                          </span>{' '}
                          <End end={row.to} />
                        </>
                      )}
                      <small>
                        {row.kind}, {row.modalities}
                      </small>
                    </span>
                  </button>
                </th>
                <td>
                  {row.first && (
                    <button
                      className={css.passage}
                      data-focus={`list:${row.key}:words`}
                      onClick={() => desk.onOpen({ mark: row.key, passage: 1 })}
                      type="button"
                    >
                      <Badge {...row.first.badge} /> <Words>{row.first.words}</Words>
                    </button>
                  )}
                </td>
                <td className="num">{row.passages}</td>
                {signed && (
                  <td className={css.checked}>
                    <Meter of={row.passages} part={row.checked} />
                    {checkedPart(row)}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Rest
        count={inAll - rows.length}
        onMore={() => startTransition(() => setFirst(first + MORE))}
        step={MORE}
        what="ties"
      />
    </ScrollRegion>
  );
}
