import type { SpeakerRow } from '../../coverage/answers/speakers.ts';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { LookAlike } from '../../ui/LookAlike.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './speakers.module.css';

/** The name of a speaker, which filters by it; the words that stand for one who is not settled. */
export function Name({ row, desk }: { row: SpeakerRow; desk: Desk }) {
  const { filters, onFilter } = desk;
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
      {row.alike && <LookAlike id={actor} />}
    </>
  );
}
