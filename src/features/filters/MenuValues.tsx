import { startTransition, useState } from 'react';
import { FACET } from '../../coverage/answers/facet.ts';
import type { Desk } from '../../coverage/desk.ts';
import type { ListFacet } from '../../domain/filters.ts';
import { Rest } from '../../ui/Rest.tsx';
import { FacetValues } from './FacetValues.tsx';
import css from './filters.module.css';

/** Values that stand there at once, and how many more each asking brings. */
const FIRST = 80;
const MORE = 200;

/** The values of a facet in its menu. */
export default function MenuValues({ desk, facet }: { desk: Desk; facet: ListFacet }) {
  const [first, setFirst] = useState(FIRST);
  // Degrees of certainty have an order of their own.
  const order = facet === 'certainties' ? 'table' : 'most';
  const { values, offered, empty } = desk.answer(FACET, { facet, first, order });
  const more = () => startTransition(() => setFirst(first + MORE));
  return (
    <>
      <FacetValues desk={desk} facet={facet} values={values} where="menu" />
      <Rest count={offered - values.length} onMore={more} step={MORE} what="values" />
      {empty > 0 && <p className={css.rest}>{empty} more would show no statement with the other filters.</p>}
    </>
  );
}
