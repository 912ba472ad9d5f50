import { type Dataset, itemById } from '../../domain/corpus.ts';
import type { FacetValue } from '../../domain/facets.ts';
import { lookalikesIn } from '../../domain/names.ts';
import { LookAlike } from '../../ui/LookAlike.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './filters.module.css';
import { relaysOf } from './model.ts';
import { ValueChip, type ValueProps } from './ValueChip.tsx';

/** What is said of an actor beside the name: a fuller name that no article gives, and that another one's looks like it. */
function ActorNote({ whole, id }: { whole: Dataset; id: string }) {
  const fullName = itemById(whole.actors, id)?.fullName ?? null;
  return (
    <>
      {fullName !== null && (
        <small>
          full name, from outside the articles: <Words>{fullName}</Words>
        </small>
      )}
      {lookalikesIn(whole).has(id) && <LookAlike id={id} />}
    </>
  );
}

/** The values of a facet as chips; those who carry others' words stand apart from those who speak for themselves. */
export function FacetValues({ values, ...props }: ValueProps & { values: FacetValue[] }) {
  const { desk, facet } = props;
  const actors = facet === 'actors' || facet === 'relays';
  const chips = (some: FacetValue[]) =>
    some.map((one) => (
      <ValueChip
        {...props}
        {...one}
        key={one.value}
        note={actors ? <ActorNote id={one.value} whole={desk.whole} /> : null}
      />
    ));
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
