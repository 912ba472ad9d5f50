// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { byHand } from '../fixtures/byHand.ts';
import { changed, markedArticle, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

/** One place for each kind of span that a corpus can hold. */
const PLACES = [
  'actors.0.role.evidence',
  'statements.0.content.0',
  'statements.0.quoted.0',
  'statements.0.cue.0',
  'statements.0.source',
  'statements.1.speaker.because.0',
  'statements.1.relay.evidence',
  'relations.0.evidence.0',
  'relations.0.evidence.1',
  'venues.0.evidence.0',
  'venues.0.claims.0.evidence.0',
  'events.0.evidence.0',
  'flags.0.spans.0',
  'flags.2.spans.1',
];

/** The small corpus with a character of two halves before and after each of its passages. */
function amongPairs(): Corpus {
  const corpus = smallCorpus();
  const spans = PLACES.map((path) => spanAt(corpus, path));
  for (const article of corpus.articles) {
    const cuts = new Set(spans.filter((span) => span.article === article.id).flatMap(({ start, end }) => [start, end]));
    const moved = (at: number) => at + 2 * [...cuts].filter((cut) => cut < at).length;
    const { text } = article;
    article.text = [...cuts, text.length]
      .sort((a, b) => a - b)
      .map((cut, index, all) => text.slice(all[index - 1] ?? 0, cut) + (cut === text.length ? '' : '😀'))
      .join('');
    for (const span of allSpans(corpus).filter((one) => one.article === article.id)) {
      span.start = moved(span.start) + (cuts.has(span.start) ? 2 : 0);
      span.end = moved(span.end);
      span.exact = article.text.slice(span.start, span.end);
    }
  }
  return corpus;
}

function spanAt(corpus: unknown, path: string): Evidence {
  return path.split('.').reduce<unknown>((at, key) => Reflect.get(at as object, key), corpus) as Evidence;
}

/** Everything in a tree that is a passage of an article. */
function allSpans(tree: unknown): Evidence[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return 'exact' in tree ? [tree as Evidence] : Object.values(tree).flatMap(allSpans);
}

const pathOf = (path: string) => `$.${path.replace(/\.(\d+)/g, '[$1]')}`;
const drifts = (corpus: unknown) => {
  const result = readCorpus(corpus);
  return result.ok ? [] : result.problems.filter(({ code }) => code === 'drifted-span');
};

describe('a passage of any kind', () => {
  it('stands between characters of two halves without fault', () => {
    const corpus = amongPairs();
    expect(drifts(corpus)).toEqual([]);
    for (const path of PLACES) {
      const { article, start, end } = spanAt(corpus, path);
      const text = corpus.articles.find(({ id }) => id === article)?.text ?? '';
      expect([text.slice(0, start).endsWith('😀'), text.slice(end).startsWith('😀')], path).toEqual([true, true]);
    }
  });

  describe.each(PLACES)('%s', (path) => {
    it.each([
      ['starts', -1, 0],
      ['ends', 0, 1],
    ])('is refused when it %s in half a character, also when its words say so', (_, before, after) => {
      const corpus = amongPairs();
      const { article, start: from, end: to } = spanAt(corpus, path);
      const [start, end] = [from + before, to + after];
      const text = corpus.articles.find(({ id }) => id === article)?.text ?? '';
      const half = { article, start, end, exact: text.slice(start, end) };
      expect(drifts(changed(corpus, path, half))).toEqual([
        {
          code: 'drifted-span',
          path: pathOf(path),
          expected: 'a span that begins and ends between characters',
          found: `${start} to ${end}, inside a surrogate pair`,
        },
      ]);
    });

    it('is refused when other words stand there, or it is an article that is not there', () => {
      const corpus = smallCorpus();
      const span = spanAt(corpus, path);
      expect(drifts(changed(corpus, `${path}.exact`, 'Gone.')).map((drift) => drift.path)).toEqual([pathOf(path)]);
      const result = readCorpus(changed(corpus, path, { ...span, article: 'nowhere' }));
      expect(result).toMatchObject({ ok: false });
      if (!result.ok)
        expect(result.problems).toContainEqual({
          code: 'dangling-reference',
          path: `${pathOf(path)}.article`,
          expected: 'the id of an article',
          found: '"nowhere"',
        });
    });
  });
});

/** The drift of one passage of a text. */
function driftOf(text: string, span: Omit<Evidence, 'article'>) {
  const articles = [markedArticle('a', 'x').article].map((article) => ({ ...article, text }));
  const flags = [{ id: 'f', kind: 'typo' as const, note: 'x', spans: [{ article: 'a', ...span }], ...byHand() }];
  return drifts(minimalCorpus({ articles, flags }))[0];
}

describe('the ends of a passage', () => {
  it('may be those of the text, with a character of two halves there', () => {
    expect(driftOf('😀', { start: 0, end: 2, exact: '😀' })).toBeUndefined();
  });

  it('lie in the text: an end behind it is refused, though the words before it are right', () => {
    expect(driftOf('one two', { start: 4, end: 7, exact: 'two' })).toBeUndefined();
    expect(driftOf('one two', { start: 4, end: 8, exact: 'two' })).toMatchObject({
      expected: 'an end of at most 7, where the article ends',
      found: '8',
    });
  });

  it('may lie at halves that stand alone: only a pair is one character', () => {
    const alone = [
      '\ud83db',
      'b\ude00',
      '\ude00\ud83d',
      '\ud83d\ud83d',
      '\ude00\ude00',
      '\ud7ff\udc00',
      '\udbff\ue000',
    ];
    const pairs = ['\ud800\udc00', '\udbff\udfff', '\ud800\udfff', '\udbff\udc00'];
    const between = (two: string) => driftOf(`a${two}b`, { start: 2, end: 4, exact: `${two.charAt(1)}b` });
    for (const two of alone) expect(between(two), JSON.stringify(two)).toBeUndefined();
    for (const two of pairs) expect(between(two), JSON.stringify(two)).toBeDefined();
  });
});

describe('where lost words do stand', () => {
  it('is said, with the end of a single place and whether there are others', () => {
    expect(driftOf('one two', { start: 0, end: 3, exact: 'two' })?.found).toBe('"one" at 0 to 3; they stand at 4 to 7');
    expect(driftOf('one two two', { start: 0, end: 3, exact: 'two' })?.found).toMatch(/4 to 7 and elsewhere$/);
    expect(driftOf('aaa', { start: 2, end: 3, exact: 'aa' })?.found).toMatch(/stand at 0 to 2 and elsewhere$/);
    expect(driftOf('one two', { start: 0, end: 3, exact: 'six' })?.found).toMatch(/; these words are nowhere in the/);
  });

  it.each([
    ['words of 200 characters', 200, 1_000, true],
    ['words of 201 characters', 201, 1_000, false],
    ['a text of 200,000 characters', 3, 200_000, true],
    ['a text of 200,001 characters', 3, 200_001, false],
  ])('is looked for in %s: %s, %s: %s', (_, words, length, looked) => {
    const exact = 'b'.repeat(words);
    const found = driftOf(exact.padEnd(length, 'a'), { start: 1, end: 2, exact })?.found ?? '';
    expect(found).toMatch(looked ? /; they stand at 0 to \d+/ : /^"[^"]*" at 1 to 2$/);
  });

  it('is looked for 200 times in one file', () => {
    const articles = [markedArticle('a', 'one two').article];
    const spans = Array.from({ length: 201 }, () => ({ article: 'a', start: 0, end: 3, exact: 'two' }));
    const found = drifts(
      minimalCorpus({ articles, flags: [{ id: 'f', kind: 'typo', note: 'x', spans, ...byHand() }] }),
    );
    expect(found).toHaveLength(201);
    expect(found.filter((drift) => drift.found.endsWith('they stand at 4 to 7'))).toHaveLength(200);
  });
});
