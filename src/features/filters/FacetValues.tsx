import type { Desk } from '../../domain/desk.ts';
import type { FacetValue } from '../../domain/facets.ts';
import { valueName } from '../../domain/filterNames.ts';
import { type ListFacet, toggled } from '../../domain/filters.ts';
import { lookalikesIn } from '../../domain/names.ts';
import { TIE_KINDS } from '../../domain/tie.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LookAlike } from '../../ui/LookAlike.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './filters.module.css';
import { relaysOf } from './model.ts';

type Props = {
  desk: Desk;
  facet: ListFacet;
  values: FacetValue[];
  /** Where the chips stand: `chip` in the bar, `menu` or `sheet`; part of the name that the focus comes back to. */
  where: string;
};

/** The values of a facet as chips; those who carry others' words stand apart from those who speak for themselves. */
export function FacetValues(props: Props) {
  const { desk, facet, values } = props;
  const chips = (some: FacetValue[]) => some.map((one) => <ValueChip {...props} {...one} key={one.value} />);
  if (facet !== 'relays') return chips(values);
  const relays = relaysOf(desk.whole);
  const group = (name: string, some: FacetValue[]) =>
    some.length > 0 && (
      <div aria-label={name} className={css.menuFacet} role="group">
        <p aria-hidden="true">{name}</p>
        {chips(some)}
      </div>
    );
  return (
    <>
      {group(
        'Relays: words of others',
        values.filter(({ value }) => relays.has(value)),
      )}
      {group(
        'Speakers: words of their own',
        values.filter(({ value }) => !relays.has(value)),
      )}
    </>
  );
}

function ValueChip({ desk, facet, where, value, count, active }: Props & FacetValue) {
  const { whole, filters, onFilter } = desk;
  const kind = facet === 'tieKinds' && TIE_KINDS.find((known) => known === value);
  const place = facet === 'articles' ? whole.articles.findIndex(({ id }) => id === value) : -1;
  return (
    <Chip
      active={active}
      count={count}
      focusKey={`${where}:${facet}:${value}`}
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
        <Words>{valueName(whole, facet === 'relays' ? 'actors' : facet, value)}</Words>
      )}
      {(facet === 'actors' || facet === 'relays') && lookalikesIn(whole).has(value) && <LookAlike id={value} />}
    </Chip>
  );
}
