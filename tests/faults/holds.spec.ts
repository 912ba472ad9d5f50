import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { holds } from './holds.ts';
import { enter, setStage } from './stage.ts';
import { FLAWS, type Flaw, standIn } from './standIn.ts';

/** What the checks say about a stand-in with a flaw; null when they find nothing. */
async function foundIn(browser: Parameters<typeof setStage>[0], flaw: Flaw | null): Promise<string | null> {
  const folder = standIn(flaw);
  const stage = await setStage(browser, folder, {});
  try {
    await enter(stage);
    await holds(stage, { stale: false });
    return null;
  } catch (error) {
    return String(error);
  } finally {
    await stage.end();
    rmSync(folder, { recursive: true });
  }
}

test('the checks find nothing on a page that keeps its word', async ({ browser }) => {
  expect(await foundIn(browser, null)).toBeNull();
});

for (const flaw of FLAWS)
  test(`the checks notice a page that is or has: ${flaw}`, async ({ browser }) => {
    expect(await foundIn(browser, flaw)).toContain('expect(');
  });
