// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { headlineCheck } from '../../src/coverage/answers/tellings/headlineCheck.ts';
import { headlineWords, quotedIn, sameStem, stem } from '../../src/coverage/answers/tellings/headlineWords.ts';
import { indexed } from '../fixtures/indexed.ts';
import { actor, bundledCorpus, markedArticle, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

describe('a headline', () => {
  it('that names nobody is looked for by its words alone', () => {
    const corpus = smallCorpus();
    const [a] = corpus.articles;
    if (!a) throw new Error('no article');
    const article = { ...a, headline: 'A wait for peace' };
    const check = headlineCheck(
      indexed({ ...corpus, articles: [article, ...corpus.articles.slice(1)], actors: [] }),
      article,
    );
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
    const corpus = bundledCorpus();
    const articles = corpus.articles.map((one) => ({ ...one, headline: "Kim has Xi's 2nd support and the support" }));
    const [a] = articles;
    if (!a) throw new Error('no article');
    const words = headlineWords(indexed({ ...corpus, articles }), a);
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
