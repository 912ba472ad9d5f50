import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CARDS } from '../../src/coverage/answers/cards.ts';
import { SHOWN } from '../../src/coverage/answers/shown.ts';
import type { Filters } from '../../src/domain/filters.ts';
import { readCsv } from '../../src/exports/csv.ts';
import { answered } from '../fixtures/ask.ts';
import { indexed } from '../fixtures/indexed.ts';
import { largeCorpus } from '../fixtures/largeCorpus.ts';
import { expect, follow, open, test } from './desk.ts';

/** More than the page takes: it stays in the worker that opened it, and every panel waits for its answers. */
const CORPUS = indexed(largeCorpus({ statements: 2600, articles: 12 }));
const sizes = (filters: Partial<Filters> = {}) => answered(CORPUS, SHOWN, null, filters).sizes;
const ALL = sizes().statements;
const DIRECT = sizes({ kinds: ['direct'] }).statements;

const filters = (page: Page) => page.getByRole('region', { name: 'Filters' });
const counted = (page: Page) => filters(page).getByRole('status');
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const query = (page: Page) => new URL(page.url()).search;

async function openLarge(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: /^Coverage/ }).click();
  await page.getByLabel('Choose a corpus file').setInputFiles({
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(CORPUS)),
  });
  await expect(page.getByRole('complementary', { name: 'Whose data this is' })).toContainText('large.json');
  await expect(counted(page)).toContainText(String(ALL));
}

test.beforeEach(({ page }) => openLarge(page));

test('all panels follow a filter, page by page, and back brings what was before', async ({ page }) => {
  await filters(page)
    .getByRole('button', { name: /^Direct/ })
    .click();
  await expect(counted(page)).toContainText(`${DIRECT} of ${ALL}`);
  const wall = panel(page, 'Who said what');
  await expect(wall).toContainText(`${DIRECT} of ${ALL} statements`);
  const cards = answered(CORPUS, CARDS, { order: 'weight', from: 0, size: 60 }, { kinds: ['direct'] });
  await expect(wall.getByRole('article')).toHaveCount(60);
  const first = await wall.getByRole('article').first().textContent();
  await wall.getByRole('button', { name: 'Next', exact: false }).first().click();
  await expect(wall.getByRole('article').first()).not.toHaveText(first ?? '');
  await expect(wall.getByRole('article')).toHaveCount(Math.min(60, cards.cards - 60));
  const speakers = panel(page, 'Who speaks');
  const listed = () => speakers.locator('[data-focus^="speaker:"]').count();
  const before = await listed();
  await speakers
    .getByRole('button', { name: /^Show (?:\d+|them|it)$/ })
    .first()
    .click();
  await expect.poll(listed).toBeGreaterThan(before);
  await page.goBack();
  await expect(counted(page)).not.toContainText(' of ');
  await expect(filters(page).getByRole('button', { name: /^Direct/ })).toHaveAttribute('aria-pressed', 'false');
});

test('the search leads to a sentence in the reader, which steps on and closes', async ({ page }) => {
  await page.locator('[data-focus=text]').fill('ceasefire');
  const sentence = page
    .getByRole('option')
    .filter({ hasText: /ceasefire/i })
    .first();
  await sentence.click();
  const reader = page.getByRole('complementary', { name: 'Reader' });
  await expect(reader).toContainText(/ceasefire/i);
  await page.keyboard.press('Escape');
  await expect(reader).toHaveCount(0);
  await page
    .getByRole('article')
    .first()
    .getByRole('button', { name: /read it in the article/ })
    .click();
  await expect(reader.getByRole('heading').first()).toBeVisible();
  const place = await reader.textContent();
  await reader.getByRole('button', { name: 'Next passage' }).click();
  await expect(reader).not.toHaveText(place ?? '');
});

test('the articles stand side by side, the paper edition says what it leaves out, and a file has all rows @long', async ({
  page,
}) => {
  test.slow();
  const link = query(page);
  await page.getByRole('button', { name: 'Two tellings' }).click();
  await expect(panel(page, 'Where they differ')).toBeVisible();
  await follow(page, `${link}&page=paper`);
  await expect(page.getByRole('main')).toContainText(/first 500|500 of/);
  await follow(page, `${link}&kind=direct`);
  await expect(counted(page)).toContainText(`${DIRECT} of ${ALL}`);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('tab', { name: 'Files' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save .csv, statements' }).click();
  const text = readFileSync(await (await coming).path(), 'utf8');
  const { rows } = readCsv(text);
  expect(rows.length).toBe(DIRECT);
});

test('the wall shows its scenes', async ({ page }) => {
  await follow(page, `${query(page)}&kiosk=20`);
  await expect(page.locator('main[data-scene]')).toBeVisible();
  await expect(page.locator('main[data-scene] [data-primary]').first()).toBeVisible();
  await expect(page.locator('[data-age]')).toHaveAttribute('data-statements', String(ALL));
});
