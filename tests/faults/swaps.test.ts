// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BROKEN, MUTANTS } from './mutants.ts';
import { ROWS } from './rows.ts';
import { checkSeen, swap, swapping, swapWritten } from './swaps.ts';

const one = { file: 'src/a.ts', from: 'if (ok)', to: 'if ($&)' };

describe('a swap', () => {
  it('replaces the words, and fails where they are not, or twice', () => {
    expect(swap('x; if (ok) y', [one])).toBe('x; if ($&) y');
    expect(() => swap('x', [one])).toThrow(/src\/a\.ts has 0 times/);
    expect(() => swap('if (ok) if (ok)', [one])).toThrow(/2 times/);
  });

  it('is done in its own file only, and missed where no build step saw that file', () => {
    const seen = new Set<string>();
    const transform = swapping([one], seen).transform as unknown as (code: string, id: string) => unknown;
    expect(transform('if (ok)', '/p/src/b.ts')).toBeNull();
    expect(transform('export default "/a.ts"', '/p/src/a.ts?worker&url')).toBeNull();
    expect(() => checkSeen([one], seen)).toThrow(/Never seen while building: src\/a\.ts/);
    expect(transform('if (ok)', '/p/src/a.ts')).toEqual({ code: 'if ($&)', map: null });
    expect(() => checkSeen([one], seen)).not.toThrow();
  });

  it('of a public file is done where the build has put it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'faults-'));
    writeFileSync(join(folder, 'p.js'), 'if (ok)');
    swapWritten(folder, [{ ...one, file: 'public/p.js' }]);
    expect(readFileSync(join(folder, 'p.js'), 'utf8')).toBe('if ($&)');
    expect(() => swapWritten(folder, [{ ...one, file: 'public/q.js' }])).toThrow(/no q\.js/);
    rmSync(folder, { recursive: true });
  });
});

describe('the mutants', () => {
  const swaps = Object.entries({ ...MUTANTS, ...BROKEN }).flatMap(([name, list]) =>
    list.map((item) => [name, item] as const),
  );
  it.each(swaps)('%s finds its words', (_, item) => {
    if (item.file.startsWith('dist/')) return;
    expect(() => swap(readFileSync(item.file, 'utf8'), [item])).not.toThrow();
  });

  it('are all used by a row, and every row has one', () => {
    expect([...new Set(ROWS.map(({ defence }) => defence.mutant))].sort()).toEqual(Object.keys(MUTANTS).sort());
    expect([...new Set(ROWS.flatMap(({ setUp }) => setUp?.broken ?? []))].sort()).toEqual(Object.keys(BROKEN).sort());
  });

  it('and rows have names of their own', () => {
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(ROWS.length);
  });
});
