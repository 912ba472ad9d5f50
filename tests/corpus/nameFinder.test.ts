// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bearer, nameFinder } from '../../src/corpus/nameFinder.ts';
import { actor } from '../fixtures/markedCorpus.ts';

type Mention = { start: number; end: number; ids: string[] };

/** What the finder finds, with the ids of those who bear the name. */
function mentions(text: string, list: readonly Bearer[]): Mention[] {
  const { bearers, find } = nameFinder(list);
  const triples = find(text, Number.POSITIVE_INFINITY) ?? new Int32Array();
  return Array.from({ length: triples.length / 3 }, (_, index) => {
    const [start = 0, end = 0, name = 0] = triples.subarray(3 * index, 3 * index + 3);
    return { start, end, ids: (bearers[name] ?? []).map((place) => list[place]?.id ?? '') };
  });
}

const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character);
const before = (text: string, at: number) => Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
const after = (text: string, at: number) => Array.from(text.slice(at, at + 2))[0] ?? '';

/** The same as the sentence says it: from left to right the longest name that stands there as whole words. Slow, and easy to check by reading. */
function plainMentions(text: string, list: readonly Bearer[]): Mention[] {
  const names = [...new Set(list.flatMap(({ aliases, metonyms = [] }) => [...aliases, ...metonyms]))];
  names.sort((a, b) => b.length - a.length);
  const found: Mention[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const name = names.find(
      (one) => text.startsWith(one, at) && !isWord(before(text, at)) && !isWord(after(text, at + one.length)),
    );
    if (name === undefined) continue;
    const bears = ({ aliases, metonyms = [] }: Bearer) => [...aliases, ...metonyms].includes(name);
    found.push({ start: at, end: at + name.length, ids: list.filter(bears).map(({ id }) => id) });
    at += name.length - 1;
  }
  return found;
}

/** The names found, each as `words: id or id`. */
const found = (text: string, list: readonly Bearer[]): string[] =>
  mentions(text, list).map(({ start, end, ids }) => `${text.slice(start, end)}: ${ids.join(' or ')}`);

const people = [
  actor('kim', 'Kim', { aliases: ['Kim', 'Kim Jong-un'] }),
  actor('james-kim', 'James Kim'),
  actor('us', 'U.S.', { aliases: ['U.S.', 'US'], metonyms: ['Washington'] }),
];

describe('names in a text', () => {
  it('are found where they stand', () => {
    expect(mentions('Yes, Kim.', people)).toEqual([{ start: 5, end: 8, ids: ['kim'] }]);
    expect(found('Kim Jong-un met James Kim; Kim left.', people)).toEqual([
      'Kim Jong-un: kim',
      'James Kim: james-kim',
      'Kim: kim',
    ]);
  });

  it('are whole words, in the same case', () => {
    expect(found('Kimchi, Joakim, kim, Kimé, Kim2', people)).toEqual([]);
    expect(found('"Kim" (Kim) Kim\'s Kim,', people)).toHaveLength(4);
  });

  it('are no words where a letter of any script stands beside them, however it is coded', () => {
    // Wide signs, and letters and digits of two code units, the least and the greatest there are among them.
    for (const sign of ['\uff21', '\uff11', '\u{10000}', '\u{10400}', '\u{1d7ff}', '\u{20000}'])
      expect(found(`${sign}Kim, Kim${sign}, \u2014Kim${sign}`, people), sign).toEqual([]);
    for (const sign of ['\uff0c', '\u{1f600}', '\u{1f3ff}', '\ud83d', '\udfff'])
      expect(found(`x${sign}Kim${sign}x`, people), sign).toEqual(['Kim: kim']);
  });

  it('may be metonyms, and may hold full stops', () => {
    expect(found('Washington said the U.S. and the US waited; UKSK did not.', people)).toEqual([
      'Washington: us',
      'U.S.: us',
      'US: us',
    ]);
  });

  it('that several share name all of them', () => {
    expect(found('Kim', [...people, actor('other-kim', 'Kim')])).toEqual(['Kim: kim or other-kim']);
  });

  it('of an empty list are none', () => {
    expect(mentions('Kim', [])).toEqual([]);
    expect(mentions('Kim', [actor('silent', 'Silent', { aliases: [] })])).toEqual([]);
  });

  it('never reach beyond the end of a text', () => {
    expect(found('a b', [actor('a', 'a', { aliases: ['a', 'a b c'] })])).toEqual(['a: a']);
    expect(found('met Kim Jong', people)).toEqual(['Kim: kim']);
  });

  it('are given up where there are more than were asked for', () => {
    const { find } = nameFinder(people);
    expect(find('Kim, Kim, Kim', 3)?.length).toBe(9);
    expect(find('Kim, Kim, Kim', 2)).toBeNull();
  });
});

describe('any names in any text', () => {
  it('are those that reading from left to right finds', () => {
    const sign = fc.constantFrom(...'ab.*+$()|-é😀𐐀', ' ', ' ', '1');
    const name = fc.string({ minLength: 1, maxLength: 6, unit: sign });
    const item = fc.record({ aliases: fc.array(name, { maxLength: 4 }), metonyms: fc.array(name, { maxLength: 2 }) });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), fc.string({ maxLength: 40, unit: sign }), (items, rest) => {
        const list = items.map((one, index) => ({ id: `n-${index}`, ...one }));
        const text = [rest, ...items.flatMap(({ aliases }) => aliases), rest].join('');
        expect(mentions(text, list)).toEqual(plainMentions(text, list));
      }),
      // For each mutant of `npm run test:mutants`, fewer have to do.
      { numRuns: 'MUTANTS_FOLDER' in process.env ? 300 : 5_000 },
    );
  });

  it('cost what their letters cost, not a product: 200 names that begin alike take no longer than one', () => {
    const text = 'a '.repeat(200_000);
    const finders = [1, 200].map((count) =>
      nameFinder([
        { id: 'a', aliases: Array.from({ length: count }, (_, index) => 'a '.repeat(100).slice(0, 199 - index)) },
      ]),
    );
    const seconds = finders.map(({ find }) => {
      const rounds = Array.from({ length: 3 }, () => {
        const from = process.cpuUsage().user;
        find(text, Number.POSITIVE_INFINITY);
        return process.cpuUsage().user - from;
      });
      return Math.min(...rounds);
    });
    expect((seconds[1] ?? 0) / (seconds[0] ?? 1)).toBeLessThan(5);
  });
});
