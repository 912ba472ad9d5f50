import type { Desk } from '../../domain/desk.ts';
import { facetValues } from '../../domain/facets.ts';
import { type ListFacet, NO_FILTERS, toggled } from '../../domain/filters.ts';
import { TIE_KINDS } from '../../domain/tie.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import { FacetMenu } from './FacetMenu.tsx';
import css from './filters.module.css';
import { activeFilters, FACET_NAMES, valueName } from './model.ts';

const ROW_FACETS: ListFacet[] = ['articles', 'kinds', 'tieKinds'];
const MENUS: { name: string; facets: ListFacet[] }[] = [
  { name: 'Actor', facets: ['actors'] },
  { name: 'As told by', facets: ['relays'] },
  { name: 'More', facets: ['places', 'topics', 'certainties'] },
];

function FacetChips({ desk, facet }: { desk: Desk; facet: ListFacet }) {
  const { whole, filters, onFilter } = desk;
  return (
    <div aria-label={FACET_NAMES[facet]} className={css.facet} role="group">
      <span aria-hidden="true" className={css.facetName}>
        {FACET_NAMES[facet]}
      </span>
      {facetValues(whole, filters, facet).map(({ value, count, active }) => {
        const kind = facet === 'tieKinds' ? TIE_KINDS.find((known) => known === value) : undefined;
        const place = facet === 'articles' ? whole.articles.findIndex(({ id }) => id === value) : -1;
        return (
          <Chip
            active={active}
            count={count}
            focusKey={`chip:${facet}:${value}`}
            key={value}
            onToggle={() => onFilter(toggled(filters, facet, value as never))}
            unit={kind ? 'ties' : 'statements'}
          >
            {kind && (
              <span className={active ? undefined : `k-${kind}`}>
                <Icon name={kind} size={14} />
              </span>
            )}
            {place >= 0 ? (
              <>
                <span className="vh">Article </span>
                <Badge place={place} text={whole.articles[place]?.badge ?? value} />
              </>
            ) : (
              <Words>{valueName(whole, facet, value)}</Words>
            )}
          </Chip>
        );
      })}
    </div>
  );
}

/** What narrows the coverage: chips with what each would show, menus for the long facets, and what is on, each with its way off. `onUndo` is null when nothing was changed yet. */
export function FilterBar({ desk, onUndo }: { desk: Desk; onUndo: (() => void) | null }) {
  const { whole, slice, filters, onFilter } = desk;
  const active = activeFilters(whole, filters);
  const visible = new Set(ROW_FACETS.map((facet) => `${facet}:`));
  const others = active.filter(({ key }) => ![...visible].some((prefix) => key.startsWith(prefix)));
  const total = whole.statements.length;
  return (
    <section aria-label="Filters" className={css.bar}>
      {ROW_FACETS.map((facet) => (
        <FacetChips desk={desk} facet={facet} key={facet} />
      ))}
      <div className={css.menus}>
        {MENUS.map(({ name, facets }) => (
          <FacetMenu desk={desk} facets={facets} key={name} name={name} />
        ))}
      </div>
      <ul aria-label="Active filters" className={css.active}>
        {others.map(({ key, name, without }) => (
          <li key={key}>
            <button
              aria-label={`Remove filter ${name}`}
              className={css.on}
              data-focus={`active:${key}`}
              onClick={() => onFilter(without)}
              type="button"
            >
              <Words>{name}</Words> <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <p className={css.live} role="status">
        <b className="num">{slice.statements.length}</b> {active.length === 0 ? 'statements' : `of ${total} statements`}
      </p>
      {onUndo !== null && (
        <button
          className={css.clear}
          data-focus="undo"
          onClick={onUndo}
          title="Undo the last change of the filters (Ctrl or ⌘ + Z)"
          type="button"
        >
          Undo
        </button>
      )}
      {active.length > 0 && (
        <button className={css.clear} data-focus="clear" onClick={() => onFilter(NO_FILTERS)} type="button">
          Clear
        </button>
      )}
    </section>
  );
}
