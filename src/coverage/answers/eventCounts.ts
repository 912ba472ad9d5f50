import { readEdtf } from '../../domain/edtf.ts';
import type { Question } from '../coverage.ts';

/** How many events are selected, and how many of them are before or after something, without a day, month or year of their own. */
export type EventCounts = { events: number; undated: number };

/** How many events there are, for whoever shows none of them. */
export const EVENT_COUNTS: Question<null, EventCounts> = {
  name: 'event-counts',
  answer: ({ slice: { events } }) => ({
    events: events.length,
    undated: events.filter(({ date }) => readEdtf(date)?.precision === 'open').length,
  }),
};
