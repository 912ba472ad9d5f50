import { createServer, type RequestListener } from 'node:http';
import { test as base, expect, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { watchdogFiles } from '../../src/commands/watchdog.ts';
import { violationsOf } from './axe.ts';
import { typeOf } from './mime.mjs';

/**
 * How long a page runs until the shell trusts the rhythm of its beats: a minute. Shorter here; with `WATCHDOG_MINUTE=1` the shell is
 * the very one that is shipped.
 */
const SETTLING = process.env.WATCHDOG_MINUTE ? 60 : 3;

async function listen(host: string, answer: RequestListener): Promise<{ origin: string; end: () => void }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, host === 'localhost' ? '127.0.0.1' : host, resolve));
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  const end = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://${host}:${port}`, end };
}

/** A page that beats as the wall screen does: at once, then every second, with an empty frame as a sign of life. White, to be seen. */
const STAND_IN = `<!doctype html><html lang="en"><title>Wall</title><body style="background:#fff"><h1>On the wall</h1>
  <iframe hidden></iframe><script>
  const beat = () => parent.postMessage({ type: 'dateline:beat' }, '*');
  if (!location.search.includes('silent')) { beat(); setInterval(beat, 1000); }
  for (const type of ['visibilitychange', 'pagehide', 'beforeunload']) addEventListener(type, () => {});
  </script>`;

type Wall = {
  /** The origins of the shell and of the wall screen. */
  shell: string;
  kiosk: string;
  /** The origin of another page that beats. */
  elsewhere: string;
  /** When the wall screen was asked for, in milliseconds. */
  starts: number[];
  /** Errors and violations of the shell, which fail a test. */
  errors: string[];
  /** Opens the shell with an address to hold, and a second page of its origin that can look at it and never crashes with it. */
  hold: (address: string) => Promise<{ shown: Page; witness: Page }>;
};

const test = base.extend<{ wall: Wall; limits: Record<string, string>; both: boolean }>({
  /** Whether the shell was built for the origin of the other page, too. */
  both: [false, { option: true }],
  /** Constants of the shell that are shorter in a test: the text as it is shipped, and what stands in its place. */
  limits: [{}, { option: true }],
  wall: async ({ context, limits, both }, use) => {
    const starts: number[] = [];
    const elsewhere = await listen('127.0.0.1', (_, response) => {
      response.writeHead(200, { 'content-type': typeOf('.html') }).end(STAND_IN);
    });
    const kiosk = await listen('127.0.0.1', (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (pathname === '/moved') response.writeHead(302, { location: elsewhere.origin }).end();
      else if (pathname !== '/') response.writeHead(404).end();
      else {
        starts.push(performance.now());
        response.writeHead(200, { 'content-type': typeOf('.html') }).end(STAND_IN);
      }
    });
    const files = await watchdogFiles(both ? [kiosk.origin, elsewhere.origin] : [kiosk.origin]);
    const shell = await listen('localhost', (request, response) => {
      const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
      let text = files[name];
      if (text === undefined) {
        response.writeHead(404).end();
        return;
      }
      if (name === 'pulse.js')
        for (const [from, to] of Object.entries(limits)) {
          expect(text, 'the constant that a test makes shorter').toContain(from);
          text = text.replace(from, to);
        }
      response.writeHead(200, { 'content-type': typeOf(name) }).end(text);
    });

    const errors: string[] = [];
    const hold: Wall['hold'] = async (address) => {
      const witness = await context.newPage();
      await witness.goto(`${shell.origin}/address.js`);
      const opening = context.waitForEvent('page');
      await witness.evaluate(
        (link) => {
          const opened = window.open('about:blank');
          Object.assign(window, { opened });
          if (opened) opened.location.href = link;
        },
        `${shell.origin}/?kiosk=${encodeURIComponent(address)}`,
      );
      const shown = await opening;
      shown.on('pageerror', (error) => errors.push(error.message));
      shown.on('console', (message) => {
        if (/Content Security Policy|Trusted/.test(message.text())) errors.push(message.text());
      });
      await shown.waitForLoadState();
      return { shown, witness };
    };
    await use({ shell: shell.origin, kiosk: kiosk.origin, elsewhere: elsewhere.origin, starts, errors, hold });
    for (const server of [shell, kiosk, elsewhere]) server.end();
    expect(errors).toEqual([]);
  },
});

const cover = (page: Page) => page.getByRole('status');

/** Waits until the wall screen is seen. */
const isShown = (page: Page) => expect(cover(page)).toBeHidden();

function frameOf(page: Page, origin: string) {
  const found = page.frames().find((frame) => frame.url().startsWith(origin));
  if (!found) throw new Error('The shell holds no frame.');
  return found;
}

/** Notes from outside when the cover comes and goes, and answers the seconds from `harm` until the wall screen is seen again. */
async function recovery(witness: Page, harm: () => Promise<void>) {
  await witness.evaluate(() => {
    const opened = Reflect.get(window, 'opened') as Window;
    const root = opened.document.documentElement;
    const from = performance.now();
    const seen: { up: boolean; at: number }[] = [];
    const note = () => {
      const up = !root.hasAttribute('data-shown');
      if (seen.at(-1)?.up !== up && (up || seen.length > 0)) seen.push({ up, at: (performance.now() - from) / 1000 });
    };
    new MutationObserver(note).observe(root, { attributes: true });
    Object.assign(window, { seen });
  });
  await harm();
  const seen = () => witness.evaluate(() => Reflect.get(window, 'seen') as { up: boolean; at: number }[]);
  await expect.poll(async () => (await seen()).length, { timeout: 20_000, intervals: [250] }).toBe(2);
  const [covered, back] = await seen();
  const words = await witness.evaluate(() => (Reflect.get(window, 'opened') as Window).document.body.innerText);
  return { covered: covered?.at ?? 0, back: back?.at ?? 0, words };
}

test('the wall screen has a process of its own, and is shown with its first beat', async ({ wall, context }) => {
  const { shown } = await wall.hold(`${wall.kiosk}/?kiosk=20`);
  await isShown(shown);
  await expect(shown.frameLocator('#stage iframe').getByRole('heading', { name: 'On the wall' })).toBeVisible();
  // The browser gives a session of its own only to a frame in another process.
  const session = await context.newCDPSession(frameOf(shown, wall.kiosk));
  await session.detach();
  expect(await shown.locator('#stage iframe').getAttribute('sandbox')).toBe('allow-scripts allow-same-origin');
});

test.describe('brings the wall screen back', () => {
  test.use({ limits: process.env.WATCHDOG_MINUTE ? {} : { 'memory: MINUTE': `memory: ${SETTLING} * SECOND` } });

  test.beforeEach(async ({ wall }) => {
    test.setTimeout(60_000 + SETTLING * 1000);
    expect(wall.starts).toEqual([]);
  });

  test('after a hang, and stays awake itself', async ({ wall }) => {
    const { shown, witness } = await wall.hold(`${wall.kiosk}/?kiosk=20`);
    await isShown(shown);
    await shown.waitForTimeout((SETTLING + 2) * 1000);
    const { covered, back, words } = await recovery(witness, async () => {
      void frameOf(shown, wall.kiosk)
        .evaluate(() => {
          for (;;);
        })
        .catch(() => {});
      // The shell answers while its frame does not.
      const started = performance.now();
      await shown.evaluate(() => document.title);
      expect(performance.now() - started).toBeLessThan(1000);
    });
    console.log(`hang: covered after ${covered.toFixed(1)} s, back after ${back.toFixed(1)} s`);
    expect(covered).toBeGreaterThan(1.5);
    expect(back).toBeLessThan(process.env.CI ? 10 : 6);
    expect(wall.starts).toHaveLength(2);
    await isShown(shown);
    expect(words).toContain('Restarted once since this page was opened.');
  });

  test('after its process has died', async ({ wall, context }) => {
    const { shown, witness } = await wall.hold(`${wall.kiosk}/?kiosk=20`);
    await isShown(shown);
    const { covered, back, words } = await recovery(witness, async () => {
      const session = await context.newCDPSession(frameOf(shown, wall.kiosk));
      void session.send('Page.crash').catch(() => {});
    });
    console.log(`crash: covered after ${covered.toFixed(1)} s, back after ${back.toFixed(1)} s`);
    expect(covered).toBeLessThan(2);
    expect(back).toBeLessThan(process.env.CI ? 10 : 4);
    expect(wall.starts).toHaveLength(2);
    expect(words).toContain('stopped answering and is being brought back');
  });
});

test.describe('a page that never beats', () => {
  test.use({ limits: { 'start: 30 * SECOND': 'start: 1 * SECOND' } });

  test('is never seen, is started again after longer and longer pauses, and at once with R @long', async ({ wall }) => {
    const { shown } = await wall.hold(`${wall.kiosk}/?silent`);
    await expect(cover(shown)).toHaveText('The wall screen is starting.');
    await expect(cover(shown)).toHaveText(/^The wall screen does not answer\. It is started again in [345] seconds\.$/);
    await expect(shown.getByRole('main')).toContainText('It has not answered yet. Restarted 2 times');
    await expect.poll(() => wall.starts.length).toBe(3);
    const [first = 0, second = 0, third = 0] = wall.starts;
    expect(second - first).toBeLessThan(5000);
    expect(third - second).toBeGreaterThan(5500);
    await expect(cover(shown)).toHaveText(/again in \d+ seconds/);
    await shown.keyboard.press('r');
    await expect.poll(() => wall.starts.length, { timeout: 4000 }).toBe(4);
  });

  test('leaves the screen dark, though it is white', async ({ wall }) => {
    const { shown } = await wall.hold(`${wall.kiosk}/?silent`);
    await expect(shown.frameLocator('#stage iframe').getByRole('heading')).toBeAttached();
    const { data, width, height } = PNG.sync.read(await shown.screenshot());
    let dark = 0;
    for (let at = 0; at < data.length; at += 4)
      if (Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) < 24) dark += 1;
    // All but the letters.
    expect(dark / (width * height)).toBeGreaterThan(0.97);
  });
});

test.describe('a shell for two origins', () => {
  test.use({ both: true });

  test('beats count only from the frame and from the origin that was asked for', async ({ wall }) => {
    const { shown, witness } = await wall.hold(`${wall.kiosk}/moved`);
    await expect(cover(shown)).toHaveText(
      new RegExp(
        `^The frame beats from http://127\\.0\\.0\\.1:\\d+, and the wall screen was expected from ${wall.kiosk}\\.$`,
      ),
    );
    const forge = () => window.postMessage({ type: 'dateline:beat' }, '*');
    await shown.evaluate(forge);
    await witness.evaluate(() => (Reflect.get(window, 'opened') as Window).postMessage({ type: 'dateline:beat' }, '*'));
    await shown.waitForTimeout(500);
    await expect(cover(shown)).toBeVisible();
  });
});

test('a page of another origin is never held, also when the wall screen leads on to it', async ({ wall }) => {
  const { shown } = await wall.hold(`${wall.elsewhere}/?kiosk=20`);
  await expect(cover(shown)).toHaveText(
    `A wall screen of ${wall.kiosk} was expected, for which this watchdog was built, and found was one of ${wall.elsewhere}. A watchdog for that one is built with DATELINE_WALL_ORIGIN=${wall.elsewhere}.`,
  );
  await expect(shown.locator('iframe')).toHaveCount(0);

  // The policy holds by itself: a frame that is put there by hand, and one that is led on, stay empty.
  for (const address of [wall.elsewhere, `${wall.kiosk}/moved`]) {
    const blocked = await shown.evaluate(
      (src) =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
            once: true,
          });
          const frame = document.createElement('iframe');
          frame.src = src;
          document.body.append(frame);
        }),
      address,
    );
    expect(blocked).toBe('frame-src');
  }
  expect(shown.frames().some((frame) => frame.url().startsWith(wall.elsewhere))).toBe(false);
  wall.errors.length = 0;
});

for (const [what, address, sentence] of [
  ['nothing', () => '', /names none\. The whole address of the wall screen has to stand in it, encoded/],
  [
    'a script',
    () => 'javascript:alert(1)',
    /^Only an address that starts with http:\/\/ or https:\/\/ .* "javascript:"/,
  ],
  ['data', () => 'data:text/html,hello', /found was one that starts with "data:"/],
  ['a blob', ({ kiosk }: Wall) => `blob:${kiosk}/1`, /found was one that starts with "blob:"/],
  ['no address', () => 'wall', /was expected after "\?kiosk=", and found was "wall"/],
  ['a password', ({ kiosk }: Wall) => kiosk.replace('//', '//me:secret@'), /without a user name and a password/],
  [
    'its own origin',
    ({ shell }: Wall) => `${shell}/?kiosk=20`,
    /another origin than this page.* would take the watchdog with it/,
  ],
  [
    'coverage of somebody else',
    ({ kiosk }: Wall) => `${kiosk}/?kiosk=20&data=https://data.example.org/a.json`,
    /found was "data"\. Coverage of somebody else is not shown in a frame\./,
  ],
  [
    'its own host',
    () => 'http://localhost:1/?kiosk=20',
    /another host name .* Two ports of one host are the same site/,
  ],
] as const)
  test(`${what} is refused with a sentence`, async ({ wall }) => {
    const { shown } = await wall.hold(address(wall));
    await expect(cover(shown)).toHaveText(sentence);
    await expect(shown.locator('iframe')).toHaveCount(0);
    expect(wall.starts).toEqual([]);
  });

test('axe finds nothing in a refusal', async ({ wall }) => {
  const { shown } = await wall.hold('');
  await expect(cover(shown)).toHaveText(/names none/);
  expect(await violationsOf(shown.mainFrame())).toEqual([]);
});
