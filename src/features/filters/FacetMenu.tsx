import { useId, useMemo, useState } from 'react';
import type { Desk } from '../../domain/desk.ts';
import { facetValues } from '../../domain/facets.ts';
import { FACET_NAMES } from '../../domain/filterNames.ts';
import type { ListFacet } from '../../domain/filters.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Rest } from '../../ui/Rest.tsx';
import { FacetValues } from './FacetValues.tsx';
import css from './filters.module.css';

/** Facets with many values behind a button; their counts are computed only while it is open. */
export function FacetMenu({ desk, name, facets }: { desk: Desk; name: string; facets: ListFacet[] }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const on = facets.reduce((sum, facet) => sum + desk.filters[facet].length, 0);
  return (
    <>
      <button
        className={css.menuButton}
        data-focus={`menu:${name}`}
        data-on={on > 0 ? '' : undefined}
        popoverTarget={id}
        type="button"
      >
        {name}
        {on > 0 ? (
          <span className="num">
            {on}
            <span className="vh"> on</span>
          </span>
        ) : (
          <Icon name="down" size={12} />
        )}
      </button>
      <div
        aria-label={name}
        className={css.menu}
        id={id}
        onToggle={(event) => setOpen(event.newState === 'open')}
        popover="auto"
        role="group"
      >
        {open &&
          facets.map((facet) => (
            <div aria-label={FACET_NAMES[facet]} className={css.menuFacet} key={facet} role="group">
              {facets.length > 1 && <p aria-hidden="true">{FACET_NAMES[facet]}</p>}
              <MenuValues desk={desk} facet={facet} />
            </div>
          ))}
      </div>
    </>
  );
}

/** Values that stand there at once, and how many more each asking brings. */
const FIRST = 80;
const MORE = 200;

function MenuValues({ desk, facet }: { desk: Desk; facet: ListFacet }) {
  const { whole, filters } = desk;
  const [limit, setLimit] = useState(FIRST);
  const values = useMemo(() => facetValues(whole, filters, facet), [whole, filters, facet]);
  const offered = values
    .filter(({ count, active }) => count > 0 || active)
    .sort((a, b) => (facet === 'certainties' ? 0 : b.count - a.count));
  const rest = values.length - offered.length;
  const shown = offered.filter(({ active }, index) => index < limit || active);
  return (
    <>
      <FacetValues desk={desk} facet={facet} values={shown} where="menu" />
      <Rest count={offered.length - shown.length} onMore={() => setLimit(limit + MORE)} step={MORE} what="values" />
      {rest > 0 && <p className={css.rest}>{rest} more would show no statement with the other filters.</p>}
    </>
  );
}
