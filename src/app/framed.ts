import type { View } from '../domain/view.ts';

/** Whether a page is held by another one, of whatever origin. */
export const inFrame = (win: Pick<Window, 'self' | 'top'>): boolean => win.top !== win.self;

/**
 * Whether a view stands in a frame where it may not: there, somebody could lay the desk under a page of their own. Embeds are made for frames,
 * and the wall screen is held by its watchdog. `public/before-paint.js` hides by the same rule what came with the page.
 */
export const isMisplaced = ({ embed, kiosk }: Pick<View, 'embed' | 'kiosk'>, framed: boolean): boolean =>
  framed && embed === null && kiosk === null;
