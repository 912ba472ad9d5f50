import { Fragment } from 'react';
import { CHIPS } from '../../coverage/answers/chips.ts';
import { SHOWN } from '../../coverage/answers/shown.ts';
import type { Desk } from '../../coverage/desk.ts';
import { type ActiveFilter, FACET_NAMES } from '../../domain/filterNames.ts';
import { type ListFacet, NO_FILTERS, withoutFilter } from '../../domain/filters.ts';
import { Icon } from '../../ui/Icon.tsx';
import { plural } from '../../ui/plural.ts';
import { Words } from '../../ui/Words.tsx';
import { FacetMenu } from './FacetMenu.tsx';
import css from './filters.module.css';
import { ValueChip } from './ValueChip.tsx';

const ROW_FACETS: ListFacet[] = ['articles', 'kinds', 'tieKinds'];
/** Most articles that have a chip each in the row; more of them stand in a menu. */
const ROW_ARTICLES = 24;
type Menu = { name: string; facets: ListFacet[] };
const ARTICLES: Menu = { name: FACET_NAMES.articles, facets: ['articles'] };
const MENUS: Menu[] = [
  { name: 'Actor', facets: ['actors'] },
  { name: FACET_NAMES.relays, facets: ['relays'] },
  { name: 'More', facets: ['places', 'topics', 'certainties'] },
];

/** What narrows the coverage: chips with what each would show, menus for the long facets, and below it what is on, each with its way off. `onUndo` is null when nothing was changed yet. */
export function FilterBar({ desk, onUndo }: { desk: Desk; onUndo: (() => void) | null }) {
  const { head, view, onFilter } = desk;
  const many = head.articles.length > ROW_ARTICLES;
  const short = many ? ROW_FACETS.slice(1) : ROW_FACETS;
  const row = desk.answer(CHIPS, { facets: head.signed ? [...short, 'checked'] : short });
  const { active, sizes: left } = desk.answer(SHOWN, null);
  const total = head.sizes.statements;
  const of = (facet: ListFacet) => active.filter(({ key }) => key.startsWith(`${facet}:`));
  // The two tellings are whole under any filter: there nothing is as told by somebody.
  const told = view.page === 'desk' ? of('relays') : [];
  const inRow = row.flatMap(({ facet }) => of(facet));
  const others = active.filter((one) => !inRow.includes(one) && !told.includes(one));
  const off = ({ key, name }: ActiveFilter, said: string) => (
    <button
      aria-label={`Remove filter ${name}`}
      className={css.on}
      data-focus={`active:${key}`}
      onClick={() => onFilter((now) => withoutFilter(now, key))}
      type="button"
    >
      <Words>{said}</Words> <Icon name="close" size={12} />
    </button>
  );
  return (
    <section aria-label="Filters" className={css.bar}>
      {row.map(({ facet, values }) => (
        <div aria-label={FACET_NAMES[facet]} className={css.facet} key={facet} role="group">
          <span aria-hidden="true" className={css.facetName}>
            {FACET_NAMES[facet]}
          </span>
          {values.map((one) => (
            <ValueChip desk={desk} facet={facet} key={one.value} one={one} where="chip" />
          ))}
        </div>
      ))}
      <div className={css.menus}>
        {(many ? [ARTICLES, ...MENUS] : MENUS).map(({ name, facets }) => (
          <FacetMenu desk={desk} facets={facets} key={name} name={name} />
        ))}
      </div>
      <p className={css.live} role="status">
        <b className="num">{left.statements}</b> {active.length > 0 && `of ${total} `}
        <span>statements</span>
      </p>
      {onUndo !== null && (
        <button
          className={css.clear}
          data-focus="undo"
          onClick={onUndo}
          title="Undo the last change of the filters (Ctrl or ⌘ + Z)"
          type="button"
        >
          Undo
        </button>
      )}
      {active.length > 0 && (
        <button className={css.clear} data-focus="clear" onClick={() => onFilter(() => NO_FILTERS)} type="button">
          Clear
        </button>
      )}
      <div className={css.strip}>
        {told.length > 0 && (
          <p className={css.told}>
            Everything below is as told by{' '}
            {told.map((one, index) => (
              <Fragment key={one.key}>
                {index > 0 && ' or '}
                {off(one, one.name.slice(FACET_NAMES.relays.length + 1))}
              </Fragment>
            ))}
            : {left.statements} of {plural(total, 'statement')}, {plural(left.ties, 'tie')},{' '}
            {plural(left.venues, 'venue')}
          </p>
        )}
        <ul aria-label="Active filters" className={css.active}>
          {others.map((one) => (
            <li key={one.key}>{off(one, one.name)}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
