import { createServer } from 'node:http';
import type { Frame, Page } from '@playwright/test';
import { embedSnippet, heightScript } from '../../src/features/share/embedSnippet.ts';
import { violationsOf } from './axe.ts';
import { test as base, expect, long } from './desk.ts';

const PANELS = { quotes: 'Who said what', ties: 'Who relates to whom', map: 'Where it may happen', timeline: 'When' };
const WIDTHS = [320, 600, 1000];

/** A page of somebody else, on another origin, with what stands in its body. It notes every message that it gets. */
const test = base.extend<{ host: (body: string) => Promise<void> }>({
  host: async ({ page }, use) => {
    let html = '';
    const server = createServer((request, response) => {
      const found = request.url === '/';
      response.writeHead(found ? 200 : 204, { 'content-type': 'text/html; charset=utf-8' }).end(found ? html : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    const port = typeof at === 'object' && at !== null ? at.port : 0;
    await use(async (body) => {
      html = `<!doctype html><html lang="en"><title>News</title><body style="margin:0"><script>
        window.told = []; addEventListener('message', (event) => told.push(event.data));</script>${body}`;
      await page.goto(`http://127.0.0.1:${port}/`);
    });
    server.closeAllConnections();
    server.close();
  },
});

/** The frame of the page, once it has drawn its panel. */
async function frameOf(page: Page, title: string): Promise<Frame> {
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('heading', { level: 2, name: title })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error('no frame');
  await frame.evaluate(() => document.fonts.ready);
  return frame;
}

const told = (page: Page) => page.evaluate(() => Reflect.get(window, 'told') as unknown[]);

/** The messages, once none has come for half a second. */
async function settled(page: Page): Promise<unknown[]> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const { length } = await told(page);
        const still = length === before && length > 0;
        before = length;
        return still;
      },
      { intervals: [500] },
    )
    .toBe(true);
  return told(page);
}

const contentHeight = (frame: Frame) =>
  frame.evaluate(() => Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0));

/** The snippet as the dialog gives it, in a column of that width. */
const column = (src: string, width: number, script = true) =>
  `<div style="width:${width}px">${embedSnippet({ src, title: 'An embed', height: 500 })}${script ? heightScript(src) : ''}</div>`;

for (const [embed, title] of Object.entries(PANELS))
  for (const width of WIDTHS)
    test(`${embed} in a column of ${width} px is as high as its content, and axe finds nothing${long(width !== 320 || embed === 'timeline' || embed === 'ties')}`, async ({
      page,
      host,
      baseURL,
    }) => {
      await page.setViewportSize({ width: 1100, height: 800 });
      await host(column(`${baseURL}?v=1&embed=${embed}&theme=${width === 600 ? 'dark' : 'light'}`, width));
      const frame = await frameOf(page, title);
      const messages = await settled(page);
      // Drawn in steps, told in steps; but not for ever, and nothing else.
      expect(messages.length).toBeLessThan(12);
      for (const message of messages) expect(message).toEqual({ type: 'dateline:height', height: expect.any(Number) });
      const height = await contentHeight(frame);
      expect(messages.at(-1)).toEqual({ type: 'dateline:height', height });
      expect(await page.locator('iframe').evaluate((element) => element.clientHeight)).toBe(height);
      const root = await frame.evaluate(() => {
        const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
        return { sideways: scrollWidth - clientWidth, down: scrollHeight - clientHeight, clientWidth };
      });
      expect(root).toEqual({ sideways: 0, down: 0, clientWidth: width });

      expect(await violationsOf(frame)).toEqual([]);
    });

test('the height follows what is shown, and a frame that is resized by it stays', async ({ page, host, baseURL }) => {
  await host(column(`${baseURL}?v=1&embed=quotes`, 600));
  const frame = await frameOf(page, PANELS.quotes);
  await settled(page);
  const before = await contentHeight(frame);
  await frame.getByRole('button', { name: /^Show all \d+ statements$/ }).click();
  await expect.poll(() => page.locator('iframe').evaluate((element) => element.clientHeight)).toBeGreaterThan(before);
  await frame.getByRole('button', { name: 'Show fewer' }).click();
  await expect.poll(() => page.locator('iframe').evaluate((element) => element.clientHeight)).toBe(before);
});

test('the height of the frame changes nothing inside @long', async ({ page, host, baseURL }) => {
  for (const embed of Object.keys(PANELS)) {
    await page.setViewportSize({ width: 1500, height: 800 });
    await host(column(`${baseURL}?v=1&embed=${embed}`, 1400, false));
    const frame = await frameOf(page, Reflect.get(PANELS, embed));
    await settled(page);
    const heights: number[] = [];
    for (const height of [300, 700, 1500]) {
      await page.locator('iframe').evaluate((element, px) => element.setAttribute('height', String(px)), height);
      await page.waitForTimeout(300);
      // Without the width that a scroll bar takes, which a browser with bars beside the page has.
      heights.push(await contentHeight(frame));
    }
    expect(new Set(heights).size, `${embed}: ${heights}`).toBe(1);
  }
});

test('the frame leads to the full view with the same filters, which is not bound by the sandbox', async ({
  page,
  host,
  baseURL,
  context,
}) => {
  await host(column(`${baseURL}?v=1&kind=direct&embed=quotes`, 600));
  const frame = await frameOf(page, PANELS.quotes);
  const [full] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: /^Open the full view/ }).click(),
  ]);
  await expect(full.getByRole('button', { name: /^Direct/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(full).toHaveURL(`${baseURL}?v=1&kind=direct`);
  expect(await full.evaluate(() => window.opener)).toBeNull();

  const [reading] = await Promise.all([
    context.waitForEvent('page'),
    frame
      .getByRole('button', { name: /read it in the article/ })
      .first()
      .click(),
  ]);
  await expect(reading).toHaveURL(/\?v=1&kind=direct&open=/);
  await expect(reading.getByRole('complementary', { name: 'Reader' })).toBeVisible();
  expect(await reading.evaluate(() => window.opener)).toBeNull();
  // What is read is read there.
  await expect(page.frameLocator('iframe').getByRole('complementary')).toHaveCount(0);
});

test('choosing in the frame stays in the frame: "back" leaves the page around it', async ({ page, host, baseURL }) => {
  await page.goto('about:blank');
  await host(column(`${baseURL}?v=1&embed=quotes`, 600));
  const frame = await frameOf(page, PANELS.quotes);
  const steps = await page.evaluate(() => window.history.length);
  await frame.getByRole('button', { name: 'Moon', exact: true }).first().click();
  await expect(frame.getByRole('main')).toContainText('Only Moon');
  await frame.getByRole('button', { name: 'By speaker' }).click();
  expect(await page.evaluate(() => window.history.length)).toBe(steps);
  await frame.getByRole('button', { name: 'Show all as embedded' }).click();
  await expect(frame.getByRole('main')).toContainText('All of the coverage');
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});

test('a frame touches no storage and takes nothing that is dropped on it', async ({ page, host, baseURL }) => {
  await page.addInitScript(() => {
    // Errors on the console fail the test.
    const touched = (what: string) => {
      console.error(`touched: ${what}`);
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
      Object.defineProperty(window, name, { get: () => touched(name) });
    Object.defineProperty(document, 'cookie', { get: () => touched('cookie'), set: () => touched('cookie') });
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => touched('serviceWorker') });
  });
  for (const [embed, title] of Object.entries(PANELS)) {
    await host(column(`${baseURL}?v=1&embed=${embed}`, 700));
    const frame = await frameOf(page, title);
    const taken = await frame.evaluate(() => {
      const targets = [document.body, ...document.querySelectorAll('main, section, svg, button')];
      return targets.flatMap((target) =>
        ['dragenter', 'dragover', 'drop', 'paste'].filter(
          (type) => !target.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
        ),
      );
    });
    expect(taken).toEqual([]);
    expect(await frame.getByRole('textbox').count()).toBe(0);
    expect(await frame.locator('input').count()).toBe(0);
  }
});

/** All that a page of this origin has left on the device. */
const stored = (where: Page | Frame) =>
  where.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const NOTHING = { local: 0, session: 0, caches: [], databases: [], workers: 0 };

test.describe('where workers are allowed', () => {
  test.use({ serviceWorkers: 'allow' });

  test('an embed leaves nothing on the device, and the desk a copy of itself', async ({ page, host, baseURL }) => {
    await host(column(`${baseURL}?v=1&embed=quotes`, 700));
    const frame = await frameOf(page, PANELS.quotes);
    await frame.getByRole('button', { name: 'Moon', exact: true }).first().click();
    // Longer than the desk waits until it holds itself on the device.
    await page.waitForTimeout(5000);
    expect(await stored(frame)).toEqual(NOTHING);
    await page.goto(baseURL ?? '');
    await expect.poll(async () => (await stored(page)).workers, { timeout: 20_000 }).toBe(1);
  });

  test('the desk in a frame leaves nothing either', async ({ page, host, baseURL }) => {
    await host(`<iframe src="${baseURL}" width="900" height="700"></iframe>`);
    await expect(page.frameLocator('iframe').getByRole('link')).toBeVisible();
    await page.waitForTimeout(5000);
    const frame = page.frames().find((one) => one !== page.mainFrame());
    expect(frame && (await stored(frame))).toEqual(NOTHING);
  });
});

test('the desk in a frame is a link to itself, from the first moment on', async ({ page, host, baseURL, context }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/assets\/index-.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  for (const query of ['', '?v=1&kind=direct']) {
    await page.goto('about:blank');
    // Without waiting for the page: its frame is not loaded before the script has come.
    const opened = host(`<iframe src="${baseURL}${query}" width="900" height="700"></iframe>`);
    const inside = page.frameLocator('iframe');
    if (query === '') {
      await expect(inside.locator('html')).not.toHaveAttribute('data-waiting');
      await expect(inside.getByText('Who said what')).not.toHaveCount(0);
      await expect(inside.locator('#root > *').first()).not.toBeVisible();
      await expect(inside.getByRole('button')).toHaveCount(0);
    }
    arrive();
    await opened;
    const link = inside.getByRole('link');
    await expect(link).toBeVisible();
    await expect(inside.locator('body')).toHaveText(
      /^\s*Dateline\s*This view is not shown inside another page\.\s*Open it in a new tab\s*(This is the whole coverage.*)?$/,
    );
    const frame = page.frames().find((one) => one !== page.mainFrame());
    if (!frame) throw new Error('no frame');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => /corpus|coverage|base-map|sw\.js/.test(path))).toEqual([]);
    expect(await violationsOf(frame)).toEqual([]);
    const [desk] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await expect(desk).toHaveURL(`${baseURL}${query}`);
    await expect(desk.getByRole('heading', { name: PANELS.quotes })).toBeVisible();
    expect(await desk.evaluate(() => window.opener)).toBeNull();
    await desk.close();
  }
});

test('the trap for storage can spring', async ({ page, trouble }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get: () => console.error('touched: localStorage') });
  });
  await page.goto('?v=1&embed=timeline');
  await page.evaluate(() => window.localStorage);
  expect(trouble.errors.splice(0)).toEqual(['touched: localStorage']);
});

test('without being framed, nothing is told', async ({ page }) => {
  await page.addInitScript(() => {
    window.postMessage = () => console.error('a message was sent');
  });
  await page.goto('?v=1&embed=timeline');
  await expect(page.getByRole('heading', { name: 'When' })).toBeVisible();
  await page.waitForLoadState('networkidle');
});

test('a frozen frame says in what the coverage differs, and shows what there is', async ({ page, host, baseURL }) => {
  const pin = '0123456789abcdef.korea-2019.2019-01-09.2-36-42-6-19-32';
  await host(column(`${baseURL}?v=1&embed=timeline&pin=${pin}`, 800));
  const frame = await frameOf(page, PANELS.timeline);
  await expect(frame.getByRole('main')).toContainText('This was made on another state of the coverage: ');
  await expect(frame.getByRole('main')).toContainText('that was as of 2019-01-09, and this is as of 2019-01-10');
  await expect(frame.getByRole('main')).toContainText('36 statements are 37 now');
});

for (const token of ['allow-scripts', 'allow-same-origin'])
  test(`a frame needs ${token}`, async ({ page, host, baseURL, trouble }) => {
    await host(column(`${baseURL}?v=1&embed=timeline`, 800).replace(`${token} `, ''));
    // The browser says why.
    await expect.poll(() => trouble.errors.join()).toMatch(token === 'allow-scripts' ? /allow-scripts/ : /CORS/);
    await page.waitForLoadState('networkidle');
    await expect(page.frameLocator('iframe').getByRole('link', { name: /^Open the full view/ })).toHaveCount(0);
    trouble.errors.length = 0;
    trouble.violations.length = 0;
  });
