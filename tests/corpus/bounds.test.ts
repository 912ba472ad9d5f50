// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { boundText, boundTree } from '../../src/corpus/bounds.ts';
import { LIMITS } from '../../src/corpus/limits.ts';
import { withLimits } from '../fixtures/problemsOf.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const zeros = (count: number) => new Array(count).fill(0);
const listText = (count: number) => `{"flags":[${'0,'.repeat(count - 1)}0]}`;

const TOO_DEEP = { code: 'too-deep', expected: 'at most 32 lists and objects inside one another', found: 'more' };
const TOO_MANY = { code: 'too-many', expected: 'at most 100,000 items in one list', found: 'more' };

describe('the bounds of a text', () => {
  it('say how large it is, and how large it may be', () => {
    expect(boundText(' '.repeat(LIMITS.bytes + 1_000_000))).toEqual({
      code: 'too-large',
      path: '$',
      expected: 'at most 80 MB',
      found: '81.0 MB',
    });
  });

  it('end at 32 lists and objects inside one another, wherever they stand', () => {
    expect(boundText(nested(32))).toBeNull();
    expect(boundText(nested(33))).toEqual({ ...TOO_DEEP, path: '$' });
    expect(boundText('{"a":'.repeat(33))).toMatchObject(TOO_DEEP);
    expect(boundText(`[${nested(31)},${nested(31)}]`)).toBeNull();
    expect(boundText(`[${nested(31)},${nested(32)}]`)).toMatchObject(TOO_DEEP);
    expect(boundText(`${'{}'.repeat(40)}${'[]'.repeat(40)}`)).toBeNull();
  });

  it.each(['"', '["', '"\\"', '"\\\\\\"', '"a"', '"\\\\"'])('take what stands in a string for no list: %s', (start) => {
    // In the last two the string has ended.
    const ended = start === '"a"' || start === '"\\\\"';
    expect(boundText(start + nested(40))).toEqual(ended ? { ...TOO_DEEP, path: '$' } : null);
  });

  it('end at 100,000 items of one list of the file, and count each list by itself', () => {
    expect(boundText(listText(LIMITS.items))).toBeNull();
    expect(boundText(listText(LIMITS.items + 1))).toEqual({ ...TOO_MANY, path: '$' });
    expect(boundText(`[${listText(60_000)},${listText(60_000)}]`)).toBeNull();
    expect(boundText(`{"a":[${'0,'.repeat(60_000)}0],"b":[${'0,'.repeat(60_000)}0]}`)).toBeNull();
    expect(boundText(`{"a":[[${'0,'.repeat(110_000)}0]]}`)).toBeNull();
  });

  it('count the items of a list that are lists and objects themselves', () => {
    const listOf = (count: number) => `{"a":[${new Array(count).fill('{"b":[0]}').join(',')}]}`;
    expect(withLimits({ items: 5 }, () => boundText(listOf(5)))).toBeNull();
    expect(withLimits({ items: 5 }, () => boundText(listOf(6)))).toMatchObject({ code: 'too-many' });
  });

  it('end at so many values in the whole file', () => {
    const refused = { code: 'too-many', path: '$', expected: 'at most 1,000 values', found: 'more' };
    // Three lists, and one value more than commas.
    expect(withLimits({ values: 1_000 }, () => boundText(`[[[${'0,'.repeat(997)}0]]]`))).toBeNull();
    expect(withLimits({ values: 1_000 }, () => boundText(`[[[${'0,'.repeat(998)}0]]]`))).toEqual(refused);
    expect(withLimits({ values: 1_000 }, () => boundText('{}'.repeat(1_001)))).toEqual(refused);
  });

  it('are bytes, not characters', () => {
    expect(withLimits({ bytes: 6 }, () => boundText('金金'))).toBeNull();
    expect(withLimits({ bytes: 6 }, () => boundText('"abcd"'))).toBeNull();
    for (const bytes of [1, 2, 5])
      expect(withLimits({ bytes }, () => boundText('金金'))).toMatchObject({ code: 'too-large' });
    expect(withLimits({ bytes: 5 }, () => boundText('"abcd"'))).toMatchObject({ code: 'too-large' });
  });
});

describe('the bounds of a tree', () => {
  it.each([[null], [1], ['text'], [undefined], [{}], [[]], [{ a: [1, { b: null }] }]])('hold %j', (tree) => {
    expect(boundTree(tree)).toEqual([]);
  });

  it('end at 32 lists and objects inside one another, and say where', () => {
    expect(boundTree(JSON.parse(nested(32)))).toEqual([]);
    expect(boundTree(JSON.parse(nested(33)))).toEqual([{ ...TOO_DEEP, path: `$${'[0]'.repeat(32)}` }]);
    const inObjects = JSON.parse(`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`);
    expect(boundTree(inObjects)).toEqual([{ ...TOO_DEEP, path: `$${'.a'.repeat(32)}` }]);
  });

  it('end at 100,000 items of one list of the file', () => {
    expect(boundTree({ flags: zeros(LIMITS.items) })).toEqual([]);
    expect(boundTree({ flags: zeros(LIMITS.items + 1) })).toEqual([{ ...TOO_MANY, path: '$.flags' }]);
    expect(boundTree({ flags: [zeros(LIMITS.items + 1)] })).toEqual([]);
  });

  it('end at so many values in the whole file', () => {
    const tree = { a: [zeros(10), [zeros(10), { b: 1, c: zeros(10) }]] };
    // 1 list, 2 in it, 10 zeros, 2 more, 10 zeros, 2 keys, 10 zeros.
    expect(withLimits({ values: 37 }, () => boundTree(tree))).toEqual([]);
    expect(withLimits({ values: 36 }, () => boundTree(tree))).toMatchObject([
      { code: 'too-many', expected: 'at most 36 values', found: 'more' },
    ]);
    expect(withLimits({ values: 10 }, () => boundTree({ a: [zeros(9)] }))).toEqual([
      { code: 'too-many', path: '$.a[0]', expected: 'at most 10 values', found: 'more' },
    ]);
  });

  it('count what stands under a key without letters once', () => {
    const tree = JSON.parse(`${'{"":'.repeat(20)}1${'}'.repeat(20)}`);
    expect(withLimits({ values: 20 }, () => boundTree(tree))).toEqual([]);
  });

  it('name each key that is one of every object, and look no further there', () => {
    const tree = JSON.parse('{"toString":1,"a":[{"__proto__":{"valueOf":1}},{"b":{"constructor":[]}}]}');
    const unknown = (path: string, key: string) => ({
      code: 'unknown-key',
      path,
      expected: 'only the keys of the corpus format',
      found: `the key "${key}"`,
    });
    expect(boundTree(tree)).toHaveLength(3);
    expect(boundTree(tree)).toEqual(
      expect.arrayContaining([
        unknown('$.toString', 'toString'),
        unknown('$.a[0].__proto__', '__proto__'),
        unknown('$.a[1].b.constructor', 'constructor'),
      ]),
    );
    const many = { a: Array.from({ length: 100 }, () => Array.from({ length: 200 }, () => ({ valueOf: 1 }))) };
    expect(boundTree(many)).toHaveLength(LIMITS.problems);
  });
});
