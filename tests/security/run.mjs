// Gives the built app all the strings that attack, in every view and file, and counts what comes of it.
// Usage: npm run test:security [-- arguments of Playwright]. The figures go to docs/security-figures, and from there into docs/SECURITY-TESTS.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

const args = process.argv.slice(2);
const kept = 'docs/security-figures/browser';
const figures = 'test-results/security-full';
// A part of the tests replaces its own figures, and leaves those of the others.
rmSync(figures, { recursive: true, force: true });
if (args.length === 0) rmSync(kept, { recursive: true, force: true });
const env = { ...process.env, SECURITY: 'full', SECURITY_FIGURES: figures };
const run = (command, ...given) => spawnSync(command, given, { stdio: 'inherit', env }).status ?? 1;

mkdirSync(kept, { recursive: true });
mkdirSync(figures, { recursive: true });
const started = Date.now();
let status = run('npm', 'run', '--silent', 'build');
status ||= run('npm', 'run', '--silent', 'build:any-host');
status ||= run('npx', 'playwright', 'test', '-c', 'tests/security/playwright.config.ts', '--reporter=list', ...args);
if (args.length === 0)
  writeFileSync(
    `${kept}/duration.json`,
    `${JSON.stringify({ minutes: Math.ceil((Date.now() - started) / 60_000) })}\n`,
  );
const written = run(process.execPath, 'src/commands/run.mjs', '../../tests/security/document.ts');
process.exitCode = status || written;
