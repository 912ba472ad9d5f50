// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/domain/corpus.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { byHand } from '../fixtures/byHand.ts';
import { actor, markedArticle, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';
import { problemsOf, withLimits } from '../fixtures/problemsOf.ts';

type Limits = Parameters<typeof withLimits>[0];
const small = smallCorpus();

/** Expects a corpus to pass where a limit is so much, and to be refused with these words where it is one less. */
function reaches(corpus: Corpus, name: keyof Limits, sum: number, what: string, path = '$'): void {
  expect(withLimits({ [name]: sum }, () => problemsOf(corpus))).toEqual([]);
  expect(withLimits({ [name]: sum - 1 }, () => problemsOf(corpus))).toEqual([
    `too-many ${path}: expected at most ${sum - 1} ${what}, found more`,
  ]);
}

const PEOPLE = Array.from('opqrtuv', (letter) => `actor-${letter}`);
/** Twelve paragraphs of one word each. */
const { article, at, all } = markedArticle('a', Array.from('abcdefghijkl', (word) => `[word:${word}]`).join('\n\n'));
const words = all('word');

function corpusOf(over: Partial<Corpus>): Corpus {
  return minimalCorpus({
    articles: [article],
    actors: PEOPLE.map((id) => actor(id, id.toUpperCase())),
    topics: ['x', 'y', 'z'].map((id) => ({ id, label: id })),
    places: small.places,
    ...over,
  });
}

function relation(id: string, actors: number, recipients: number, evidence: Evidence[], mediator = false) {
  const [one] = small.relations as [Corpus['relations'][number]];
  const parties = { actors: PEOPLE.slice(0, actors), recipients: PEOPLE.slice(actors, actors + recipients) };
  return { ...one, id, mediator, evidence, ...parties };
}

function statement(id: string, content: Evidence[], over: Partial<Statement> = {}): Statement {
  const [one] = small.statements as [Statement];
  const speaker = { status: 'named' as const, actor: 'actor-p' };
  const bare = { cue: [], quoted: [], source: null, relay: null, addressee: null, same: null };
  return { ...one, ...bare, id, kind: 'indirect', content, speaker, ...over };
}

function event(id: string, evidence: Evidence[], actors: string[] = []): Corpus['events'][number] {
  const [one] = small.events as [Corpus['events'][number]];
  return { ...one, id, evidence, actors, place: null, surface: evidence[0]?.exact ?? '' };
}

const flag = (id: string, spans: Evidence[]): Corpus['flags'][number] => ({
  id,
  kind: 'typo',
  note: 'x',
  spans,
  ...byHand(),
});

describe('the ties that relations draw', () => {
  const WHAT = 'passages of the ties that relations draw';
  it.each([
    ['each actor with each recipient', relation('r', 3, 4, words.slice(0, 5)), 60],
    ['actors with one another', relation('r', 5, 0, words.slice(0, 3)), 30],
    ['two actors', relation('r', 2, 0, words.slice(0, 1)), 1],
    ['one for each mediator', relation('r', 2, 5, words.slice(0, 3), true), 6],
  ])('are %s, each as often as it has passages', (_, one, ties) => {
    reaches(corpusOf({ relations: [one] }), 'ties', ties, WHAT, '$.relations');
  });

  it('are summed over all relations', () => {
    const relations = [relation('r-1', 1, 1, words.slice(0, 2)), relation('r-2', 3, 0, words.slice(2, 3))];
    reaches(corpusOf({ relations }), 'ties', 5, WHAT, '$.relations');
  });
});

describe('the passages of a file', () => {
  const [venue] = small.venues as [Corpus['venues'][number]];
  const claims = [{ ...(venue.claims[0] as (typeof venue.claims)[number]), evidence: words.slice(2, 5) }];
  const corpus = corpusOf({
    relations: [relation('r', 1, 1, words.slice(0, 2))],
    venues: [{ ...venue, claims, evidence: words.slice(0, 1) }],
    events: [event('e', words.slice(5, 7))],
    flags: [flag('f', words.slice(7, 10))],
    statements: [
      statement('s', words.slice(0, 2), {
        cue: [at('word')],
        source: at('word'),
        speaker: { status: 'resolved', actor: 'actor-p', method: 'coreference', because: words.slice(10, 12) },
      }),
    ],
  });

  it('are those of relations, venues with their claims, events and flags', () => {
    reaches(corpus, 'passages', 2 + 1 + 3 + 2 + 3, 'passages of relations, venues, events and flags');
  });

  it('and, with a higher limit, of everything', () => {
    reaches(corpus, 'spans', 11 + 2 + 1 + 1 + 2, 'passages');
  });

  it('touch paragraphs, each passage for itself', () => {
    const whole = { article: 'a', start: 0, end: article.text.length, exact: article.text };
    const twice = corpusOf({ flags: [flag('f', [whole, whole, at('word')])] });
    reaches(twice, 'touched', 12 + 12 + 1, 'paragraphs that passages touch');
  });

  it('are told together, where several limits are broken', () => {
    const found = withLimits({ ties: 1, passages: 1, spans: 1, touched: 1 }, () => problemsOf(corpus));
    expect(found.map((line) => line.replace(/:.*/, ''))).toEqual([
      'too-many $.relations',
      'too-many $',
      'too-many $',
      'too-many $',
    ]);
  });
});
