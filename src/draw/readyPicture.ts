import ready from 'virtual:ready-network';
import type { NetworkOrder } from './networkPicture.ts';
import { fitsRoom, type Room } from './networkRooms.ts';
import type { PlacedNetwork } from './networkTypes.ts';

/** The picture for `room` if it was drawn when the app was built: that of the bundled coverage, in the usual room. */
export function readyPicture(order: NetworkOrder, room: Room): PlacedNetwork | null {
  if (!ready || !fitsRoom(ready.picture, room)) return null;
  return JSON.stringify(ready.order) === JSON.stringify(order) ? ready.picture : null;
}
