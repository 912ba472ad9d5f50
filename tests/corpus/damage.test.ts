// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { FLAG_KINDS, type FlagKind } from '../../src/domain/textFlag.ts';
import { byHand } from '../fixtures/byHand.ts';
import { actor, markedArticle, minimalCorpus } from '../fixtures/markedCorpus.ts';

const TEXT = 'abcdefghijklmnopqrstuvwxyz'.repeat(2);
type Stretch = readonly [start: number, end: number];
type Flagged = { kind: FlagKind; spans: readonly Stretch[] };

const evidence = ([start, end]: Stretch, article = 'a') => ({ article, start, end, exact: TEXT.slice(start, end) });
const articles = ['a', 'b'].map((id) => markedArticle(id, TEXT).article);

function corpusOf(words: Stretch, flags: readonly Flagged[], over: Partial<Corpus> = {}): Corpus {
  return minimalCorpus({
    articles,
    actors: [actor('kim', 'Kim'), actor('moon', 'Moon')],
    relations: [
      {
        id: 'r',
        actors: ['kim'],
        recipients: ['moon'],
        event: 'CONSULT',
        mediator: false,
        modality: 'historical',
        summary: 'Kim meets Moon',
        claimedBy: null,
        relay: null,
        topics: [],
        until: null,
        evidence: [evidence(words)],
        ...byHand(),
      },
    ],
    flags: flags.map(({ kind, spans }, index) => ({
      id: `f-${index}`,
      kind,
      note: 'A flaw.',
      spans: spans.map((stretch) => evidence(stretch)),
      ...byHand(),
    })),
    ...over,
  });
}

/** The kinds of flags that the door says the evidence lies in, in any order. */
function refusedFor(corpus: unknown): string[] {
  const result = readCorpus(corpus);
  return result.ok ? [] : result.problems.map(({ expected }) => expected.replace(/^.* flagged as /, '')).sort();
}

const FORBIDDEN: readonly FlagKind[] = ['garbled', 'truncated', 'boilerplate', 'repeated'];

describe('a relation in words that are flagged as damaged', () => {
  it.each(FORBIDDEN)('is refused where they are %s', (kind) => {
    expect(refusedFor(corpusOf([10, 15], [{ kind, spans: [[0, 30]] }]))).toEqual([kind]);
  });

  it('is refused in the rest of a long flag, after a short one inside it has ended', () => {
    for (const [long, short] of [
      ['garbled', 'garbled'],
      ['truncated', 'garbled'],
      ['garbled', 'truncated'],
    ] as const) {
      const nested: Flagged[] = [
        { kind: long, spans: [[0, 40]] },
        { kind: short, spans: [[5, 10]] },
      ];
      for (const flags of [nested, nested.toReversed()])
        expect(refusedFor(corpusOf([20, 25], flags)), `${short} inside ${long}`).toEqual([long]);
    }
  });

  it('is refused where its words hold the flag, and where they only touch its first or last letter', () => {
    const flags: Flagged[] = [{ kind: 'garbled', spans: [[20, 25]] }];
    const stretches: Stretch[] = [
      [10, 40],
      [10, 21],
      [24, 30],
    ];
    for (const words of stretches) expect(refusedFor(corpusOf(words, flags)), String(words)).toEqual(['garbled']);
  });

  it('passes right before and right after them, and in the other article', () => {
    const flags: Flagged[] = [{ kind: 'garbled', spans: [[20, 25]] }];
    for (const words of [
      [10, 20],
      [25, 30],
    ] as const)
      expect(refusedFor(corpusOf(words, flags)), String(words)).toEqual([]);
    const elsewhere = corpusOf([0, 5], []);
    elsewhere.flags = [{ id: 'f', kind: 'garbled', note: 'A flaw.', spans: [evidence([0, 30], 'b')], ...byHand() }];
    expect(refusedFor(elsewhere)).toEqual([]);
  });

  const stretch = fc
    .tuple(fc.nat({ max: TEXT.length - 1 }), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]): Stretch => [start, Math.min(TEXT.length, start + length)]);
  const flagged = fc.record({
    kind: fc.constantFrom(...FLAG_KINDS),
    spans: fc.array(stretch, { minLength: 2, maxLength: 3 }),
  });

  it('law: it is refused for each kind of damage that it shares a letter with, and for nothing else', () => {
    fc.assert(
      fc.property(stretch, fc.array(flagged, { maxLength: 5 }), (words, flags) => {
        const shares = ([start, end]: Stretch) => start < words[1] && words[0] < end;
        const kinds = FORBIDDEN.filter((kind) => flags.some((flag) => flag.kind === kind && flag.spans.some(shares)));
        expect(refusedFor(corpusOf(words, flags))).toEqual(kinds.toSorted());
      }),
      // For each mutant of `npm run test:mutants`, fewer have to do.
      { numRuns: 'MUTANTS_FOLDER' in process.env ? 50 : 200 },
    );
  });
});

describe('other things in damaged words', () => {
  const event: Corpus['events'][number] = {
    id: 'e',
    label: 'They meet',
    date: '2019-01-08',
    surface: TEXT.slice(10, 15),
    certainty: 'stated',
    actors: [],
    place: null,
    topics: [],
    evidence: [evidence([10, 15])],
    ...byHand(),
  };
  it.each([
    ['garbled', []],
    ['truncated', []],
    ['typo', []],
    ['boilerplate', ['boilerplate']],
    ['repeated', ['repeated']],
  ] as const)('an event in what is %s', (kind, refused) => {
    const flags: Flagged[] = [{ kind, spans: [[0, 30]] }];
    expect(refusedFor(corpusOf([0, 1], flags, { relations: [], events: [event] }))).toEqual(refused);
  });
});
