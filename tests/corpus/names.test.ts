// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { actorsNamed, bearersOf, lookalikesIn, mentionsIn, type NamedList } from '../../src/domain/names.ts';
import type { Place } from '../../src/domain/place.ts';
import { byHand } from '../fixtures/byHand.ts';
import { actor, markedArticle, minimalCorpus } from '../fixtures/markedCorpus.ts';
import { problemsOf, withLimits } from '../fixtures/problemsOf.ts';

const place = (id: string, ...aliases: string[]): Place => ({
  id,
  name: id,
  aliases,
  kind: 'country',
  country: 'VN',
  code: null,
  point: null,
  area: null,
  ...byHand(),
});

/** A corpus that has passed the door, so that its names are known. */
function read(over: Partial<Corpus>): Corpus {
  const result = readCorpus(structuredClone({ ...minimalCorpus(), ...over }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.corpus;
}

const ARTICLES = [
  markedArticle('a', 'Kim met Moon in Hanoi.', { headline: 'Hanoi awaits Kim and Kim' }).article,
  markedArticle('b', 'Seoul said Moon and Kim left Hue.', { headline: 'Moon' }).article,
];
const NAMED = {
  articles: ARTICLES,
  actors: [
    actor('kim', 'Kim'),
    actor('moon', 'Moon', { kind: 'state', metonyms: ['Seoul'] }),
    actor('other', 'James Kim', { aliases: ['James Kim', 'Kim'] }),
  ],
  places: [place('hanoi', 'Hanoi'), place('hue', 'Hue')],
};

describe('the names of a corpus that passed the door', () => {
  const named = (list: NamedList, at: number, field: 'text' | 'headline') => {
    const corpus = read(NAMED);
    const article = ARTICLES[at] as (typeof ARTICLES)[number];
    return mentionsIn(corpus, list, { article: article.id, start: 0, end: article[field].length }, field).map(
      ({ start, end, name }) => {
        const ids = [...bearersOf(corpus, list, name)].map((bearer) => corpus[list][bearer]?.id);
        return `${article[field].slice(start, end)}: ${ids.join(' ')}`;
      },
    );
  };

  it('are known in each article, in its text and in its headline', () => {
    expect(named('actors', 0, 'text')).toEqual(['Kim: kim other', 'Moon: moon']);
    expect(named('actors', 1, 'text')).toEqual(['Seoul: moon', 'Moon: moon', 'Kim: kim other']);
    expect(named('actors', 0, 'headline')).toEqual(['Kim: kim other', 'Kim: kim other']);
    expect(named('actors', 1, 'headline')).toEqual(['Moon: moon']);
    expect(named('places', 0, 'text')).toEqual(['Hanoi: hanoi']);
    expect(named('places', 1, 'text')).toEqual(['Hue: hue']);
    expect(named('places', 0, 'headline')).toEqual(['Hanoi: hanoi']);
    expect(named('places', 1, 'headline')).toEqual([]);
    const corpus = read(NAMED);
    const mentions = mentionsIn(corpus, 'actors', { article: 'a', start: 0, end: 3 });
    expect(actorsNamed(corpus, mentions)).toEqual(['kim', 'other']);
  });

  it('that look alike on the screen are told, and no others', () => {
    const actors = [actor('a-1', 'Moon'), actor('kim', 'Kim'), actor('a-2', 'M\u043e\u043en'), actor('a-3', 'Mood')];
    expect([...lookalikesIn(read({ actors }))].sort()).toEqual(['a-1', 'a-2']);
    expect([...lookalikesIn(read(NAMED))]).toEqual([]);
  });
});

describe('the bounds of names', () => {
  const corpus = minimalCorpus(NAMED);
  const refused = (path: string, limit: number, what: string) => [
    `too-many ${path}: expected at most ${limit} ${what}, found more`,
  ];

  it('are the letters in all names, metonyms too, of actors and of places', () => {
    const letters = 'Kim'.length + 'Moon'.length + 'Seoul'.length + 'James Kim'.length + 'Kim'.length;
    const of = (nameLetters: number, over: Partial<Corpus>) =>
      withLimits({ nameLetters }, () => problemsOf({ ...corpus, ...over }));
    expect(of(letters, {})).toEqual([]);
    expect(of(letters - 1, {})).toEqual(refused('$.actors', letters - 1, 'letters in the names of all actors'));
    expect(of(8, { actors: [] })).toEqual([]);
    expect(of(7, { actors: [] })).toEqual(refused('$.places', 7, 'letters in the names of all places'));
  });

  it('are the places at which they stand, in all texts and headlines', () => {
    const of = (mentions: number, over: Partial<Corpus>) =>
      withLimits({ mentions }, () => problemsOf({ ...corpus, ...over }));
    const what = (list: string) => `places at which a name of the ${list} stands`;
    expect(of(8, {})).toEqual([]);
    expect(of(7, {})).toEqual(refused('$.articles', 7, what('actors')));
    expect(of(3, { actors: [] })).toEqual([]);
    expect(of(2, { actors: [] })).toEqual(refused('$.articles', 2, what('places')));
  });

  it('are those who bear a name that stands in a passage, over all passages', () => {
    const [first] = ARTICLES as [(typeof ARTICLES)[number]];
    const spans = [4, 7, 12].map((end) => ({ article: 'a', start: 0, end, exact: first.text.slice(0, end) }));
    const flagged = { ...corpus, flags: [{ id: 'f', kind: 'typo', note: 'x', spans, ...byHand() }] };
    const of = (namedInPassages: number) => withLimits({ namedInPassages }, () => problemsOf(flagged));
    // Kim, whom two are called by, in each of three, and Moon in the last.
    expect(of(7)).toEqual([]);
    const what = 'actors named in all passages, each as often as it is named';
    expect(of(6)).toEqual(refused('$.flags[0].spans[2]', 6, what));
    expect(of(3)).toEqual(refused('$.flags[0].spans[1]', 3, what));
  });

  it('are the paragraphs of all articles', () => {
    const articles = [markedArticle('a', 'x\n\ny').article, markedArticle('b', 'z').article];
    const of = (paragraphs: number) => withLimits({ paragraphs }, () => problemsOf(minimalCorpus({ articles })));
    expect(of(3)).toEqual([]);
    expect(of(2)).toEqual(refused('$.articles', 2, 'paragraphs'));
  });
});
