import { useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { isChecked } from '../../domain/mark.ts';
import { hasSigns } from '../../domain/signs.ts';
import { Rest } from '../../ui/Rest.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import { type EventRow, firstRows } from './model.ts';
import css from './timeline.module.css';

/** Events that stand there at once, and how many more each asking brings. */
const FIRST = 120;
const MORE = 200;

/** The events in order of time, with the words that date them. */
export function EventList({ desk, rows }: { desk: Desk; rows: EventRow[] }) {
  const [limit, setLimit] = useState(FIRST);
  const signed = hasSigns(desk.whole);
  const shown = firstRows(rows, limit);
  return (
    <>
      <ol className={css.list}>
        {shown.map(({ event, dateWords, shown }) => (
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
              <span data-sign={signed ? (isChecked(event.mark) ? 'solid' : 'hollow') : undefined}>
                {signed && <Sign checked={isChecked(event.mark)} />} <Words>{event.label}</Words>
              </span>
              <span className={css.surface}>
                “<Words>{event.surface}</Words>”
              </span>
            </button>
          </li>
        ))}
      </ol>
      <Rest count={rows.length - shown.length} onMore={() => setLimit(limit + MORE)} step={MORE} what="events" />
    </>
  );
}
