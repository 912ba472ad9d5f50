import type { ReactNode } from 'react';
import type { NamedValue } from '../../coverage/answers/chips.ts';
import type { Desk } from '../../coverage/desk.ts';
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
  one: NamedValue;
  /** Where the chips stand: `chip` in the bar, `menu` or `sheet`; part of the name that the focus comes back to. */
  where: string;
};

/** One value of a facet as a chip, with what else there is to say of it. */
export function ValueChip({ desk, facet, where, one, note }: ValueProps & { note?: ReactNode }) {
  const { value, name, place, count, active } = one;
  const kind = facet === 'tieKinds' && TIE_KINDS.find((known) => known === value);
  return (
    <Chip
      active={active}
      count={count}
      focusKey={`${where}:${facet}:${value}`}
      onToggle={() => desk.onFilter((now) => toggled(now, facet, value as never))}
      unit={kind ? 'ties' : 'statements'}
    >
      {facet === 'checked' && (value === 'yes' ? <Icon name="check" size={12} /> : <i className={css.ring} />)}
      {kind && (
        <span className={active ? undefined : `k-${kind}`}>
          <Icon name={kind} size={14} />
        </span>
      )}
      {facet === 'articles' ? (
        <>
          <span className="vh">Article </span>
          <Badge place={place} text={name} />
        </>
      ) : (
        <span className={facet === 'checked' ? css.word : undefined}>
          <Words>{name}</Words>
        </span>
      )}
      {note}
    </Chip>
  );
}
