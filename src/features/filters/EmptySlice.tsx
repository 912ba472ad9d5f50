import { applyFilters } from '../../domain/applyFilters.ts';
import type { Desk } from '../../domain/desk.ts';
import { NO_FILTERS } from '../../domain/filters.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import css from './filters.module.css';
import { activeFilters } from './model.ts';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Says that the filters together leave no statement, and what returns if any one of them goes. */
export function EmptySlice({ desk }: { desk: Desk }) {
  const { whole, filters, onFilter } = desk;
  const active = activeFilters(whole, filters);
  const rows = active
    .map((filter) => ({ ...filter, left: applyFilters(whole, filter.without).statements.length }))
    .sort((a, b) => b.left - a.left);
  const names = active.map(({ name }) => name);
  return (
    <ScrollRegion className={css.emptySlice} label="No statement left">
      <h2>
        No statement passes <Words>{names.length <= 3 ? names.join(' + ') : `these ${names.length} filters`}</Words>
      </h2>
      <p>{active.length === 1 ? 'One filter is on.' : `${active.length} filters are on, and all of them must hold.`}</p>
      <ul>
        {rows.map(({ key, name, without, left }) => (
          <li data-none={left === 0 ? '' : undefined} key={key}>
            <b>
              <Words>{name}</Words>
            </b>
            <span>without it: {plural(left, 'statement')}</span>
            <button className={ui.button} data-focus={`empty:${key}`} onClick={() => onFilter(without)} type="button">
              Remove<span className="vh"> filter {name}</span>
            </button>
          </li>
        ))}
      </ul>
      <button className={css.clear} data-focus="empty:clear" onClick={() => onFilter(NO_FILTERS)} type="button">
        Clear all filters to see {plural(whole.statements.length, 'statement')}
      </button>
    </ScrollRegion>
  );
}
