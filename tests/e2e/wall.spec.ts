import type { Page } from '@playwright/test';
import { expect, open, test } from './desk.ts';

const statements = (page: Page) => page.getByRole('region', { name: 'Statements' });
const more = (page: Page) => page.getByRole('button', { name: /more below$/ });

/** Left edges of the columns that the cards stand in, of those that begin in sight. */
const columns = (page: Page) =>
  statements(page).evaluate((region) => {
    const { bottom } = region.getBoundingClientRect();
    const seen = [...region.querySelectorAll('article')].map((card) => card.getBoundingClientRect());
    return [...new Set(seen.filter(({ top }) => top < bottom).map(({ left }) => Math.round(left)))].length;
  });

test('the wall stands in dense columns, as many as there is room for', async ({ page }) => {
  for (const [width, height, link, count] of [
    [1440, 1000, '', 5],
    [1440, 1000, '?order=speaker', 6],
    [1024, 768, '?order=speaker', 4],
    [700, 900, '?order=speaker', 2],
    [390, 844, '?order=speaker', 1],
  ] as const) {
    await page.setViewportSize({ width, height });
    await open(page, link);
    expect(await columns(page), `${width} ${link}`).toBe(count);
  }
});

test('the cards of a column follow each other without holes, and none lies over another', async ({ page }) => {
  await open(page);
  const gaps = await statements(page).evaluate((region) => {
    const group = region.querySelector('section');
    const byColumn = new Map<number, DOMRect[]>();
    for (const card of group?.querySelectorAll('article') ?? []) {
      const box = card.getBoundingClientRect();
      byColumn.set(Math.round(box.left), [...(byColumn.get(Math.round(box.left)) ?? []), box]);
    }
    return [...byColumn.values()].flatMap((boxes) =>
      boxes.slice(1).map((box, index) => box.top - (boxes[index]?.bottom ?? 0)),
    );
  });
  expect(gaps.length).toBeGreaterThan(20);
  // What can be hit of a line alone reaches 3 px into the space above it.
  for (const gap of gaps) expect(Math.abs(gap)).toBeLessThan(4);
});

test('the way on moves by a panel, covers no words and goes away at the end', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await expect(more(page)).toBeVisible();
  const [link, region] = [await more(page).boundingBox(), await statements(page).boundingBox()];
  const bottom = (region?.y ?? 0) + (region?.height ?? 0);
  // The line of 16 px in the middle of the button.
  expect((link?.y ?? 0) + ((link?.height ?? 0) - 16) / 2).toBeGreaterThanOrEqual(bottom - 0.5);
  for (let left = Number.POSITIVE_INFINITY; (await more(page).count()) > 0; ) {
    const now = Number.parseInt((await more(page).textContent()) ?? '', 10);
    expect(now).toBeLessThan(left);
    left = now;
    await more(page).click();
    await expect(page.getByRole('button', { name: `${now} more below`, exact: true })).toHaveCount(0);
  }
  const rest = await statements(page).evaluate(
    (element) => element.scrollHeight - element.clientHeight - element.scrollTop,
  );
  expect(rest).toBeLessThan(40);
});

test('the unresolved are one click away, in a row of their own', async ({ page }) => {
  await open(page);
  const row = page.getByRole('heading', { name: /^Unresolved: who said this is not settled/ });
  await expect(row).not.toBeInViewport();
  await page.getByRole('button', { name: /^\d+ unresolved$/ }).click();
  await expect(row).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Lu Kang?' }).first()).toBeInViewport();
});

test('the wall keeps its height when filters narrow it', async ({ page }) => {
  await open(page);
  const wall = page.getByRole('region', { name: 'Who said what' });
  const before = await wall.boundingBox();
  await page.getByRole('button', { name: /^Direct/ }).click();
  await expect(wall).toContainText(/of \d+ statements/);
  const after = await wall.boundingBox();
  expect(after?.y).toBe(before?.y);
  // The time line below may lose a line of labels.
  expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThan(20);
});
