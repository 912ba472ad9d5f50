import { expect } from '@playwright/test';
import { asOf } from '../coverage.ts';
import { holds, said } from '../holds.ts';
import type { Row } from '../row.ts';
import { enter, type Stage } from '../stage.ts';

const FILE = 'coverage.json';

/** Which turn a page that was opened just now shows: what the wall clock says, without any history. */
async function freshTurn({ browser, page, address }: Stage): Promise<number> {
  const time = await page.evaluate(() => Date.now());
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.clock.install({ time });
  const fresh = await context.newPage();
  await fresh.goto(address);
  await expect(fresh.locator('main[data-turn]')).toBeAttached();
  const { turn } = await said(fresh);
  await context.close();
  return turn ?? Number.NaN;
}

/** The page shows the scene of the wall clock: the one that a page shows which has just been opened. One more for the time between. */
async function showsTheScene(stage: Stage): Promise<void> {
  await stage.pass(2, 1);
  const { turn } = await said(stage.page);
  const fresh = await freshTurn(stage);
  expect(fresh - (turn ?? Number.NaN), 'turns behind a page that was opened just now').toBeGreaterThanOrEqual(0);
  expect(fresh - (turn ?? Number.NaN), 'turns behind a page that was opened just now').toBeLessThanOrEqual(1);
}

/** What the page says about being seen, as a browser says it. */
async function setVisible({ page }: Stage, visible: boolean): Promise<void> {
  await page.evaluate((seen) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (seen ? 'visible' : 'hidden'),
    });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => !seen });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visible);
}

/** The wall clock is set; timers go on as they were. The kiosk shows the right scene, and what it says of the age comes true soon. */
async function afterClock(stage: Stage, time: string): Promise<void> {
  await stage.page.clock.setSystemTime(time);
  await showsTheScene(stage);
  await stage.pass(150);
  await holds(stage, { stale: false, minutes: [0, 2] });
}

const SCENES = { is: 'the scene is a function of the wall clock, not a count', mutant: 'counts-turns' };

export const TIME: Row[] = [
  {
    id: 'hidden for 6 minutes',
    group: 'time',
    injected: 'the page is told that it is hidden, and its timers run once a minute',
    must: 'within 2 s of being seen again it shows the scene of the wall clock',
    short: true,
    run: async (stage) => {
      await enter(stage);
      await stage.pass(5);
      await setVisible(stage, false);
      for (let minute = 0; minute < 6; minute += 1) {
        await stage.page.clock.fastForward(60_000);
        await stage.page.waitForTimeout(60);
      }
      await setVisible(stage, true);
      await showsTheScene(stage);
      await holds(stage, { stale: false, minutes: [0, 2] });
    },
    defence: SCENES,
  },
  {
    id: 'frozen for 8 hours',
    group: 'time',
    injected: 'the browser freezes the page and thaws it again, and its clock has gone on by 8 hours at once',
    must: 'within 2 s of being thawed it shows the scene of the wall clock, within 2 minutes the coverage of now',
    run: async (stage) => {
      await enter(stage);
      await stage.pass(5);
      const session = await stage.context.newCDPSession(stage.page);
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      stage.server.break(FILE, { kind: 'body', of: asOf('2019-01-11') });
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await stage.page.clock.fastForward(8 * 3_600_000);
      await showsTheScene(stage);
      await stage.pass(120);
      await holds(stage, { stale: false, asOf: '2019-01-11', minutes: [0, 2] });
    },
    defence: SCENES,
  },
  {
    id: 'clock to 1970 and 2038',
    group: 'time',
    injected: 'the wall clock is set to 1970, to the end of 32-bit time in 2038, and back',
    must: 'within 2 s it shows the scene of the new time; the age label is right within 3 minutes',
    run: async (stage) => {
      await enter(stage);
      await stage.pass(5);
      for (const time of ['1970-01-01T00:00:30Z', '2038-01-19T03:14:00Z', '2026-06-15T10:00:00Z'])
        await afterClock(stage, time);
    },
    defence: { is: 'time may go backwards', mutant: 'only-forward' },
  },
  {
    id: 'summer time begins and ends',
    group: 'time',
    injected: 'in Berlin, the clock passes from 01:58 to 03:03, and in October from 02:58 to 02:03',
    must: 'scenes go on one after the other; the time on screen is that of the wall',
    setUp: { zone: 'Europe/Berlin', start: '2026-03-29T00:58:00Z' },
    run: async (stage) => {
      for (const [time, shown] of [
        ['2026-03-29T00:58:00Z', /^03:0/],
        ['2026-10-25T00:58:00Z', /^02:0/],
      ] as const) {
        await stage.page.clock.setSystemTime(time);
        await enter(stage);
        await stage.pass(5);
        const before = await said(stage.page);
        await stage.pass(300);
        const after = await said(stage.page);
        const turns = (after.turn ?? 0) - (before.turn ?? 0);
        expect(turns, 'scenes in 5 minutes').toBeGreaterThanOrEqual(9);
        expect(turns, 'scenes in 5 minutes').toBeLessThanOrEqual(22);
        await expect(stage.page.locator('header time')).toHaveText(shown);
        await holds(stage, { stale: false, minutes: [0, 2] });
      }
    },
    defence: { is: 'scenes count in universal time', mutant: 'local-turns' },
  },
  {
    id: 'a wait of more than 24.8 days',
    group: 'time',
    injected: 'status 503 with Retry-After: 3000000, which is more than a timer can hold',
    must: 'the server is asked at most twice in 10 minutes; newer coverage is shown within 92 minutes after it',
    run: async (stage) => {
      await enter(stage);
      await stage.pass(5);
      const since = Date.now();
      stage.server.break(FILE, { kind: 'status', status: 503, headers: { 'retry-after': '3000000' } });
      await stage.pass(600);
      expect(stage.server.count(FILE, since), 'requests in 10 minutes').toBeLessThanOrEqual(2);
      await holds(stage, { stale: true, minutes: [9, 12] });
      stage.server.break(FILE, { kind: 'body', of: asOf('2019-01-11') });
      await stage.page.clock.fastForward(5_000_000);
      await stage.pass(500);
      await holds(stage, { stale: false, asOf: '2019-01-11', minutes: [0, 2] });
    },
    defence: { is: 'no wait is longer than an hour', mutant: 'waits-for-ever' },
  },
  {
    id: 'a month without a reload',
    group: 'time',
    injected: 'the clock goes on by 30 days, a day at a time',
    must: 'it shows the scene of the wall clock',
    run: async (stage) => {
      await enter(stage);
      await stage.pass(5);
      for (let day = 0; day < 30; day += 1) {
        await stage.page.clock.fastForward(86_400_000);
        await stage.page.waitForTimeout(60);
      }
      await showsTheScene(stage);
      await stage.pass(120);
      await holds(stage, { stale: false, minutes: [0, 2] });
    },
    defence: SCENES,
  },
];
