import { startTransition, useState } from 'react';
import { EVENTS } from '../../coverage/answers/events.ts';
import type { Desk } from '../../coverage/desk.ts';
import { Rest } from '../../ui/Rest.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './timeline.module.css';

/** How many more events each asking brings. */
const MORE = 200;

/** The events in order of time, with the words that date them; so many at first. */
export function EventList({ desk, first }: { desk: Desk; first: number }) {
  const [limit, setLimit] = useState(first);
  const { events, eventsInAll } = desk.answer(EVENTS, { events: limit });
  const { signed } = desk.head;
  return (
    <>
      <ol className={css.list}>
        {events.map(({ id, label, surface, dateWords, certainty, checked, shown }) => (
          <li data-dim={shown ? undefined : ''} key={id}>
            <button data-focus={`event:${id}`} onClick={() => desk.onOpen({ mark: id, passage: 1 })} type="button">
              <span className={css.listDate}>
                {dateWords}
                {certainty !== 'stated' && ` (${certainty})`}
              </span>
              <span data-sign={signed ? (checked ? 'solid' : 'hollow') : undefined}>
                {signed && <Sign checked={checked} />} <Words>{label}</Words>
              </span>
              <span className={css.surface}>
                “<Words>{surface}</Words>”
              </span>
            </button>
          </li>
        ))}
      </ol>
      <Rest
        count={eventsInAll - events.length}
        onMore={() => startTransition(() => setLimit(limit + MORE))}
        step={MORE}
        what="events"
      />
    </>
  );
}
