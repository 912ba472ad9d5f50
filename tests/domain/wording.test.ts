// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../src/domain/wording.ts';

describe('wording', () => {
  it('leaves capitals and the signs between words aside', () => {
    expect(wordingOf('"He said," Xi.', 'he said – Xi')).toMatchObject({ same: true, equal: 3 });
    expect(wordingOf('', '')).toMatchObject({ same: true, equal: 0, parts: [] });
    expect(wordingOf('a b', 'c').parts).toEqual([
      { in: 'a', words: 'a b' },
      { in: 'b', words: 'c' },
    ]);
  });

  it('accounts for every word of both texts, and is as long either way round', () => {
    const texts = fc.array(fc.constantFrom('one', 'two', 'three', 'four'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const { parts, equal, same } = wordingOf(a.join(' '), b.join(' '));
        const words = (side: 'a' | 'b') =>
          parts.filter((part) => part.in !== (side === 'a' ? 'b' : 'a')).flatMap((part) => part.words.split(' '));
        expect(words('a')).toEqual(a);
        expect(words('b')).toEqual(b);
        expect(same).toBe(a.join(' ') === b.join(' '));
        expect(wordingOf(b.join(' '), a.join(' ')).equal).toBe(equal);
      }),
    );
  });

  it('does not try to compare the middle of very long texts', () => {
    const long = (word: string) =>
      ['start', ...Array.from({ length: 3000 }, (_, index) => `${word}${index}`), 'end'].join(' ');
    const { equal } = wordingOf(long('x'), long('y'));
    expect(equal).toBe(2);
  });
});
