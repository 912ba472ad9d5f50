// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, describe as described, problemLine, step } from '../../src/corpus/problem.ts';

describe('the words of a problem', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    [true, 'true'],
    [0, '0'],
    [-1.5, '-1.5'],
    ['', '""'],
    ['words', '"words"'],
    ['a'.repeat(81), `"${'a'.repeat(79)}…"`],
    [[], 'an empty list'],
    [[1, 2], 'a list of 2'],
    [{}, 'an object'],
    [() => 1, 'a function'],
    [1n, 'a bigint'],
  ])('%o is said as %s', (value, words) => {
    expect(described(value)).toBe(words);
  });

  it.each([
    ['$', 0, '$[0]'],
    ['$', 'flags', '$.flags'],
    ['$.a', '_b9', '$.a._b9'],
    ['$', '9b', '$["9b"]'],
    ['$', 'b c', '$["b c"]'],
    ['$', '', '$[""]'],
    ['$', 'é', '$["é"]'],
    ['$', 'x'.repeat(90), `$.${'x'.repeat(90)}`],
    ['$', ` ${'x'.repeat(90)}`, `$[" ${'x'.repeat(78)}…"]`],
  ])('the place of %s and %s is %s', (path, key, place) => {
    expect(step(path, key)).toBe(place);
  });

  it('law: text is never longer than asked for, never cut in half a character, and whole where it is short', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '😀', '金', '\ufffd'), maxLength: 12 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (whole, length) => {
        const cut = clip(whole, length);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(cut.isWellFormed()).toBe(true);
        if (whole.length <= length) expect(cut).toBe(whole);
        else {
          expect(cut.endsWith('…')).toBe(true);
          expect(whole.startsWith(cut.slice(0, -1))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are one line, with the number of the line where there is one', () => {
    const problem = { code: 'not-json', path: '$.a', expected: 'a JSON file', found: 'x' } as const;
    expect(problemLine(problem)).toBe('$.a: expected a JSON file, found x (not-json)');
    expect(problemLine({ ...problem, line: 7 })).toBe('$.a, line 7: expected a JSON file, found x (not-json)');
  });
});
