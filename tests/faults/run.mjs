// Runs the rows of faults against the built app.
// Usage: npm run test:faults [-- [--mutations] [--short] [arguments of Playwright]], or -- --table to print them as Markdown.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const own = new Set(['--mutations', '--short', '--table']);
const has = (flag) => args.includes(flag);
const command = has('--table')
  ? [process.execPath, ['src/commands/run.mjs', '../../tests/faults/table.ts']]
  : [
      'npx',
      [
        ...['playwright', 'test', '-c', 'tests/faults/playwright.config.ts', '--reporter=list'],
        ...(has('--short') ? ['--grep', '@short'] : []),
        ...args.filter((arg) => !own.has(arg)),
      ],
    ];
const env = { ...process.env, ...(has('--mutations') ? { FAULTS_MUTATIONS: '1' } : {}) };
let status = spawnSync(...command, { stdio: 'inherit', env }).status ?? 1;
if (args.length === 0) {
  // What is held on the device has tests of its own, on the built app; the long ones run here.
  const built = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' }).status ?? 1;
  const long = ['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list'];
  status ||= built || (spawnSync('npx', long, { stdio: 'inherit', env: { ...env, LONG_TESTS: '1' } }).status ?? 1);
}
process.exitCode = status;
