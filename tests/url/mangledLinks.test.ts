// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { embedOf } from '../../src/domain/embedOf.ts';
import { asFacet, NO_FILTERS } from '../../src/domain/filters.ts';
import { DEFAULT_VIEW } from '../../src/domain/view.ts';
import { CUT_OFF, decodeLink, EMPTY_LINK, encodeLink } from '../../src/url/link.ts';
import { SAVED } from '../fixtures/savedLinks.ts';

const SITE = 'https://desk.example/wall/';
const queryOf = (url: string) => new URL(url).search;

/** What clients do to a link on its way; each gives a whole address. */
const MANGLINGS: [name: string, mangle: (query: string) => string][] = [
  ['nothing', (query) => `${SITE}?${query}`],
  ['the query encoded as a whole', (query) => `${SITE}?${encodeURIComponent(query)}`],
  ['the query encoded as a whole, twice', (query) => `${SITE}?${encodeURIComponent(encodeURIComponent(query))}`],
  ['the query encoded as a whole, taken for a name', (query) => `${SITE}?${encodeURIComponent(query)}=`],
  [
    'the query encoded as a whole, seven times',
    (query) => `${SITE}?${encodeURIComponent(query).replaceAll('%', `%${'25'.repeat(6)}`)}`,
  ],
  ['three question marks', (query) => `${SITE}???${query}`],
  [
    'every value encoded',
    (query) => `${SITE}?${query.replace(/=([^&]*)/g, (_, value) => `=${encodeURIComponent(value)}`)}`,
  ],
  [
    'every value encoded with its tildes, twice',
    (query) =>
      `${SITE}?${query.replace(/=([^&]*)/g, (_, value) => `=${value.replaceAll('~', '%257E').replaceAll('.', '%252E')}`)}`,
  ],
  ['spaces as plus', (query) => `${SITE}?${query.replaceAll('%20', '+')}`],
  ...['.', ')', '>', ',', ';', '!', '”', '"', ').', '>)', '%3E', '%29.', '%20', '…'].map(
    (tail): [string, (query: string) => string] => [
      `“${tail}” taken in at the end`,
      (query) => `${SITE}?${query}${tail}`,
    ],
  ),
  ['punctuation at the end cut', (query) => `${SITE}?${query.replace(/[.)>~_-]+$/, '')}`],
  [
    'names in capitals',
    (query) => `${SITE}?${query.replace(/(^|&)([a-z]+)=/g, (_, and, key) => `${and}${key.toUpperCase()}=`)}`,
  ],
  [
    'names with a capital',
    (query) => `${SITE}?${query.replace(/(^|&)([a-z])/g, (_, and, key) => `${and}${key.toUpperCase()}`)}`,
  ],
  ['&amp; for &', (query) => `${SITE}?${query.replaceAll('&', '&amp;')}`],
  ['tracking at the end', (query) => `${SITE}?${query}&utm_source=mail&utm_medium=e%20mail&fbclid=IwAR0_x-y`],
  ['tracking in front', (query) => `${SITE}?gclid=x.y&mc_cid=1&${query}`],
  ['encoded as a whole, then tracked', (query) => `${SITE}?${encodeURIComponent(query)}&utm_source=mail`],
  ['line breaks inside', (query) => `${SITE}?${query.slice(0, 9)}\r\n${query.slice(9)}`],
  ['a fragment', (query) => `${SITE}?${query}#:~:text=talks`],
];

/** The saved links that can be read whole, as this version writes them. Who may hold an embed in a frame is told from its query as it comes. */
const wholeLinks = () =>
  SAVED.filter(
    ([query, { notes, rest, view }]) => query !== '' && query !== 'v=1' && !notes && !rest && !view?.embed,
  ).map(([query]) => encodeLink(decodeLink(query).state));

describe.each(MANGLINGS)('a saved link with %s', (_, mangle) => {
  it('opens the same view', () => {
    const links = wholeLinks();
    expect(links.length).toBeGreaterThan(25);
    for (const query of links) {
      const { state, notes } = decodeLink(queryOf(mangle(query)));
      const meant = decodeLink(query).state;
      expect({ filters: state.filters, view: state.view, notes }, mangle(query)).toEqual({
        filters: meant.filters,
        view: meant.view,
        notes: [],
      });
    }
  });
});

describe.each(MANGLINGS)('the link of an embed with %s', (_, mangle) => {
  it('is that embed to the app where it is to the server, and else the desk with a note', () => {
    const search = queryOf(mangle('v=1&kind=direct&embed=map'));
    const { state, notes } = decodeLink(search);
    expect(state.view.embed).toBe(embedOf(search));
    expect(notes.map(({ param }) => param)).toEqual(state.view.embed === 'map' ? [] : ['embed']);
    expect(state.filters.kinds).toEqual(['direct']);
  });
});

describe('a link of more than 2,000 characters', () => {
  const actors = asFacet(Array.from({ length: 150 }, (_, index) => `somebody-with-a-name-${index}`));
  const longLink = () => encodeLink({ ...EMPTY_LINK, filters: { ...NO_FILTERS, actors, text: 'summit' } });

  it('is read whole where it comes whole', () => {
    const long = longLink();
    expect(long.length).toBeGreaterThan(2000);
    expect(decodeLink(long)).toEqual({
      state: { filters: { ...NO_FILTERS, actors, text: 'summit' }, view: DEFAULT_VIEW, rest: [] },
      notes: [],
    });
  });

  it('says that its end is missing wherever it is cut', () => {
    const long = longLink();
    for (let length = 1_000; length < long.length; length += 7)
      expect(
        decodeLink(long.slice(0, length)).notes.map(({ param }) => param),
        String(length),
      ).toContain(CUT_OFF);
  });

  it('says so, too, where it was encoded as a whole and cut inside a percent sign', () => {
    const whole = encodeURIComponent(longLink());
    const at = whole.indexOf('%', 1_500);
    for (const length of [at + 1, at + 2])
      expect(decodeLink(whole.slice(0, length)).notes.map(({ param }) => param)).toContain(CUT_OFF);
  });

  it('is not taken for cut with tracking added, or encoded as a whole', () => {
    const long = longLink();
    expect(decodeLink(`${long}&utm_source=mail`).notes).toEqual([]);
    expect(decodeLink(encodeURIComponent(long)).notes).toEqual([]);
  });
});

describe('a link that was encoded as a whole and cut inside a percent sign', () => {
  it.each(['v%3D1%26article%3Db%2', 'v%3D1%26article%3Db%26actor%3Dkim%'])('is read as far as it goes: %s', (query) => {
    const { state, notes } = decodeLink(query);
    expect(state.rest).toEqual([]);
    expect(notes.length + state.filters.articles.length).toBeGreaterThan(0);
  });
});

describe('parameters of others', () => {
  it('are left as they are, also when they hold a link like ours', () => {
    const { state, notes } = decodeLink('?redirect=%3Fv%3D1%26article%3Db&back=a%2526b');
    expect(state).toEqual({
      ...EMPTY_LINK,
      rest: [
        ['redirect', '?v=1&article=b'],
        ['back', 'a%26b'],
      ],
    });
    expect(notes).toEqual([]);
  });
});
