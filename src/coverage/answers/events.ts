import type { Dataset } from '../../domain/corpus.ts';
import type { DatedEvent } from '../../domain/datedEvent.ts';
import { dateWords } from '../../domain/dateWords.ts';
import { dayNumber, readEdtf } from '../../domain/edtf.ts';
import { firstRows } from '../../domain/lists.ts';
import { isChecked } from '../../domain/mark.ts';
import { once } from '../../domain/once.ts';
import type { Question } from '../coverage.ts';
import { type EventGroup, eventGroups, type InTime } from './eventGroups.ts';

/** An event as the axis and the list draw it. */
export type EventRow = InTime &
  Pick<DatedEvent, 'id' | 'label' | 'surface' | 'certainty'> & {
    dateWords: string;
    /** It lies after the coverage's own day: for the coverage, it has not happened. */
    expected: boolean;
    /** Whether a person stands behind it. */
    checked: boolean;
    shown: boolean;
  };

/** A span of at most this many days stands on the days, a longer one on the months. */
const SHORT = 10;

/** Every event of a coverage in order of time, those without a date last. */
const eventsOf = once(({ events, asOf }: Dataset) =>
  events
    .flatMap(({ id, label, surface, certainty, date, mark }): Omit<EventRow, 'shown'>[] => {
      const span = readEdtf(date);
      if (!span) return [];
      const first = span.first === null ? null : dayNumber(span.first);
      const last = span.last === null ? null : dayNumber(span.last);
      return [
        {
          id,
          label,
          surface,
          certainty,
          shape: first === null || last === null ? 'open' : last - first < SHORT ? 'days' : 'span',
          first: first ?? last ?? 0,
          last: last ?? first ?? 0,
          choice: span.precision === 'one-of',
          dateWords: dateWords(span),
          expected: (span.first ?? '') > asOf.date,
          checked: isChecked(mark),
        },
      ];
    })
    .sort((a, b) => Number(a.shape === 'open') - Number(b.shape === 'open') || a.first - b.first || a.last - b.last),
);

/**
 * The first events in order of time, and how many there are; those that are selected come first. Where more are selected than were
 * asked for, all that are selected stand in `groups`, by months or years.
 */
export type EventsAnswer = { events: EventRow[]; eventsInAll: number; groups: EventGroup[] };

/** When: so many events. */
export const EVENTS: Question<{ events: number }, EventsAnswer> = {
  name: 'events',
  answer: ({ whole, slice }, wants) => {
    const present = new Set(slice.events.map(({ id }) => id));
    const all = eventsOf(whole).map((event): EventRow => ({ ...event, shown: present.has(event.id) }));
    const selected = all.filter(({ shown }) => shown);
    return {
      events: firstRows(all, wants.events),
      eventsInAll: all.length,
      groups: selected.length > wants.events ? eventGroups(selected) : [],
    };
  },
};
