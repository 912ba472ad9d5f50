// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { type Filters, NO_FILTERS, TEXT_LIMIT } from '../../src/domain/filters.ts';
import { DEFAULT_VIEW, type View } from '../../src/domain/view.ts';
import { decodeLink, EMPTY_LINK, encodeLink } from '../../src/url/link.ts';
import { FILTER_ROWS, VIEW_ROWS } from '../../src/url/table.ts';

/** Filters and view in one; the ties of the filters, which share their name with a part of the view, have rows of their own elsewhere. */
type Means = Omit<Filters, 'ties'> & View;

const HEX = '0123456789abcdef';
const COUNTS = '2-37-42-6-19-32';
const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);

/** Values that can be read, and what they mean. */
const READ: [query: string, means: Partial<Means>][] = [
  [`article=${many(200).join('.')}`, { articles: many(200).sort() }],
  ['kind=mixed.direct', { kinds: ['direct', 'mixed'] }],
  ['order=weight', {}],
  ['page=desk', {}],
  ['from=0050-02-28', { from: '0050-02-28' }],
  ['kiosk=5', { kiosk: 5 }],
  ['kiosk=3600', { kiosk: 3600 }],
  ['check=10', { check: 10 }],
  ['check=86400', { check: 86_400 }],
  ['step=1', { step: 1 }],
  ['step=99', { step: 99 }],
  [`q=${'a'.repeat(TEXT_LIMIT)}`, { text: 'a'.repeat(TEXT_LIMIT) }],
  ['q=_a-b_c~2D', { text: ' a-b c-' }],
  ['q=~e9~87~91', { text: '金' }],
  ['q=a金\u{1f600}b', { text: 'a金\u{1f600}b' }],
  ['q=~EF~BB~BFx', { text: '\ufeffx' }],
  ['q=a~0D~0A~0Ab', { text: 'a b' }],
  // Without its percent sign it would be cut off, so that it is taken as it came.
  ['q=%257E', { text: '%7E' }],
  ['q=a%0D%0Ab', { text: 'a b' }],
  [`file=a~2Ejson.${HEX}`, { file: { name: 'a.json', digest: HEX } }],
  ['data=https://a.example/x.json?y=1', { data: 'https://a.example/x.json?y=1' }],
  ['data=HTTP://a.example', { data: 'HTTP://a.example' }],
  ['data=https~3A~2F~2Fa~2Eexample', { data: 'https://a.example' }],
  [`data=https://${'a'.repeat(1_992)}`, { data: `https://${'a'.repeat(1_992)}` }],
  ['data=https://a%0A%0Ab', { data: 'https://a b' }],
  ['allow=A.Example.org', { allow: 'a.example.org' }],
  ['allow=a', { allow: 'a' }],
  ['allow=xn--a-0.example', { allow: 'xn--a-0.example' }],
  [`allow=${'a'.repeat(253)}`, { allow: 'a'.repeat(253) }],
  ['play=a-b_c~d/e.json', { play: 'a-b_c/d/e.json' }],
  [`play=${'a'.repeat(200)}`, { play: 'a'.repeat(200) }],
  ['night=22-6', { night: { from: 22, to: 6 } }],
  ['night=0-23', { night: { from: 0, to: 23 } }],
  ['night=19-9', { night: { from: 19, to: 9 } }],
  ['pair=b.a', { pair: ['b', 'a'] }],
  ['open=kim', { opened: { mark: 'kim', passage: 1 } }],
  ['open=talks_a~b.9999', { opened: { mark: 'talks_a~b', passage: 9999 } }],
  [
    `pin=${HEX}.korea.2019-01-10.0-9999999-42-6-19-32`,
    { pin: { digest: HEX, coverage: 'korea', asOf: '2019-01-10', counts: [0, 9_999_999, 42, 6, 19, 32] } },
  ],
  ['story=a-_Z0', { story: 'a-_Z' }],
  [`story=${'a'.repeat(19_999)}0`, { story: 'a'.repeat(19_999) }],
];

/** Values that cannot be read, by their parameter, and what its note says was expected. */
const UNREAD: [key: string, expected: string, values: string[]][] = [
  ['article', 'ids joined by full stops', ['', 'a..b', 'A_b', '.a', many(201).join('.')]],
  [
    'tie',
    'ties such as talks_china~united-states, joined by full stops',
    ['talks', 'talks_a', 'love_a~b', 'talks_a~b..talks_a~c'],
  ],
  ['kind', 'any of direct, mixed, indirect, joined by full stops', ['loud', 'direct.loud', 'direct-mixed']],
  ['view', 'one of network, matrix, list', ['map', 'networks']],
  ['to', 'a day such as 2019-01-08', ['2019-02-29', '2019', 'x2019-01-08', '2019-01-08x']],
  ['kiosk', 'a whole number from 5 to 3600', ['4', '3601', '05', 'x5', '5x', '1e2', '-5', '5.5', '1000005']],
  ['step', 'a whole number from 1 to 99', ['0', '100']],
  ['q', 'text of at most 200 characters', ['a~', '~4', '~zz', 'a~C3', '~FF', '~C3b', `b${'a'.repeat(TEXT_LIMIT)}`]],
  [
    'file',
    'the name of a file and the digest of its corpus',
    [
      HEX,
      `.${HEX}`,
      `a.${HEX}0`,
      `a.${HEX.slice(1)}`,
      `a.b.${HEX}`,
      `~.${HEX}`,
      `a.${HEX.toUpperCase()}`,
      `x a.${HEX} b`,
    ],
  ],
  [
    'data',
    'an https address of at most 2000 characters',
    ['evening~2Ejson', 'ftp://a.example', 'https://', 'xhttps://a', 'https:/a', `https://${'a'.repeat(1_993)}`, '~'],
  ],
  [
    'allow',
    'the name of a host such as data.example.org',
    ['-a', '.a', 'a-', 'a b', 'a_b', 'a:8', `${'a'.repeat(254)}`, '金', 'a/b'],
  ],
  [
    'play',
    'the path of a file beside the page, such as evening.json',
    ['../a', 'a/../b', 'a//b', '/a', 'a~', '~a', 'a b', 'a..b', `${'a'.repeat(201)}`],
  ],
  [
    'night',
    'two hours from 0 to 23 such as 22-6',
    ['22', '22-', '-6', '6-6', '24-6', '22-24', '30-1', '1-2-3', 'x1-2', '1x-2', '1-2x', '01-2', '10-200', '100-20'],
  ],
  ['pair', 'two ids joined by a full stop', ['a', 'a.a', 'a.b.c', 'a.B_', 'A_.b', 'a.']],
  [
    'open',
    'the id of a mark, then perhaps a full stop and the number of a passage',
    ['a.0', 'a.10000', 'a.01', 'a.x', 'a.1.2', 'A b', '.1', 'a.1x', 'talks_a'],
  ],
  [
    'pin',
    'the digest, id, day and counts of a coverage',
    [
      `${HEX}0.a.2019-01-10.${COUNTS}`,
      `${HEX.slice(1)}.a.2019-01-10.${COUNTS}`,
      `${HEX.slice(1)}g.a.2019-01-10.${COUNTS}`,
      `${HEX}.A_.2019-01-10.${COUNTS}`,
      `${HEX}.a.2019-02-30.${COUNTS}`,
      `${HEX}.a.2019-01-10.${COUNTS}-1`,
      `${HEX}.a.2019-01-10.2-37-42-6-19`,
      `${HEX}.a.2019-01-10.02-37-42-6-19-32`,
      `${HEX}.a.2019-01-10.x2-37-42-6-19-32`,
      `${HEX}.a.2019-01-10.2x-37-42-6-19-32`,
      `${HEX}.a.2019-01-10.2-37-42-6-19-10000000`,
      `${HEX}.a.2019-01-10.${COUNTS}.more`,
      HEX,
      '',
    ],
  ],
  [
    'story',
    'letters, digits, "-" and "_", at most 20000',
    ['a', '0', 'a~0', '~a0', 'a b0', 'a0b', `${'a'.repeat(20_000)}0`],
  ],
];

const defaults: Means = { ...NO_FILTERS, ...DEFAULT_VIEW };
const meaningOf = (query: string) => {
  const { state, notes } = decodeLink(query);
  return { means: { ...state.filters, ...state.view }, notes };
};

describe('a value of a link', () => {
  it.each(READ)('%s is read, and written so that it is read again', (query, means) => {
    expect(meaningOf(query)).toEqual({ means: { ...defaults, ...means }, notes: [] });
    expect(meaningOf(encodeLink(decodeLink(query).state))).toEqual({ means: { ...defaults, ...means }, notes: [] });
  });

  it.each(UNREAD)(
    '%s that cannot be read is the default, with a note of what was expected',
    (key, expected, values) => {
      for (const value of values)
        expect(meaningOf(`${key}=${encodeURIComponent(value)}`), value).toEqual({
          means: defaults,
          notes: [{ param: key, found: value, expected }],
        });
    },
  );

  it.each([...Object.entries(FILTER_ROWS), ...Object.entries(VIEW_ROWS)])(
    '%s says what was expected of it',
    (_, { key }) => {
      const [note] = meaningOf(`${key}=~~%25`).notes;
      expect(note?.expected.length).toBeGreaterThan(10);
    },
  );
});

describe('a written value', () => {
  const written = (part: Partial<Means>) => {
    const state = { ...EMPTY_LINK, filters: { ...NO_FILTERS }, view: { ...DEFAULT_VIEW } };
    for (const [name, value] of Object.entries(part))
      Object.assign(name in NO_FILTERS ? state.filters : state.view, { [name]: value });
    return encodeLink(state).replace(/^v=1&/, '');
  };

  it.each([
    ['q=a_b-c', { text: 'a b-c' }],
    ['q=_-a~20', { text: ' -a ' }],
    ['q=a~2D', { text: 'a-' }],
    ['q=a~09b', { text: 'a\tb' }],
    ['q=a_b', { text: 'a\r\n\nb' }],
    ['q=_~E9~87~91', { text: '\n金' }],
    ['q=~EF~BF~BD', { text: '\ud83d' }],
    ['q=a~2E~5F~7E~25', { text: 'a._~%' }],
    ['article=a.b', { articles: ['b', 'a', 'b'] }],
    [`file=a_b~2Ejson.${HEX}`, { file: { name: 'a b.json', digest: HEX } }],
    ['data=https~3A~2F~2Fa~2Eexample', { data: 'https://a.example' }],
    ['allow=a.example', { allow: 'a.example' }],
    ['play=a~b~c.json', { play: 'a/b/c.json' }],
    ['night=22-6', { night: { from: 22, to: 6 } }],
    ['pair=b.a', { pair: ['b', 'a'] }],
    ['open=kim', { opened: { mark: 'kim', passage: 1 } }],
    ['open=kim.2', { opened: { mark: 'kim', passage: 2 } }],
    [
      `pin=${HEX}.korea.2019-01-10.${COUNTS}`,
      { pin: { digest: HEX, coverage: 'korea', asOf: '2019-01-10', counts: [2, 37, 42, 6, 19, 32] } },
    ],
    ['story=a-_0', { story: 'a-_' }],
    ['kiosk=20', { kiosk: 20 }],
  ] satisfies [string, Partial<Means>][])('stands as %s', (query, part) => {
    expect(written(part)).toBe(query);
  });
});
