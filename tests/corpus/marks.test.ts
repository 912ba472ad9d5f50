// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { isChecked, type Mark } from '../../src/domain/mark.ts';
import { REASONS } from '../../src/domain/markWords.ts';
import { byMachine } from '../fixtures/byHand.ts';
import { changed, smallCorpus } from '../fixtures/markedCorpus.ts';
import { problemsOf } from '../fixtures/problemsOf.ts';

const read = smallCorpus({ made: { reader: 'dateline', version: '1.0', on: '2019-01-10' } });

/** What the door says to the small corpus with that mark on one of its things. */
function saidTo(path: string, mark: unknown): string[] {
  const result = readCorpus(changed(read, `${path}.mark`, mark));
  return result.ok ? [] : result.problems.map(({ path: place, expected }) => `${place}: ${expected}`);
}

const LISTS = ['statements', 'relations', 'venues', 'events', 'flags', 'actors', 'places'] satisfies (keyof Corpus)[];

describe('what a machine claims', () => {
  it.each(LISTS)('may stand among the %s, when it is sure enough', (list) => {
    expect(saidTo(`${list}.0`, byMachine(50).mark)).toEqual([]);
    expect(saidTo(`${list}.0`, byMachine(100, { why: [] }).mark)).toEqual([]);
  });

  it('below 50 leaves the speaker open, and may name candidates', () => {
    expect(saidTo('statements.2', byMachine(49.9).mark)).toEqual([]);
    expect(saidTo('statements.0', byMachine(49.9).mark)).toEqual([
      '$.statements[0].speaker.status: "unresolved", since a machine is less than 50 sure and nobody has checked it',
    ]);
  });

  it.each(LISTS.slice(1))('below 50 is no claim among the %s, which cannot be left open', (list) => {
    expect(saidTo(`${list}.0`, byMachine(20).mark)).toEqual([
      `$.${list}[0].mark.sure: at least 50, since nobody has checked it`,
    ]);
  });

  it('below 50 is told with what was claimed, or how sure it was', () => {
    const found = (path: string) =>
      problemsOf(changed(read, `${path}.mark`, byMachine(49.9).mark))[0]?.split('found ')[1];
    expect(found('statements.0')).toBe('"named"');
    expect(found('statements.1')).toBe('"resolved"');
    expect(found('flags.0')).toBe('49.9');
  });

  it.each(['accepted', 'corrected', 'bulk'] as const)('below 50 stands when a person has %s it', (review) => {
    expect(saidTo('statements.0', byMachine(20, { review }).mark)).toEqual([]);
    expect(saidTo('relations.0', byMachine(20, { review }).mark)).toEqual([]);
  });

  it.each([
    ['sure', -1, 'a number from 0 to 100'],
    ['sure', 101, 'a number from 0 to 100'],
    [
      'why',
      ['because'],
      Object.keys(REASONS)
        .map((code) => `"${code}"`)
        .join(' or '),
    ],
    ['review', 'Jane Doe', '"none" or "accepted" or "corrected" or "bulk"'],
  ])('is refused with "%s": %j', (key, value, expected) => {
    const [problem, ...others] = saidTo('statements.0', { ...byMachine(80).mark, [key]: value });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^\$\.statements\[0\]\.mark\./);
    expect(problem?.split(': ').slice(1).join(': ')).toBe(expected);
  });

  it('is checked once a person has looked at it, alone or with others', () => {
    const marks: Mark[] = [{ by: 'person' }, byMachine(80, { review: 'bulk' }).mark, byMachine(99).mark];
    expect(marks.map(isChecked)).toEqual([true, true, false]);
  });
});

describe('the reasons of a machine', () => {
  it('are all said in words that go on after "because", and no two alike', () => {
    const words: string[] = Object.values(REASONS);
    for (const reason of words) expect(reason).toMatch(/^[a-z].*[^.]$/);
    expect(new Set(words).size).toBe(words.length);
  });
});
