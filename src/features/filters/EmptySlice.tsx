import { EMPTY_SLICE } from '../../coverage/answers/emptySlice.ts';
import type { Desk } from '../../coverage/desk.ts';
import { NO_FILTERS, withoutFilter } from '../../domain/filters.ts';
import { plural } from '../../ui/plural.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import css from './emptySlice.module.css';

/** Says that the filters together leave no statement, and what returns if any one of them goes. */
export function EmptySlice({ desk }: { desk: Desk }) {
  const { head, onFilter } = desk;
  const active = desk.answer(EMPTY_SLICE, null);
  const rows = [...active].sort((a, b) => b.statements - a.statements);
  const helping = rows.filter(({ statements }) => statements > 0).length;
  const names = active.map(({ name }) => name);
  return (
    <ScrollRegion className={css.emptySlice} label="No statement left">
      <h2>
        No statement passes <Words>{names.length <= 3 ? names.join(' + ') : `these ${names.length} filters`}</Words>
      </h2>
      <p>
        {active.length === 1 ? 'One filter is on. ' : `${active.length} filters are on, and all of them must hold. `}
        {helping === 0
          ? 'No single one of them brings a statement back: remove several.'
          : helping === active.length
            ? active.length > 1 && 'Removing any one of them brings statements back.'
            : `Removing ${helping === 1 ? 'the first' : `one of the first ${helping}`} brings statements back.`}
      </p>
      <ul>
        {rows.map(({ key, name, statements, returning }) => (
          <li data-none={statements === 0 ? '' : undefined} key={key}>
            <span className={css.filter}>
              <Words>{name}</Words>
            </span>{' '}
            <p>
              <b>
                <span className="vh">without it: </span>
                {plural(statements, 'statement')}
              </b>{' '}
              {statements > 0 && (
                <span className={css.returning}>
                  <Words>{returning}</Words>
                </span>
              )}
            </p>
            <button
              className={ui.button}
              data-focus={`empty:${key}`}
              onClick={() => onFilter((now) => withoutFilter(now, key))}
              type="button"
            >
              Remove<span className="vh"> filter {name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button className={css.clear} data-focus="empty:clear" onClick={() => onFilter(() => NO_FILTERS)} type="button">
          Clear all filters
        </button>{' '}
        to see {plural(head.sizes.statements, 'statement')}. The back button also restores the view before.
      </p>
    </ScrollRegion>
  );
}
