// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlineCheck } from '../../src/features/tellings/headline.ts';
import { headlineWords, quotedIn, sameStem, stem } from '../../src/features/tellings/headlineWords.ts';
import { wordingOf } from '../../src/features/tellings/wording.ts';
import { actor, bundledCorpus, markedArticle, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

describe('a headline', () => {
  it('that names nobody is looked for by its words alone', () => {
    const corpus = smallCorpus();
    const [a] = corpus.articles;
    if (!a) throw new Error('no article');
    const check = headlineCheck({ ...corpus, actors: [] }, { ...a, headline: 'A wait for peace' });
    expect(check.actors).toEqual([]);
    expect(check.backing.map(({ opened }) => opened.mark)).toEqual(['s-wait', 's-peace']);
  });

  it('that nothing in the body is like has no backing, and all its words are missing', () => {
    const a = markedArticle('a', 'Moon resigns\n\n[tea:Tea is good], Moon said.');
    const corpus = minimalCorpus({ articles: [a.article], actors: [actor('moon', 'Moon')] });
    const check = headlineCheck(corpus, a.article);
    expect(check.backing).toEqual([]);
    expect(check.missing.map(({ shown }) => shown)).toEqual(['resigns']);
  });

  it('has its words without names and stop words', () => {
    const words = headlineWords(bundledCorpus(), "Kim has Xi's 2nd support and the support");
    expect(words.map(({ shown }) => shown)).toEqual(['second', 'support']);
  });

  it('is compared by stems, not by any likeness', () => {
    expect(sameStem(stem('summits'), stem('summit'))).toBe(true);
    expect(sameStem(stem('support'), stem('supportive'))).toBe(true);
    expect(sameStem(stem('2nd'), stem('second'))).toBe(true);
    expect(sameStem(stem('talk'), stem('talkative'))).toBe(false);
    expect(sameStem(stem('press'), stem('pre'))).toBe(false);
  });

  it('may quote with any marks; an apostrophe opens no quotation', () => {
    expect(quotedIn("Xi's day, Kim's 'long way home'")).toEqual(['long way home']);
    expect(quotedIn('A “very good” day')).toEqual(['very good']);
    expect(quotedIn("Kim's friends' day")).toEqual([]);
  });
});

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
