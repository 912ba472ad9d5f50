// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { bundledCorpus, changed } from '../fixtures/markedCorpus.ts';

/** The paths of all values of a tree, objects and lists included. */
function pathsOf(value: unknown, path: string[] = []): { path: string[]; object: boolean }[] {
  if (typeof value !== 'object' || value === null) return [{ path, object: false }];
  const own = { path, object: !Array.isArray(value) };
  return [own, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

describe('any one change to the bundled corpus', () => {
  const corpus: Corpus = bundledCorpus();
  const paths = pathsOf(corpus);
  const below = fc.constantFrom(...paths.filter(({ path }) => path.length > 0));
  const objects = fc.constantFrom(...paths.filter(({ object }) => object));

  it('to a value, or without it, never makes the door throw', () => {
    fc.assert(
      fc.property(below, fc.oneof(fc.jsonValue(), fc.string(), fc.constant(undefined)), ({ path }, value) => {
        const result = readCorpus(changed(corpus, path.join('.'), value));
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('that adds a key is refused, and names it', () => {
    const key = fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'),
      fc.stringMatching(/^[a-z_]{1,9}$/),
    );
    fc.assert(
      fc.property(objects, key, ({ path }, name) => {
        const input = changed(corpus, [...path, name].join('.'), 1);
        fc.pre(pathsOf(input).length > paths.length);
        const result = readCorpus(input);
        const codes = result.ok ? [] : result.problems.map((problem) => `${problem.code} ${problem.path}`);
        const place = path.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`)).join('');
        expect(codes).toContain(`unknown-key $${place}.${name}`);
      }),
      { numRuns: 300 },
    );
  });
});
