import ready from 'virtual:ready-network';
import type { NetworkOrder } from './picture.ts';
import { fitsRoom, modelRoom, type Room } from './rooms.ts';
import type { PictureOutline, PlacedNetwork } from './types.ts';

const isReady = (order: NetworkOrder) => ready !== null && JSON.stringify(ready.order) === JSON.stringify(order);

/** The picture for `room` if it was drawn when the app was built: that of the bundled coverage, on a desk of 1440 × 1000. */
export function readyPicture(order: NetworkOrder, room: Room): PlacedNetwork | null {
  return ready && fitsRoom(ready.picture, room) && isReady(order) ? ready.picture : null;
}

/** The outline of the picture of `room`'s model room, if the build has drawn it. */
export function readyModel(order: NetworkOrder, room: Room): PictureOutline | null {
  return ready && fitsRoom(ready.model, modelRoom(room)) && isReady(order) ? ready.model : null;
}
