import { chromium, type Page } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from '../../src/commands/browser.mjs';
import { expect, hold, long, open, test } from './desk.ts';

const PANELS = ['Who relates to whom', 'Where it may happen', 'Who speaks', 'Who said what', 'When'];
const READING = '?v=1&actor=moon-jae-in&open=a-moon-cooperate';

/** Where the panels stand, in whole px. */
async function boxes(page: Page): Promise<Record<string, { x: number; y: number; right: number; bottom: number }>> {
  const found: Record<string, { x: number; y: number; right: number; bottom: number }> = {};
  for (const name of PANELS) {
    const box = await page
      .locator('main > section')
      .filter({ has: page.getByRole('heading', { name, exact: true }) })
      .boundingBox();
    if (!box) throw new Error(`no panel "${name}"`);
    found[name] = {
      x: Math.round(box.x),
      y: Math.round(box.y),
      right: Math.round(box.x + box.width),
      bottom: Math.round(box.y + box.height),
    };
  }
  return found;
}

const pageScrolls = (page: Page) =>
  page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    const main = document.querySelector('main');
    return {
      down: scrollHeight > clientHeight || (main !== null && main.scrollHeight > main.clientHeight),
      sideways: scrollWidth > clientWidth,
    };
  });

test('at 1440 × 1000 the desk is one screen', async ({ page }) => {
  await open(page);
  expect(await pageScrolls(page)).toEqual({ down: false, sideways: false });
  const at = await boxes(page);
  const [ties, venues, speakers, wall, when] = PANELS.map((name) => at[name]);
  expect([ties?.x, venues?.x, speakers?.x, speakers?.right]).toEqual([24, 600, 1200, 1416]);
  expect(new Set([ties?.y, venues?.y, speakers?.y]).size).toBe(1);
  expect(wall?.y).toBeGreaterThan(ties?.bottom ?? Infinity);
  expect(when?.y).toBeGreaterThan(wall?.bottom ?? Infinity);
  expect(when?.bottom).toBeLessThanOrEqual(1000);
});

test('from 900 the panels stand side by side and the page scrolls; from 600 they stand in one column', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await open(page);
  const wide = await boxes(page);
  expect(wide['Who relates to whom']?.y).toBe(wide['Where it may happen']?.y);
  expect(wide['Who said what']?.y).toBe(wide['Who speaks']?.y);
  expect(await pageScrolls(page)).toEqual({ down: true, sideways: false });
  await page.setViewportSize({ width: 700, height: 900 });
  const narrow = await boxes(page);
  expect(new Set(Object.values(narrow).map(({ x }) => x)).size).toBe(1);
});

for (const [width, height] of [
  [1440, 1000],
  [1280, 800],
  [1024, 768],
] as const) {
  test(`the reader pushes the desk and never covers it: ${width}${long(width === 1280)}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, READING);
    const drawer = page.getByRole('complementary', { name: 'Reader' });
    await expect(drawer.getByRole('heading').first()).toBeVisible();
    const reader = await drawer.boundingBox();
    for (const [name, { right }] of Object.entries(await boxes(page)))
      expect(right, name).toBeLessThanOrEqual(reader?.x ?? 0);
    expect((await pageScrolls(page)).sideways).toBe(false);
  });
}

test('both faces come with the page, before the style sheet names them, from this host', async ({ page }) => {
  const fonts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.woff2')) fonts.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  await open(page);
  expect(await page.locator('link[rel=preload][as=font]').count()).toBe(2);
  const used = await page.evaluate(async () => {
    await document.fonts.ready;
    return (
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', ''))
        // A face of the system with the same metrics, in case ours are late.
        .filter((family) => !family.endsWith('fallback'))
    );
  });
  expect(used.sort()).toEqual(['Newsreader', 'Schibsted Grotesk']);
  expect(fonts).toHaveLength(2);
});

test('the panels keep their places while the coverage loads', async ({ page }) => {
  const letGo = await hold(page, /\/assets\/corpus-.*\.json$/);
  await page.goto('?v=1');
  await expect(page.getByText('Loading the coverage')).toBeAttached();
  const [loading] = [await page.locator('main > section h2').allTextContents()];
  expect(loading).toEqual(PANELS);
  letGo();
  await expect(page.getByText('37 statements').first()).toBeVisible();
});

test('a theme is in the link, is chosen on the desk, and else follows the system', async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [light, dark, white] = ['rgb(246, 246, 243)', 'rgb(20, 24, 29)', 'rgb(255, 255, 255)'];
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  expect(await ground()).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).toBe(dark);
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(ground).toBe(white);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('light');
  await expect(page).toHaveURL(/theme=light/);
  await expect.poll(ground).toBe(light);
  await page.reload();
  await expect.poll(ground).toBe(light);
});

test('where the system forces its colours, what is chosen and what is direct can still be told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await open(page, READING);
  await page.waitForLoadState('networkidle');
  const grounds = await page.evaluate(() => {
    const ground = (element: Element | null | undefined) => element && getComputedStyle(element).backgroundColor;
    const badges = [...document.querySelectorAll('main article [class*=_badge_]')];
    const named = (text: string) => badges.find(({ textContent }) => textContent === text);
    const buttons = [...document.querySelectorAll('[aria-label="Ties as"] button')];
    return {
      badges: [ground(named('A')), ground(named('B'))],
      shapes: buttons.map((button) => ground(button)),
      shown: ground(document.querySelector('aside mark')),
      page: ground(document.body),
    };
  });
  expect(new Set(grounds.badges).size).toBe(2);
  expect(grounds.shapes[0]).not.toBe(grounds.shapes[1]);
  expect(grounds.shown).not.toBe(grounds.page);
  const lines = await page.locator('[data-mark] path[stroke-dasharray]').count();
  expect(lines).toBeGreaterThan(0);
});

test('with reduced motion nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, READING);
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
      }).length,
  );
  expect(moving).toBe(0);
});

test('at 400 % zoom everything is reached in one column', async ({ page }) => {
  // 1280 × 1024 at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page);
  const bar = page.getByRole('navigation', { name: 'Sections' });
  for (const [section, panel] of [
    ['Ties', 'Who relates to whom'],
    ['Places', 'Where it may happen'],
    ['Dates', 'When'],
    ['Quotes', 'Who said what'],
  ] as const) {
    await bar.getByRole('button', { name: section }).click();
    await expect(page.getByRole('heading', { name: panel, exact: true })).toBeVisible();
    expect((await pageScrolls(page)).sideways, section).toBe(false);
  }
});

test('with text of twice the size the desk falls to narrower layouts, and nothing is cut off', async () => {
  // A browser set to large text: lengths in em and rem follow it, those in px do not.
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...BROWSER_FLAGS, '--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, baseURL: 'http://127.0.0.1:4319/' });
    await open(page);
    const size = await page
      .getByText('Considering the difficulties faced')
      .evaluate((element) => getComputedStyle(element).fontSize);
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(40);
    expect((await pageScrolls(page)).sideways).toBe(false);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main h2, main button, header button, section[aria-label=Filters] button')]
        .filter((element) => {
          const { overflowX } = getComputedStyle(element);
          return overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
        })
        .map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('every stop of the tab key is seen', async ({ page }) => {
  await open(page);
  const seen: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
      const ring = activeElement.querySelector('[class*=focusRing], [class*=hitArea], [class*=Hit_], [class*=_hit_]');
      const ringed = ring !== null && getComputedStyle(ring).stroke !== 'none';
      const field = activeElement.closest('[role=search]');
      const framed = field !== null && getComputedStyle(field).outlineStyle !== 'none';
      const visible = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || ringed || framed;
      return `${visible ? 'seen' : 'NOT SEEN'} ${activeElement.getAttribute('data-focus') ?? activeElement.tagName}`;
    });
    if (stop === null) break;
    seen.push(stop);
  }
  expect(seen.length).toBeGreaterThan(40);
  expect(seen.filter((stop) => stop.startsWith('NOT'))).toEqual([]);
  const order = seen.map((stop) => stop.split(' ')[1] ?? '');
  // Bar, filters, panels.
  expect(order.indexOf('text')).toBeLessThan(order.findIndex((key) => key.startsWith('chip:')));
  expect(order.findIndex((key) => key.startsWith('chip:'))).toBeLessThan(
    order.findIndex((key) => key.startsWith('node:') || key.startsWith('tie:')),
  );
});
