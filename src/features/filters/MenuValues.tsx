import { useMemo, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { facetValues } from '../../domain/facets.ts';
import type { ListFacet } from '../../domain/filters.ts';
import { Rest } from '../../ui/Rest.tsx';
import { FacetValues } from './FacetValues.tsx';
import css from './filters.module.css';

/** Values that stand there at once, and how many more each asking brings. */
const FIRST = 80;
const MORE = 200;

/** The values of a facet in its menu. */
export default function MenuValues({ desk, facet }: { desk: Desk; facet: ListFacet }) {
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
