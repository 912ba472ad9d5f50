import { Suspense, startTransition, useEffect, useRef, useState } from 'react';
import { FACET } from '../../coverage/answers/facet.ts';
import { SHOWN } from '../../coverage/answers/shown.ts';
import type { Desk } from '../../coverage/desk.ts';
import { FACET_NAMES } from '../../domain/filterNames.ts';
import { filterCount, type ListFacet, NO_FILTERS } from '../../domain/filters.ts';
import { Icon } from '../../ui/Icon.tsx';
import { plural } from '../../ui/plural.ts';
import ui from '../../ui/ui.module.css';
import { FacetValues } from './FacetValues.tsx';
import css from './filters.module.css';
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
          <Suspense fallback={null}>
            <Choices desk={desk} onClose={onClose} />
          </Suspense>
        </>
      )}
    </dialog>
  );
}

function Choices({ desk, onClose }: Omit<Props, 'open'>) {
  const on = filterCount(desk.filters);
  const { statements } = desk.answer(SHOWN, null).sizes;
  return (
    <>
      <div className={look.body}>
        {(desk.head.signed ? [...FACETS, 'checked' as const] : FACETS).map((facet) => (
          <SheetFacet desk={desk} facet={facet} key={facet} />
        ))}
      </div>
      <footer>
        <button className={ui.button} disabled={on === 0} onClick={() => desk.onFilter(() => NO_FILTERS)} type="button">
          Clear {on}
        </button>
        <button className={look.show} onClick={onClose} type="button">
          Show {plural(statements, 'statement')}
        </button>
      </footer>
    </>
  );
}

function SheetFacet({ desk, facet }: { desk: Desk; facet: ListFacet }) {
  const [first, setFirst] = useState(FIRST);
  // Relays are few and easily hidden behind the speakers: they come first.
  const order = facet === 'relays' ? 'relays' : facet === 'actors' ? 'most' : 'table';
  const { values, offered } = desk.answer(FACET, { facet, first, order });
  if (offered === 0) return null;
  const rest = offered - values.length;
  return (
    <div aria-label={FACET_NAMES[facet]} className={css.menuFacet} role="group">
      <p aria-hidden="true">{FACET_NAMES[facet]}</p>
      <FacetValues desk={desk} facet={facet} values={values} where="sheet" />
      {rest > 0 && (
        <button className={ui.button} onClick={() => startTransition(() => setFirst(first + MORE))} type="button">
          {rest} more
        </button>
      )}
    </div>
  );
}
