import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LARGE, largeCorpus } from '../fixtures/largeCorpus.ts';
import { coverageDialog, openDialog } from './doors.ts';
import { asFigures, record } from './figures.ts';
import { expect, expectQuiet, LONGEST_TASK, longestOnProcessor, test } from './stage.ts';

test('100,000 statements are opened while the page goes on answering', async ({ page, watched }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-large-'));
  const file = join(folder, 'large.json');
  writeFileSync(file, JSON.stringify(largeCorpus(LARGE)));
  try {
    await openDialog(page);
    const longest = await longestOnProcessor(page, async () => {
      await coverageDialog(page).getByLabel('Choose a corpus file').setInputFiles(file);
      // It says how far it has come, and can be stopped.
      await expect(coverageDialog(page).getByRole('button', { name: 'Cancel' })).toBeVisible();
      await expect(page.getByText('Data from the file “large.json”')).toBeVisible({ timeout: 120_000 });
      await expect(page.getByText(/^100,?000 statements on/)).toBeVisible();
    });
    record('large', {
      statements: LARGE.statements,
      'longest task, ms': Math.round(longest),
      ...asFigures(await watched.counts()),
    });
    expect(longest).toBeLessThanOrEqual(LONGEST_TASK);
    await expectQuiet(watched);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
