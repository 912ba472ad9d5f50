// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/domain/corpus.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { byHand } from '../fixtures/byHand.ts';
import { actor, changed, markedArticle, minimalCorpus } from '../fixtures/markedCorpus.ts';
import { problemsOf, withLimits } from '../fixtures/problemsOf.ts';

const elsewhere = markedArticle('b', '"[wait:We wait]", [moon:Moon] [said:said].');
const [FAR = { article: 'b', start: 0, end: 1, exact: '' }] = elsewhere.all('said');

/** A corpus of one statement, whose content and quoted words are marked so. */
function saying(marked: string, over: Partial<Statement> = {}): Corpus {
  const a = markedArticle('a', marked, { headline: 'x' });
  const [content, quoted] = [a.all('content'), a.all('quoted')];
  return minimalCorpus({
    articles: [a.article, elsewhere.article],
    actors: [actor('kim', 'Kim')],
    statements: [
      {
        id: 's',
        kind: quoted.length > 0 ? 'direct' : 'indirect',
        content: content.length > 0 ? content : quoted,
        quoted,
        cue: a.all('cue'),
        source: null,
        speaker: { status: 'named', actor: 'kim' },
        relay: null,
        addressee: null,
        said: null,
        same: null,
        topics: [],
        ...byHand(),
        ...over,
      },
    ],
  });
}

const UNMARKED =
  'broken-rule $.statements[0].quoted[0]: expected words in a paragraph that has quotation marks, found ';

describe('quoted words', () => {
  it.each([...'"“”«»„‟‹›「」『』《》〝〞〟＂‘‚‛＇\'’'])('stand in quotation marks where there is a %s', (mark) => {
    expect(problemsOf(saying(`He ${mark} said [quoted:We wait]`))).toEqual([]);
    expect(problemsOf(saying(`[quoted:We wait] he said ${mark}`))).toEqual([]);
  });

  it.each(['no mark', "Kim's", 'don’t', 'don＇t', 'rock‘n‘roll', "5'8", "é'é", 'Ким’а', 'a‘ b'])(
    'stand in none where there is only %s',
    (words) => {
      expect(problemsOf(saying(`${words} [quoted:We wait]`))).toEqual([`${UNMARKED}"We wait"`]);
    },
  );

  it.each([
    ["'We", "Kim said 'yes. [quoted:We wait]"],
    ["wait'", "yes' he said. [quoted:We wait]"],
    ['’ at an end', 'yes’ he said. [quoted:We wait]'],
    ['‘ at a beginning', 'said ‘yes. [quoted:We wait]'],
  ])('stand in marks that are apostrophes elsewhere: %s', (_, marked) => {
    expect(problemsOf(saying(marked))).toEqual([]);
  });

  it.each([
    ['the first paragraph', '"[quoted:We wait]"\nNone here.', []],
    ['the last paragraph', 'None here.\n"[quoted:We wait]"', []],
    ['the first sign of the paragraph', 'None.\n" he said, [quoted:We wait].\nNone.', []],
    ['the last sign of the paragraph', 'None.\nHe said, [quoted:We wait]."\nNone.', []],
    ['words over two paragraphs', 'None.\nHe: [quoted:We wait\nfor Kim]"\nNone.', []],
    ['the paragraph before', '"Yes"\n[quoted:We wait]\nNone.', [`${UNMARKED}"We wait"`]],
    ['the paragraph after', 'None.\n[quoted:We wait]\n"Yes"', [`${UNMARKED}"We wait"`]],
    ['1,000 signs before', `"${'x'.repeat(999)}[quoted:We wait]`, []],
    ['1,001 signs before', `"${'x'.repeat(1_000)}[quoted:We wait]`, [`${UNMARKED}"We wait"`]],
    ['1,000 signs after', `[quoted:We wait]${'x'.repeat(999)}"`, []],
    ['1,001 signs after', `[quoted:We wait]${'x'.repeat(1_000)}"`, [`${UNMARKED}"We wait"`]],
  ])('are looked at with their paragraph: marks in %s', (_, marked, found) => {
    expect(problemsOf(saying(marked))).toEqual(found);
  });

  it('law: are part of the content, from its first sign to its last', () => {
    const text = `"${'abcdefghij'.repeat(3)}"`;
    const span = (start: number, end: number): Evidence => ({
      article: 'a',
      start,
      end,
      exact: text.slice(start, end),
    });
    const stretch = fc
      .tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 8 }))
      .map(([at, size]) => [at, at + size] as const);
    fc.assert(
      fc.property(stretch, stretch, ([from, to], [start, end]) => {
        const isPart = from <= start && end <= to;
        const kind = from >= start && to <= end ? 'direct' : 'mixed';
        const corpus = saying(text, { kind, content: [span(from, to)], quoted: [span(start, end)] });
        expect(problemsOf(corpus)).toEqual(
          isPart
            ? []
            : [
                `broken-rule $.statements[0].quoted[0]: expected words that are part of the content, found "${text.slice(start, end)}"`,
              ],
        );
      }),
      { numRuns: 200 },
    );
  });

  it('that are neither content nor in marks are told both', () => {
    const corpus = saying('[content:We] [quoted:wait]', { kind: 'mixed' });
    expect(problemsOf(corpus)).toEqual([
      'broken-rule $.statements[0].quoted[0]: expected words that are part of the content, found "wait"',
      `${UNMARKED}"wait"`,
    ]);
  });
});

describe('the kind of a statement', () => {
  it.each([
    ['direct', '"[content:[quoted:We wait]]" and "[content:[quoted:wait]]"'],
    ['mixed', '"[content:[quoted:We wait]]" and [content:wait]'],
    ['mixed', '"[content:We [quoted:wait]]"'],
    ['mixed', '"[content:[quoted:We] wait]"'],
    ['indirect', '"[content:We wait]"'],
  ] as const)('is %s by what stands in quotation marks: %s', (right, marked) => {
    for (const kind of ['direct', 'mixed', 'indirect'] as const)
      expect(problemsOf(saying(marked, { kind })), kind).toEqual(
        kind === right
          ? []
          : [
              `broken-rule $.statements[0].kind: expected "${right}", by what stands in quotation marks, found "${kind}"`,
            ],
      );
  });
});

describe('the pieces of a content', () => {
  it.each([
    ['touch', [0, 5], [5, 9], false],
    ['share a letter', [0, 6], [5, 9], true],
    ['share a letter, the later first', [5, 9], [0, 6], true],
    ['are the same', [0, 6], [0, 6], true],
    ['lie in one another', [0, 9], [2, 3], true],
  ] as const)('that %s', (_, [from, to], [start, end], refused) => {
    const text = 'abcdefghij';
    const content = [
      { article: 'a', start: from, end: to, exact: text.slice(from, to) },
      { article: 'a', start, end, exact: text.slice(start, end) },
    ];
    expect(problemsOf(saying(text, { content }))).toEqual(
      refused
        ? [
            `broken-rule $.statements[0].content: expected pieces that do not overlap, found "${text.slice(start, end)}"`,
          ]
        : [],
    );
  });
});

describe('the passages of a statement are in one article', () => {
  const stray =
    'broken-rule $.statements[0]: expected content, cue, source and relay in one article, "a", found a span in "b"';
  const near = saying('"[content:[quoted:We wait]]", he [cue:said].');
  const home = near.statements[0]?.content ?? [];
  it.each([
    [
      'content.1',
      [stray, 'broken-rule $.statements[0].kind: expected "mixed", by what stands in quotation marks, found "direct"'],
    ],
    ['cue.1', [stray]],
    ['source', [stray]],
    ['relay', [stray]],
    [
      'quoted.1',
      [stray, 'broken-rule $.statements[0].quoted[1]: expected words that are part of the content, found "said"'],
    ],
  ])('%s too', (path, found) => {
    const value = path === 'relay' ? { actor: 'kim', evidence: FAR } : FAR;
    expect(problemsOf(changed(near, `statements.0.${path}`, value))).toEqual(found);
    const [own] = home;
    if (path === 'cue.1' || path === 'source')
      expect(problemsOf(changed(near, `statements.0.${path}`, own))).toEqual([]);
  });

  it('quoted words at the same place of another article are not part of the content', () => {
    const same = elsewhere.at('wait');
    expect({ ...same, article: 'a' }).toEqual(home[0]);
    expect(problemsOf(changed(near, 'statements.0.quoted.1', same))).toEqual([
      stray,
      'broken-rule $.statements[0].quoted[1]: expected words that are part of the content, found "We wait"',
    ]);
  });

  it('words that settle the speaker may be in another, and are then called so', () => {
    const settled = (method: string, because: Evidence[]) =>
      problemsOf(changed(near, 'statements.0.speaker', { status: 'resolved', actor: 'kim', method, because }));
    expect(settled('coreference', home)).toEqual([]);
    expect(settled('sibling-article', [FAR])).toEqual([]);
    expect(settled('sibling-article', [...home, FAR])).toEqual([]);
    expect(settled('coreference', [...home, FAR])).toHaveLength(1);
    expect(settled('sibling-article', home)).toHaveLength(1);
  });
});

/** Statements of the same group, each in an article of its own; pieces of content are marked. */
function group(...texts: string[]): Corpus {
  const articles = texts.map((marked, index) => markedArticle(`n-${index}`, marked, { badge: String(index) }));
  const [statement] = saying('[content:x]').statements as [Statement];
  return minimalCorpus({
    articles: articles.map(({ article }) => article),
    actors: [actor('kim', 'Kim')],
    statements: articles.map(({ all }, index) => ({
      ...statement,
      id: `s-${index}`,
      same: 'g',
      content: all('content'),
    })),
  });
}

describe('statements with the same words', () => {
  it('may break their lines and pieces elsewhere', () => {
    expect(problemsOf(group('[content:We wait for Kim]', '[content:We  wait\n\tfor] then [content:Kim]'))).toEqual([]);
  });

  it('have the same words: the first that has others is named', () => {
    expect(problemsOf(group('[content:We wait]', '[content:We wait]', '[content:We  went]', '[content:No]'))).toEqual([
      'broken-rule $.statements[2].same: expected the same words as the others of "g", found "We went"',
    ]);
    expect(problemsOf(group('[content:We wait]', '[content:we wait]'))).toHaveLength(1);
    expect(problemsOf(group('[content:We wait]', '[content:Wewait]'))).toHaveLength(1);
  });

  it('are called by a name that is no statement', () => {
    for (const id of ['s-0', 's-1'])
      expect(problemsOf(changed(group('[content:We]', '[content:I]'), 'statements.0.same', id))).toEqual([
        `broken-rule $.statements[0].same: expected the name of a group, not the id of a statement, found "${id}"`,
      ]);
  });

  it('are one of each article, and as many as the limit allows', () => {
    const three = group(...Array.from({ length: 3 }, () => '[content:We wait]'));
    expect(withLimits({ twins: 3 }, () => problemsOf(three))).toEqual([]);
    expect(withLimits({ twins: 2 }, () => problemsOf(three))).toEqual([
      'too-many $.statements[0].same: expected at most 2 statements with the same words, found more',
    ]);
  });

  it('of another group, or of none, are not compared', () => {
    const two = group('[content:We wait]', '[content:No]');
    expect(problemsOf(changed(two, 'statements.1.same', 'other'))).toEqual([]);
    expect(problemsOf(changed(two, 'statements.0.same', null))).toEqual([]);
  });
});
