// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { checkedCorpus } from '../../src/commands/checkedCorpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a page of one line with the plugin on a corpus file. */
function buildWith(corpus: string): Promise<unknown> {
  const file = join(folder, 'corpus.json');
  writeFileSync(file, corpus);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  return build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false },
    plugins: [checkedCorpus(file)],
  });
}

describe('a build', () => {
  const good = readFileSync('src/data/corpus.json', 'utf8');

  it('passes with the bundled corpus', async () => {
    await expect(buildWith(good)).resolves.toBeDefined();
  });

  it('fails with a corpus whose words have moved, and says where', async () => {
    const corpus = JSON.parse(good);
    corpus.statements[2].content[0].start += 1;
    await expect(buildWith(JSON.stringify(corpus))).rejects.toThrow('$.statements[2].content[0]');
  });
});
