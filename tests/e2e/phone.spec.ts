import type { Locator, Page } from '@playwright/test';
import { expect, follow, long, open, test } from './desk.ts';
import { smallTargets } from './targets.ts';

const SIZES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

/**
 * Marks of a drawing that may stand closer than a finger is wide: each has an equivalent of full size on the same page (WCAG 2.5.5),
 * the list of ties below "List" and the table of venues below the map.
 */
const WITH_EQUIVALENT = ['node g.node', 'tie g.tie', 'map g.mark'];

test.use({ hasTouch: true, isMobile: true });

const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name }).click();
const tiesAs = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Everywhere that a phone leads to, each with the way there from the first screen. */
const PLACES: [name: string, link: string, go: (page: Page) => Promise<unknown>, inside?: (page: Page) => Locator][] = [
  ['the quotes', '', async () => {}],
  ['the quotes by speaker', '?order=speaker', async () => {}],
  ['the filtered quotes', '?told=kcna.xinhua&actor=kim-jong-un&kind=mixed&q=summit', async () => {}],
  ['an empty slice', '?article=a&kind=direct&topic=sanctions&actor=kim-jong-un', async () => {}],
  ['a bad link', '?order=zzz&actor=nobody-here', async () => {}],
  ['the ties as a list', '', (page) => section(page, 'Ties')],
  [
    'the ties as a network',
    '?view=network',
    async (page) => {
      await section(page, 'Ties');
      await page.locator('svg [data-mark]').first().waitFor();
    },
  ],
  ['the ties as a matrix', '?view=matrix', (page) => section(page, 'Ties')],
  [
    'the speakers as a table',
    '',
    async (page) => {
      await section(page, 'Ties');
      await tiesAs(page, 'Table');
    },
  ],
  ['the places', '', (page) => section(page, 'Places')],
  ['the dates', '', (page) => section(page, 'Dates')],
  ['the two tellings', '?page=tellings', async () => {}],
  [
    'the filter sheet',
    '?kind=mixed',
    (page) => section(page, 'Filter'),
    (page) => page.getByRole('dialog', { name: 'Filter' }),
  ],
  [
    'the search',
    '',
    async (page) => {
      await page.getByRole('combobox', { name: /^Search/ }).fill('kim');
      await page.getByRole('option').first().waitFor();
    },
  ],
  ['the reader', '?open=a-he-sino-us', async () => {}, (page) => page.getByRole('dialog', { name: 'Reader' })],
  ['the reader on a flaw', '?open=f-football', async () => {}, (page) => page.getByRole('dialog', { name: 'Reader' })],
  ['a story', '?v=1&step=1&story=fY6xDsIwDER_xfLA1CDKxtCBFYkNiaHq0', async () => {}],
  [
    'the help',
    '',
    (page) =>
      // The first press may come before the page listens.
      expect(async () => {
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible({ timeout: 500 });
      }).toPass(),
    (page) => page.getByRole('dialog', { name: 'Keys' }),
  ],
];

for (const size of SIZES)
  test(`every target is large enough, and nothing scrolls sideways, wherever a phone leads: ${size.width} wide${long(size.width !== 320)}`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    await page.setViewportSize(size);
    await open(page);
    for (const [name, link, go, inside] of PLACES) {
      await follow(page, '');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await section(page, 'Quotes');
      await follow(page, link);
      await go(page);
      const root = inside?.(page) ?? page.locator('body');
      await expect(root, name).toBeVisible();
      const small = await root.evaluate(smallTargets);
      expect
        .soft(
          small.filter(({ selector }) => !WITH_EQUIVALENT.includes(selector)),
          name,
        )
        .toEqual([]);
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth), name)
        .toBeLessThanOrEqual(size.width);
    }
  });

for (const size of SIZES)
  test(`every target is large enough, and nothing scrolls sideways: the ways out, ${size.width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await open(page, '?actor=moon-jae-in');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this view' });
    for (const part of ['Link', 'Files', 'Picture', 'Embed', 'Story']) {
      await dialog.getByRole('tab', { name: part }).click();
      if (part === 'Story') await dialog.getByRole('button', { name: 'Add this view' }).click();
      expect(await dialog.evaluate(smallTargets), part).toEqual([]);
      expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), part).toBe(0);
    }
  });

for (const { width, height } of [...SIZES, { width: 768, height: 1024 }])
  test(`the reader is a sheet over all of it, and the rest is inert: ${width} wide${long(width === 768)}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const card = page.getByRole('button', { name: /Beijing remains supportive of efforts/ }).first();
    await card.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => window.scrollY);
    await card.click();
    const reader = page.getByRole('dialog', { name: 'Reader' });
    await expect(reader.getByRole('heading', { level: 2 })).toBeFocused();
    expect(await reader.boundingBox()).toEqual({ x: 0, y: 0, width, height });
    await expect(reader.locator('[data-current] mark').first()).toBeInViewport();

    // Neither the focus nor a wheel gets to what lies behind.
    const outside: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(() => {
        const at = document.activeElement;
        return at === null || at === document.body || at.closest('dialog') ? '' : at.outerHTML.slice(0, 80);
      });
      if (where !== '') outside.push(where);
    }
    expect(outside).toEqual([]);
    await page.mouse.move(width / 2, height / 2);
    for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, 1500);
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);

    await page.keyboard.press('Escape');
    await expect(reader).toBeHidden();
    await expect(card).toBeFocused();
    await expect(page).not.toHaveURL(/open=/);
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);

    await card.click();
    await reader.getByRole('button', { name: 'Close the reader' }).click();
    await expect(card).toBeFocused();
    await card.click();
    await expect(reader).toBeVisible();
    await page.goBack();
    await expect(reader).toBeHidden();
    await expect(card).toBeFocused();
  });

test('from 900 px the reader is a drawer beside a desk that goes on working', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 800 });
  await open(page, '?open=a-he-sino-us');
  const reader = page.getByRole('complementary', { name: 'Reader' });
  await expect(reader).toBeVisible();
  await page.getByRole('button', { name: /^Direct/ }).click();
  await expect(page).toHaveURL(/kind=direct/);
  await expect(reader).toBeVisible();
  await page.setViewportSize({ width: 890, height: 800 });
  await expect(page.getByRole('dialog', { name: 'Reader' })).toBeVisible();
  await page.setViewportSize({ width: 900, height: 800 });
  await expect(reader).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reader).toBeHidden();
});
