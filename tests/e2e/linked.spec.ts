import type { Locator, Page } from '@playwright/test';
import { expect, long, open, test } from './desk.ts';

const count = (page: Page) => page.getByRole('region', { name: 'Filters' }).getByRole('status');

/** Clicking a mark narrows the wall and every other panel; clicking it again takes that back. */
async function narrowsAndReturns(page: Page, mark: Locator, parameter: RegExp): Promise<void> {
  const before = await count(page).textContent();
  await mark.click();
  await expect(page).toHaveURL(parameter);
  await expect(count(page)).toHaveText(/^\d+ of \d+ statements$/);
  await mark.click();
  await expect(page).not.toHaveURL(parameter);
  await expect(count(page)).toHaveText(before ?? '');
}

test('an actor, a tie, a place, a day and an article badge each set one filter, and take it back', async ({ page }) => {
  await open(page);
  await narrowsAndReturns(page, page.getByRole('button', { name: /^Moon: 4 statements/ }), /actor=moon-jae-in/);
  await narrowsAndReturns(page, page.getByRole('button', { name: 'Ulan Bator, candidate' }), /place=ulan-bator/);
  await narrowsAndReturns(
    page,
    page.getByRole('button', { name: /^Only Thu 10 Jan/ }),
    /from=2019-01-10&to=2019-01-10/,
  );
  await narrowsAndReturns(
    page,
    page.getByRole('region', { name: 'Who said what' }).getByRole('button', { name: 'Article B' }).first(),
    /article=b/,
  );
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await narrowsAndReturns(
    page,
    page.getByRole('button', { name: /^Moon to North Korea/ }),
    /tie=conflict_moon-jae-in_north-korea/,
  );
});

for (const [width, link] of [
  [1440, ''],
  [1440, '?open=a-he-sino-us'],
  [1280, '?open=a-he-sino-us'],
  [1024, ''],
] as const)
  test(`nodes never move when filters change, and the picture is the same at every load: ${width}${link}${long(width === 1440)}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 1000 });
    await open(page, link);
    await page.waitForLoadState('networkidle');
    const places = () =>
      page
        .locator('svg [data-mark]')
        .evaluateAll((marks) =>
          marks.map(
            (mark) =>
              `${mark.getAttribute('data-mark')} ${mark.querySelector('circle, path')?.getAttribute('cx') ?? mark.querySelector('path')?.getAttribute('d')}`,
          ),
        );
    const first = await places();
    expect(first.length).toBeGreaterThan(40);
    await page.getByRole('button', { name: /^Moon: / }).click();
    await expect(page).toHaveURL(/actor=moon/);
    expect(await places()).toEqual(first);
    await page.reload();
    await expect(page.getByRole('button', { name: /^Moon: / })).toHaveAttribute('aria-pressed', 'true');
    await page.waitForLoadState('networkidle');
    expect(await places()).toEqual(first);
  });

test('labels, counts and nodes of the network do not overlap', async ({ page }) => {
  for (const [width, height] of [
    [1440, 1000],
    [1280, 800],
    [1024, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await open(page, '?v=1&view=network');
    if (width < 600)
      await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Ties' }).click();
    await page.getByRole('group', { name: /^Network of ties/ }).waitFor();
    await page.evaluate(() => document.fonts.ready);
    const overlaps = await page.evaluate(() => {
      const network = document.querySelector('svg[aria-label^="Network of ties"]');
      const boxes = [
        ...(network?.querySelectorAll('text, [data-mark] rect, [data-mark] > circle:not(:first-child)') ?? []),
      ]
        .filter((element) => element.closest('[data-mark]') !== null || element.tagName === 'text')
        .map((element) => ({
          box: element.getBoundingClientRect(),
          owner:
            element.closest('[data-mark]')?.getAttribute('data-mark') ??
            element.closest('[data-count]')?.getAttribute('data-count') ??
            'heading',
          tag: element.tagName,
          text: element.textContent,
        }));
      const found: string[] = [];
      boxes.forEach((a, index) => {
        for (const b of boxes.slice(index + 1)) {
          if (a.owner === b.owner || (a.tag !== 'text' && b.tag !== 'text')) continue;
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (across > 1 && down > 3.5)
            found.push(
              `${a.owner} "${a.text}" and ${b.owner} "${b.text}" by ${across.toFixed(1)} x ${down.toFixed(1)}`,
            );
        }
      });
      return found;
    });
    expect(overlaps, `${width} x ${height}`).toEqual([]);
  }
});

test('the same ties stand in the matrix and in the list', async ({ page }) => {
  await open(page);
  const network = await page
    .locator('svg [data-mark*="_"]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')).sort());
  await page.getByRole('button', { name: 'Matrix', exact: true }).click();
  const cells = page.getByRole('region', { name: 'Matrix of ties' }).getByRole('button', { name: / passages?, / });
  await cells.first().waitFor();
  expect(
    [
      ...new Set(await cells.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))),
    ].sort(),
  ).toEqual(network);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Ties', exact: true }).getByRole('row')).toHaveCount(
    network.length + 1,
  );
});

test('typing filters without losing a letter, and is one step back', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  const input = page.getByRole('combobox', { name: 'Search actors, places and words' });
  await expect(input).toBeFocused();
  await page.keyboard.type('trade talks', { delay: 15 });
  await page.keyboard.press('Enter');
  await expect(input).toHaveValue('trade talks');
  await expect(page).toHaveURL(/q=trade_talks$/);
  await input.press('Home');
  await page.keyboard.type('the ');
  await expect(input).toHaveValue('the trade talks');
  await expect(count(page)).toHaveText(/^\d of 37 statements$/);
});
