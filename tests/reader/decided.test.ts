// @vitest-environment node
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { annotate } from '../../src/reader/annotate.ts';
import { decided } from '../../src/reader/decided.ts';
import { type Decision, type Quote, readDecisions } from '../../src/reader/decisions.ts';
import type { Draft } from '../../src/reader/draft.ts';
import { quoteOf } from '../../src/reader/review/quotes.ts';
import { madeFiles } from '../fixtures/articles/styles.ts';
import { article, draftOf, model, readFiles, spoken } from './assemble/reading.ts';

let draft: Draft;
beforeAll(async () => {
  draft = await annotate(await readFiles(madeFiles(12, 3)), { model });
});

const quotes = ({ articles }: Corpus, spans: readonly Evidence[]): Quote[] =>
  spans.map((span) => quoteOf(articles.find(({ id }) => id === span.article) as Corpus['articles'][0], span));

/** What may be decided about each claim of a draft: lists of alternatives, of which each is about one claim. */
function choices({ corpus }: Draft): Decision[][] {
  const people = corpus.actors.filter(({ kind }) => kind === 'person').map(({ id }) => id);
  const target = (of: Extract<Decision, { what: 'accept' }>['of']): Decision[] => [
    { what: 'accept', of, bulk: false },
    { what: 'accept', of, bulk: true },
    { what: 'remove', of },
  ];
  return [
    ...corpus.statements.map(({ content, cue }): Decision[] => {
      const words = quotes(corpus, content);
      return [
        ...target({ list: 'statements', words }),
        { what: 'speaker', words, speaker: { status: 'settled', actor: people[0] ?? '', because: [] } },
        {
          what: 'speaker',
          words,
          speaker: { status: 'settled', actor: people[1] ?? '', because: quotes(corpus, cue) },
        },
        {
          what: 'speaker',
          words,
          speaker: { status: 'unresolved', candidates: people.slice(0, 2), reason: 'It is open.' },
        },
        { what: 'kind', words, kind: 'indirect' },
        { what: 'kind', words, kind: 'direct' },
        { what: 'relay', words, relay: null },
        { what: 'addressee', words, actor: people[2] ?? null },
        { what: 'edges', words, content: words.slice(0, 1), quoted: [], cue: [], source: null },
      ];
    }),
    ...corpus.relations.map(({ evidence, event, actors, recipients }) =>
      target({ list: 'relations', words: quotes(corpus, evidence), event, actors, recipients }),
    ),
    ...corpus.events.map(({ evidence, surface }) =>
      target({ list: 'events', words: quotes(corpus, evidence), surface }),
    ),
    ...corpus.flags.map(({ spans, kind }) => target({ list: 'flags', words: quotes(corpus, spans), kind })),
    ...corpus.places.map(({ id }) => target({ list: 'places', id })),
    // Another actor than those above, so that nothing is about two claims.
    ...corpus.actors.filter(({ kind }) => kind === 'state').map(({ id }) => target({ list: 'actors', id }).slice(0, 2)),
  ];
}

/** Some decisions about different claims, in some order. */
const independent = () =>
  fc
    .uniqueArray(fc.nat(choices(draft).length - 1), { maxLength: 25 })
    .chain(
      (at) =>
        fc.tuple(...at.map((one) => fc.constantFrom(...(choices(draft)[one] as Decision[])))) as fc.Arbitrary<
          Decision[]
        >,
    );

describe('decisions replayed over a draft', () => {
  it('leave it as it is where there are none', () => {
    expect(decided(draft, [])).toEqual({ ...draft, lost: [] });
  });

  it('give a corpus that passes the door, in whatever order they come, and twice as well as once', () => {
    fc.assert(
      fc.property(independent(), fc.infiniteStream(fc.nat()), (decisions, random) => {
        const one = decided(draft, decisions);
        expect(readCorpus(one.corpus).ok).toBe(true);
        const shuffled = decisions
          .map((decision) => ({ decision, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ decision }) => decision);
        const other = decided(draft, shuffled);
        expect(other.corpus).toEqual(one.corpus);
        expect(other.lost.map(({ decision }) => JSON.stringify(decision)).sort()).toEqual(
          one.lost.map(({ decision }) => JSON.stringify(decision)).sort(),
        );
        expect(decided(draft, [...decisions, ...decisions])).toEqual(one);
      }),
      { numRuns: 30 },
    );
  });

  it('come through with new articles, and are lost with a text that changed', async () => {
    const text = '"We will rebuild the bridge before the winter," Mayor Paul Reyes said on Monday.';
    const first = await draftOf([text]);
    const [statement] = first.corpus.statements;
    const words = quotes(first.corpus, statement?.content ?? []);
    const decision: Decision = { what: 'accept', of: { list: 'statements', words }, bulk: false };
    const reviews = (of: Draft) =>
      of.corpus.statements.map(({ mark }) => (mark.by === 'machine' ? mark.review : 'person'));
    expect(reviews(decided(first, [decision]))).toEqual(['accepted']);
    const more = await draftOf([
      text,
      'Nothing was decided on Friday.',
      '"We go on as we did before," said Dee Okoro.',
    ]);
    expect(reviews(decided(more, [decision]))).toEqual(['accepted', 'none']);
    // What stands around the words is the same where the text has gone on.
    const longer = await draftOf([`${text} It was a long day for everybody in the town.`]);
    expect(reviews(decided(longer, [decision]))).toEqual(['accepted']);
    const changed = await draftOf([text.replace('bridge', 'tower')]);
    expect(decided(changed, [decision])).toMatchObject({ corpus: changed.corpus, lost: [{ decision }] });
  });

  it('are lost where the words stand twice', async () => {
    const twice = await draftOf([
      article(`One. ${'x '.repeat(1400)}go on ${'x '.repeat(1400)} ${'x '.repeat(1400)}go on ${'x '.repeat(1400)}`),
    ]);
    const [own] = twice.corpus.articles;
    const at = own?.text.indexOf('go on') ?? 0;
    const quote = quoteOf(own as Corpus['articles'][0], { start: at, end: at + 5 });
    const decision: Decision = {
      what: 'statement',
      content: [quote],
      quoted: [],
      cue: [],
      source: null,
      speaker: { status: 'unresolved', candidates: [], reason: 'Nobody is named.' },
    };
    expect(decided(twice, [decision]).lost).toMatchObject([{ why: expect.stringContaining('exactly once') }]);
  });

  it('add what the machine missed, settle who speaks, and mark who did', async () => {
    const made = await draftOf(['Paul Reyes went to town. The bridge will be rebuilt. "It was open," he said.']);
    const text = made.corpus.articles[0]?.text ?? '';
    const quote = (words: string) => {
      const start = text.indexOf(words);
      return quoteOf(made.corpus.articles[0] as Corpus['articles'][0], { start, end: start + words.length });
    };
    const result = decided(made, [
      {
        what: 'statement',
        content: [quote('The bridge will be rebuilt')],
        quoted: [],
        cue: [],
        source: null,
        speaker: { status: 'unresolved', candidates: [], reason: 'Nobody is named.' },
      },
    ]);
    expect(result.lost).toEqual([]);
    expect(result.corpus.statements[0]).toMatchObject({ kind: 'indirect', mark: { by: 'person' } });
  });

  it('that break a rule are lost with the words of the door', async () => {
    const made = await draftOf(['Paul Reyes said that the bridge would be rebuilt before the winter.']);
    const words = quotes(made.corpus, made.corpus.statements[0]?.content ?? []);
    const { corpus, lost } = decided(made, [
      { what: 'kind', words, kind: 'direct' },
      { what: 'accept', of: { list: 'statements', words }, bulk: false },
    ]);
    expect(lost).toMatchObject([{ decision: { what: 'kind' }, why: expect.stringContaining('quotation marks') }]);
    expect(corpus.statements[0]?.mark).toMatchObject({ review: 'accepted' });
  });

  it('join and part actors, and everything follows', async () => {
    const made = await draftOf([
      '"We go on as long as it takes," said Donald Trump, the president.',
      '"They wait until the year is over," Mr. Trumpeter said in Paris on Monday.',
    ]);
    const [one, other] = ['donald-trump', 'trumpeter'];
    const merged = decided(made, [{ what: 'merge', actor: other ?? '', into: one ?? '' }]);
    expect(merged.lost).toEqual([]);
    expect(new Set(spoken(merged).map(({ speaker }) => speaker))).toEqual(new Set(['Donald Trump']));
    const second = made.corpus.articles[1]?.id ?? '';
    const parted = decided(made, [
      { what: 'merge', actor: other ?? '', into: one ?? '' },
      { what: 'split', actor: one ?? '', articles: [second], name: 'Mr. Trumpeter' },
    ]);
    expect(spoken(parted).map(({ speaker }) => speaker)).toContain('Mr. Trumpeter');
    expect(readCorpus(parted.corpus).ok).toBe(true);
  });
});

describe('the file of decisions', () => {
  it('is read, or refused with what is wrong and where', () => {
    const words = [{ article: 'a', before: '', exact: 'x', after: '' }];
    const file = { decisionsVersion: 1, coverage: 'c', decisions: [{ what: 'kind', words, kind: 'indirect' }] };
    expect(readDecisions(file)).toEqual({ ok: true, file });
    expect(readDecisions({ ...file, decisions: [{ what: 'kind', words: [], kind: 'indirect' }] })).toMatchObject({
      ok: false,
      problems: [{ path: '$.decisions[0].words' }],
    });
    expect(readDecisions(null).ok).toBe(false);
    expect(readDecisions({ ...file, decisionsVersion: 2 })).toMatchObject({
      problems: [{ path: '$.decisionsVersion' }],
    });
  });
});
