// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BUNDLED_CORPUS, main } from '../../src/commands/corpusCheck.ts';
import { changed, smallCorpus } from '../fixtures/markedCorpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('npm run corpus:check', () => {
  let out: string[] = [];
  let err: string[] = [];
  beforeEach(() => {
    [out, err] = [[], []];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
    vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line));
  });

  it('says that the bundled corpus is clean, and what is in it', async () => {
    expect(await main([])).toBe(0);
    expect(out).toHaveLength(1);
    expect(out[0]).toMatch(
      new RegExp(`^${BUNDLED_CORPUS}: clean\\. 2 articles, \\d+ actors, \\d+ statements, .*flags\\.$`),
    );
    expect(err).toEqual([]);
  });

  it('counts what is in another file', async () => {
    const file = fileOf('good.json', JSON.stringify(smallCorpus()));
    expect(await main([file])).toBe(0);
    expect(out).toEqual([
      `${file}: clean. 2 articles, 4 actors, 3 statements, 1 relations, 1 venues, 1 events, 3 flags.`,
    ]);
  });

  it('prints every problem with its place, then how many there are, and exits 1', async () => {
    const bad = changed(changed(smallCorpus(), 'asOf.date', '2019-02-30'), 'statements.0.addressee', 'nobody');
    const file = fileOf('bad.json', JSON.stringify(bad));
    expect(await main([file])).toBe(1);
    expect(err).toEqual([
      '$.asOf.date, line 1: expected a real day such as "2019-01-10", found "2019-02-30" (wrong-shape)',
      '$.statements[0].addressee, line 1: expected the id of an actor, found "nobody" (dangling-reference)',
      `${file}: 2 problems.`,
    ]);
    expect(out).toEqual([]);
  });

  it('says so when only the first problems are shown', async () => {
    const file = fileOf('very-bad.json', JSON.stringify(changed(smallCorpus(), 'flags', new Array(10_001).fill(0))));
    expect(await main([file])).toBe(1);
    expect(err).toHaveLength(10_001);
    expect(err.at(-1)).toBe(`${file}: 10001 problems, the first 10000 shown.`);
  });

  it('counts one problem as one', async () => {
    const file = fileOf('no.json', 'not json');
    expect(await main([file])).toBe(1);
    expect(err[0]).toMatch(/^\$, line 1: expected a JSON file, found .* \(not-json\)$/);
    expect(err[1]).toBe(`${file}: 1 problem.`);
  });

  it('exits 1 when the file is missing', async () => {
    const file = join(folder, 'nowhere.json');
    expect(await main([file])).toBe(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(`${file}: cannot be read (ENOENT`);
    expect(await main([folder])).toBe(1);
  });
});
