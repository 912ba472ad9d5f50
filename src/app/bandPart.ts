import { lazyPart } from '../ui/lazyPart.ts';

/** The line above the masthead. Its code is there before a coverage that needs it is shown, so that the page never stands without it. */
export const Band = lazyPart(() => import('../features/opening/Band.tsx'));
