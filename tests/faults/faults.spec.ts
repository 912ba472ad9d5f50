import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { MUTANTS } from './mutants.ts';
import type { Row } from './row.ts';
import { ROWS } from './rows.ts';
import { setStage } from './stage.ts';

/** The folder of a build: `dist` where FAULTS_DIST says so, else one that is built when it is not there. */
function folderOf(name: string): string {
  const given = process.env.FAULTS_DIST;
  if (given && name === 'as-it-is') return resolve(given);
  const env = { ...process.env, NODE_ENV: 'production' };
  const args = ['src/commands/run.mjs', '../../tests/faults/build.ts', name];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', env }).trim().split('\n');
  return printed.at(-1) ?? '';
}

const title = ({ group, id, short }: Row) => `${group}: ${id}${short ? ' @short' : ''}`;

if (process.env.FAULTS_MUTATIONS) {
  for (const row of ROWS)
    test(`${title(row)}, without its defence`, async ({ browser }, { annotations }) => {
      const stage = await setStage(browser, folderOf(row.defence.mutant), row.setUp, MUTANTS[row.defence.mutant]);
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
      const stage = await setStage(browser, folderOf('as-it-is'), row.setUp);
      try {
        await row.run(stage);
      } finally {
        await stage.end();
      }
    });
}
