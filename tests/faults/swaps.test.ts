// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BROKEN, MUTANTS } from './mutants.ts';
import { ROWS } from './rows.ts';
import { swap, swapIn } from './swaps.ts';

const one = { file: 'src/a.ts', from: 'if (ok)', to: 'if ($&)' };

describe('a swap', () => {
  it('replaces the words, and fails where they are not, or twice', () => {
    expect(swap('x; if (ok) y', [one])).toBe('x; if ($&) y');
    expect(() => swap('x', [one])).toThrow(/src\/a\.ts has 0 times/);
    expect(() => swap('if (ok) if (ok)', [one])).toThrow(/2 times/);
  });

  it('is done in a copy', () => {
    const folder = mkdtempSync(join(tmpdir(), 'faults-'));
    writeFileSync(join(folder, 'a.ts'), 'if (ok)');
    swapIn(folder, [{ ...one, file: 'a.ts' }]);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe('if ($&)');
    expect(() => swapIn(folder, [{ ...one, file: 'a.ts' }])).toThrow(/a\.ts has 0 times/);
    rmSync(folder, { recursive: true });
  });
});

describe('the mutants', () => {
  const swaps = Object.entries({ ...MUTANTS, ...BROKEN }).flatMap(([name, list]) =>
    list.map((item) => [name, item] as const),
  );
  it.each(swaps)('%s finds its words', (_, item) => {
    expect(() => swap(readFileSync(item.file, 'utf8'), [item])).not.toThrow();
  });

  it('are all used by a row, and every row has one', () => {
    expect([...new Set(ROWS.map(({ defence }) => defence.mutant))].sort()).toEqual(Object.keys(MUTANTS).sort());
    expect([...new Set(ROWS.flatMap(({ setUp }) => setUp?.broken ?? []))].sort()).toEqual(
      Object.keys(BROKEN)
        .filter((name) => name !== 'next-version')
        .sort(),
    );
  });

  it('and rows have names of their own', () => {
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(ROWS.length);
  });
});
