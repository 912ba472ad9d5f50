// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/corpus/problem.ts';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import { FIXTURES } from './fixtures/fixtures.ts';

describe('the fixtures of the gallery', () => {
  it.each(Object.entries(FIXTURES))('%s passes the door', (_, fixture) => {
    const result = readCorpus(fixture());
    expect(result.ok ? [] : result.problems.slice(0, 9).map(problemLine)).toEqual([]);
  });

  it('are as crowded as they say', () => {
    const corpus = FIXTURES.crowded();
    const sizes = [corpus.actors, corpus.statements, corpus.relations, corpus.events, corpus.venues];
    expect(sizes.map(({ length }) => length)).toEqual([60, 400, 150, 40, 12]);
    expect(new Set(corpus.actors.map(({ name }) => name)).size).toBe(60);
    const pairs = corpus.relations.map(({ actors, recipients }) => [...actors, ...recipients].join());
    expect(new Set(pairs).size).toBeGreaterThan(100);
  });

  it('are the same every time', () => {
    for (const fixture of Object.values(FIXTURES)) expect(fixture()).toEqual(fixture());
  });

  it('have names as long as they say', () => {
    const names = FIXTURES['long-names']().actors.map(({ name }) => name);
    expect(Math.max(...names.map(({ length }) => length))).toBe(120);
    expect(names.some((name) => /^\S{80}$/.test(name))).toBe(true);
  });
});
