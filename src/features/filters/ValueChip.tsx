import type { ReactNode } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import type { FacetValue } from '../../domain/facets.ts';
import { valueName } from '../../domain/filterNames.ts';
import { type ListFacet, toggled } from '../../domain/filters.ts';
import { TIE_KINDS } from '../../domain/tie.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './filters.module.css';

export type ValueProps = {
  desk: Desk;
  facet: ListFacet;
  /** Where the chips stand: `chip` in the bar, `menu` or `sheet`; part of the name that the focus comes back to. */
  where: string;
};

/** One value of a facet as a chip, with what else there is to say of it. */
export function ValueChip({
  desk,
  facet,
  where,
  value,
  count,
  active,
  note,
}: ValueProps & FacetValue & { note?: ReactNode }) {
  const { whole, onFilter } = desk;
  const kind = facet === 'tieKinds' && TIE_KINDS.find((known) => known === value);
  const place = facet === 'articles' ? whole.articles.findIndex(({ id }) => id === value) : -1;
  return (
    <Chip
      active={active}
      count={count}
      focusKey={`${where}:${facet}:${value}`}
      onToggle={() => onFilter((now) => toggled(now, facet, value as never))}
      unit={kind ? 'ties' : 'statements'}
    >
      {facet === 'checked' && (value === 'yes' ? <Icon name="check" size={12} /> : <i className={css.ring} />)}
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
        <span className={facet === 'checked' ? css.word : undefined}>
          <Words>{valueName(whole, facet === 'relays' ? 'actors' : facet, value)}</Words>
        </span>
      )}
      {note}
    </Chip>
  );
}
