import type { Browser, Page } from '@playwright/test';
import { expect, hold, long, open, test } from './desk.ts';

const SIZES = [
  { width: 1440, height: 1000 },
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** Keeps every script of the app from arriving: what is left is what came with the page. */
const withoutApp = (page: Page) =>
  page.route(/\/assets\/.*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: 'export {}' }));

test('the page shows the coverage before any script of the app has come', async ({ page }) => {
  await withoutApp(page);
  await page.goto('');
  const panel = (name: string) => page.getByRole('region', { name });
  await expect(page.getByText('37 statements').first()).toBeVisible();
  await expect(panel('Who said what').getByText('Considering the difficulties faced')).toBeVisible();
  await expect(panel('Who relates to whom').locator('[data-mark="kim-jong-un"]')).toBeVisible();
  await expect(panel('Where it may happen').getByRole('row', { name: /Ulan Bator/ })).toBeVisible();
  await expect(panel('Who speaks').getByRole('button', { name: 'Moon' })).toBeVisible();
  await expect(panel('When').getByText('Trade talks start').first()).toBeVisible();
});

test('in another room than it was drawn for, the network waits instead of moving', async ({ page }) => {
  await withoutApp(page);
  await page.setViewportSize({ width: 1300, height: 900 });
  await page.goto('');
  await expect(page.getByText('Considering the difficulties faced')).toBeVisible();
  await expect(page.locator('[data-mark="kim-jong-un"]')).toBeHidden();
});

test('the app takes the page over as it is', async ({ page }) => {
  const letGo = await hold(page, /\/assets\/corpus-.*\.json$/);
  await page.goto('');
  const quote = await page.locator('blockquote').first().elementHandle();
  const node = await page.locator('[data-mark="kim-jong-un"]').elementHandle();
  letGo();
  await page.getByRole('button', { name: /^Direct/ }).click();
  await expect(page.getByRole('button', { name: /^Direct/, pressed: true })).toBeVisible();
  expect(await quote?.evaluate((element) => element.isConnected)).toBe(true);
  expect(await node?.evaluate((element) => element.isConnected)).toBe(true);
});

test('what came with the page is what the app draws', async ({ page }) => {
  /** Every element of the panels with its class, and the text; without the distances to areas that the base map brings. */
  const drawn = () =>
    page.evaluate(() => {
      const lines: string[] = [];
      for (const element of document.querySelectorAll('#root *')) {
        if (element.closest('[data-pending]')) continue;
        const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
        const text = own.map(({ nodeValue }) => nodeValue).join('');
        lines.push(`${element.tagName} ${element.getAttribute('class') ?? ''} ${text}`);
      }
      return lines;
    });
  await withoutApp(page);
  await page.goto('');
  const before = await drawn();
  expect(before.length).toBeGreaterThan(500);
  await page.unrouteAll();
  // Any query makes the app draw the view itself.
  await open(page, '?v=1');
  await page.waitForLoadState('networkidle');
  const after = new Set(await drawn());
  expect(before.filter((line) => !after.has(line))).toEqual([]);
});

test('what is clicked and pressed before the app has come is done once it has', async ({ page }) => {
  const letGo = await hold(page, /\/assets\/index-.*\.js$/);
  await page.goto('', { waitUntil: 'commit' });
  await page.getByRole('button', { name: /^Direct/ }).click();
  await page.keyboard.press('/');
  letGo();
  await expect(page.getByRole('button', { name: /^Direct/, pressed: true })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Search actors, places and words' })).toBeFocused();
});

test('arrow keys pressed at once after the page is taken over walk from where they started', async ({ page }) => {
  await page.addInitScript(() => {
    const names: string[] = [];
    Reflect.set(window, 'walked', names);
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const walk = () => {
      document.querySelector<SVGElement>('[data-mark="china"]')?.focus();
      press('ArrowDown');
      setTimeout(() => press('ArrowUp'), 100);
    };
    addEventListener('focusin', () => names.push(document.activeElement?.getAttribute('data-mark') ?? ''));
    new MutationObserver(walk).observe(document, { subtree: true, attributeFilter: ['data-listening'] });
  });
  await page.goto('');
  const walked = () => page.evaluate(() => Reflect.get(window, 'walked') as string[]);
  const china = page.locator('[data-mark="china"]');
  await expect.poll(async () => (await walked()).some((mark) => mark.includes('china~'))).toBe(true);
  await expect(china).toBeFocused();
});

test('a network once seen stays while another size of it is drawn', async ({ page }) => {
  await open(page);
  await page.locator('[data-mark="sweden"]').hover();
  await expect(page.locator('[data-mark="japan"]')).toHaveAttribute('data-faded');
  const letGo = await hold(page, /pictureWorker-/);
  await page.setViewportSize({ width: 1360, height: 1000 });
  await expect(page.locator('[data-mark="china"]')).toBeVisible();
  const before = await page.locator('[data-mark="china"] rect').boundingBox();
  letGo();
  await expect.poll(async () => (await page.locator('[data-mark="china"] rect').boundingBox())?.x).not.toBe(before?.x);
});

test('a link with filters never shows the default view', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Reflect.set(window, 'seenQuotes', seen);
    const look = () => {
      for (const quote of document.querySelectorAll('blockquote'))
        if (quote.checkVisibility({ visibilityProperty: true })) seen.add(quote.textContent ?? '');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await open(page, '?v=1&actor=moon-jae-in');
  const seen = await page.evaluate(() => [...(Reflect.get(window, 'seenQuotes') as Set<string>)]);
  expect(seen.length).toBeGreaterThan(0);
  const shown = await page.locator('blockquote').allTextContents();
  expect(seen.filter((text) => !shown.includes(text))).toEqual([]);
});

test('a dark desk is dark from the first paint', async ({ page }) => {
  await withoutApp(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('');
  expect(await ground()).toBe('rgb(20, 24, 29)');
  await page.goto('?v=1&theme=light');
  expect(await ground()).toBe('rgb(246, 246, 243)');
});

/** The sum of the scores of all layout shifts in the browser's trace of a cold load. */
async function layoutShift(browser: Browser, page: Page, link: string): Promise<number> {
  await browser.startTracing(page, { categories: ['loading', 'disabled-by-default-layout_shift.debug'] });
  await open(page, link);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: { name: string; args?: { data?: { score?: number } } }[];
  };
  expect(traceEvents.some(({ name }) => name === 'firstContentfulPaint')).toBe(true);
  return traceEvents
    .filter(({ name }) => name === 'LayoutShift')
    .reduce((sum, { args }) => sum + (args?.data?.score ?? 0), 0);
}

for (const size of SIZES) {
  test(`nothing shifts in a cold load at ${size.width} × ${size.height}${long(size.width === 1280)}`, async ({
    browser,
    page,
  }) => {
    await page.setViewportSize(size);
    expect(await layoutShift(browser, page, '')).toBe(0);
  });
}

test('nothing shifts in a cold load of a link', async ({ browser, page }) => {
  expect(await layoutShift(browser, page, '?v=1&actor=moon-jae-in&open=a-moon-cooperate')).toBe(0);
});
