import type { Desk } from '../../coverage/desk.ts';
import Axis from './Axis.tsx';
import { EventList } from './EventList.tsx';
import type { EventRow } from './model.ts';

/** The events on an axis or, where there is no room for one or somebody asks for it, in a list. */
export default function Events({ desk, rows, as }: { desk: Desk; rows: EventRow[]; as: 'axis' | 'list' }) {
  return as === 'list' ? <EventList desk={desk} rows={rows} /> : <Axis desk={desk} rows={rows} />;
}
