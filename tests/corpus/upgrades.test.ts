// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import { type FormatUpgrade, upgradedTree } from '../../src/corpus/upgrades.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { earlierForm } from '../../src/domain/earlier.ts';
import { corpusDigest } from '../../src/exports/digest.ts';
import { byMachine } from '../fixtures/byHand.ts';
import { changed, smallCorpus } from '../fixtures/markedCorpus.ts';

const STEPS: FormatUpgrade[] = [
  ({ name, ...rest }) => ({ ...rest, title: name }),
  (tree) => ({ ...tree, title: `${String(tree.title)}!` }),
];

describe('files of other versions of the format', () => {
  it('older ones take each step that they still need, in order, and stay as they were given', () => {
    const old = { schemaVersion: 1, name: 'Summit' };
    expect(upgradedTree(old, STEPS, 3)).toEqual({ tree: { schemaVersion: 3, title: 'Summit!' } });
    expect(old).toEqual({ schemaVersion: 1, name: 'Summit' });
    expect(upgradedTree({ schemaVersion: 2, title: 'Summit' }, STEPS, 3)).toEqual({
      tree: { schemaVersion: 3, title: 'Summit!' },
    });
  });

  it('the present one is left alone', () => {
    const now = { schemaVersion: 3, title: 'Summit' };
    expect(upgradedTree(now, STEPS, 3)).toEqual({ tree: now });
  });

  it('newer ones are a problem that says what would help', () => {
    expect(upgradedTree({ schemaVersion: 4 }, STEPS, 3)).toEqual({
      problem: {
        code: 'newer-version',
        path: '$.schemaVersion',
        expected: 'schema version 3 or older; this file was made for a newer Dateline, which can open it',
        found: '4',
      },
    });
  });

  it.each([
    [null],
    [undefined],
    ['text'],
    [[]],
    [{}],
    [{ schemaVersion: '1' }],
    [{ schemaVersion: 0 }],
    [{ schemaVersion: 1.5 }],
  ])('what has no version is for the schema to say: %j', (tree) => {
    expect(upgradedTree(tree, STEPS, 3)).toEqual({ tree });
  });
});

/** The built-in coverage as it was in version 1 of the format, and what it had for its digest. */
const first = (): Record<string, unknown> => JSON.parse(readFileSync('tests/fixtures/corpus.v1.json', 'utf8'));
const FIRST_DIGEST = '80823bcfbe858d0d';

function opened(tree: unknown): Corpus {
  const result = readCorpus(tree);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.corpus;
}

describe('a file of version 1', () => {
  it('is one of version 2 by a person, from no file, with nothing said on a day', () => {
    const corpus = opened(first());
    expect(corpus).toMatchObject({ schemaVersion: 2, made: null, reference: ['pyongyang', 'washington'] });
    const { statements, relations, venues, events, flags, actors, places, articles } = corpus;
    for (const { mark } of [statements, relations, venues, events, flags, actors, places].flat())
      expect(mark).toEqual({ by: 'person' });
    for (const { from } of articles) expect(from).toBeNull();
    for (const { said } of statements) expect(said).toBeNull();
    for (const { topics, until } of relations) expect({ topics, until }).toEqual({ topics: [], until: null });
    for (const { topics } of events) expect(topics).toEqual([]);
    for (const { fullName } of actors) expect(fullName).toBeNull();
  });

  it('keeps the distances that it showed, and shows none where it had none', () => {
    const places = (first().places as { id: string }[]).filter(({ id }) => id !== 'washington');
    expect(opened({ ...first(), places }).reference).toEqual(['pyongyang']);
    expect(upgradedTree({ schemaVersion: 1, places: 'none' })).toMatchObject({
      tree: { reference: [], places: 'none' },
    });
  });

  it('has nothing more than it had but what is new, and what is no thing stays as it was, for the schema to say', () => {
    expect(upgradedTree({ schemaVersion: 1 })).toStrictEqual({
      tree: { schemaVersion: 2, made: null, reference: [] },
    });
    const odd = [null, 'text', 7, [], undefined];
    for (const name of ['statements', 'places', 'articles'])
      expect(upgradedTree({ schemaVersion: 1, [name]: odd })).toStrictEqual({
        tree: { schemaVersion: 2, made: null, reference: [], [name]: odd },
      });
  });

  it('shares no object between two of its things', () => {
    const [one, other] = opened(first()).statements;
    expect(one?.mark).not.toBe(other?.mark);
  });

  it('keeps its digest, so that links to it and to its states still know it', () => {
    expect(corpusDigest(opened(first()))).toBe(FIRST_DIGEST);
    expect(earlierForm(opened(first()))).toEqual(first());
  });

  it.each<[string, string, unknown]>([
    ['a reference', 'reference', ['hanoi']],
    ['what it was made by', 'made', { reader: 'dateline', version: '1', on: null }],
    ['a fuller name', 'actors.0.fullName', 'Moon Jae-in'],
    ['a mark', 'flags.0.mark', byMachine(80).mark],
    ['a topic of a tie', 'relations.0.topics', ['peace']],
    ['a scene', 'venues.0.standing', 'scene'],
    ['a file', 'articles.0.from', { format: 'text', name: 'a.txt', sha256: '0'.repeat(64), read: null }],
  ])('has another digest than the same with %s', (_, path, value) => {
    const corpus = changed(smallCorpus(), path, value) as Corpus;
    expect(earlierForm(corpus)).toBe(corpus);
    expect(corpusDigest(corpus)).not.toBe(corpusDigest(smallCorpus()));
  });
});
