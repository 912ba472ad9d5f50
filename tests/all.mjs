// Runs every test there is, one kind after the other, and ends with one line that counts them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../src/commands/browser.mjs';
import { ensureHosts } from './security/hostPrograms.mjs';

const folder = mkdtempSync(join(tmpdir(), 'dateline-tests-'));
const total = { passed: 0, failed: 0, skipped: 0 };

function run(title, command, args, env = {}) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  console.log(`== ${title}: ${status === 0 ? 'good' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** A step that is good or not: one test. */
function step(title, command, args, env) {
  if (run(title, command, args, env)) total.passed += 1;
  else total.failed += 1;
}

/** A test runner that writes a report; without a report it has failed as a whole. */
function runner(title, args, env, countsOf) {
  const good = run(title, 'npx', args, env);
  try {
    const { passed, failed, skipped } = countsOf(JSON.parse(readFileSync(join(folder, `${title}.json`), 'utf8')));
    total.passed += passed;
    total.failed += failed + (good || failed > 0 ? 0 : 1);
    total.skipped += skipped;
  } catch {
    total.failed += 1;
  }
}

step('types', 'npm', ['run', '--silent', 'typecheck']);
step('lint', 'npm', ['run', '--silent', 'lint']);
step('unused code and packages', 'npm', ['run', '--silent', 'unused']);
step('corpus', 'npm', ['run', '--silent', 'corpus:check']);
runner(
  'unit',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(folder, 'unit.json')}`],
  { PATH: ensureHosts(join(folder, 'hosts')) },
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.numTotalTests === 0 ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  }),
);
step('build', 'npm', ['run', '--silent', 'build']);
// What only a build that may load data from other hosts does; it never stands among the files of the app.
step('build for any host', 'npm', ['run', '--silent', 'build:any-host']);
try {
  const browser = ensureBrowser();
  runner(
    'browser',
    ['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=line,json'],
    { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'browser.json') },
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
  );
  // The short ones of all the faults that `npm run test:faults` walks.
  runner(
    'faults',
    ['playwright', 'test', '-c', 'tests/faults/playwright.config.ts', '--grep', '@short', '--reporter=line,json'],
    { CHROMIUM_PATH: browser, FAULTS_DIST: 'dist', PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'faults.json') },
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
  );
  // The short ones of what `npm run test:security` tries.
  runner(
    'security',
    ['playwright', 'test', '-c', 'tests/security/playwright.config.ts', '--grep', '@short', '--reporter=line,json'],
    { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'security.json') },
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
  );
} catch (error) {
  console.error(error.message);
  total.failed += 1;
}
rmSync(folder, { recursive: true, force: true });

console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed === 0 ? 0 : 1;
