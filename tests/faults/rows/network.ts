import { expect } from '@playwright/test';
import { asOf, driftedSpan, schemaVersion, shrunk, wrongSchema } from '../coverage.ts';
import type { Fault } from '../faultServer.ts';
import { busiest, herd } from '../herd.ts';
import { holds, said } from '../holds.ts';
import { swapsOf } from '../mutants.ts';
import type { Row } from '../row.ts';
import { enter, type Stage } from '../stage.ts';

const FILE = 'coverage.json';
/** The day of the coverage that comes when all is well again. */
const NEWER = '2019-01-11';
/** Seconds that an outage lasts: the usual kiosk checks every minute. */
const LONG = 600;
/** Minutes that have passed then since the last good check, at least and at most: one check and one look longer. */
const OUT: [number, number] = [9, 12];

/** The server gives newer coverage, and the kiosk shows it within a few checks. */
async function recovers(stage: Stage, seconds = 240): Promise<void> {
  await stage.server.heal();
  stage.server.break(FILE, { kind: 'body', of: asOf(NEWER) });
  await stage.pass(seconds);
  await holds(stage, { stale: false, asOf: NEWER });
}

/** The kiosk runs, then the fault lasts for long, then all is well again. */
async function outlasts(stage: Stage, start: (stage: Stage) => unknown, look?: () => Promise<void>): Promise<void> {
  await enter(stage);
  await stage.pass(5);
  await holds(stage, { stale: false });
  await start(stage);
  await stage.pass(LONG);
  await holds(stage, { stale: true, minutes: OUT });
  await look?.();
  await recovers(stage);
}

const breaks =
  (fault: Fault) =>
  ({ server }: Stage) =>
    server.break(FILE, fault);

const OLD_THEN_NEW =
  'the label says that the coverage is old and why; newer coverage is shown within 4 minutes after it';
const TRIES_AGAIN = { is: 'a failed check is followed by another', mutant: 'gives-up' };
const DOOR = { is: 'every answer has to pass the door', mutant: 'without-door' };

export const NETWORK: Row[] = [
  {
    id: 'connections refused',
    group: 'network',
    injected: 'the server closes its port for 10 minutes',
    must: OLD_THEN_NEW,
    short: true,
    run: (stage) => outlasts(stage, ({ server }) => server.refuse()),
    defence: TRIES_AGAIN,
  },
  {
    id: 'dropped before the body',
    group: 'network',
    injected: 'the connection is reset before a byte of the answer',
    must: OLD_THEN_NEW,
    run: (stage) => outlasts(stage, breaks({ kind: 'resetBefore' })),
    defence: TRIES_AGAIN,
  },
  {
    id: 'dropped inside the body',
    group: 'network',
    injected: 'the connection is reset after half of the body',
    must: OLD_THEN_NEW,
    run: (stage) => outlasts(stage, breaks({ kind: 'resetInside' })),
    defence: TRIES_AGAIN,
  },
  {
    id: 'truncated JSON',
    group: 'network',
    injected: 'a complete answer with the first half of the file',
    must: OLD_THEN_NEW,
    run: (stage) => outlasts(stage, breaks({ kind: 'truncated' })),
    defence: TRIES_AGAIN,
  },
  {
    id: 'status 500 with coverage',
    group: 'network',
    injected: 'status 500, and as its body the coverage of a later day',
    must: `nothing of that body is shown; ${OLD_THEN_NEW}`,
    run: (stage) => outlasts(stage, breaks({ kind: 'status', status: 500, of: asOf('2019-01-12') })),
    defence: { is: 'only an answer that says that it is good is read', mutant: 'takes-any-status' },
  },
  ...[503, 429].map(
    (status): Row => ({
      id: `status ${status} with Retry-After`,
      group: 'network',
      injected: `status ${status} with Retry-After: 300`,
      must: 'the server is asked at most twice in 10 minutes, with a check every minute; newer coverage is shown within 10 minutes after it',
      run: async (stage) => {
        await enter(stage);
        await stage.pass(5);
        const since = Date.now();
        stage.server.break(FILE, { kind: 'status', status, headers: { 'retry-after': '300' } });
        await stage.pass(LONG);
        const asked = stage.server.count(FILE, since);
        expect(asked, 'requests in 10 minutes').toBeGreaterThanOrEqual(1);
        expect(asked, 'requests in 10 minutes').toBeLessThanOrEqual(2);
        await holds(stage, { stale: true });
        await recovers(stage, 600);
      },
      defence: { is: 'the wish of the server is a least', mutant: 'deaf-to-retry-after' },
    }),
  ),
  {
    id: 'HTML with status 200',
    group: 'network',
    injected: 'status 200 with a sign-in page',
    must: OLD_THEN_NEW,
    short: true,
    run: (stage) => outlasts(stage, breaks({ kind: 'html200' })),
    defence: TRIES_AGAIN,
  },
  {
    id: 'slow drip',
    group: 'network',
    injected: 'the file comes at 20 bytes a second',
    must: OLD_THEN_NEW,
    run: (stage) => outlasts(stage, breaks({ kind: 'drip', rate: 20 })),
    defence: { is: 'a deadline that holds for the whole body', mutant: 'without-deadline' },
  },
  {
    id: 'never answering',
    group: 'network',
    injected: 'requests are taken and never answered',
    must: OLD_THEN_NEW,
    run: (stage) => outlasts(stage, breaks({ kind: 'hang' })),
    defence: { is: 'a deadline for each request', mutant: 'without-deadline' },
  },
  {
    id: 'endless body',
    group: 'network',
    injected: 'white space without an end',
    must: `less than 200 MB of it are taken a request; ${OLD_THEN_NEW}`,
    run: (stage) =>
      outlasts(stage, breaks({ kind: 'endless' }), async () => {
        const most = Math.max(...stage.server.poured);
        expect(most, 'bytes that were taken by one request').toBeLessThan(200_000_000);
      }),
    defence: { is: 'a limit of bytes that holds while they come', mutant: 'without-limit' },
  },
  {
    id: 'gzip bomb',
    group: 'network',
    injected: '8 GiB of white space, packed into 8 MB',
    must: `the label says that the server sent too much; ${OLD_THEN_NEW}`,
    run: (stage) =>
      outlasts(stage, breaks({ kind: 'bomb', blocks: 512 }), async () => {
        expect((await said(stage.page)).age).toContain('too much');
      }),
    defence: { is: 'a limit of bytes after unpacking', mutant: 'without-limit' },
  },
  {
    id: 'redirect loop',
    group: 'network',
    injected: 'each answer redirects to the same file once more',
    must: `no redirect is followed; ${OLD_THEN_NEW}`,
    run: async (stage) => {
      let followed = 0;
      stage.page.on('request', (request) => {
        if (request.redirectedFrom()) followed += 1;
      });
      await outlasts(stage, breaks({ kind: 'loop' }));
      expect(followed, 'redirects that were followed').toBe(0);
    },
    defence: { is: 'a redirect is an error', mutant: 'follows-redirects' },
  },
  {
    id: 'redirect elsewhere',
    group: 'network',
    injected: 'a redirect to another file of the same host, which holds coverage of a later day',
    must: `that file is not shown; ${OLD_THEN_NEW}`,
    run: (stage) =>
      outlasts(stage, ({ server }) => {
        server.break('elsewhere.json', { kind: 'body', of: () => asOf('2019-01-12')(server.text(FILE)) });
        server.break(FILE, { kind: 'redirect', to: '/elsewhere.json' });
      }),
    defence: { is: 'a redirect is an error', mutant: 'follows-redirects' },
  },
  {
    id: 'redirect to javascript:',
    group: 'network',
    injected: 'a redirect to javascript:document.body.remove()',
    must: `nothing of it runs; ${OLD_THEN_NEW}`,
    run: (stage) => outlasts(stage, breaks({ kind: 'redirect', to: 'javascript:document.body.remove()' })),
    defence: { is: 'a redirect is an error', mutant: 'follows-redirects' },
  },
  {
    id: 'redirect to another host',
    group: 'network',
    injected: 'a redirect to a host that is not ours',
    must: `it is not asked; ${OLD_THEN_NEW}`,
    run: (stage) => outlasts(stage, breaks({ kind: 'redirect', to: 'http://localhost:9/coverage.json' })),
    defence: { is: 'a redirect is an error', mutant: 'follows-redirects' },
  },
  ...(
    [
      ['wrong schema', 'JSON of another shape', wrongSchema],
      ['older schema version', 'coverage with schemaVersion 0', schemaVersion(0)],
      ['newer schema version', 'coverage with schemaVersion 3', schemaVersion(3)],
      ['drifted words', 'coverage whose first statement points one letter too far', driftedSpan],
    ] as const
  ).map(
    ([id, injected, of]): Row => ({
      id,
      group: 'network',
      injected,
      must: OLD_THEN_NEW,
      run: (stage) => outlasts(stage, breaks({ kind: 'body', of })),
      defence: DOOR,
    }),
  ),
  {
    id: 'shrunk coverage',
    group: 'network',
    injected: 'coverage of a later day with less than half of the statements',
    must: OLD_THEN_NEW,
    short: true,
    run: (stage) => outlasts(stage, breaks({ kind: 'body', of: shrunk })),
    defence: { is: 'coverage that lost more than half of its statements is not shown', mutant: 'takes-shrunk' },
  },
  {
    id: 'flapping',
    group: 'network',
    injected: 'every second answer is cut inside its body, for 10 minutes',
    must: 'the last good check is never more than 3 minutes old',
    run: async (stage) => {
      await enter(stage);
      await stage.pass(5);
      // Not before the body: a browser asks once more by itself when a connection that was used before is reset.
      stage.server.break(FILE, { kind: 'resetInside' }, 2);
      await stage.pass(LONG);
      await holds(stage, { stale: null, minutes: [0, 3] });
      await recovers(stage);
    },
    defence: TRIES_AGAIN,
  },
  {
    id: '200 screens after an outage',
    group: 'network',
    injected:
      'in simulated time, 200 refreshers of the app start in one second and find the server only after ten minutes',
    must: 'at most 20 requests in any one second after that, and every screen has its coverage within 400 s',
    short: true,
    run: async ({ names }) => {
      const asked = await herd(200, 300, 600, 1000, swapsOf(names));
      expect(busiest(asked, 600), 'requests in the busiest second').toBeLessThanOrEqual(20);
      expect(asked.filter((at) => at >= 600).length, 'screens that have asked again').toBeGreaterThanOrEqual(200);
    },
    defence: { is: 'the waits after failures are spread', mutant: 'in-step' },
  },
  {
    id: 'a lying onLine',
    group: 'network',
    injected: 'navigator.onLine says false and "offline" is dispatched while the server answers',
    must: 'newer coverage is shown and not called old',
    run: async (stage) => {
      await stage.page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false }));
      await enter(stage);
      await stage.page.evaluate(() => window.dispatchEvent(new Event('offline')));
      await stage.pass(LONG);
      await holds(stage, { stale: false });
      await recovers(stage);
    },
    defence: { is: 'nothing is decided by navigator.onLine', mutant: 'believes-online' },
  },
];
