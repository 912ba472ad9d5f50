import { resolve } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { built } from './build.ts';
import type { Row } from './row.ts';
import { ROWS } from './rows.ts';
import { type Stage, setStage } from './stage.ts';

/** Sets the stage for a row: with its own faults in the build, and perhaps without a defence. */
function stageOf(browser: Browser, { setUp = {} }: Row, without: readonly string[] = []): Promise<Stage> {
  const names = [...(setUp.broken ?? []), ...without];
  const given = process.env.FAULTS_DIST;
  const folder = given && names.length === 0 ? resolve(given) : built(names);
  return setStage(browser, folder, setUp, names);
}

const title = ({ group, id, short }: Row) => `${group}: ${id}${short ? ' @short' : ''}`;

if (process.env.FAULTS_MUTATIONS) {
  for (const row of ROWS)
    test(`${title(row)}, without its defence`, async ({ browser }, { annotations }) => {
      const stage = await stageOf(browser, row, [row.defence.mutant]);
      const failure: unknown = await row.run(stage).then(
        () => null,
        (error: unknown) => error,
      );
      await stage.end();
      expect(failure, `the row holds although it was taken out that ${row.defence.is}`).toBeInstanceOf(Error);
      // Only what a row has looked at counts: a stage that falls down proves nothing.
      expect(failure, String(failure)).toHaveProperty('matcherResult');
      const noticed = String(failure).split('\n')[0] ?? '';
      annotations.push({ type: 'noticed', description: noticed });
      console.log(`  ${row.id}: ${noticed}`);
    });
} else {
  for (const row of ROWS)
    test(title(row), async ({ browser }) => {
      const stage = await stageOf(browser, row);
      try {
        await row.run(stage);
      } finally {
        await stage.end();
      }
    });
}
