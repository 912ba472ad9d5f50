import type { PictureOutline } from './types.ts';

export type Room = { readonly width: number; readonly height: number };

/** The width and height in px that the network has on a desk of 1440 × 1000: its picture there is drawn by the build. */
export const DESK_ROOM: Room = { width: 548, height: 338 };

const MODEL_ROOM: Room = { width: 548, height: 316 };
const PHONE_ROOM: Room = { width: 358, height: 420 };
/** Below this width, in px, the picture is another one. */
const PHONE = 400;

/** The room whose picture all rooms of this kind follow: a panel that grows or shrinks keeps every actor in its place. */
export const modelRoom = ({ width }: Room): Room => (width < PHONE ? PHONE_ROOM : MODEL_ROOM);

/** Whether a picture was drawn for just this room. */
export const fitsRoom = (picture: Pick<PictureOutline, 'width' | 'height'>, { width, height }: Room): boolean =>
  picture.width === width && picture.height === height;
