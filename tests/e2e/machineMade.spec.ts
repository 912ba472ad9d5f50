import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { isChecked } from '../../src/domain/mark.ts';
import { readCsv } from '../../src/exports/csv.ts';
import { machineMade } from '../fixtures/machineMade.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { violationsOf } from './axe.ts';
import { expect, follow, open, test } from './desk.ts';

const REVIEWS = [
  'none',
  'none',
  'accepted',
  'none',
  'none',
  'bulk',
  'none',
  'corrected',
  'none',
  'none',
  'none',
] as const;
const corpus = machineMade(bundledCorpus(), REVIEWS);
const checked = corpus.statements.filter(({ mark }) => isChecked(mark)).length;
const FILE = { name: 'read.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(corpus)) };

/** Opens the coverage that a machine made; gives the part of a link that names it. */
async function openRead(page: Page): Promise<string> {
  await open(page);
  await page.getByRole('button', { name: /^Coverage/ }).click();
  await page.getByLabel('Choose a corpus file').setInputFiles([FILE]);
  await expect(page.getByRole('complementary', { name: 'Whose data this is' })).toContainText(
    `Read by a machine. ${checked} of ${corpus.statements.length} statements checked by a person`,
  );
  await expect(page).toHaveURL(/file=/);
  return `file=${new URL(page.url()).searchParams.get('file')}`;
}

const cards = (page: Page) => page.getByRole('region', { name: 'Statements' }).getByRole('article');
/** The weight of a font, which the name alone has: a regular one is not checked. */
const weightOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).fontWeight);

test('a coverage that a machine read says so on cards, ties, events and names, and not by colour alone', async ({
  page,
}) => {
  await openRead(page);
  await page.locator('[data-count]').first().waitFor();
  const open = cards(page).filter({ hasText: 'Lu Kang' }).first();
  await expect(open).toContainText(/Lu Kang\s.*not checked/);
  await expect(cards(page).filter({ hasText: /accepted with \d+ others/ })).not.toHaveCount(0);
  expect(await weightOf(page, 'article[data-open] button[class*="speaker"]')).toBe('400');
  expect(await weightOf(page, 'article:not([data-open]) button[class*="speaker"]')).toBe('600');

  await expect(page.getByRole('button', { name: /: talks, 2 of 7 checked, 7 passages/ })).toBeVisible();
  await expect(page.locator('[data-count][data-sign="hollow"] text').filter({ hasText: '2 of 7' })).toBeVisible();
  expect(await page.locator('[data-count][data-sign="solid"]').count()).toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: /^Kim Jong Un: 8 statements, not all checked, / })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Hanoi, not checked, candidate$/ })).toBeVisible();

  const events = page.getByRole('region', { name: 'When' });
  await expect(events.getByRole('button', { name: /, not checked, / }).first()).toBeVisible();
  const fill = (sign: string) =>
    page
      .locator(`[data-sign="${sign}"][data-certainty="stated"] circle`)
      .first()
      .evaluate((dot) => getComputedStyle(dot).fill);
  expect(await fill('hollow')).not.toBe(await fill('solid'));
  expect(await violationsOf(page)).toEqual([]);

  // The system's own colours: what is hollow stays hollow.
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await fill('hollow')).not.toBe(await fill('solid'));
  await expect(open.locator('svg circle').first()).toBeVisible();
});

test('the list of ties has the part that is checked in words', async ({ page }) => {
  const file = await openRead(page);
  await follow(page, `?v=1&view=list&${file}`);
  const row = page.getByRole('row').filter({ hasText: 'Kim Jong Un and Xi Jinping' }).first();
  await expect(row.getByRole('cell').last()).toHaveText('2 of 7');
  await expect(page.getByRole('columnheader', { name: 'Checked' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});

test('the reader underlines what nobody has checked twice, and says beside it how sure the machine is and why', async ({
  page,
}) => {
  const file = await openRead(page);
  await follow(page, `?v=1&open=a-moon-cooperate&${file}`);
  const reader = page.getByRole('complementary', { name: 'Reader' });
  const said = reader.getByRole('link', { name: /Seoul would cooperate/ });
  const lineOf = () => said.evaluate((element) => getComputedStyle(element).textDecorationStyle);
  expect(await lineOf()).toBe('double');
  await expect(reader.getByRole('list', { name: /^Notes on paragraph 20/ })).toContainText(
    /not checked\s*fairly sure: a verb joins the two in one clause/,
  );
  await expect(reader).not.toContainText(/\d ?%/);
  expect(await violationsOf(page)).toEqual([]);
});

test('the filter stands in the link, holds for all panels, and is not offered where people read', async ({ page }) => {
  await open(page);
  const review = page.getByRole('group', { name: 'Review' });
  await expect(review).toHaveCount(0);
  const file = await openRead(page);
  await review.getByRole('button', { name: /^Checked/ }).click();
  await expect(page).toHaveURL(/[?&]checked=yes(&|$)/);
  const status = page.getByRole('region', { name: 'Filters' }).getByRole('status');
  await expect(status).toHaveText(`${checked} of ${corpus.statements.length} statements`);
  await expect(cards(page).filter({ hasText: 'not checked' })).toHaveCount(0);
  await follow(page, `?v=1&checked=no&${file}`);
  await expect(review.getByRole('button', { name: /^Not checked/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(status).toHaveText(`${corpus.statements.length - checked} of ${corpus.statements.length} statements`);
});

test('the share dialog says how much is checked and offers only that; a table has its columns', async ({ page }) => {
  await openRead(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  await expect(dialog).toContainText(
    `This view shows ${corpus.statements.length} statements, ${checked} of them checked by a person`,
  );
  await dialog.getByRole('button', { name: `Only the ${checked} checked` }).click();
  await expect(dialog.getByLabel('Address of this view')).toHaveValue(/[?&]checked=yes(&|$)/);
  expect(await violationsOf(page)).toEqual([]);

  await dialog.getByRole('tab', { name: 'Files' }).click();
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save .csv, statements' }).click();
  const { columns, rows } = readCsv(readFileSync(await (await saving).path(), 'utf8'));
  const cell = (row: string[] | undefined, name: string) => row?.[columns.indexOf(name)];
  expect(rows.map((row) => cell(row, 'by'))).toEqual(rows.map(() => 'machine'));
  expect(rows.filter((row) => cell(row, 'checked') === 'yes')).toHaveLength(checked);
  expect(cell(rows[0], 'sure')).toBe('92');
  expect(cell(rows[0], 'data_from')).toContain('Read by a machine.');
});

test('the wall says under a quotation that nobody has checked its speaker, and shows none of these on request', async ({
  page,
}) => {
  const file = await openRead(page);
  const scene = page.locator('main[data-scene]');
  /** The captions of all quotations, by hand. */
  const captions = async (link: string) => {
    await follow(page, link);
    await scene.waitFor();
    await page.keyboard.press('Shift');
    const count = Number(await page.getByRole('progressbar').getAttribute('aria-valuemax'));
    const found: (string | null)[] = [];
    for (let index = 0; index < count; index += 1) {
      const id = (await scene.getAttribute('data-scene')) ?? '';
      if (id.startsWith('quote:')) found.push(await scene.textContent());
      if (index === 0) expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('ArrowRight');
      if (count > 1) await expect(page.locator(`main[data-scene="${id}"]`)).toHaveCount(0);
    }
    return found;
  };
  const caveat = 'Speaker found by a machine, not checked by a person.';
  const all = await captions(`?v=1&kind=direct&kiosk=3600&${file}`);
  expect(all.filter((text) => text?.includes(caveat)).length).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  const only = await captions(`?v=1&kind=direct&checked=yes&kiosk=3600&${file}`);
  expect(only.filter((text) => text?.includes(caveat))).toEqual([]);
  await expect(page.getByRole('complementary', { name: 'What is shown' })).toContainText('Read by a machine.');
});

test('on a phone the signs stand in the lists, and nothing leaves the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const file = await openRead(page);
  for (const section of ['Quotes', 'Ties', 'Places', 'Dates']) {
    await page.getByRole('button', { name: section, exact: true }).click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, section).toBeLessThanOrEqual(0);
    expect(await violationsOf(page), section).toEqual([]);
  }
  await follow(page, `?v=1&checked=yes&${file}`);
  await expect(page.getByRole('region', { name: 'Filters' }).getByRole('status')).toContainText(`${checked} of`);
  await page.getByRole('button', { name: 'Filter', exact: false }).last().click();
  const sheet = page.getByRole('dialog', { name: 'Filter' });
  await expect(sheet.getByRole('button', { name: /^Checked/ })).toHaveAttribute('aria-pressed', 'true');
  expect(await violationsOf(page)).toEqual([]);
});
