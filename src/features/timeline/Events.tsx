import type { Desk } from '../../coverage/desk.ts';
import Axis from './Axis.tsx';
import { EventList } from './EventList.tsx';

/** `most`: the events that the axis marks one by one, and that the list has at first. */
type Props = { desk: Desk; as: 'axis' | 'list'; most: number };

/** The events on an axis or, where there is no room for one or somebody asks for it, in a list. */
export default function Events({ desk, as, most }: Props) {
  return as === 'list' ? <EventList desk={desk} first={most} /> : <Axis desk={desk} most={most} />;
}
