import { showNotice } from '../ui/notice.ts';
import { askOffline, cacheNameOf } from './messages.ts';
import { pageBudget } from './reloadBudget.ts';
import { serverAnswers } from './serverAnswers.ts';
import { installed, takeOver } from './takeOver.ts';

// Built as heal.js, with a name that stays, and loaded by public/before-paint.js when a script or a style sheet could not be: that may
// be before the app itself has come, and also when its own files are the ones that are missing.

/** How long the worker may take to look through its cache, in milliseconds. */
const CHECK_WAIT = 90_000;
/** After what time it is tried again, in milliseconds. */
const AGAIN = 60_000;

const budget = pageBudget();
let healing = false;

/** A worker that does not answer is given up, with its files; what the app knows of the coverage stays. */
async function giveUp(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.unregister();
  await caches.delete(cacheNameOf(registration.scope));
}

/** Lets a newer version take over, if the server has one that is whole. */
async function takeNewer(registration: ServiceWorkerRegistration): Promise<boolean> {
  await registration.update().catch(() => {});
  await installed(registration.installing);
  return takeOver(registration);
}

/** Puts right what this page is loaded from. False when loading it again would change nothing. */
async function mend(broken: string | undefined): Promise<boolean> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await container?.getRegistration();
  if (registration && container?.controller) {
    const checked = await askOffline(container.controller, { type: 'check' }, CHECK_WAIT);
    if (checked === null) await giveUp(registration);
    else if (checked.mended < checked.wrong) return takeNewer(registration);
  }
  // The browser's own cache may hold a page under the name of a script.
  if (broken && new URL(broken, location.href).origin === location.origin)
    await fetch(broken, { cache: 'reload' }).catch(() => {});
  return true;
}

/** Nobody's work is thrown away: while a dialog is open, the page only offers to be loaded again. */
const isAtWork = () => document.querySelector('dialog[open]') !== null;

async function tryToHeal(broken: string | undefined): Promise<boolean> {
  if (isAtWork() || !budget.allows() || !(await serverAnswers())) return false;
  if (!(await mend(broken)) || isAtWork() || !budget.spend()) return false;
  window.location.reload();
  return true;
}

/**
 * Called when a file of the app could not be loaded; `broken` is its address, where it is known. What can be mended is mended, and
 * the page loads itself again within the reload budget. Where that is not possible the page keeps what it has, says so and tries
 * again later.
 */
export async function heal(broken?: string): Promise<void> {
  if (healing) return;
  healing = true;
  if (await tryToHeal(broken).catch(() => false)) return;
  showNotice('A part of this page could not be loaded. It is tried again by itself.', 'Reload now', () =>
    window.location.reload(),
  );
  setTimeout(() => {
    healing = false;
    void heal(broken);
  }, AGAIN);
}
