import type { Page } from '@playwright/test';
import { expect, long, open, test } from './desk.ts';

const READER = '?open=a-moon-cooperate';
const panel = (page: Page) => page.getByRole('region', { name: 'Where it may happen' });
const map = (page: Page) => page.getByRole('group', { name: /^Map of the venues/ });

/** The desk with its map drawn, land and all. */
async function openMap(page: Page, width: number, height: number, link = ''): Promise<void> {
  await page.setViewportSize({ width, height });
  await open(page, link);
  await map(page)
    .getByRole('button', { name: /^Sweden/ })
    .waitFor();
  await page.evaluate(() => document.fonts.ready);
}

for (const [width, height] of [
  [1440, 1000],
  [1920, 1080],
] as const)
  test(`every venue is in sight at once, with all that the articles say, below a map of some height: ${width} x ${height}`, async ({
    page,
  }) => {
    await openMap(page, width, height);
    const seen = await panel(page)
      .getByRole('table')
      .evaluate((table) => {
        const frame = table.parentElement?.getBoundingClientRect() ?? new DOMRect();
        const words = [...table.querySelectorAll('tbody tr :is(th, td, button)')];
        return {
          rows: table.querySelectorAll('tbody tr').length,
          outside: words
            .filter((one) => one.getBoundingClientRect().bottom > frame.bottom + 0.5)
            .map(({ textContent }) => textContent),
          cut: words.filter((one) => one.scrollWidth > one.clientWidth + 1).map(({ textContent }) => textContent),
          scrolls: (table.parentElement?.scrollHeight ?? 0) - (table.parentElement?.clientHeight ?? 0),
        };
      });
    expect(seen).toEqual({ rows: 6, outside: [], cut: [], scrolls: 0 });
    expect((await map(page).boundingBox())?.height).toBeGreaterThanOrEqual(165);
  });

for (const [width, height, link] of [
  [1440, 1000, '?'],
  [1440, 1000, READER],
  [1280, 800, '?'],
  [1280, 800, READER],
] as const)
  test(`panel and map stay as they are under a filter at ${width} x ${height}${link === '?' ? '' : ', beside the reader'}${long(width === 1440)}`, async ({
    page,
  }) => {
    // How high the bar above is depends on its chips, and is not the panel's.
    const boxes = async () => {
      const [around, within] = [await panel(page).boundingBox(), await map(page).boundingBox()];
      return { panel: around?.height, map: within?.height, below: (within?.y ?? 0) - (around?.y ?? 0) };
    };
    await openMap(page, width, height, link);
    const all = await boxes();
    for (const filter of ['actor=moon-jae-in', 'place=hanoi', 'article=b']) {
      await openMap(page, width, height, `${link}${link === '?' ? '' : '&'}${filter}`);
      expect(await boxes(), filter).toEqual(all);
    }
  });

for (const [width, height, link] of [
  [1440, 1000, ''],
  [1440, 1000, READER],
  [1280, 800, READER],
  [1024, 768, ''],
  [700, 900, ''],
] as const)
  test(`names on the map keep off each other at ${width} x ${height}${link}${long(width === 1440 || width === 1024)}`, async ({
    page,
  }) => {
    await openMap(page, width, height, link);
    const names = await map(page)
      .locator('text')
      .evaluateAll((texts) => texts.map((text) => ({ name: text.textContent, box: text.getBoundingClientRect() })));
    expect(names.length).toBeGreaterThan(4);
    const pairs = names.flatMap((a, index) => names.slice(index + 1).map((b) => [a, b] as const));
    const overlapping = pairs.filter(([{ box: a }, { box: b }]) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      return across > 0 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3.5;
    });
    expect(overlapping.map(([a, b]) => `${a.name} and ${b.name}`)).toEqual([]);
  });

test('the map does not move the page when it arrives', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Reflect.set(window, 'mapShifts', shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        for (const { node } of Reflect.get(entry, 'sources') ?? [])
          if (node?.closest?.('section')?.querySelector('svg[aria-label^="Map of"]')) shifts.push(node.outerHTML);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route(/base-map-.*\.json$/, async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto('');
  await map(page).waitFor();
  const before = await panel(page).getByRole('table').boundingBox();
  await map(page)
    .getByRole('button', { name: /^Sweden/ })
    .waitFor();
  expect(await panel(page).getByRole('table').boundingBox()).toEqual(before);
  expect(await page.evaluate(() => Reflect.get(window, 'mapShifts'))).toEqual([]);
});
