import { useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { lookalikesIn } from '../../domain/names.ts';
import { hasSigns } from '../../domain/signs.ts';
import type { Slug } from '../../domain/slug.ts';
import type { TieKey } from '../../domain/tie.ts';
import { modalityWords, tieNames } from '../../domain/tieNames.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LookAlike } from '../../ui/LookAlike.tsx';
import { PanelEmpty } from '../../ui/Panel.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Meter } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import type { TieRow } from './model.ts';
import css from './ties.module.css';
import { badgeOf } from './tieWords.ts';

/** Rows that stand there at once, and how many more each asking brings. */
const FIRST = 120;
const MORE = 200;

/** How many of the passages are checked, in the words of the table: "none", "4 of 19", "all". */
const checkedPart = ({ checked, passages: { length } }: TieRow) =>
  checked === 0 ? 'none' : checked === length ? 'all' : `${checked} of ${length}`;

/** The ties of the slice as a table, most passages first. */
export default function TieList({ desk, present }: { desk: Desk; present: { ties: Map<TieKey, TieRow> } }) {
  const { whole, filters } = desk;
  const [limit, setLimit] = useState(FIRST);
  const all = [...present.ties.values()];
  const rows = all.slice(0, limit);
  const signed = hasSigns(whole);
  const lookalikes = lookalikesIn(whole);
  const marks = (ids: Slug[]) => ids.filter((id) => lookalikes.has(id)).map((id) => <LookAlike id={id} key={id} />);
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
            const names = tieNames(row, whole);
            const first = row.passages[0];
            const chosen = filters.ties.includes(row.key);
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
                      <Words>{names.from}</Words>
                      {marks(row.from)}
                      {names.to !== null && (
                        <>
                          {' '}
                          <span className={css.arrow}>
                            <Icon name="arrow" size={12} />
                            <span className="vh">to</span>
                          </span>{' '}
                          <Words>{names.to}</Words>
                          {marks(row.to)}
                        </>
                      )}
                      <small>
                        {row.kind}, {modalityWords(row)}
                      </small>
                    </span>
                  </button>
                </th>
                <td>
                  {first && (
                    <button
                      className={css.passage}
                      data-focus={`list:${row.key}:words`}
                      onClick={() => desk.onOpen({ mark: row.key, passage: 1 })}
                      type="button"
                    >
                      <Badge {...badgeOf(whole, first.evidence.article)} /> <Words>{first.evidence.exact}</Words>
                    </button>
                  )}
                </td>
                <td className="num">{row.passages.length}</td>
                {signed && (
                  <td className={css.checked}>
                    <Meter of={row.passages.length} part={row.checked} />
                    {checkedPart(row)}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Rest count={all.length - rows.length} onMore={() => setLimit(limit + MORE)} step={MORE} what="ties" />
    </ScrollRegion>
  );
}
