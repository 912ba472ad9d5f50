// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { segment } from '../../../src/reader/segment.ts';
import { findActors } from '../../../src/reader/world/actors.ts';
import { findDates } from '../../../src/reader/world/dates.ts';
import { findEvents } from '../../../src/reader/world/events.ts';
import { findFlaws } from '../../../src/reader/world/flaws.ts';
import { findPlaces } from '../../../src/reader/world/places.ts';
import { findRelations } from '../../../src/reader/world/relations.ts';

const FOLDER = '../shared/articles';
const present = existsSync(FOLDER);
if (!present) console.log(`${FOLDER} is not there: the tests of the two articles are skipped.`);
const DAY = '2019-01-10';

const read = (name: string) => {
  const words = readFileSync(`${FOLDER}/${name}`, 'utf8');
  const text = segment(words);
  const flaws = findFlaws(text);
  const skip = flaws.filter((flaw) => flaw.skip).flatMap(({ spans }) => spans);
  const damaged = flaws.filter((flaw) => flaw.damaged).flatMap(({ spans }) => spans);
  const { places } = findPlaces(text, skip);
  const { actors, uses } = findActors(text, skip);
  const dates = findDates(text, DAY);
  const events = findEvents(text, dates, places, uses, skip);
  return { words, flaws, places, actors, events, relations: findRelations(text, { uses, dates, damaged, from: DAY }) };
};

describe.skipIf(!present)('the two articles', () => {
  const [a, b] = present ? readdirSync(FOLDER).sort().map(read) : [];

  it('have the four candidate venues and no other', () => {
    const candidates = [a, b].flatMap((one) => one?.places.filter(({ standing }) => standing === 'candidate') ?? []);
    expect(candidates.map(({ name }) => name).sort()).toEqual(['Hanoi', 'Hawaii', 'Sweden', 'Ulan Bator']);
    expect(candidates.find(({ name }) => name === 'Hawaii')).toMatchObject({
      area: 'US-HI',
      country: 'US',
      point: null,
    });
    expect(candidates.find(({ name }) => name === 'Ulan Bator')).toMatchObject({ country: 'MN', kind: 'city' });
  });

  it('have the first summit in the past, and Vietnam as where the site was talked about', () => {
    expect(a?.places.find(({ name }) => name === 'Singapore')?.standing).toBe('past');
    expect(a?.places.find(({ name }) => name === 'Vietnam')?.standing).toBe('talked-about');
  });

  it('have no tie from the cut sentence, and the others', () => {
    const ties = [...(a?.relations ?? []), ...(b?.relations ?? [])];
    expect(ties.filter(({ event, actors }) => event === 'SUPPORT' && actors.includes('state-cn'))).toEqual([]);
    expect(
      ties.some(
        ({ event, actors, recipients }) =>
          event === 'COOPERATE' && actors[0] === 'state-kr' && recipients[0] === 'state-us',
      ),
    ).toBe(true);
    expect(ties.some(({ mediator, actors }) => mediator && actors[0] === 'state-se')).toBe(true);
  });

  it('have no actor and no place from the football line and the server message', () => {
    for (const one of [a, b]) {
      const names = [...(one?.actors ?? []), ...(one?.places ?? [])].map(({ name }) => name).join(' ');
      expect(names).not.toMatch(/Madrid|Manchester|Man Utd|Diaz|directive|error/);
    }
  });

  it('have their flaws marked', () => {
    const kinds = (one: typeof a) => one?.flaws.map(({ kind }) => kind) ?? [];
    expect(kinds(a)).toEqual(expect.arrayContaining(['repeated', 'typo', 'boilerplate', 'truncated', 'garbled']));
    expect(kinds(b)).toEqual(expect.arrayContaining(['repeated', 'garbled', 'boilerplate']));
    const typo = a?.flaws.find(({ kind }) => kind === 'typo');
    expect(a?.words.slice(typo?.spans[0]?.start, typo?.spans[0]?.end)).toBe('Bijing');
  });

  it('have the days that the words give', () => {
    const dated = (one: typeof a, surface: string) =>
      one?.events.filter((event) => event.surface === surface).map(({ date }) => date);
    expect(dated(b, 'last March')).toEqual(['2018-03']);
    expect(dated(a, 'in June')).toEqual(['2018-06']);
    expect(a?.events.find(({ certainty }) => certainty === 'contested')?.date).toBe('[2019-01-08,2019-01-09]');
  });
});
