import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from '../../vite.config.ts';

/** Files of tests that show how much work is done, or try a great deal at once: each mutant would wait for them. */
const LONG = /(?:hostile|anyChange|longRuns)\.test\.ts$/;

/** The tests of the folder whose mutants are tried, without the long ones. */
const folder = join('tests', process.env.MUTANTS_FOLDER ?? '');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name) && !LONG.test(name))
  .map((name) => join(folder, name));
const needsNoPage = (file: string) => readFileSync(file, 'utf8').includes('@vitest-environment node');

// Those that need no page are one file, `together.test.ts`: to start a thread for each of them takes longer than to run it.
process.env.MUTANTS_TESTS = files
  .filter(needsNoPage)
  .map((file) => resolve(file))
  .join('\n');

// The two projects of the other runs are for all folders.
const { projects: _, ...own } = base.test ?? {};

/** The quick ones first: most mutants are noticed there, and no page is started for them. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(!moduleId.endsWith('together.test.ts'));
    return [...files].sort((one, other) => isLong(one) - isLong(other));
  }
}

export default defineConfig({
  define: base.define ?? {},
  test: {
    ...own,
    include: ['tests/mutants/together.test.ts', ...files.filter((file) => !needsNoPage(file))],
    exclude: [],
    retry: 0,
    // On a busy machine; what never ends is ended by its count of steps.
    testTimeout: 120_000,
    sequence: { sequencer: QuickFirst },
  },
});
