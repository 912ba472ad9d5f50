import { defineConfig } from 'vitest/config';
import base from '../../vite.config.ts';

/** The folder of `src` whose tests run: those of the same name. */
const folder = process.env.MUTANTS_FOLDER;

/** Files of tests that show how much work is done, or try a great deal at once: each mutant would wait for them. */
const LONG = ['tests/corpus/hostile.test.ts', 'tests/corpus/anyChange.test.ts', 'tests/url/longRuns.test.ts'];

/** What one folder's mutants are tried against: the tests of that folder, without the long ones, and without a second try. */
export default defineConfig({
  define: base.define ?? {},
  test: { ...base.test, include: [`tests/${folder}/**/*.test.{ts,tsx}`], exclude: LONG, retry: 0 },
});
