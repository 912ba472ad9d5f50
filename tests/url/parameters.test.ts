// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { asFacet, NO_FILTERS } from '../../src/domain/filters.ts';
import { DEFAULT_VIEW } from '../../src/domain/view.ts';
import { CUT_OFF, decodeLink, EMPTY_LINK, encodeLink, LINK_LIMIT, REST_LIMIT, REST_NAMES } from '../../src/url/link.ts';
import { readings } from '../../src/url/mended.ts';
import type { Param } from '../../src/url/upgrades.ts';

const written = (rest: Param[]) => encodeLink({ ...EMPTY_LINK, rest });

describe('parameters of others are written', () => {
  it.each([
    ['a=1', [['a', '1']]],
    ['flag', [['flag', '']]],
    [
      'b=2&a=1&b=3',
      [
        ['b', '2'],
        ['a', '1'],
        ['b', '3'],
      ],
    ],
    [
      'a=1',
      [
        ['', 'x'],
        ['a', '1'],
      ],
    ],
    ['a%20b=c%26d%3De', [['a b', 'c&d=e']]],
    ['a=%21%27%28%29%2A', [['a', "!'()*"]]],
    ['a=x.-_~y', [['a', 'x.-_~y']]],
    ['a=x%2E', [['a', 'x.']]],
    [
      'a=x%2D&b%5F=x%7E',
      [
        ['a', 'x-'],
        ['b_', 'x~'],
      ],
    ],
    ['a=%EF%BF%BD', [['a', '\ud83d']]],
    ['a=%F0%9F%98%80', [['a', '😀']]],
  ] satisfies [string, Param[]][])('as %s', (query, rest) => {
    expect(written(rest)).toBe(query);
  });

  it('behind our own, which begin with the version; alone, they have none', () => {
    const filters = { ...NO_FILTERS, articles: ['b'] };
    const view = { ...DEFAULT_VIEW, kiosk: 20 };
    expect(encodeLink({ filters, view, rest: [['a', '1']] })).toBe('v=1&article=b&kiosk=20&a=1');
    expect(written([['a', '1']])).toBe('a=1');
  });
});

describe('parameters of others are read', () => {
  it('in their order, among ours, names that mean something elsewhere included', () => {
    const { state, notes } = decodeLink('b=2&article=a&__proto__=x&b=3&constructor&V2=1&=4&articles=b');
    expect(state.rest).toEqual([
      ['b', '2'],
      ['__proto__', 'x'],
      ['b', '3'],
      ['constructor', ''],
      ['V2', '1'],
      ['articles', 'b'],
    ]);
    expect(state.filters.articles).toEqual(['a']);
    expect(notes).toEqual([]);
  });

  it('up to what they may come to as they are written, and are left out beyond it', () => {
    const most = `a=${'x'.repeat(REST_LIMIT - 2)}`;
    expect(decodeLink(most)).toEqual({ state: { ...EMPTY_LINK, rest: [['a', most.slice(2)]] }, notes: [] });
    expect(decodeLink(`${most}x`)).toEqual({
      state: EMPTY_LINK,
      notes: [
        {
          param: 'unknown parameters',
          found: 'a…',
          expected: `at most ${REST_LIMIT} characters, and ${REST_NAMES} names of as many`,
        },
      ],
    });
  });

  it('and left out of an embed, without a note', () => {
    expect(decodeLink('embed=map&utm_source=x')).toEqual({
      state: { ...EMPTY_LINK, view: { ...DEFAULT_VIEW, embed: 'map' } },
      notes: [],
    });
    expect(decodeLink('embed=nothing&a=x').state.rest).toEqual([['a', 'x']]);
  });
});

describe('an embed', () => {
  it.each([
    ['v=1&embed=map', 'map', []],
    ['embed=quotes&kind=direct', 'quotes', []],
    ['embed=map&embed=quotes', null, ['embed']],
    ['Embed=map', null, ['embed']],
    ['embed=map.', null, ['embed']],
    ['embed=%6dap', null, ['embed']],
    ['v%3D1%26embed%3Dmap', null, ['embed']],
  ] as const)('is what the server takes for one, and nothing else: %s', (query, embed, notes) => {
    const read = decodeLink(query);
    expect(read.state.view.embed).toBe(embed);
    expect([...new Set(read.notes.map(({ param }) => param))]).toEqual(notes);
  });
});

describe('a parameter of ours that comes twice', () => {
  it('is what it was first, also where that cannot be read, and the note has the last', () => {
    expect(decodeLink('kind=direct&kind=mixed&kind=indirect')).toEqual({
      state: { ...EMPTY_LINK, filters: { ...NO_FILTERS, kinds: ['direct'] } },
      notes: [{ param: 'kind', found: 'indirect', expected: 'this parameter once' }],
    });
    const { state, notes } = decodeLink('kind=loud&kind=direct');
    expect(state).toEqual(EMPTY_LINK);
    expect(notes.map(({ param, found }) => `${param} ${found}`)).toEqual(['kind loud', 'kind direct']);
  });
});

describe('the version of a link', () => {
  it.each([
    ['', []],
    ['v=1&', []],
    ['V=1&', []],
    ['v=1.&', []],
    ['v=%31&', []],
    ['v=01&', ['v']],
    ['v=2&', ['v']],
    ['v=9999&', ['v']],
    ['v=10000&', ['v']],
    ['v=1x&', ['v']],
    ['v=x1&', ['v']],
  ])('“%s” is told where it is none of ours, and all else is read', (head, notes) => {
    const read = decodeLink(`${head}article=b&a=1`);
    expect(read.state).toEqual({ ...EMPTY_LINK, filters: { ...NO_FILTERS, articles: ['b'] }, rest: [['a', '1']] });
    expect(read.notes.map(({ param }) => param)).toEqual(notes);
    if (notes.length > 0) {
      const found = head.slice(2, -1);
      expect(read.notes).toEqual([{ param: 'v', found, expected: 'a link of version 1 or older' }]);
    }
  });
});

describe('the length of a long link', () => {
  const own = (length: number) => {
    const value = 'a'.repeat(length - 'actor='.length - 'article='.length - 1 - 1);
    const ids = value.match(/.{1,59}/g) ?? [];
    return asFacet(ids.map((id, index) => `${index}-${id}`));
  };

  it('is said from 1,001 characters of our own on, and is what it says', () => {
    for (const count of [10, 30, 60]) {
      const actors = own(count * 60);
      const link = encodeLink({ ...EMPTY_LINK, filters: { ...NO_FILTERS, actors } });
      const [, said] = /^v=1&len=(\d+)&/.exec(link) ?? [];
      const body = link.replace(/^v=1(&len=\d+)?&/, '');
      expect(said === undefined ? null : Number(said)).toBe(body.length > 1_000 ? body.length : null);
    }
    const exact = (length: number) =>
      encodeLink({ ...EMPTY_LINK, view: { ...DEFAULT_VIEW, story: 'a'.repeat(length - 'story=0'.length) } });
    expect(exact(1_000)).toMatch(/^v=1&story=/);
    expect(exact(1_001)).toMatch(/^v=1&len=1001&story=/);
  });

  it('is that of all of our own, with the signs between them', () => {
    const filters = { ...NO_FILTERS, actors: own(600), articles: own(600), topics: own(600), text: 'summit' };
    const link = encodeLink({ ...EMPTY_LINK, filters, rest: [['utm_source', 'x']] });
    const [, said, body = ''] = /^v=1&len=(\d+)&(.*)&utm_source=x$/.exec(link) ?? [];
    expect(Number(said)).toBe(body.length);
  });

  it('is known as such in capitals, too', () => {
    const { state, notes } = decodeLink('V=1&LEN=20&ARTICLE=b');
    expect(state).toEqual({ ...EMPTY_LINK, filters: { ...NO_FILTERS, articles: ['b'] } });
    expect(notes.map(({ param }) => param)).toEqual([CUT_OFF]);
  });

  it('tells what is missing, and nothing where more has come than it says', () => {
    expect(decodeLink('v=1&len=20&article=b')).toEqual({
      state: { ...EMPTY_LINK, filters: { ...NO_FILTERS, articles: ['b'] } },
      notes: [{ param: CUT_OFF, found: '9 characters', expected: '20 characters of filters and view' }],
    });
    for (const said of ['9', '8', '0', 'x', '', '-1']) {
      const { state, notes } = decodeLink(`v=1&len=${said}&article=b`);
      expect(notes, said).toEqual([]);
      expect(state.rest).toEqual([]);
    }
    // What is not ours does not make up for it.
    expect(decodeLink('v=1&len=20&article=b&utm_source=something-long').notes).toHaveLength(1);
    expect(decodeLink('v=1&len=16&article=b&q=abc').notes).toHaveLength(1);
    expect(decodeLink('v=1&len=15&article=b&q=abc').notes).toEqual([]);
  });

  it('of a query is at most what is read', () => {
    const query = (length: number) => `a=${'x'.repeat(length - 2)}`;
    expect(decodeLink(query(LINK_LIMIT)).notes.map(({ param }) => param)).toEqual(['unknown parameters']);
    expect(decodeLink(query(LINK_LIMIT + 1)).notes.map(({ param }) => param)).toEqual(['link']);
  });
});

describe('the ways to read a value', () => {
  it.each([
    ['abc', ['abc']],
    ['abc.', ['abc', 'abc.']],
    ['abc).”', ['abc', 'abc).”']],
    ['a%2Eb', ['a.b', 'a%2Eb']],
    ['a%252Eb', ['a.b', 'a%252Eb']],
    ['a%2E', ['a', 'a.', 'a%2E']],
    ['a%252', ['a%2', 'a%252']],
    ['%', ['%']],
    ['%zz', ['%zz']],
    ['%FF', ['%FF']],
    ['...', ['', '...']],
    ['', ['']],
    ['a.b', ['a.b']],
    ['~', ['~']],
    ['a-', ['a-']],
    ['a_', ['a_']],
  ])('%s: without what clients do to it first, and as it came last', (value, ways) => {
    expect(readings(value)).toEqual(ways);
  });

  it.each([...'.,;:!?()[]{}<>"\'*`|\\…“”‘’«»', ' ', '\n', '\u00a0'])(
    'leave %j out at the end, and only there',
    (sign) => {
      expect(readings(`a${sign}b${sign}${sign}`)[0]).toBe(`a${sign}b`);
    },
  );
});
