import { updates } from '../offline/updates.ts';
import { showNotice } from '../ui/notice.ts';

/** How long the first screen is left alone by what comes after it, in milliseconds. */
const QUIET = 3000;

/** Waits until the page is loaded and has nothing to do. */
async function untilIdle(): Promise<void> {
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  if ('requestIdleCallback' in window) await new Promise((resolve) => requestIdleCallback(resolve, { timeout: QUIET }));
}

/** Offers the version that waits. A wall screen takes it by itself, when its scene changes. */
function offer(): void {
  if (!updates.ready() || document.documentElement.dataset.kiosk !== undefined) return;
  showNotice('A newer version is ready.', 'Reload', async () => {
    // Whoever asks is not held to the budget.
    if (!(await updates.take())) window.location.reload();
  });
}

/** Has the app held on this device once the first screen is done, so that it works without a server; and offers newer versions. */
export async function keepOffline(): Promise<void> {
  await untilIdle();
  updates.subscribe(offer);
  updates.start();
}
