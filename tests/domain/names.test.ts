// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { actorsNamed, mentionsIn } from '../../src/domain/names.ts';
import { indexed } from '../fixtures/indexed.ts';
import { actor, bundledCorpus, markedArticle, minimalCorpus, span } from '../fixtures/markedCorpus.ts';

const { article } = markedArticle('a', 'Kim and Moon\n\nJames Kim met Kim.\nKim met Moon in Seoul.');
const people = [actor('kim', 'Kim'), actor('james-kim', 'James Kim'), actor('moon', 'Moon')];
const corpus = minimalCorpus({ articles: [article], actors: people });
const words = (mentions: { start: number; end: number }[], text = article.text) =>
  mentions.map(({ start, end }) => text.slice(start, end));

describe('the names in a passage', () => {
  it('are those that stand whole inside it, as the article has them', () => {
    expect(words(mentionsIn(corpus, 'actors', span(article, 'James Kim met Kim.')))).toEqual(['James Kim', 'Kim']);
    expect(words(mentionsIn(corpus, 'actors', span(article, 'met Moon in')))).toEqual(['Moon']);
    // In "James Kim" nobody is called Kim, also where a passage begins after "James".
    expect(words(mentionsIn(corpus, 'actors', { article: 'a', start: 20, end: 32 }))).toEqual(['Kim']);
    expect(mentionsIn(corpus, 'actors', { article: 'a', start: 0, end: 2 })).toEqual([]);
    expect(mentionsIn(corpus, 'places', span(article, 'Seoul'))).toEqual([]);
    expect(mentionsIn(corpus, 'actors', { article: 'nowhere', start: 0, end: 100 })).toEqual([]);
  });

  it('are looked for in the headline by itself', () => {
    expect(
      words(mentionsIn(corpus, 'actors', { article: 'a', start: 0, end: 100 }, 'headline'), article.headline),
    ).toEqual(['Kim', 'Moon']);
  });

  it('lead to all of those who bear them', () => {
    const shared = indexed({ ...corpus, articles: [{ ...article }], actors: [...people, actor('other', 'Kim')] });
    const mentions = mentionsIn(shared, 'actors', span(article, 'Kim met Moon in Seoul'));
    expect(actorsNamed(shared, mentions)).toEqual(['kim', 'other', 'moon']);
  });

  it('are never quietly none: a dataset that did not pass the door has no names to ask for', () => {
    const unread = { ...corpus, articles: [{ ...article }] };
    expect(() => mentionsIn(unread, 'actors', span(article, 'Kim'))).toThrow(/did not pass the door/);
  });
});

describe('the bundled corpus', () => {
  const { articles, ...rest } = bundledCorpus();
  const everything = { ...bundledCorpus().articles[0], id: 'all', text: articles.map(({ text }) => text).join('\n') };

  it('says every name of every actor and place somewhere', () => {
    const one = { ...rest, articles: [everything as (typeof articles)[number]] };
    for (const list of ['actors', 'places'] as const)
      for (const item of one[list])
        for (const name of [...item.aliases, ...('metonyms' in item ? (item.metonyms as string[]) : [])]) {
          const alone = { ...item, aliases: [name], metonyms: [] };
          const asked = indexed({ ...one, articles: [...one.articles], actors: [], places: [], [list]: [alone] });
          const whole = { article: 'all', start: 0, end: everything.text.length };
          expect(mentionsIn(asked, list, whole).length, name).toBeGreaterThan(0);
        }
  });
});
