import { expect } from '@playwright/test';
import { asOf, driftedSpan, schemaVersion } from '../coverage.ts';
import { BUILT_IN, holds, said } from '../holds.ts';
import type { Row } from '../row.ts';
import { enter, type Stage } from '../stage.ts';

const FILE = 'coverage.json';
const NEWER = '2019-01-11';

/** The kiosk has found newer coverage good and shows it. */
async function seesNewer(stage: Stage): Promise<void> {
  stage.server.break(FILE, { kind: 'body', of: asOf(NEWER) });
  await enter(stage);
  await stage.pass(60);
  expect((await said(stage.page)).asOf, 'the coverage on screen before the fault').toBe(NEWER);
}

/** Puts a text where the kiosk keeps the last good coverage. */
async function keep({ page }: Stage, text: string): Promise<void> {
  const kept = await page.evaluate(async (words) => {
    const cache = await caches.open('dateline-last-good');
    const keys = await cache.keys();
    for (const key of keys) await cache.put(key, new Response(words));
    return keys.length;
  }, text);
  expect(kept, 'texts that are kept').toBeGreaterThan(0);
}

/** What is kept is replaced, the server has no coverage, and the kiosk is opened again. */
async function startsWith(stage: Stage, text: string): Promise<void> {
  await seesNewer(stage);
  await keep(stage, text);
  stage.server.break(FILE, { kind: 'status', status: 503 });
  await enter(stage);
  await stage.pass(180);
}

const DOOR_AGAIN = { is: 'what was kept has to pass the door again', mutant: 'recalls-anything' };
const NO_TRUST = { is: 'nothing depends on the storage', mutant: 'trusts-storage' };
const OWN = 'the coverage of the build is shown, and the label says that it could not be checked';

export const STORAGE: Row[] = [
  {
    id: 'started while the server has no coverage',
    group: 'storage',
    injected: 'newer coverage was shown; then coverage.json answers 503 and the page is opened again',
    must: 'the newer coverage is shown, and the label says that it could not be checked',
    short: true,
    run: async (stage) => {
      await seesNewer(stage);
      stage.server.break(FILE, { kind: 'status', status: 503 });
      await enter(stage);
      await stage.pass(180);
      await holds(stage, { stale: true, asOf: NEWER });
    },
    defence: { is: 'the last good coverage is kept', mutant: 'forgets' },
  },
  {
    id: 'kept text cut off',
    group: 'storage',
    injected: 'the kept coverage is replaced by its first half; coverage.json answers 503; the page is opened again',
    must: OWN,
    run: async (stage) => {
      const text = stage.server.text(FILE);
      await startsWith(stage, text.slice(0, text.length / 2));
      await holds(stage, { stale: true });
    },
    defence: DOOR_AGAIN,
  },
  {
    id: 'kept text with wrong values',
    group: 'storage',
    injected:
      'the kept coverage is of a later day and points one letter too far; coverage.json answers 503; the page is opened again',
    must: OWN,
    run: async (stage) => {
      await startsWith(stage, driftedSpan(stage.server.text(FILE)));
      await holds(stage, { stale: true });
    },
    defence: DOOR_AGAIN,
  },
  {
    id: 'two tabs of two versions',
    group: 'storage',
    injected:
      'the kept coverage has schemaVersion 3, as a tab of a later version would leave it; coverage.json answers 503; the page is opened again',
    must: OWN,
    run: async (stage) => {
      await startsWith(stage, schemaVersion(3)(stage.server.text(FILE)));
      await holds(stage, { stale: true });
    },
    defence: DOOR_AGAIN,
  },
  {
    id: 'kept text older than the build',
    group: 'storage',
    injected:
      'the kept coverage is a day older than that of the build; coverage.json answers 503; the page is opened again',
    must: OWN,
    run: async (stage) => {
      await startsWith(stage, asOf('2019-01-09')(stage.server.text(FILE)));
      await holds(stage, { stale: true });
    },
    defence: { is: 'what was kept is shown only when it is not older', mutant: 'recalls-older' },
  },
  {
    id: 'storage full',
    group: 'storage',
    injected: 'the browser gives the origin a quota of one byte',
    must: 'newer coverage is shown all the same',
    run: async (stage) => {
      const session = await stage.context.newCDPSession(stage.page);
      await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(stage.server.url).origin, quotaSize: 1 });
      await seesNewer(stage);
      await holds(stage, { stale: false, asOf: NEWER });
    },
    defence: NO_TRUST,
  },
  {
    id: 'storage throws',
    group: 'storage',
    injected: 'caches, localStorage, sessionStorage and indexedDB throw a SecurityError when they are touched',
    must: 'newer coverage is shown all the same',
    short: true,
    run: async (stage) => {
      await stage.page.addInitScript(() => {
        for (const name of ['caches', 'localStorage', 'sessionStorage', 'indexedDB'])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('The storage is not allowed.', 'SecurityError');
            },
          });
      });
      await seesNewer(stage);
      await holds(stage, { stale: false, asOf: NEWER });
    },
    defence: NO_TRUST,
  },
  {
    id: 'killed while saving',
    group: 'storage',
    injected:
      'the renderer is killed while newer coverage is being kept; coverage.json answers 503; a new tab is opened',
    must: 'the coverage of the build is shown, or the newer one whole; the label says that it could not be checked',
    run: async (stage) => {
      await enter(stage);
      await stage.pass(5);
      const session = await stage.context.newCDPSession(stage.page);
      await stage.page.exposeFunction('kill', () => session.send('Page.crash').catch(() => {}));
      await stage.page.evaluate(() => {
        const put = Cache.prototype.put;
        Cache.prototype.put = function (...args) {
          const saved = put.apply(this, args);
          void Reflect.get(window, 'kill')();
          // Longer than killing takes: a second step of the saving never comes.
          return saved.then(() => new Promise(() => {}));
        };
      });
      stage.server.break(FILE, { kind: 'body', of: asOf(NEWER) });
      const crashed = stage.page.waitForEvent('crash');
      await Promise.race([crashed, stage.pass(120)]).catch(() => {});
      await crashed;
      stage.server.break(FILE, { kind: 'status', status: 503 });
      await stage.reopen();
      await enter(stage);
      await stage.pass(180);
      const { asOf: shown } = await said(stage.page);
      await holds(stage, { stale: true, asOf: shown === NEWER ? NEWER : BUILT_IN.asOf });
    },
    defence: { is: 'saving is one step, and what was kept has to pass the door again', mutant: 'saves-in-pieces' },
  },
  {
    id: 'a deploy takes the old files away',
    group: 'storage',
    injected: 'while the kiosk runs, every file of its version becomes a 404 for ever',
    must: 'every scene is drawn for the next 10 minutes; the label says that the coverage could not be checked',
    run: async (stage) => {
      await enter(stage);
      await stage.pass(5);
      stage.server.break('', { kind: 'status', status: 404 });
      for (let step = 0; step < 60; step += 1) {
        await stage.pass(10);
        expect((await said(stage.page)).words, 'the words of a scene').not.toContain('could not be drawn');
      }
      await holds(stage, { stale: true, minutes: [9, 12] });
    },
    defence: { is: 'all scenes come in one file', mutant: 'scene-in-its-own-file' },
  },
];
