import { useEffect, useMemo, useRef, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { type FacetValue, facetValues } from '../../domain/facets.ts';
import { activeFilters, FACET_NAMES } from '../../domain/filterNames.ts';
import { type ListFacet, NO_FILTERS } from '../../domain/filters.ts';
import { hasSigns } from '../../domain/signs.ts';
import { Icon } from '../../ui/Icon.tsx';
import { plural } from '../../ui/plural.ts';
import ui from '../../ui/ui.module.css';
import { FacetValues } from './FacetValues.tsx';
import css from './filters.module.css';
import { relaysOf } from './model.ts';
import look from './sheet.module.css';

const FACETS: ListFacet[] = ['actors', 'kinds', 'tieKinds', 'articles', 'relays', 'places', 'certainties', 'topics'];
/** Values of a facet that stand there at once; the rest come when asked for. */
const FIRST = 5;
/** How many more each asking brings. */
const MORE = 200;

type Props = { desk: Desk; open: boolean; onClose: () => void };

/** All filters in a sheet from below; it ends in what they leave. */
export function FilterSheet({ desk, open, onClose }: Props) {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = sheet.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);
  const { slice, whole, filters, onFilter } = desk;
  const on = activeFilters(whole, filters).length;
  const left = slice.statements.length;
  return (
    <dialog aria-label="Filter" className={look.sheet} onClose={onClose} ref={sheet}>
      {open && (
        <>
          <header>
            <h2>Filter</h2>
            <button aria-label="Close the filters" className={look.close} onClick={onClose} type="button">
              <Icon name="close" />
            </button>
          </header>
          <div className={look.body}>
            {(hasSigns(whole) ? [...FACETS, 'checked' as const] : FACETS).map((facet) => (
              <SheetFacet desk={desk} facet={facet} key={facet} />
            ))}
          </div>
          <footer>
            <button className={ui.button} disabled={on === 0} onClick={() => onFilter(() => NO_FILTERS)} type="button">
              Clear {on}
            </button>
            <button className={look.show} onClick={onClose} type="button">
              Show {plural(left, 'statement')}
            </button>
          </footer>
        </>
      )}
    </dialog>
  );
}

function SheetFacet({ desk, facet }: { desk: Desk; facet: ListFacet }) {
  const { whole, filters } = desk;
  const [limit, setLimit] = useState(FIRST);
  const values = useMemo(
    () => facetValues(whole, filters, facet).filter(({ count, active }) => count > 0 || active),
    [whole, filters, facet],
  );
  const relays = relaysOf(whole);
  // Relays are few and easily hidden behind the speakers: they come first.
  const rank = ({ value, count }: FacetValue) => count + (facet === 'relays' && relays.has(value) ? 1e9 : 0);
  const sorted = facet === 'actors' || facet === 'relays' ? [...values].sort((a, b) => rank(b) - rank(a)) : values;
  if (values.length === 0) return null;
  const shown = sorted.filter(({ active }, index) => index < limit || active);
  return (
    <div aria-label={FACET_NAMES[facet]} className={css.menuFacet} role="group">
      <p aria-hidden="true">{FACET_NAMES[facet]}</p>
      <FacetValues desk={desk} facet={facet} values={shown} where="sheet" />
      {sorted.length > shown.length && (
        <button className={ui.button} onClick={() => setLimit(limit + MORE)} type="button">
          {sorted.length - shown.length} more
        </button>
      )}
    </div>
  );
}
