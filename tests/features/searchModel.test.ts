// @vitest-environment node
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readingOf } from '../../src/coverage/answers/reading/reading.ts';
import { MOST_FOUND, SEARCH } from '../../src/coverage/answers/search.ts';
import { LOOK_LIMIT } from '../../src/coverage/answers/searchSentences.ts';
import { applyFilters } from '../../src/domain/applyFilters.ts';
import { type Dataset, itemById } from '../../src/domain/corpus.ts';
import { type Filters, NO_FILTERS } from '../../src/domain/filters.ts';
import { partsOf, plain, plainWords, stretchesOf } from '../../src/domain/stretches.ts';
import { optionsOf, summaryOf } from '../../src/features/search/model.ts';
import { answered } from '../fixtures/ask.ts';
import { actor, bundledCorpus, markedArticle, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

const searchResults = (whole: Dataset, text: string, filters?: Partial<Filters>) =>
  answered(whole, SEARCH, { text }, filters);

const marked = (text: string, words: string) =>
  partsOf(text, stretchesOf(text, plainWords(words)))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

describe('where words stand', () => {
  it.each([
    ['Kim met Kim', 'kim', '[Kim] met [Kim]'],
    ['Seán and José', 'sean jose', '[Seán] and [José]'],
    ['Se\u0301an, e\u0301', 'E', 'S[e\u0301]an, [e\u0301]'],
    ['a\u0327\u0301b', 'a', '[a\u0327\u0301]b'],
    ['the ﬁnal oﬀer', 'fin off', 'the [ﬁn]al [oﬀ]er'],
    ['the ﬁnal', 'i', 'the [ﬁ]nal'],
    ['İstanbul', 'istan', '[İstan]bul'],
    ['İİx', 'x', 'İİ[x]'],
    ['㎏ 5', 'g', '[㎏] 5'],
    ['김정은', '정', '김[정]은'],
    ['ΟΔΟΣ ΟΔΟΣΑ', 'οδος', '[ΟΔΟΣ] [ΟΔΟΣ]Α'],
    ['🇰🇵 Kim 🇰🇵', 'kim', '🇰🇵 [Kim] 🇰🇵'],
    ['banana', 'an na', 'b[anana]'],
    ['aaaa', 'aa', '[aaaa]'],
    ['a.c abc', 'a.c', '[a.c] abc'],
    ['x ((a+)+$ y', '((a+)+$', 'x [((a+)+$] y'],
    ['nothing', 'else', 'nothing'],
  ])('in %j, %j: %s', (text, words, expected) => expect(marked(text, words)).toBe(expected));

  const letters = fc.constantFrom(...'aKeéÉİıßſΣσςﬁﬀﷺ㎏김Åå \u0301\u0327\u200d.(*\ud800🇰🇵👩‍🚀', '🇰🇵');
  const strings = fc.oneof(fc.string({ unit: letters, maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 }));

  it('is marked so that each stretch has a word, and all stand apart, in order and within the text', () => {
    fc.assert(
      fc.property(strings, strings, (text, query) => {
        const words = plainWords(query);
        const stretches = stretchesOf(text, words);
        let last = -1;
        for (const { start, end } of stretches) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const own = plain(text.slice(start, end));
          expect(words.some((word) => own.includes(word))).toBe(true);
          // No letter is parted from its accents, and no character is cut.
          expect(text.slice(end)).not.toMatch(/^\p{M}/u);
          if (text.isWellFormed()) expect(text.slice(start, end).isWellFormed()).toBe(true);
          last = end;
        }
        expect(stretches.length > 0).toBe(words.some((word) => plain(text).includes(word)));
        expect(
          partsOf(text, stretches)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('is found for any part of a text that has letters', () => {
    fc.assert(
      fc.property(strings, fc.nat(), fc.nat(), (text, a, b) => {
        const characters = [...text];
        const [from, to] = [a % (characters.length + 1), b % (characters.length + 1)].sort((x, y) => x - y);
        const words = plainWords(characters.slice(from, to).join(''));
        for (const word of words) expect(stretchesOf(text, [word])).not.toEqual([]);
      }),
    );
  });
});

describe('in the built-in coverage', () => {
  const whole = bundledCorpus();
  const found = (text: string) => searchResults(whole, text);
  const ids = (hits: { id: string }[]) => hits.map(({ id }) => id);

  it('"pyongyang" is a state by its metonym, a city, and sentences', () => {
    const { actors, places, sentences } = found('pyongyang');
    expect(actors).toMatchObject([{ id: 'north-korea', stretches: [], by: { text: 'Pyongyang', kind: 'metonym' } }]);
    expect(places).toMatchObject([{ id: 'pyongyang', by: null, stretches: [{ start: 0, end: 9 }] }]);
    expect(sentences.length).toBeGreaterThanOrEqual(4);
  });

  it('"glaser" is one actor and what she said', () => {
    const { actors, places, sentences, total } = found('glaser');
    expect(ids(actors)).toEqual(['bonnie-glaser']);
    expect(places).toEqual([]);
    expect(sentences.length).toBe(1);
    expect(total).toBe(2);
    const [hit] = sentences;
    const opened = typeof hit?.way === 'object' ? hit.way.opened : null;
    expect(itemById(whole.statements, opened?.mark ?? '')?.speaker).toMatchObject({ actor: 'bonnie-glaser' });
  });

  it('"kaesong" is a park and the statement about it', () => {
    const { actors, places, sentences } = found('kaesong');
    expect([ids(actors), ids(places)]).toEqual([[], ['kaesong-park']]);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatchObject({ article: 'b', paragraph: 12 });
    expect(typeof sentences[0]?.way).toBe('object');
  });

  it('"KIM" is Kim Jong Un before James Kim', () => {
    expect(ids(found('KIM').actors)).toEqual(['kim-jong-un', 'james-kim']);
    expect(ids(found('un kim').actors)).toEqual(['kim-jong-un']);
  });

  it('a short name finds the long one, with the name that was found beside it', () => {
    expect(found('dprk').actors).toMatchObject([{ id: 'north-korea', by: { text: 'DPRK', kind: 'form' } }]);
    expect(found('bijing').places).toMatchObject([{ id: 'beijing', by: { text: 'Bijing', kind: 'form' } }]);
  });

  it('every sentence opens its own words in the reader, whatever is filtered', () => {
    for (const filters of [NO_FILTERS, { ...NO_FILTERS, articles: ['a'] }, { ...NO_FILTERS, actors: ['sweden'] }]) {
      const slice = applyFilters(whole, filters);
      for (const text of ['kim', 'china', 'summit', 'moon', 'error', 'hawaii', 'tuesday', 'the']) {
        for (const { way, article, start, end } of searchResults(whole, text, filters).sentences) {
          if (typeof way === 'string') continue;
          const reading = readingOf(whole, slice, way.opened);
          const spans = reading?.current.spans ?? [];
          const inside = spans.some((span) => span.article === article && span.start < end && span.end > start);
          expect(inside, `${text}: ${way.opened.mark}`).toBe(true);
        }
      }
    }
  });

  it('stretches and text stand where the article has them, and all words are in each sentence', () => {
    for (const text of ['kim', 'china trade', 'e', 'north korea talks', 'washington pyongyang']) {
      const words = plainWords(text);
      const { sentences, found: count } = found(text);
      expect(sentences.length).toBe(Math.min(count.sentences, MOST_FOUND.sentences));
      for (const hit of sentences) {
        const article = itemById(whole.articles, hit.article);
        expect(article?.text.slice(hit.textStart, hit.textStart + hit.text.length)).toBe(hit.text);
        const sentence = plain(article?.text.slice(hit.start, hit.end) ?? '');
        expect(words.every((word) => sentence.includes(word))).toBe(true);
        expect(hit.stretches.length).toBeGreaterThan(0);
        for (const { start, end } of hit.stretches)
          expect(words.some((word) => plain(hit.text.slice(start, end)).includes(word))).toBe(true);
      }
    }
  });

  it('the rows say all that is drawn of them, and survive being sent elsewhere', () => {
    const results = searchResults(whole, 'kim', { kinds: ['direct'] });
    expect(structuredClone(results)).toEqual(results);
    expect(results.text).toBe('kim');
    expect(results.left).toBe(applyFilters(whole, { ...NO_FILTERS, kinds: ['direct'], text: 'kim' }).statements.length);
    for (const { article, badge, place, language } of results.sentences)
      expect(whole.articles[place]).toMatchObject({ id: article, badge, language });
  });

  it('nothing is found for no words', () => {
    for (const text of ['', '   ', '\u0301']) expect(found(text).total).toBe(0);
  });
});

describe('ranking', () => {
  const named = (...names: string[]): Dataset =>
    minimalCorpus({ actors: names.map((name, index) => actor(`a-${index}`, name)) });
  const order = (text: string, ...names: string[]) =>
    searchResults(named(...names), text).actors.map(({ name }) => name);

  it('is whole name, beginning of a name, beginning of a word, anywhere; equals keep their order', () => {
    expect(order('li', 'Ali', 'Mr Li', 'Lima', 'Li', 'Mr-Lin', 'Berlin', 'Lisa')).toEqual([
      'Li',
      'Lima',
      'Lisa',
      'Mr Li',
      'Mr-Lin',
      'Ali',
      'Berlin',
    ]);
  });

  it('takes the best of an actor’s names', () => {
    const dataset = minimalCorpus({
      actors: [actor('long', 'Great Li'), actor('short', 'Somebody', { aliases: ['Somebody', 'Li'] })],
    });
    expect(searchResults(dataset, 'LI').actors.map(({ id }) => id)).toEqual(['short', 'long']);
  });

  it('lists so many, and says how many there are', () => {
    const results = searchResults(named(...Array.from({ length: 11 }, (_, index) => `Li ${index}`)), 'li');
    expect(results.actors).toHaveLength(MOST_FOUND.actors);
    expect(results.found.actors).toBe(11);
    expect(summaryOf(results)).toBe('11 results: 11 actors');
    expect(optionsOf(results)).toHaveLength(MOST_FOUND.actors + 1);
  });
});

describe('sentences', () => {
  afterEach(() => vi.unstubAllGlobals());
  const dataset = (text: string, language = 'en') =>
    minimalCorpus({ articles: [{ ...markedArticle('a', text).article, language }] });
  const texts = (whole: Dataset, text: string) => searchResults(whole, text).sentences.map((hit) => hit.text);

  it('have all the words in one of them, not only in their paragraph', () => {
    const whole = dataset('One went. Two stayed.\n\nTwo went.');
    expect(texts(whole, 'went')).toEqual(['One went.', 'Two went.']);
    expect(texts(whole, 'two went')).toEqual(['Two went.']);
    expect(texts(whole, 'one two')).toEqual([]);
  });

  it('are paragraphs where there is no segmenter', () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    expect(texts(dataset(' One went. Two stayed.\n\nThree.'), 'one two')).toEqual(['One went. Two stayed.']);
  });

  it('are cut whatever the language tag says', () => {
    expect(texts(dataset('One. Two.', 'de-1996-1996'), 'two')).toEqual(['Two.']);
  });

  it('open a statement before a relation, an event and a flag, and say when there is no mark', () => {
    const whole = smallCorpus();
    const ways = (text: string) => searchResults(whole, text).sentences.map(({ way }) => way);
    expect(ways('"we wait')).toEqual([
      { opened: { mark: 's-wait', passage: 1 } },
      { opened: { mark: 's-wait-b', passage: 1 } },
    ]);
    expect(ways('moon met kim')).toEqual([
      { opened: { mark: 'r-met', passage: 1 } },
      { opened: { mark: 'r-met', passage: 2 } },
    ]);
    expect(ways('football')).toEqual([{ opened: { mark: 'f-ad', passage: 1 } }]);
    expect(ways('late')).toEqual(['no mark']);
  });

  it('say when the filters leave only other passages of their mark', () => {
    const whole = smallCorpus({ statements: [], flags: [], events: [] });
    const ways = searchResults(whole, 'met', { articles: ['a'] }).sentences.map(({ way }) => way);
    expect(ways).toEqual([{ opened: { mark: 'r-met', passage: 1 } }, 'filtered out']);
  });

  it('that are long are shown around the first hit', () => {
    const whole = dataset(`${'before '.repeat(100)}needle ${'after '.repeat(100)}`);
    const [hit] = searchResults(whole, 'needle').sentences;
    expect(hit).toMatchObject({ before: true, after: true });
    expect(hit?.text.length).toBeLessThanOrEqual(300);
    expect(hit?.stretches.map(({ start, end }) => hit.text.slice(start, end))).toEqual(['needle']);
    expect(hit?.text).toMatch(/^before .* after$/);
  });

  it('without any space are shown without cutting a character', () => {
    fc.assert(
      fc.property(fc.nat({ max: 800 }), (at) => {
        const [hit] = searchResults(dataset(`${'👩'.repeat(at)}x${'🚀'.repeat(800)}`), 'x').sentences;
        expect(hit?.text.isWellFormed()).toBe(true);
        expect(hit?.stretches.map(({ start, end }) => hit.text.slice(start, end))).toEqual(['x']);
      }),
      { numRuns: 40 },
    );
  });

  it('are found in a hundred thousand within a moment, and are then "at least" so many', () => {
    const paragraph = Array.from({ length: 50 }, (_, n) => `Sentence ${n} says that Kim took the train.`).join(' ');
    const whole = dataset(Array.from({ length: 2000 }, () => paragraph).join('\n'));
    const begun = performance.now();
    const results = searchResults(whole, 'kim');
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(results.atLeast).toBe(true);
    expect(results.sentences).toHaveLength(MOST_FOUND.sentences);
    expect(results.found.sentences).toBeGreaterThan(LOOK_LIMIT / 60);
    expect(summaryOf(results)).toMatch(/^At least \d+ results: \d+ sentences$/);
    expect(searchResults(whole, 'kim')).toEqual(results);
  }, 20_000);

  it('in one paragraph of a megabyte do not hang', () => {
    for (const text of ['Kim took the train. '.repeat(50_000), 'kim'.repeat(300_000), '\u0301'.repeat(900_000)]) {
      const begun = performance.now();
      searchResults(dataset(`a${text}`), 'kim a '.repeat(30));
      expect(performance.now() - begun).toBeLessThan(4000);
    }
  }, 20_000);
});
