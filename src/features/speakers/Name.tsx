import type { Desk } from '../../domain/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { lookalikesIn } from '../../domain/names.ts';
import { LookAlike } from '../../ui/LookAlike.tsx';
import { Words } from '../../ui/Words.tsx';
import type { SpeakerRow } from './model.ts';
import css from './speakers.module.css';

/** The name of a speaker, which filters by it; the words that stand for one who is not settled. */
export function Name({ row, desk }: { row: SpeakerRow; desk: Desk }) {
  const { whole, filters, onFilter } = desk;
  const { actor } = row;
  if (actor === null) return <Words>{row.name}</Words>;
  return (
    <>
      <button
        aria-pressed={filters.actors.includes(actor)}
        className={css.name}
        data-focus={`speaker:${actor}`}
        onClick={() => onFilter((now) => toggled(now, 'actors', actor))}
        type="button"
      >
        <Words>{row.name}</Words>
      </button>
      {lookalikesIn(whole).has(actor) && <LookAlike id={actor} />}
    </>
  );
}
