// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { heldFiles } from '../../src/commands/offlineWorker.ts';
import { integrityOf, isBuiltFile, typeFits } from '../../src/offline/files.ts';

const SCRIPT = 'export const answer = 42;';
const script = (text: string, type = 'text/javascript', status = 200) =>
  new Response(text, { status, headers: { 'content-type': type } });
const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;

it('takes the very file for the file, and neither a page, a part of it, nothing nor an error', async () => {
  const integrity = await integrityOf(bytes(SCRIPT));
  const url = 'http://127.0.0.1/app/assets/answer-1.js';
  expect(await isBuiltFile(script(SCRIPT), url, integrity)).toBe(true);
  for (const wrong of [
    script('<!doctype html>', 'text/html'),
    script(SCRIPT, 'text/html; charset=utf-8'),
    script(SCRIPT.slice(0, -1)),
    script(''),
    script(SCRIPT, 'text/javascript', 404),
  ])
    expect(await isBuiltFile(wrong, url, integrity)).toBe(false);
});

it('takes none that cannot be read', async () => {
  const integrity = await integrityOf(bytes(SCRIPT));
  const used = script(SCRIPT);
  await used.text();
  expect(await isBuiltFile(used, 'http://127.0.0.1/a.js', integrity)).toBe(false);
});

it('knows under which types a file can be used', () => {
  expect(typeFits('./index.html', 'text/html; charset=utf-8')).toBe(true);
  expect(typeFits('assets/a.js?x=.html', 'application/javascript')).toBe(true);
  expect(typeFits('assets/a.js', null)).toBe(false);
  expect(typeFits('assets/a.css', 'text/html')).toBe(false);
  expect(typeFits('assets/corpus.json', 'text/html')).toBe(false);
  expect(typeFits('assets/a.css', 'application/x-text/css')).toBe(false);
  expect(typeFits('index.html', 'application/x-text/html')).toBe(false);
  expect(typeFits('assets/a.css.map', 'application/json')).toBe(true);
  expect(typeFits('a.html.json', 'application/json')).toBe(true);
  expect(typeFits('assets/a.json', null)).toBe(true);
  expect(typeFits('manifest.webmanifest', 'application/octet-stream')).toBe(true);
});

it('lists every file of the app and nothing else, with a revision where the name stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-held-'));
  try {
    for (const name of [
      'index.html',
      'assets/index-1.js',
      'assets/index-1.js.map',
      'coverage.json',
      'sw.js',
      'kill-switch.js',
      '.well-known/security.txt',
    ]) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), name);
    }
    const files = heldFiles(folder);
    expect(files.map(({ url, revision }) => [url, revision !== null])).toEqual([
      ['assets/index-1.js', false],
      ['index.html', true],
    ]);
    expect(files[1]?.integrity).toBe(await integrityOf(bytes('index.html')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
