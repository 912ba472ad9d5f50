// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import { PRODUCTS } from './products.ts';

describe('costs that are a product of two sizes', () => {
  it.each(PRODUCTS.flatMap(({ name, over }) => (over ? [{ name, ...over }] : [])))(
    '$name: a file beyond the bound is refused as $code',
    ({ file, code }) => {
      const result = readCorpus(file());
      expect(result.ok ? [] : [...new Set(result.problems.map((problem) => problem.code))]).toEqual([code]);
    },
    60_000,
  );

  it.each(PRODUCTS.flatMap(({ name, most }) => (most ? [{ name, ...most }] : [])))(
    '$name: a file that reaches the bound passes the door',
    ({ file }) => expect(readCorpus(file())).toMatchObject({ ok: true }),
    120_000,
  );

  it('each has a file that tries it', () => {
    expect(PRODUCTS.filter(({ over, most }) => !over && !most)).toEqual([]);
    expect(new Set(PRODUCTS.map(({ name }) => name)).size).toBe(PRODUCTS.length);
  });
});
