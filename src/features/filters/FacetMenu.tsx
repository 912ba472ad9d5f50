import { Suspense, useId, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { FACET_NAMES } from '../../domain/filterNames.ts';
import type { ListFacet } from '../../domain/filters.ts';
import { Icon } from '../../ui/Icon.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import css from './filters.module.css';

export const MenuValues = lazyPart(() => import('./MenuValues.tsx'));

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
              <Suspense fallback={null}>
                <MenuValues desk={desk} facet={facet} />
              </Suspense>
            </div>
          ))}
      </div>
    </>
  );
}
