import type { Dataset } from '../../domain/corpus.ts';
import type { DatedEvent } from '../../domain/datedEvent.ts';
import { dateWords } from '../../domain/dateWords.ts';
import { type DateSpan, dayNumber, readEdtf } from '../../domain/edtf.ts';
import type { TimeItem } from '../../draw/timeAxis.ts';

export { firstRows } from '../../domain/lists.ts';

export type EventRow = { event: DatedEvent; span: DateSpan; item: TimeItem; shown: boolean; dateWords: string };

/** Most events that have a mark each on the axis; more of them stand there by month, year or decade. */
export const MOST_EVENTS = 120;

/** A span of at most this many days stands on the days, a longer one on the months. */
const SHORT = 10;

/** Every event of the coverage in order of time; `shown` says whether the slice still has it. */
export function eventRows(whole: Dataset, slice: Dataset): EventRow[] {
  const present = new Set(slice.events.map(({ id }) => id));
  return whole.events
    .flatMap((event): EventRow[] => {
      const span = readEdtf(event.date);
      if (!span) return [];
      const first = span.first === null ? null : dayNumber(span.first);
      const last = span.last === null ? null : dayNumber(span.last);
      const shape = first === null || last === null ? 'open' : last - first < SHORT ? 'days' : 'span';
      const item: TimeItem = {
        id: event.id,
        label: event.label,
        shape,
        first: first ?? last ?? 0,
        last: last ?? first ?? 0,
        choice: span.precision === 'one-of',
      };
      return [{ event, span, item, shown: present.has(event.id), dateWords: dateWords(span) }];
    })
    .sort(
      (a, b) =>
        Number(a.item.shape === 'open') - Number(b.item.shape === 'open') ||
        a.item.first - b.item.first ||
        a.item.last - b.item.last,
    );
}
