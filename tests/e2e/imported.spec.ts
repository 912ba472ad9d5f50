import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startHost } from './deploys.ts';
import { expect, test } from './desk.ts';

const ARTICLE = `Walrus moves into the harbour

OSLO, 11 January 2019 - "The walrus has taken our best berth," Mayor Ana Reyes told reporters on Friday.
`;

/** Runs the command line as an editor would, with the served file as what it adds to. */
const dateline = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['src/commands/run.mjs', 'cli/dateline.ts', ...args]);

test('what the command imports into the served coverage is shown on a wall that runs', async ({ page }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-newsroom-'));
  cpSync('dist', join(folder, 'site'), { recursive: true });
  const host = await startHost(join(folder, 'site'));
  try {
    await page.clock.install({ time: new Date('2026-11-22T09:00:01Z') });
    await page.goto(`${host.address}?kiosk=20&check=30&q=walrus`);
    await page.locator('main[data-scene]').waitFor();
    await expect(page.getByText('Nothing in the coverage passes the filters of this link.')).toBeVisible();

    const file = join(folder, 'walrus.txt');
    writeFileSync(file, ARTICLE);
    const { stdout } = await dateline('import', file, '--into', join(folder, 'site/coverage.json'), '--json');
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ written: true, refused: [], lost: [], counts: { articles: 3 } });
    expect(told.counts.statements).toBeGreaterThan(37);

    const words = page.locator('main[data-scene]').getByText('The walrus has taken our best berth');
    for (let passed = 0; passed < 240 && (await words.count()) === 0; passed += 5) {
      await page.clock.runFor(5000);
      // The door is a worker: it has no part in the page's clock, which runs ten seconds in two of these.
      await page.waitForTimeout(200);
    }
    await expect(words).toBeVisible();
    await expect(page.locator('[data-age]')).toHaveAttribute('data-statements', String(told.counts.statements));
    await expect(page.getByText('Ana Reyes').first()).toBeVisible();
  } finally {
    await host.die();
    rmSync(folder, { recursive: true, force: true });
  }
});
