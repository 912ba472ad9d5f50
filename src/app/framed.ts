import type { View } from '../domain/view.ts';

type Framed = Pick<View, 'embed' | 'kiosk' | 'data' | 'file'>;

/** Whether a page is held by another one, of whatever origin. */
export const inFrame = (win: Pick<Window, 'self' | 'top'>): boolean => win.top !== win.self;

/**
 * Whether a view stands in a frame where it may not: there, somebody could lay the desk under a page of their own. Embeds are made for frames,
 * and the wall screen is held by its watchdog, but only with the built-in coverage: a page that asks for a file or for leave to load an
 * address is never in a frame.
 */
export const isMisplaced = ({ embed, kiosk, data, file }: Framed, framed: boolean): boolean =>
  framed && embed === null && (kiosk === null || data !== null || file !== null);
