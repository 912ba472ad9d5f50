import type { FacetRow } from '../../coverage/answers/facet.ts';
import { LookAlike } from '../../ui/LookAlike.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './filters.module.css';
import { ValueChip, type ValueProps } from './ValueChip.tsx';

/** What is said of an actor beside the name: a fuller name that no article gives, and that another one's looks like it. */
function ActorNote({ row: { value, fullName, alike } }: { row: FacetRow }) {
  return (
    <>
      {fullName !== null && (
        <small>
          full name, from outside the articles: <Words>{fullName}</Words>
        </small>
      )}
      {alike && <LookAlike id={value} />}
    </>
  );
}

/** The values of a facet as chips; those who carry others' words stand apart from those who speak for themselves. */
export function FacetValues({ values, ...props }: Omit<ValueProps, 'one'> & { values: FacetRow[] }) {
  const chips = (some: FacetRow[]) =>
    some.map((one) => <ValueChip {...props} key={one.value} note={<ActorNote row={one} />} one={one} />);
  if (props.facet !== 'relays') return chips(values);
  const group = (name: string, some: FacetRow[]) =>
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
        values.filter(({ relay }) => relay),
      )}
      {group(
        'Speakers: words of their own',
        values.filter(({ relay }) => !relay),
      )}
    </>
  );
}
