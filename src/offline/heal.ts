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
/** What could not be loaded so far, by its address. */
const broken = new Set<string>();
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

/** The browser's own cache may hold a page under the name of a script. */
async function fetchAnew(): Promise<void> {
  const own = [...broken].filter((address) => new URL(address, location.href).origin === location.origin);
  await Promise.allSettled(own.map((address) => fetch(address, { cache: 'reload' })));
}

/** Puts right what this page is loaded from. False when loading it again would change nothing. */
async function mend(): Promise<boolean> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await container?.getRegistration();
  if (registration && container?.controller) {
    const checked = await askOffline(container.controller, { type: 'check' }, CHECK_WAIT);
    if (checked === null) await giveUp(registration);
    else if (checked.mended < checked.wrong) return takeNewer(registration);
  }
  await fetchAnew();
  return true;
}

/** Nobody's work is thrown away: while a dialog is open, the page only offers to be loaded again. */
const isAtWork = () => document.querySelector('dialog[open]') !== null;

async function tryToHeal(): Promise<boolean> {
  if (isAtWork() || !budget.allows() || !(await serverAnswers())) return false;
  if (!(await mend()) || isAtWork() || !budget.spend()) return false;
  window.location.reload();
  return true;
}

/**
 * Called when a file of the app could not be loaded; `address` is where it should be, if that is known. What can be mended is
 * mended, and the page loads itself again within the reload budget. Where that is not possible the page keeps what it has, says so
 * and tries again later.
 */
export async function heal(address?: string): Promise<void> {
  if (address) broken.add(address);
  if (healing) return;
  healing = true;
  if (await tryToHeal().catch(() => false)) return;
  showNotice('A part of this page could not be loaded. It is tried again by itself.', 'Reload now', async () => {
    await fetchAnew();
    window.location.reload();
  });
  setTimeout(() => {
    healing = false;
    void heal();
  }, AGAIN);
}
