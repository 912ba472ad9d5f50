import { useState } from 'react';
import type { Desk } from '../coverage/desk.ts';
import { filterCount } from '../domain/filters.ts';
import { FilterSheet } from '../features/filters/FilterSheet.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import css from './app.module.css';
import { SECTIONS, type Section } from './sections.ts';

const LOOKS: Record<Section, { icon: IconName; label: string }> = {
  quotes: { icon: 'quotes', label: 'Quotes' },
  ties: { icon: 'network', label: 'Ties' },
  places: { icon: 'pin', label: 'Places' },
  dates: { icon: 'clock', label: 'Dates' },
};

type Props = { desk: Desk; section: Section; onSection: (section: Section) => void };

/** The bar at the bottom of a phone: four sections, and the filters in the middle. */
export function PhoneBar({ desk, section, onSection }: Props) {
  const [choosing, setChoosing] = useState(false);
  const on = filterCount(desk.filters);
  const tab = (one: Section) => (
    <button
      aria-current={one === section ? 'page' : undefined}
      data-focus={`section:${one}`}
      key={one}
      onClick={() => onSection(one)}
      type="button"
    >
      <Icon name={LOOKS[one].icon} size={18} />
      {LOOKS[one].label}
    </button>
  );
  return (
    <>
      <nav aria-label="Sections" className={css.phoneBar}>
        {SECTIONS.slice(0, 2).map(tab)}
        <button className={css.phoneFilter} data-focus="sheet" onClick={() => setChoosing(true)} type="button">
          <Icon name="filter" size={18} /> Filter
          {on > 0 && (
            <span className="num">
              {on}
              <span className="vh"> on</span>
            </span>
          )}
        </button>
        {SECTIONS.slice(2).map(tab)}
      </nav>
      <FilterSheet desk={desk} onClose={() => setChoosing(false)} open={choosing} />
    </>
  );
}
