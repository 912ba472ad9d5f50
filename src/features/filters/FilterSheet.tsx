import { useEffect, useRef, useState } from 'react';
import type { Desk } from '../../domain/desk.ts';
import { facetValues } from '../../domain/facets.ts';
import { type ListFacet, NO_FILTERS, toggled } from '../../domain/filters.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import css from './filters.module.css';
import { activeFilters, FACET_NAMES, valueName } from './model.ts';

const FACETS: ListFacet[] = ['actors', 'kinds', 'tieKinds', 'articles', 'relays', 'places', 'certainties', 'topics'];
/** Values of a facet that stand there at once; the rest come when asked for. */
const FIRST = 5;

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
    <dialog aria-label="Filter" className={css.sheet} onClose={onClose} ref={sheet}>
      {open && (
        <>
          <header>
            <h2>Filter</h2>
            <button aria-label="Close the filters" className={css.sheetClose} onClick={onClose} type="button">
              <Icon name="close" />
            </button>
          </header>
          <div className={css.sheetBody}>
            {FACETS.map((facet) => (
              <SheetFacet desk={desk} facet={facet} key={facet} />
            ))}
          </div>
          <footer>
            <button className={ui.button} disabled={on === 0} onClick={() => onFilter(NO_FILTERS)} type="button">
              Clear {on}
            </button>
            <button className={css.sheetShow} onClick={onClose} type="button">
              Show {left} {left === 1 ? 'statement' : 'statements'}
            </button>
          </footer>
        </>
      )}
    </dialog>
  );
}

function SheetFacet({ desk, facet }: { desk: Desk; facet: ListFacet }) {
  const [all, setAll] = useState(false);
  const { whole, filters, onFilter } = desk;
  const values = facetValues(whole, filters, facet).filter(({ count, active }) => count > 0 || active);
  const sorted = facet === 'actors' || facet === 'relays' ? [...values].sort((a, b) => b.count - a.count) : values;
  if (values.length === 0) return null;
  const shown = all ? sorted : sorted.filter(({ active }, index) => index < FIRST || active);
  return (
    <div aria-label={FACET_NAMES[facet]} className={css.menuFacet} role="group">
      <p aria-hidden="true">{FACET_NAMES[facet]}</p>
      {shown.map(({ value, count, active }) => (
        <Chip
          active={active}
          count={count}
          focusKey={`sheet:${facet}:${value}`}
          key={value}
          onToggle={() => onFilter(toggled(filters, facet, value as never))}
          unit={facet === 'tieKinds' ? 'ties' : 'statements'}
        >
          <Words>{facet === 'relays' ? valueName(whole, 'actors', value) : valueName(whole, facet, value)}</Words>
        </Chip>
      ))}
      {sorted.length > shown.length && (
        <button className={ui.button} onClick={() => setAll(true)} type="button">
          {sorted.length - shown.length} more
        </button>
      )}
    </div>
  );
}
