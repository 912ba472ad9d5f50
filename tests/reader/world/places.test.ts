// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { segment } from '../../../src/reader/segment.ts';
import { GAZETTEER_ATTRIBUTION, spotsByName } from '../../../src/reader/world/gazetteer.ts';
import { findPlaces } from '../../../src/reader/world/places.ts';

const placesOf = (words: string) => findPlaces(segment(words)).places;
const named = (words: string) => placesOf(words).map(({ name }) => name);
const standings = (words: string) => Object.fromEntries(placesOf(words).map(({ name, standing }) => [name, standing]));

describe('the gazetteer', () => {
  it('says whose names it holds', () => expect(GAZETTEER_ATTRIBUTION).toMatch(/GeoNames.*CC BY 4\.0/));

  it.each([
    ['lisbon', 'PT', 38.7, -9.1],
    ['ulaanbaatar', 'MN', 47.9, 106.9],
    ['chicago', 'US', 41.9, -87.6],
    ['sao paulo', 'BR', -23.5, -46.6],
  ])('knows where %s is', (key, country, lat, lon) => {
    const spot = spotsByName.get(key)?.[0];
    expect(spot?.country).toBe(country);
    expect(Math.abs((spot?.point?.[1] ?? 99) - lat)).toBeLessThan(0.3);
    expect(Math.abs((spot?.point?.[0] ?? 999) - lon)).toBeLessThan(0.3);
  });
});

describe('names of places', () => {
  it('have exact spans, also several and in hyphens', () => {
    const words = 'She flew from Porto to New York City. A Nairobi-based lawyer stayed in São Paulo.';
    const spans = placesOf(words).flatMap(({ mentions }) => mentions.map(({ start, end }) => words.slice(start, end)));
    expect(spans).toEqual(['Porto', 'New York City', 'Nairobi', 'São Paulo']);
  });

  it.each([
    ['Paris Hilton sang in Turin.', ['Turin']],
    ['Mr. London spoke to reporters in Oslo.', ['Oslo']],
    ['The Swedish minister and a Dane ate in Bern.', ['Bern']],
    ['He reads the China Daily and the Boston Globe in Quito.', ['Quito']],
    ['A study by the University of Utah was read in Rome.', ['Rome']],
    ['He had a nice bath and saw a reading lamp.', []],
  ])('are not persons, peoples or parts of other names: %s', (words, expected) =>
    expect(named(words)).toEqual(expected),
  );

  it.each([
    ['The war in Georgia frightened the Georgian parliament.', 'GE'],
    ['Fans drove from Atlanta, Georgia to Florida.', 'US'],
  ])('are resolved by what stands beside them: %s', (words, country) =>
    expect(placesOf(words).find(({ name }) => name === 'Georgia')?.country).toBe(country),
  );

  it('are cities, states or capitals by the words beside them', () => {
    expect(placesOf('Rain fell in Spokane, Washington on Monday.').at(-1)).toMatchObject({
      kind: 'region',
      code: 'US-WA',
    });
    expect(placesOf('Rain fell in Washington on Monday.')[0]).toMatchObject({ kind: 'city', country: 'US' });
  });

  it('are found without the gazetteer where the sentence shows what they are', () => {
    expect(named('The flood reached the town of Drumlish and Lake Obersee.')).toEqual(['Drumlish', 'Lake Obersee']);
    expect(placesOf('They met in Quorton, Kenya.')[0]).toMatchObject({ name: 'Quorton', country: 'KE', point: null });
  });
});

describe('governments', () => {
  it('are no places: a capital that speaks, a country that is dealt with', () => {
    const { places, governments } = findPlaces(
      segment('Paris warned Madrid. Talks between Norway and Chile ended in Lima.'),
    );
    expect(places.map(({ name }) => name)).not.toContain('Paris');
    expect(places.map(({ name }) => name)).toContain('Lima');
    expect(governments.map(({ country }) => country)).toEqual(expect.arrayContaining(['FR', 'NO', 'CL']));
  });
});

describe('the standing of a place', () => {
  it('is candidate in a list of venues, and not for what only says where they are', () =>
    expect(
      standings('Possible locations for the games include Lyon in France, Split, which has a new stadium, and Malta.'),
    ).toMatchObject({ Lyon: 'candidate', France: null, Malta: 'candidate' }));

  it('is candidate for who offers to host', () =>
    expect(standings('Finland has offered to host the meeting.')).toMatchObject({ Finland: 'candidate' }));

  it('is past, scene or nothing', () =>
    expect(
      standings(
        'At their first summit in Vienna they shook hands. On Friday a bridge fell in Genoa. The driver came from Bilbao.',
      ),
    ).toMatchObject({ Vienna: 'past', Genoa: 'scene', Bilbao: null }));
});

describe('a town and the region around it with one name', () => {
  const places = (text: string) => findPlaces(segment(text)).places.map(({ name, kind }) => [name, kind]);
  it.each(['Geneva', 'Zaragoza', 'Luxor'])('mean the town where nothing else is said: %s', (town) => {
    expect(places(`Norway's minister flew to ${town} on Tuesday.`).map(([, kind]) => kind)).toContain('city');
  });
  it('mean the region where its noun says so', () => {
    expect(places('The canton of Geneva pays.')).toEqual([['Geneva', 'region']]);
  });
});
