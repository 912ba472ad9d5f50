import type { Desk } from '../../coverage/desk.ts';
import { applyFilters } from '../../domain/applyFilters.ts';
import { actorName, type Dataset } from '../../domain/corpus.ts';
import { activeFilters } from '../../domain/filterNames.ts';
import { NO_FILTERS } from '../../domain/filters.ts';
import { type Statement, speakerOf } from '../../domain/statement.ts';
import { plural } from '../../ui/plural.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import css from './emptySlice.module.css';

/** Speakers that are named before the rest is counted. */
const NAMED = 3;

/** What comes back, in a line: the words of a single statement, or who speaks in several, most statements first. */
function returning(whole: Dataset, statements: Statement[]): string {
  const [first] = statements;
  if (first && statements.length === 1) return first.content.map(({ exact }) => exact).join(' … ');
  const counts = new Map<string, number>();
  for (const one of statements) {
    const speaker = speakerOf(one);
    const name = speaker === null ? 'unresolved speakers' : actorName(whole, speaker);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ');
}

/** Says that the filters together leave no statement, and what returns if any one of them goes. */
export function EmptySlice({ desk }: { desk: Desk }) {
  const { whole, filters, onFilter } = desk;
  const active = activeFilters(whole, filters);
  const rows = active
    .map((filter) => ({ ...filter, left: applyFilters(whole, filter.remove(filters)).statements }))
    .sort((a, b) => b.left.length - a.left.length);
  const helping = rows.filter(({ left }) => left.length > 0).length;
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
        {rows.map(({ key, name, remove, left }) => (
          <li data-none={left.length === 0 ? '' : undefined} key={key}>
            <span className={css.filter}>
              <Words>{name}</Words>
            </span>{' '}
            <p>
              <b>
                <span className="vh">without it: </span>
                {plural(left.length, 'statement')}
              </b>{' '}
              {left.length > 0 && (
                <span className={css.returning}>
                  <Words>{returning(whole, left)}</Words>
                </span>
              )}
            </p>
            <button className={ui.button} data-focus={`empty:${key}`} onClick={() => onFilter(remove)} type="button">
              Remove<span className="vh"> filter {name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button className={css.clear} data-focus="empty:clear" onClick={() => onFilter(() => NO_FILTERS)} type="button">
          Clear all filters
        </button>{' '}
        to see {plural(whole.statements.length, 'statement')}. The back button also restores the view before.
      </p>
    </ScrollRegion>
  );
}
