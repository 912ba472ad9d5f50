// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';
import { type Find, KINDS, runRound } from './round.ts';

const FOLDER = 'tests/fuzz/finds';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe('what was found once', () => {
  it.each(files)('is put right: %s', (name) => {
    const { kind, input }: Find = JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));
    expect(KINDS[kind].outcomeOf(input).fault).toBeNull();
  });
});

describe('a short run', () => {
  it('of corpora breaks no law, and meets the door from both sides', () => {
    const { finds, counts } = runRound('corpus', 1, 0, 1_000);
    expect(finds).toEqual([]);
    for (const outcome of ['accepted', 'not-json', 'wrong-shape', 'drifted-span', 'dangling-reference', 'unknown-key'])
      expect(counts[outcome], outcome).toBeGreaterThan(10);
  });

  it('of links breaks no law, and meets links that can be read and that cannot', () => {
    const { finds, counts } = runRound('query', 1, 0, 10_000);
    expect(finds).toEqual([]);
    expect(counts['without notes']).toBeGreaterThan(1_000);
    expect(counts['with notes']).toBeGreaterThan(1_000);
  });
});

describe('a case', () => {
  it('is made again from its seed and number alone', () => {
    for (const { make } of Object.values(KINDS))
      for (const number of [0, 7, 123_456]) expect(make(new Random(5, number))).toBe(make(new Random(5, number)));
    const first = Array.from({ length: 200 }, (_, number) => KINDS.query.make(new Random(5, number)));
    expect(new Set(first).size).toBeGreaterThan(150);
  });
});
