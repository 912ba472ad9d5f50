import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { typeOf } from './mime.mjs';

const folder = mkdtempSync(join(tmpdir(), 'dateline-reader-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (...args: string[]) => execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });

test('fifty articles give the same bytes in Node and in a worker of a browser', async ({ page }) => {
  test.setTimeout(240_000);
  const file = join(folder, 'node.json');
  node('src/commands/run.mjs', '../../tests/e2e/reader/inNode.ts', file);
  const built = join(folder, 'built');
  node('node_modules/vite/bin/vite.js', 'build', '-c', 'tests/e2e/reader/vite.config.ts', '--outDir', built);
  await page.route('**/reader-bytes/**', async (route) => {
    const name = new URL(route.request().url()).pathname.replace('/reader-bytes/', '') || 'index.html';
    const path = join(built, name);
    if (existsSync(path)) await route.fulfill({ body: readFileSync(path), contentType: typeOf(path) });
    else await route.fulfill({ status: 404, body: '' });
  });
  await page.goto('/reader-bytes/index.html');
  await page.waitForFunction(() => Reflect.has(window, 'draft'), null, { timeout: 120_000 });
  const { text, error } = (await page.evaluate(() => Reflect.get(window, 'draft'))) as {
    text?: string;
    error?: string;
  };
  expect(error).toBeUndefined();
  const own = readFileSync(file, 'utf8');
  // Told first where they part, since a difference of megabytes tells nothing.
  const at = [...own].findIndex((sign, i) => sign !== text?.[i]);
  expect(text?.slice(Math.max(0, at - 60), at + 60)).toBe(own.slice(Math.max(0, at - 60), at + 60));
  expect(text === own).toBe(true);
  const { corpus } = JSON.parse(own) as { corpus: { articles: unknown[]; statements: unknown[] } };
  expect(corpus.articles.length).toBeGreaterThan(40);
  expect(corpus.statements.length).toBeGreaterThan(150);
});
