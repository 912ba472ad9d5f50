// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { DISAGREEMENTS } from '../../src/coverage/answers/disagreements.ts';
import { HEADLINE } from '../../src/coverage/answers/headline.ts';
import type { Disagreement } from '../../src/coverage/answers/tellings/disagreement.ts';
import { backingGroups } from '../../src/coverage/answers/tellings/headlineCheck.ts';
import { pairOf, type Tellings, tellingsOf } from '../../src/coverage/answers/tellings/sideBySide.ts';
import { TELLINGS } from '../../src/coverage/answers/tellings.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { readingList } from '../../src/domain/reading.ts';
import type { TextFlag } from '../../src/domain/textFlag.ts';
import type { Pair } from '../../src/domain/view.ts';
import { answered } from '../fixtures/ask.ts';
import { byHand } from '../fixtures/byHand.ts';
import { actor, bundledCorpus, markedArticle, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

function told(corpus: Corpus, a = 'a', b = 'b'): Tellings {
  const tellings = tellingsOf(corpus, [a, b]);
  if (!tellings) throw new Error('the corpus has no pair');
  return tellings;
}

const pairs = ({ joins }: Tellings) => joins.map(({ a, b }) => `${a.article} ${a.numbers} = ${b.article} ${b.numbers}`);
const kinds = (tellings: Tellings, side: 'a' | 'b') =>
  tellings[side].paragraphs.map(({ numbers, kind }) => `${numbers.join('-')} ${kind}`);
const remarkOf = (one: Disagreement | undefined, side: 'a' | 'b') =>
  (one?.[side] ?? []).map(({ words, remark }) =>
    [words, ...remark.map((part) => (typeof part === 'string' ? part : part.name))].join('|'),
  );

describe('the bundled coverage, side by side', () => {
  const corpus = bundledCorpus();
  const tellings = told(corpus);

  it('joins the two passages that stand in both, word for word', () => {
    expect(pairs(tellings)).toEqual(['a 12 = b 7', 'a 22 = b 21']);
    expect(tellings.joins.map(({ wording }) => wording.same)).toEqual([true, true]);
    expect(tellings.joins.map(({ wording }) => wording.equal)).toEqual([21, 12]);
  });

  it('marks what only one of them says around the shared words', () => {
    const only = (side: 'a' | 'b', number: number) =>
      tellings[side].paragraphs
        .find(({ numbers }) => numbers[0] === number)
        ?.pieces.filter((piece) => piece.only)
        .map(({ text }) => text);
    expect(only('a', 12)).toEqual(["At Tuesday's daily Foreign Ministry briefing, spokesman Lu Kang"]);
    expect(only('b', 7)).toEqual(['He']);
    expect(only('a', 22)).toEqual([]);
  });

  it('sets apart what is not part of an article', () => {
    expect(kinds(tellings, 'a')).toEqual(
      expect.arrayContaining(['1-2-3 repeated', '14 boilerplate', '25 boilerplate', '26 boilerplate', '4 only']),
    );
    expect(kinds(tellings, 'b')).toEqual(expect.arrayContaining(['1-2-3 repeated', '24 boilerplate', '7 shared']));
    expect([tellings.a.onlyHere, tellings.b.onlyHere]).toEqual([18, 18]);
  });

  it('opens for every paragraph a passage that lies in it', () => {
    for (const side of ['a', 'b'] as const)
      for (const { opened, pieces, article } of tellings[side].paragraphs) {
        const [first, last] = [pieces[0], pieces.at(-1)];
        const [start, end] = [first?.start ?? 0, (last?.start ?? 0) + (last?.text.length ?? 0)];
        const passage = readingList(corpus, opened?.mark ?? '')?.passages.find(
          (one) => one.opened.mark === opened?.mark && one.opened.passage === opened.passage,
        );
        expect(passage?.article, `${article} ${start}`).toBe(article);
        expect(passage?.spans.some((span) => span.start < end && span.end > start)).toBe(true);
      }
  });

  const about = (what: Disagreement['about'], of: string) =>
    tellings.disagreements.find((one) => one.about === what && one.what.startsWith(of));

  it('says that A names Lu Kang where B says "He"', () => {
    const one = about('speaker', 'Beijing remains supportive');
    expect(remarkOf(one, 'a')).toEqual(['|Lu Kang|, named in the sentence']);
    expect(remarkOf(one, 'b')).toEqual([
      'He|Lu Kang|, settled only by another article|, after words of |Kim Jong Un| in B 6',
    ]);
    expect(one?.flags.map(({ id }) => id)).toEqual(['f-supportive-he']);
  });

  it('says that "he" is settled in neither, after different people', () => {
    const one = about('speaker', 'The Sino-US trade');
    expect(remarkOf(one, 'a')).toEqual(['he|not settled|, after words of |Lu Kang| in A 21']);
    expect(remarkOf(one, 'b')).toEqual(['he|not settled|, after words of |Xi Jinping| in B 20']);
    expect(one?.flags.map(({ id }) => id)).toEqual(['f-sino-us-he']);
  });

  it('says on which days the factory visit is told to be, both in A', () => {
    const one = about('day', 'Kim visits a medicine factory');
    expect(one?.a.map(({ words, number }) => `${words} ${number}`)).toEqual(['on Wednesday 15', 'Tuesday 17']);
    expect(one?.b).toEqual([]);
    expect(one?.flags.map(({ id }) => id)).toEqual(['f-factory-day']);
  });

  it('finds two spelt names and no other', () => {
    expect(remarkOf(about('spelling', 'Kim'), 'a').sort()).toEqual(['Kim Jong Un|twice', 'Kim Jong-un|twice']);
    expect(remarkOf(about('spelling', 'Kim'), 'b')).toEqual(['Kim Jong-un|twice']);
    expect(remarkOf(about('spelling', 'Beijing'), 'a')).toContain('Bijing|once');
    expect(about('spelling', 'Beijing')?.a[0]?.opened).toEqual({ mark: 'f-bijing', passage: 1 });
    expect(tellings.disagreements.filter((one) => one.about === 'spelling')).toHaveLength(2);
  });

  const shares = (side: 'a' | 'b') =>
    tellings[side].headline.backing.map(({ number, shares: own }) => `${number} ${own.map((word) => word.shown)}`);

  it('finds "support" in A only where it is cut off, or said of others', () => {
    const { headline } = tellings.a;
    expect(headline.words.map(({ shown }) => shown)).toEqual(['support', 'second', 'summit']);
    expect(headline.actors).toEqual(['kim-jong-un', 'xi-jinping', 'donald-trump']);
    expect(shares('a')).toEqual(expect.arrayContaining(['4 second,summit', '12 support', '19 support', '21 support']));
    expect(shares('a').filter((one) => one.includes('support,'))).toEqual([]);
    expect(headline.backing.find(({ number }) => number === 19)).toMatchObject({
      speaker: 'xi-jinping',
      damage: 'truncated',
      opened: { mark: 'a-xi-cut-off', passage: 1 },
    });
    expect(headline.missing).toEqual([]);
  });

  it('finds the quotation of headline B nowhere, and Xi’s words on summits the nearest', () => {
    const { headline } = tellings.b;
    expect(headline.unquoted).toEqual(['backing for second Trump summit']);
    expect(headline.flags.map(({ id }) => id)).toEqual(['f-b-headline-quote']);
    expect(headline.missing.map(({ shown }) => shown)).toEqual(['leaves', 'backing']);
    const [nearest] = headline.backing;
    expect(nearest?.number).toBe(20);
    expect(nearest?.byTie.map(({ shown }) => shown)).toEqual(['backing']);
    expect(nearest?.runs.filter(({ shared }) => shared).map(({ text }) => text)).toEqual(['summits']);
  });

  it('groups passages by what they share, each passage once', () => {
    const groups = backingGroups(tellings.a.headline);
    expect(groups.map(({ words }) => words.join())).toEqual(['second,summit', 'support', 'summit']);
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(tellings.a.headline.backing.length);
  });

  it('is the same comparison with the sides changed', () => {
    const turned = told(corpus, 'b', 'a');
    expect(pairs(turned)).toEqual(['b 7 = a 12', 'b 21 = a 22']);
    expect(turned.disagreements).toHaveLength(tellings.disagreements.length);
  });
});

describe('what the comparison is answered', () => {
  const corpus = bundledCorpus();
  const pair: Pair = ['a', 'b'];

  it('is plain data', () => {
    for (const answer of [
      answered(corpus, TELLINGS, { pair: null }),
      answered(corpus, DISAGREEMENTS, { pair, rows: 20 }),
      answered(corpus, HEADLINE, { pair, article: 'b', rows: {} }),
    ]) {
      expect(answer).not.toBeNull();
      expect(structuredClone(answer)).toEqual(answer);
    }
  });

  it('has as many disagreements as are asked for, and says how many there are', () => {
    const rows = (count: number) => answered(corpus, DISAGREEMENTS, { pair, rows: count });
    expect(answered(corpus, TELLINGS, { pair })?.disagreements).toBe(5);
    expect(rows(2)).toEqual(rows(20).slice(0, 2));
    expect(rows(20)).toHaveLength(5);
  });

  it('has as many passages of a group as are asked for, and says how many there are', () => {
    const headline = (rows: Record<string, number>) => answered(corpus, HEADLINE, { pair, article: 'a', rows });
    const all = headline({})?.groups ?? [];
    const [first] = all.filter(({ inAll }) => inAll > 1);
    if (!first) throw new Error('no group of several passages');
    const fewer = headline({ [first.key]: 1 })?.groups ?? [];
    expect(fewer.map(({ rows }) => rows.length)).toEqual(
      all.map(({ key, rows }) => (key === first.key ? 1 : rows.length)),
    );
    expect(fewer.map(({ inAll }) => inAll)).toEqual(all.map(({ inAll }) => inAll));
  });

  it('is the same whatever is filtered', () => {
    const filters = { articles: ['b'] };
    expect(answered(corpus, TELLINGS, { pair }, filters)).toEqual(answered(corpus, TELLINGS, { pair }));
  });
});

describe('pairs', () => {
  const three = smallCorpus({
    articles: [...smallCorpus().articles, markedArticle('c', 'Other news\n\nNothing of it.').article],
  });

  it('are the first two articles unless two others are asked for that are there', () => {
    expect(pairOf(three, null)).toEqual(['a', 'b']);
    expect(pairOf(three, ['c', 'a'])).toEqual(['c', 'a']);
    expect(pairOf(three, ['no-such', 'c'])).toEqual(['a', 'b']);
    expect(pairOf(minimalCorpus(), null)).toBeNull();
    expect(tellingsOf(minimalCorpus({ articles: [] }))).toBeNull();
  });

  it('without a shared passage have no joins and every paragraph to themselves', () => {
    const tellings = told(three, 'a', 'c');
    expect(tellings.joins).toEqual([]);
    expect(kinds(tellings, 'b')).toEqual(['1 only', '2 only']);
  });
});

describe('a small corpus', () => {
  it('joins by statements and by flags, once for the same words', () => {
    expect(pairs(told(smallCorpus()))).toEqual(['a 2 = b 2']);
    expect(pairs(told(smallCorpus({ statements: [] })))).toEqual(['a 2 = b 2']);
    expect(pairs(told(smallCorpus({ flags: [] })))).toEqual(['a 2 = b 2']);
    expect(pairs(told(smallCorpus({ flags: [], statements: [] })))).toEqual([]);
  });

  it('lets joins cross', () => {
    const a = markedArticle('a', 'One\n\n[x:The sun rose].\n\n[y:The moon set].');
    const b = markedArticle('b', 'Two\n\n[y:The moon set].\n\n[x:The sun has risen].');
    const flag = (id: string, name: string): TextFlag => ({
      id,
      kind: 'shared-passage',
      note: 'Shared.',
      spans: [a.at(name), b.at(name)],
      ...byHand(),
    });
    const tellings = told(
      minimalCorpus({ articles: [a.article, b.article], flags: [flag('f-y', 'y'), flag('f-x', 'x')] }),
    );
    expect(pairs(tellings)).toEqual(['a 2 = b 3', 'a 3 = b 2']);
    expect(tellings.joins.map(({ wording }) => wording.same)).toEqual([false, true]);
    expect(tellings.joins[0]?.wording.parts).toEqual([
      { in: 'both', words: 'The sun' },
      { in: 'a', words: 'rose' },
      { in: 'b', words: 'has risen' },
    ]);
  });

  it('has no disagreement where the same person is named in both', () => {
    const { statements } = smallCorpus();
    const speaker = { status: 'named', actor: 'moon' } as const;
    const named = statements.map((one) => (one.same === null ? one : { ...one, speaker }));
    expect(told(smallCorpus({ statements: named })).disagreements).toEqual([]);
    expect(told(smallCorpus()).disagreements.map((one) => one.about)).toEqual(['speaker']);
  });

  it('takes another name for no other spelling', () => {
    const a = markedArticle('a', 'One\n\nThe DPRK and J. K. Rowling.').article;
    const b = markedArticle('b', 'Two\n\nNorth Korea and JK Rowling.').article;
    const actors = [
      actor('north-korea', 'North Korea', { aliases: ['North Korea', 'DPRK'] }),
      actor('rowling', 'J. K. Rowling', { aliases: ['J. K. Rowling', 'JK Rowling'] }),
    ];
    const { disagreements } = told(minimalCorpus({ articles: [a, b], actors }));
    expect(disagreements.map((one) => one.what)).toEqual(['J. K. Rowling']);
  });
});
