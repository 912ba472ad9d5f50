import { expect, type Frame } from '@playwright/test';
import { watchdogFiles } from '../../../src/commands/watchdog.ts';
import { asOf } from '../coverage.ts';
import { holds, said } from '../holds.ts';
import { swapsOf } from '../mutants.ts';
import type { Row } from '../row.ts';
import { enter, type Stage } from '../stage.ts';
import { swap } from '../swaps.ts';

const FILE = 'coverage.json';
const NEWER = '2019-01-11';

const sceneThrows = (kind: string): Row => ({
  id: `the ${kind} scene throws`,
  group: 'code',
  injected: `a build in which every ${kind} scene throws when it is drawn`,
  must: 'its place is kept with a sentence; the others are drawn',
  setUp: { broken: [`${kind}-throws`] },
  run: async (stage) => {
    await enter(stage);
    const kinds = new Map<string, boolean>();
    for (let step = 0; step < 60; step += 1) {
      await stage.pass(10);
      const drawn = !(await said(stage.page)).words.includes('could not be drawn');
      kinds.set((await stage.page.locator('main').getAttribute('data-kind')) ?? '', drawn);
    }
    expect(kinds.get(kind), `whether the ${kind} scene was drawn`).toBe(false);
    kinds.delete(kind);
    expect(kinds.size, 'other kinds of scenes that were seen').toBeGreaterThan(1);
    expect(
      [...kinds].filter(([, drawn]) => !drawn),
      'other scenes that were not drawn',
    ).toEqual([]);
    await holds(stage, { stale: false });
  },
  defence: { is: 'a boundary around each scene', mutant: 'without-boundary' },
});

/** From now on, workers take questions and never answer; or are real ones again. */
const setWorkers = ({ page }: Stage, real: boolean) =>
  page.evaluate((are) => {
    const kept = Reflect.get(window, 'keptWorker') ?? window.Worker;
    Reflect.set(window, 'keptWorker', kept);
    class Silent extends EventTarget {
      postMessage() {}
      terminate() {}
    }
    Reflect.set(window, 'Worker', are ? kept : Silent);
  }, real);

const KIOSK = 'html[data-kiosk][data-beat] main[data-turn]';

/**
 * Serves the shell for this kiosk below `shell/`, with the swaps of the stage in it, and answers its address: the same server by its other
 * name, which is another site.
 */
async function shellOf({ server, names }: Stage): Promise<string> {
  const files = await watchdogFiles([new URL(server.url).origin]);
  for (const [name, text] of Object.entries(files)) {
    const own = swapsOf(names).filter(({ file }) => file === `src/watchdog/${name}`);
    server.add({ [name === 'index.html' ? '/shell/' : `/shell/${name}`]: swap(text, own) });
  }
  return `${server.url.replace('127.0.0.1', 'localhost')}shell/`;
}

/**
 * Opens the kiosk in the shell, does it harm, and waits until it runs there again. The shell is opened by another page, which looks at it:
 * the test runner takes a page for dead when a frame of it has crashed.
 */
async function isBroughtBack(stage: Stage, harm: (frame: Frame) => Promise<void>): Promise<void> {
  const { server, context } = stage;
  const shell = await shellOf(stage);
  const witness = await context.newPage();
  await witness.goto(`${shell}address.js`);
  const opening = context.waitForEvent('page');
  await witness.evaluate(
    (address) => Object.assign(window, { opened: window.open(address) }),
    `${shell}?kiosk=${encodeURIComponent(`${server.url}?kiosk=5&check=60`)}`,
  );
  const opened = await opening;
  const frameOf = () => opened.frames().find((one) => one.url().startsWith(server.url));
  await expect.poll(() => frameOf()?.locator(KIOSK).count(), { timeout: 20_000 }).toBe(1);
  const shown = () =>
    witness.evaluate(
      () => (Reflect.get(window, 'opened') as Window).document.documentElement.dataset.shown !== undefined,
    );
  await expect.poll(shown, { message: 'the shell shows the kiosk' }).toBe(true);
  // In its first minute the shell is patient, since it does not know the rhythm of the beats yet.
  if (process.env.WATCHDOG_MINUTE) await witness.waitForTimeout(65_000);
  const frame = frameOf();
  const since = Date.now();
  if (frame) await harm(frame);
  await expect.poll(shown, { message: 'the shell notices', timeout: 20_000 }).toBe(false);
  await expect.poll(shown, { message: 'the shell shows the kiosk again', timeout: 20_000 }).toBe(true);
  console.log(`  back after ${((Date.now() - since) / 1000).toFixed(1)} s`);
  expect(
    server.seen.filter(({ path, at }) => path.endsWith('coverage.json') && at > since).length,
    'checks of the kiosk that runs again',
  ).toBeGreaterThan(0);
}

export const CODE: Row[] = [
  ...['quote', 'venue', 'ties', 'unsettled', 'tellings'].map(sceneThrows),
  {
    id: 'the worker hangs',
    group: 'code',
    injected: 'from some moment on, workers never answer; later they answer again',
    must: 'the label says that the coverage could not be checked; newer coverage is shown within 4 minutes after it',
    run: async (stage) => {
      await enter(stage);
      await stage.pass(5);
      await setWorkers(stage, false);
      stage.server.break(FILE, { kind: 'body', of: asOf(NEWER) });
      await stage.pass(600);
      await holds(stage, { stale: true, minutes: [9, 12] });
      await setWorkers(stage, true);
      await stage.pass(240);
      await holds(stage, { stale: false, asOf: NEWER, minutes: [0, 2] });
    },
    defence: { is: 'a deadline for the worker', mutant: 'patient-door' },
  },
  {
    id: 'a storm of unhandled rejections',
    group: 'code',
    injected: 'for 5 minutes, fifty promises a second are rejected and nobody catches them',
    must: 'the page is not loaded again',
    run: async (stage) => {
      await enter(stage);
      await stage.page.evaluate(() => {
        Reflect.set(window, 'sameLoad', true);
        setInterval(() => {
          for (let n = 0; n < 50; n += 1) void Promise.reject(new Error('storm'));
        }, 1000);
      });
      await stage.pass(300);
      expect(await stage.page.evaluate(() => Reflect.get(window, 'sameLoad')), 'the page of before').toBe(true);
      await expect.poll(() => stage.trouble.errors.includes('storm'), 'the storm has been noticed').toBe(true);
      await holds(stage, { stale: false }, (error) => error !== 'storm');
    },
    defence: { is: 'no error by itself loads the page again', mutant: 'reloads-on-rejection' },
  },
  {
    id: 'the renderer crashes, in the shell',
    group: 'code',
    injected: 'the watchdog holds the kiosk in a frame; the renderer of the frame is killed; real time',
    must: 'within 20 s the kiosk runs again in the shell, and beats',
    setUp: { start: null, worker: true },
    run: (stage) =>
      isBroughtBack(stage, async (frame) => {
        const session = await stage.context.newCDPSession(frame);
        void session.send('Page.crash').catch(() => {});
      }),
    defence: { is: 'the shell starts a page again that is gone', mutant: 'looks-away' },
  },
  {
    id: 'the page hangs, in the shell',
    group: 'code',
    injected: 'the watchdog holds the kiosk in a frame; a loop without an end runs in it; real time',
    must: 'within 40 s the kiosk runs again in the shell, and beats',
    setUp: { start: null, worker: true },
    run: (stage) =>
      isBroughtBack(stage, async (frame) => {
        void frame
          .evaluate(() => {
            for (;;);
          })
          .catch(() => {});
      }),
    defence: { is: 'the shell starts a page again that does not beat', mutant: 'looks-away' },
  },
  {
    id: 'the renderer crashes, without the shell',
    group: 'code',
    injected: 'the renderer is killed while coverage.json answers 503; a new tab is opened, as kiosk browsers do',
    must: 'the newer coverage of before is shown; the label says that it could not be checked',
    run: async (stage) => {
      stage.server.break(FILE, { kind: 'body', of: asOf(NEWER) });
      await enter(stage);
      await stage.pass(60);
      expect((await said(stage.page)).asOf, 'the coverage on screen before the crash').toBe(NEWER);
      stage.server.break(FILE, { kind: 'status', status: 503 });
      const crashed = stage.page.waitForEvent('crash');
      const session = await stage.context.newCDPSession(stage.page);
      void session.send('Page.crash').catch(() => {});
      await crashed;
      await stage.reopen();
      await enter(stage);
      await stage.pass(180);
      await holds(stage, { stale: true, asOf: NEWER });
    },
    defence: { is: 'the last good coverage is kept', mutant: 'forgets' },
  },
];
