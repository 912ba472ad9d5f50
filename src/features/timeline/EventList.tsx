import type { Desk } from '../../domain/desk.ts';
import { Words } from '../../ui/Words.tsx';
import type { EventRow } from './model.ts';
import css from './timeline.module.css';

/** The events in order of time, with the words that date them. */
export function EventList({ desk, rows }: { desk: Desk; rows: EventRow[] }) {
  return (
    <ol className={css.list}>
      {rows.map(({ event, dateWords, shown }) => (
        <li data-dim={shown ? undefined : ''} key={event.id}>
          <button
            data-focus={`event:${event.id}`}
            onClick={() => desk.onOpen({ mark: event.id, passage: 1 })}
            type="button"
          >
            <span className={css.listDate}>
              {dateWords}
              {event.certainty !== 'stated' && ` (${event.certainty})`}
            </span>
            <Words>{event.label}</Words>
            <span className={css.surface}>
              “<Words>{event.surface}</Words>”
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
