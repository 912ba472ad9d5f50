import { expect } from '@playwright/test';
import { built } from '../build.ts';
import { asOf } from '../coverage.ts';
import { holds, said } from '../holds.ts';
import type { Row } from '../row.ts';
import { enter, type Stage } from '../stage.ts';

const FILE = 'coverage.json';
const NEWER = '2019-01-11';
const WITH_WORKER = { worker: true } as const;

/** The kiosk shows newer coverage, and its service worker holds the app. */
async function isHeld(stage: Stage): Promise<void> {
  stage.server.break(FILE, { kind: 'body', of: asOf(NEWER) });
  await enter(stage);
  await stage.pass(60);
  const held = () => stage.page.evaluate(() => navigator.serviceWorker.controller?.state);
  await expect.poll(held, { message: 'the state of the service worker', timeout: 30_000 }).toBe('activated');
  expect((await said(stage.page)).asOf, 'the coverage on screen before the fault').toBe(NEWER);
}

/** Puts other words in the place of every held script. */
const corruptScripts = ({ page }: Stage) =>
  page.evaluate(async () => {
    let wrong = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!request.url.includes('.js')) continue;
        await cache.put(request, new Response('broken(', { headers: { 'content-type': 'text/javascript' } }));
        wrong += 1;
      }
    }
    return wrong;
  });

/** Has the browser look for a newer worker, as it does every half an hour. */
const lookForNewer = ({ page }: Stage) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update().catch(() => {});
  });

export const OFFLINE: Row[] = [
  {
    id: 'offline boot, warm',
    group: 'storage',
    injected: 'the kiosk has run once; the server closes its port; the page is opened again',
    must: 'the newer coverage of before is shown; the label says that it could not be checked',
    setUp: WITH_WORKER,
    run: async (stage) => {
      await isHeld(stage);
      await stage.server.refuse();
      await stage.reopen();
      await enter(stage);
      await stage.pass(180);
      await holds(stage, { stale: true, asOf: NEWER });
    },
    defence: { is: 'a service worker holds the app', mutant: 'holds-nothing' },
  },
  {
    id: 'offline, wiped while it runs',
    group: 'storage',
    injected:
      'the server closes its port and all storage of the origin is cleared, the worker included; later the server is back',
    must: 'the running kiosk goes on; after the server is back it checks again, and is held again when it is opened anew',
    setUp: WITH_WORKER,
    run: async (stage) => {
      await isHeld(stage);
      await stage.server.refuse();
      const session = await stage.context.newCDPSession(stage.page);
      const origin = new URL(stage.server.url).origin;
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await stage.pass(600);
      await holds(stage, { stale: true, asOf: NEWER, minutes: [9, 12] });
      await stage.server.heal();
      stage.server.break(FILE, { kind: 'body', of: asOf(NEWER) });
      await stage.pass(240);
      await holds(stage, { stale: false, asOf: NEWER, minutes: [0, 2] });
      await isHeld(stage);
    },
    defence: {
      is: 'a failed check is followed by another, and a wall that has lost its worker is loaded again',
      mutant: 'gives-up-and-stays',
    },
  },
  {
    id: 'corrupt cache of the app',
    group: 'storage',
    injected: 'every script that is held is replaced by words that are no script; the page is opened again',
    must: 'the kiosk runs with scripts from the server',
    setUp: WITH_WORKER,
    run: async (stage) => {
      await isHeld(stage);
      expect(await corruptScripts(stage), 'scripts that were replaced').toBeGreaterThan(5);
      await stage.reopen();
      await enter(stage);
      await stage.pass(60);
      await holds(stage, { stale: false, asOf: NEWER });
    },
    defence: { is: 'what is held is answered only with its hash', mutant: 'holds-anything' },
  },
  {
    id: 'stale worker after a deploy',
    group: 'storage',
    injected: 'a new version is deployed, and the browser finds it; the old files are 404',
    must: 'the kiosk takes the new version by itself at the end of a scene, and is loaded once',
    setUp: WITH_WORKER,
    run: async (stage) => {
      await isHeld(stage);
      const next = built([...stage.names, 'next-version']);
      let loads = 0;
      stage.page.on('domcontentloaded', () => {
        loads += 1;
      });
      stage.server.deploy(next);
      await lookForNewer(stage);
      await stage.page.waitForTimeout(3000);
      // Small steps: the kiosk asks first whether the server answers, and gives it five seconds.
      await stage.pass(120, 2);
      await expect(stage.page, 'the version on screen').toHaveTitle(/next version/);
      expect(loads, 'how often the page was loaded').toBe(1);
      await stage.pass(60);
      await holds(stage, { stale: false, asOf: NEWER });
    },
    defence: { is: 'the wall takes a version that waits at the end of a scene', mutant: 'keeps-its-version' },
  },
  {
    id: 'a deploy with a missing file',
    group: 'storage',
    injected: 'a new version is deployed, but the script of the wall is a 404 for ever',
    must: 'the kiosk goes on with the version that it has, also when it is opened again',
    setUp: WITH_WORKER,
    run: async (stage) => {
      await isHeld(stage);
      stage.server.deploy(built([...stage.names, 'next-version']));
      stage.server.break(/KioskScreen-.*\.js$/, { kind: 'status', status: 404 });
      await lookForNewer(stage);
      await stage.page.waitForTimeout(3000);
      await stage.pass(120, 2);
      await holds(stage, { stale: false, asOf: NEWER });
      await stage.reopen();
      await enter(stage);
      await stage.pass(60);
      await holds(stage, { stale: false, asOf: NEWER });
      await expect(stage.page, 'the version on screen').not.toHaveTitle(/next version/);
    },
    defence: { is: 'a version is held as a whole, and the one that is held is shown', mutant: 'holds-nothing' },
  },
];
