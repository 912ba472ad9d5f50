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
process.exitCode = spawnSync(...command, { stdio: 'inherit', env }).status ?? 1;
