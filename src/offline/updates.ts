import { scriptAddress } from '../workers/startWorker.ts';
import { askOffline } from './messages.ts';
import { pageBudget } from './reloadBudget.ts';
import { serverAnswers } from './serverAnswers.ts';
import { installed, takeOver } from './takeOver.ts';

/**
 * A newer version of the app. `start` has the app held by its worker and looks for newer ones; `ready` says whether one waits;
 * `take` loads the page again with it. `take` is false, and nothing happens, when none is ready, the reload budget is used up
 * or the server does not answer.
 */
export type Updates = {
  start: () => void;
  ready: () => boolean;
  subscribe: (listener: () => void) => () => void;
  take: () => Promise<boolean>;
};

/** How often it is looked for a newer version, in milliseconds: half an hour, and up to a quarter more or less. */
const EVERY = 30 * 60_000;
/** The least time between two looks, in milliseconds. */
const LEAST = 60_000;
/** How long the worker may take to look through its cache, in milliseconds. */
const CHECK_WAIT = 90_000;

function createUpdates(): Updates {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const budget = pageBudget();
  let registration: ServiceWorkerRegistration | undefined;
  let started = false;
  let taking = false;
  /** Another page of the app has let a newer version take over. */
  let overtaken = false;
  let looked = 0;

  const look = async () => {
    const since = Date.now() - looked;
    // A clock that was set back must not end the looking.
    if (!registration || (since >= 0 && since < LEAST)) return;
    looked = Date.now();
    const { controller } = navigator.serviceWorker;
    if (controller) void askOffline(controller, { type: 'check' }, CHECK_WAIT);
    // Without a network, or with a broken version on the server, all stays as it is.
    await registration.update().catch(() => {});
  };
  const lookAgain = () => {
    setTimeout(
      () => {
        void look();
        lookAgain();
      },
      EVERY * (0.75 + Math.random() / 2),
    );
  };
  const begin = async () => {
    const container = navigator.serviceWorker;
    let held = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      overtaken ||= held && !taking;
      held = true;
      tell();
    });
    registration = await container.register(scriptAddress('./sw.js'), { updateViaCache: 'none' });
    registration?.addEventListener('updatefound', async () => {
      await installed(registration?.installing ?? null);
      tell();
    });
    if (registration?.waiting) tell();
    if (held) void look();
    document.addEventListener('visibilitychange', () => !document.hidden && void look());
    window.addEventListener('online', () => void look());
    lookAgain();
  };
  // The very first one waits for a moment, too, but for nobody.
  const ready = () => overtaken || Boolean(registration?.active && registration.waiting);
  const take = async () => {
    if (taking || !ready() || !budget.allows()) return false;
    taking = true;
    try {
      if (!(await serverAnswers()) || !budget.spend()) return false;
      if (registration?.waiting && !(await takeOver(registration))) return false;
      window.location.reload();
      return true;
    } finally {
      taking = false;
    }
  };
  return {
    start: () => {
      if (started || !('serviceWorker' in navigator)) return;
      started = true;
      // Where a browser does not allow workers, the page lives from the network as before.
      begin().catch(() => {});
    },
    ready,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take,
  };
}

/** The versions of this page. */
export const updates: Updates = createUpdates();
