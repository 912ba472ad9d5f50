import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { NAME_BOMBS } from '../fixtures/nameBombs.ts';
import { coverageDialog, openDialog } from './doors.ts';
import { record } from './figures.ts';
import { expect, FULL, LONGEST_TASK, longestOnProcessor, test } from './stage.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-names-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Megabytes of text: the sizes at which it was found, and more than the limits allow. */
const SIZES = FULL ? [0.8, 2.4, 8, 30] : [0.8];
const CASES = Object.entries(NAME_BOMBS).flatMap(([name, make]) => SIZES.map((size) => ({ name, size, make })));

/** Goes to a view of what is open by the address, as back and forward do. */
async function go(page: Page, link: string): Promise<void> {
  await page.evaluate((query) => {
    const file = new URLSearchParams(location.search).get('file');
    history.pushState(null, '', `?${query}${file === null ? '' : `&file=${encodeURIComponent(file)}`}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, link);
}

/** Chooses a file, and goes through its views: the reader at several places, and what else looks for names. */
async function walk(page: Page, file: string): Promise<void> {
  const problem = coverageDialog(page).getByText(/too-many|too-large/);
  await coverageDialog(page).getByLabel('Choose a corpus file').setInputFiles(file);
  await expect(page.getByText('Data from the file “names.json”').or(problem).first()).toBeVisible({ timeout: 120_000 });
  if (await problem.isVisible()) return;
  await expect(coverageDialog(page)).toBeHidden();
  for (const link of ['open=s-1', 'open=s-2', 'open=f-all', 'page=tellings', 'actor=actor-0', 'page=paper']) {
    await go(page, link);
    if (!link.startsWith('open')) continue;
    const text = page.getByRole('region', { name: 'Text of the article' });
    await expect(text).toBeVisible({ timeout: 30_000 });
    const after = text.getByRole('button', { name: 'Show the part after' });
    if (await after.isVisible()) await after.click();
  }
}

for (const { name, size, make } of FULL ? CASES : CASES.slice(0, 1))
  test(`${name}, ${size} MB: the desk and its reader go on answering, or say why not @short`, async ({ page }) => {
    const file = join(folder, 'names.json');
    writeFileSync(file, JSON.stringify(make(size)));
    await openDialog(page);
    // On a machine that does something else, the processor takes longer for the same: the least of three counts.
    let longest = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3 && longest > LONGEST_TASK; round += 1) {
      if (round > 0) await openDialog(page);
      longest = Math.min(longest, await longestOnProcessor(page, () => walk(page, file)));
    }
    record('names', { 'files of names': 1, 'longest task, ms': Math.round(longest) });
    expect(longest).toBeLessThanOrEqual(LONGEST_TASK);
  });

for (const { name, size, make } of FULL ? CASES : CASES.slice(0, 1))
  test(`${name}, ${size} MB: the wall goes on answering, or says why not @short`, async ({ page }) => {
    const built = await page.request.get('coverage.json').then((answer) => answer.json());
    const bomb = { ...make(size), asOf: { ...built.asOf, date: '2019-01-11' } };
    // As many statements as the one it follows, or it would not be shown.
    const [statement] = bomb.statements;
    const statements = Array.from({ length: 40 }, (_, index) => ({ ...statement, id: `s-${index}` }));
    const body = JSON.stringify({ ...bomb, statements });
    await page.route('**/coverage.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
    await page.goto('?kiosk=5&check=10');
    const age = page.locator('[data-age]');
    await age.waitFor();
    const longest = await longestOnProcessor(page, async () => {
      await expect
        .poll(async () => `${await age.getAttribute('data-statements')} ${await age.textContent()}`, {
          timeout: 120_000,
        })
        .toMatch(/^40 |did not pass the check|took too long/);
      await page.waitForTimeout(FULL ? 6_000 : 2_000);
    });
    record('names', { 'walls with names': 1, 'longest task, ms': Math.round(longest) });
    expect(longest).toBeLessThanOrEqual(LONGEST_TASK);
    // A wall that starts again takes it up again, or not; in either case it answers.
    await page.reload();
    await age.waitFor();
    expect(await longestOnProcessor(page, () => page.waitForTimeout(FULL ? 4_000 : 1_500))).toBeLessThanOrEqual(
      LONGEST_TASK,
    );
  });
