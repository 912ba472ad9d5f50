// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/reader/segment.ts';
import { draftOf, spoken } from './assemble/reading.ts';

const dateline = (text: string) => segment(text).datelines.map(({ start, end }) => text.slice(start, end))[0] ?? null;
const SAID = 'Mayor Ana Reyes said the metro strike would end on Friday.';

describe('datelines', () => {
  it.each([
    ['LISBON, 8 January 2019 -', 'LISBON'],
    ['PORTO NOVO, 8 January 2019 -', 'PORTO NOVO'],
    ['Lisbon, 8 January 2019 (Wire) –', 'Lisbon'],
    ['TEL AVIV, Tuesday 8 January 2019:', 'TEL AVIV'],
    ['LISBON:', 'LISBON'],
    ['LISBON, Portugal (Wire) —', 'LISBON'],
    ['LISBON (Wire) --', 'LISBON'],
    ['Rio de Janeiro, Jan 8 -', 'Rio de Janeiro'],
    ['8 January 2019, LISBON -', 'LISBON'],
    ['Jan. 8, 2019 – Lisbon –', 'Lisbon'],
    ['By Jane Doe in LISBON, Jan 8 —', 'LISBON'],
  ])('hold a town and nobody who speaks or acts: %s', async (line, town) => {
    expect(dateline(`${line} ${SAID}`)).toBe(line);
    const draft = await draftOf([`${line} ${SAID}\n\n"It is over," Reyes told the council.`]);
    expect(spoken(draft).map(({ speaker }) => speaker)).toEqual(['Ana Reyes', 'Ana Reyes']);
    const { actors, places, venues, events } = draft.corpus;
    expect(actors.filter(({ name }) => town.startsWith(name) || /Doe|Wire|Portugal/.test(name))).toEqual([]);
    const place = places.find(({ aliases }) => aliases.includes(town));
    expect(venues.find((venue) => venue.place === place?.id)?.standing).toBe('scene');
    for (const { label } of events) expect(label).not.toContain(town);
  });

  it('name several towns', async () => {
    const { corpus } = await draftOf([`OSLO/BERGEN and STOCKHOLM, Jan. 8, 2019 – ${SAID}`]);
    expect(corpus.places.map(({ name }) => name)).toEqual(['BERGEN', 'OSLO', 'STOCKHOLM']);
    expect(corpus.actors.map(({ name }) => name)).toEqual(['Ana Reyes']);
  });

  it.each([
    ['By Jane Doe in Lisbon', 'a byline'],
    ['(Wire) -', 'an agency alone'],
    ['Jan 8 (Wire) -', 'a day and an agency'],
  ])('need no town before a dash: %s', async (line) => {
    const text = line.startsWith('By') ? `${line}\n\n${SAID}` : `${line} ${SAID}`;
    expect(dateline(text)).toBe(line);
    const { corpus } = await draftOf([text]);
    expect(corpus.actors.map(({ name }) => name)).toEqual(['Ana Reyes']);
  });

  it.each([
    'NASA - the space agency - said it would launch.',
    'Ana Reyes - who was there - said so.',
    'REYES: We will end it.',
    'By Monday the strike was over in Lisbon.',
    'A man from Lisbon said on 8 January 2019: "No."',
  ])('are not: %s', (text) => expect(dateline(text)).toBeNull());
});
