// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { segment } from '../../../src/reader/segment.ts';
import { findActors } from '../../../src/reader/world/actors.ts';
import { findUses } from '../../../src/reader/world/knownActors.ts';
import { relateSpans } from '../../../src/reader/world/pairs.ts';
import { findRelations } from '../../../src/reader/world/relations.ts';

const person = (id: string, name: string) => ({ id, name, aliases: [], metonyms: [], kind: 'person' });
const state = (id: string, name: string, metonyms: string[] = []) => ({
  id,
  name,
  aliases: [],
  metonyms,
  kind: 'state',
});
const ACTORS = [
  person('ana', 'Ana Silva'),
  person('ben', 'Ben Okoro'),
  state('peru', 'Peru', ['Lima']),
  state('chile', 'Chile', ['Santiago']),
  { ...state('eu', 'European Union'), kind: 'organisation' },
];

function told(words: string, extra: Partial<Parameters<typeof findRelations>[1]> = {}) {
  const text = segment(words);
  return findRelations(text, { uses: findUses(text, ACTORS), ...extra }).map(
    ({ actors, recipients, event, modality }) =>
      `${actors.join('+')} ${event} ${recipients.join('+')} ${modality}`.replace('  ', ' '),
  );
}

describe('relations', () => {
  it.each([
    ['Peru accused Chile of spying.', 'peru ACCUSE chile asserted'],
    ['Chile was accused of spying by Peru.', 'peru ACCUSE chile asserted'],
    ['Ana Silva will visit Ben Okoro.', 'ana CONSULT ben future'],
    ['Ana Silva did not attack Ben Okoro.', 'ana ASSAULT ben negated'],
    ['Peru could support Chile.', 'peru SUPPORT chile hypothetical'],
    ['Peru threatened to invade Chile.', 'peru ASSAULT chile future'],
    ['Ana Silva criticised Ben Okoro’s plan.', 'ana ACCUSE ben asserted'],
    ['Ana Silva, a lawyer from Cusco, sued Ben Okoro.', 'ana ACCUSE ben asserted'],
    ['Peru imposed sanctions on Chile.', 'peru SANCTION chile asserted'],
    ['Ana Silva said that Peru had withdrawn from Chile.', 'peru RETREAT chile historical'],
  ])('%s', (words, expected) => expect(told(words)).toContain(expected));

  it.each([
    ['Talks between Peru and Chile go on.', 'peru+chile CONSULT asserted'],
    ['Ana Silva met Ben Okoro.', 'ana+ben CONSULT asserted'],
    ['Peru and Chile signed a treaty.', 'CONSULT|AGREE'],
    ['Lima held talks with Santiago.', 'peru+chile CONSULT asserted'],
  ])('may be joint: %s', (words, expected) => {
    const [first = ''] = told(words);
    expect(first).toMatch(expected.includes('|') ? new RegExp(expected) : new RegExp(expected.replaceAll('+', '\\+')));
    expect(first.split(' ')[0]?.split('+').sort()).toHaveLength(2);
  });

  it.each([
    'The brother of Ana Silva attacked Ben Okoro.',
    'Ana Silva killed Ben Okoro’s dog.',
    'The Peru summit was opened by somebody.',
    'Ana Silva spoke in Chile.',
    'Ben Okoro was arrested.',
    'Ana Silva and Ben Okoro are from Peru.',
  ])('are not made where the words leave a side open: %s', (words) => expect(told(words)).toEqual([]));

  it('are not made from a damaged sentence', () => {
    const words = 'Peru supports Chile.';
    expect(told(words)).toHaveLength(1);
    expect(told(words, { damaged: [{ start: 0, end: words.length }] })).toEqual([]);
  });

  it('inside a statement are claimed by its speaker, who is "I"', () => {
    const words = '"I thank Ben Okoro, and Peru has attacked Chile," she said.';
    const text = segment(words);
    const claims = [{ content: [{ start: 1, end: words.indexOf('," she') }], speaker: 'ana' }];
    const found = findRelations(text, { uses: findUses(text, ACTORS), claims });
    expect(found.map(({ actors, event, claimedBy }) => [actors[0], event, claimedBy])).toEqual([
      ['ana', 'SUPPORT', 'ana'],
      ['peru', 'ASSAULT', 'ana'],
    ]);
  });

  it('have the clause as evidence', () => {
    const words = 'On Monday Peru condemned Chile for it.';
    const text = segment(words);
    const [relation] = findRelations(text, { uses: findUses(text, ACTORS) });
    expect(words.slice(relation?.evidence.start, relation?.evidence.end)).toBe('Peru condemned Chile');
  });

  it('know who mediates', () => {
    const text = segment('Ana Silva is mediating between Peru and Chile.');
    expect(findRelations(text, { uses: findUses(text, ACTORS) })[0]).toMatchObject({
      actors: ['ana'],
      recipients: ['peru', 'chile'],
      mediator: true,
    });
  });
});

describe('actors of a text', () => {
  const actorsOf = (words: string) => findActors(segment(words)).actors.map(({ name }) => name);
  it('are names with their titles left out, states by their people, and groups', () =>
    expect(
      actorsOf('On Friday Chilean President Gabriel Boric met Turkish officials, and police arrested Maria Lopez.'),
    ).toEqual(expect.arrayContaining(['Gabriel Boric', 'Turkey', 'police', 'Maria Lopez'])));
  it('have one entry for a full name and its surname', () =>
    expect(
      actorsOf('Then Maria Lopez spoke. Later Lopez left with Mr. Tan.').filter((name) => name.includes('Lopez')),
    ).toEqual(['Maria Lopez']));
});

describe('a relation whose pair is given', () => {
  const between = (words: string, source: string, target: string) => {
    const span = (part: string) => ({ start: words.indexOf(part), end: words.indexOf(part) + part.length });
    return relateSpans(segment(words), span(source), span(target));
  };
  it.each([
    ['Norway suspended aid to Malta.', 'Norway', 'Malta', 'SANCTION'],
    ['Norway lifted its blockade of Malta.', 'Norway', 'Malta', 'CONCEDE'],
    ['Norway refused to help Malta.', 'Norway', 'Malta', 'SANCTION'],
    ['Norway praised the leaders of Malta.', 'Norway', 'Malta', 'SUPPORT'],
    ['Malta was bombed by Norway.', 'Norway', 'Malta', 'ASSAULT'],
  ])('%s', (words, source, target, event) => expect(between(words, source, target)).toBe(event));
  it('is left open when no word tells it', () =>
    expect(between('Norway is larger than Malta.', 'Norway', 'Malta')).toBeNull());
});
