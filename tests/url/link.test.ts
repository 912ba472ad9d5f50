// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFacet, type Filters, TEXT_LIMIT } from '../../src/domain/filters.ts';
import { CHECKS } from '../../src/domain/mark.ts';
import { CERTAINTIES, STATEMENT_KINDS } from '../../src/domain/statement.ts';
import { readTieKey, TIE_KINDS, tieKey } from '../../src/domain/tie.ts';
import { EMBEDS, PAGES, type Pair, THEMES, TIES_VIEWS, type View, WALL_ORDERS } from '../../src/domain/view.ts';
import { decodeLink, EMPTY_LINK, encodeLink, LINK_LIMIT, type LinkState, REST_LIMIT } from '../../src/url/link.ts';
import { FILTER_ROWS, VIEW_ROWS } from '../../src/url/table.ts';

// `npm run fuzz` has many more; for each mutant of `npm run test:mutants`, fewer have to do.
const MANY = { numRuns: 'MUTANTS_FOLDER' in process.env ? 50 : 2_000 };
const KEYS = [...Object.values(FILTER_ROWS), ...Object.values(VIEW_ROWS)].map(({ key }) => key);

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/);
const ends = fc.uniqueArray(slug, { minLength: 3, maxLength: 4 });
const tie = fc
  .tuple(fc.constantFrom(...TIE_KINDS), ends, fc.boolean())
  .map(([kind, [a = '', b = '', ...others], mutual]) =>
    kind === 'mediation'
      ? tieKey({ kind, from: [a], to: [b, ...others] })
      : tieKey(mutual ? { kind, from: [a, b], to: [] } : { kind, from: [a], to: [b] }),
  );
const listOf = <T extends string>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 4 }).map(asFacet);
const day = fc.option(
  fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const text = fc
  .oneof(
    fc.constant(''),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...' -_~.a9+%&='.split('')), maxLength: 12 }),
  )
  // A field of one line holds no line breaks.
  .map((value) =>
    value
      .toWellFormed()
      .replace(/[\r\n]+/g, ' ')
      .slice(0, TEXT_LIMIT)
      .toWellFormed(),
  );

const filters: fc.Arbitrary<Filters> = fc.record({
  articles: listOf(slug),
  actors: listOf(slug),
  places: listOf(slug),
  relays: listOf(slug),
  topics: listOf(slug),
  ties: listOf(tie),
  kinds: listOf(fc.constantFrom(...STATEMENT_KINDS)),
  checked: listOf(fc.constantFrom(...CHECKS)),
  certainties: listOf(fc.constantFrom(...CERTAINTIES)),
  tieKinds: listOf(fc.constantFrom(...TIE_KINDS)),
  from: day,
  to: day,
  text,
});
const view: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom(...PAGES),
  pair: fc.option(fc.uniqueArray(slug, { minLength: 2, maxLength: 2 }).map(([a = '', b = '']): Pair => [a, b])),
  ties: fc.option(fc.constantFrom(...TIES_VIEWS)),
  order: fc.constantFrom(...WALL_ORDERS),
  theme: fc.option(fc.constantFrom(...THEMES)),
  embed: fc.option(fc.constantFrom(...EMBEDS)),
  kiosk: fc.option(fc.integer({ min: 5, max: 3600 })),
  play: fc.option(fc.stringMatching(/^[A-Za-z0-9]{1,5}([._/-][A-Za-z0-9]{1,4}){0,3}$/)),
  night: fc.option(
    fc.record({ from: fc.nat({ max: 23 }), to: fc.nat({ max: 23 }) }).filter(({ from, to }) => from !== to),
  ),
  check: fc.option(fc.integer({ min: 10, max: 86_400 })),
  older: fc.option(fc.constant('1' as const)),
  file: fc.option(
    fc.record({
      name: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .map((name) => name.toWellFormed().replace(/[\r\n]+/g, ' ')),
      digest: fc.stringMatching(/^[0-9a-f]{16}$/),
    }),
  ),
  data: fc.option(fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true, withFragments: true })),
  allow: fc.option(fc.domain().map((host) => host.toLowerCase())),
  pin: fc.option(
    fc.record({
      digest: fc.stringMatching(/^[0-9a-f]{16}$/),
      coverage: slug,
      asOf: day.filter((value) => value !== null),
      counts: fc.array(fc.nat({ max: 9_999_999 }), { minLength: 6, maxLength: 6 }),
    }),
  ),
  step: fc.option(fc.integer({ min: 1, max: 99 })),
  story: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)),
  opened: fc.option(fc.record({ mark: fc.oneof(slug, tie), passage: fc.integer({ min: 1, max: 9999 }) })),
});
const words = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('utm_source', '__proto__', 'constructor', 'a.', "it's!", '?', '#', '+'),
);
const OURS = new Set([...KEYS, 'v', 'len']);
/** A name that holds parameters of ours is a link that was encoded as a whole, and not foreign. */
const holdsOurs = (key: string) =>
  key
    .replace(/^\?+/, '')
    .split('&')
    .some((part) => OURS.has((part.split('=')[0] ?? '').toLowerCase()));
const foreign = words.map((key) => key.toWellFormed()).filter((key) => key !== '' && !holdsOurs(key));
const rest = fc.array(
  fc.tuple(
    foreign,
    words.map((value) => value.toWellFormed()),
  ),
  { maxLength: 3 },
);
const state: fc.Arbitrary<LinkState> = fc
  .record({ filters, view, rest })
  // An embed keeps nothing that is not ours: it never writes its address.
  .map((one) => (one.view.embed === null ? one : { ...one, rest: [] }));

const REAL = [
  'v=1&article=b&actor=kim-jong-un.moon-jae-in',
  'v=1&tie=talks_china~united-states&q=end_tensions~2C_now',
  'v=1&from=2019-01-07&to=2019-01-10&open=r-sino-us-matter.2&kiosk=30',
  'v=1&ties=conflict.talks&certainty=unresolved&view=matrix&utm_source=x',
];
const piece = fc.constantFrom(
  ...KEYS,
  ...KEYS.map((key) => `${key.toUpperCase()}=`),
  'v',
  'v=',
  '=',
  '&',
  '?',
  '.',
  '~',
  '_',
  '-',
  '+',
  '%',
  '%2',
  '%20',
  '%FF',
  '%00',
  '~C3',
  '~zz',
  '1',
  '2',
  '9999',
  'direct',
  'talks',
  'talks_a~b',
  'kim',
  'light',
  '2019-01-10',
  '2019-02-30',
  '金',
  '😀',
  '\ud83d',
  '<b>',
  'utm_source=x',
  '__proto__=x',
  ';',
);
const mutated = fc
  .tuple(fc.constantFrom(...REAL), fc.nat(90), fc.nat(5), fc.oneof(piece, fc.string({ maxLength: 3 })))
  .map(([link, at, cut, put]) => link.slice(0, at) + put + link.slice(at + cut));
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  mutated,
  state.map(encodeLink),
);

describe('laws of links', () => {
  it('decode(encode(s)) is s, without a note', () => {
    fc.assert(
      fc.property(state, (s) => void expect(decodeLink(encodeLink(s))).toEqual({ state: s, notes: [] })),
      MANY,
    );
  }, 60_000);

  it('the default is nothing, and a default part is never written', () => {
    expect(encodeLink(EMPTY_LINK)).toBe('');
    expect(decodeLink('')).toEqual({ state: EMPTY_LINK, notes: [] });
    const rows = [
      ...Object.entries(FILTER_ROWS).map(([name, { key }]) => ({ part: 'filters' as const, name, key })),
      ...Object.entries(VIEW_ROWS).map(([name, { key }]) => ({ part: 'view' as const, name, key })),
    ];
    fc.assert(
      fc.property(state, fc.constantFrom(...rows), (s, { part, name, key }) => {
        const without = { ...s, rest: [], [part]: { ...s[part], [name]: Reflect.get(EMPTY_LINK[part], name) } };
        expect(`&${encodeLink(without)}`).not.toContain(`&${key}=`);
      }),
      MANY,
    );
  }, 60_000);

  it('encode(decode(q)) is canonical, and nothing throws', () => {
    fc.assert(
      fc.property(anything, (query) => {
        const once = encodeLink(decodeLink(query).state);
        const again = decodeLink(once);
        expect(encodeLink(again.state)).toBe(once);
        expect(again.notes).toEqual([]);
        expect(decodeLink(`?${once}`)).toEqual(again);
      }),
      MANY,
    );
  }, 60_000);

  it('a link is made of plain characters and never ends in punctuation; our own values need no escape', () => {
    fc.assert(
      fc.property(state, (s) => {
        const link = encodeLink(s);
        expect(link).toMatch(/^(|[A-Za-z0-9\-._~%=&]*[A-Za-z0-9])$/);
        expect(encodeLink({ ...s, rest: [] })).toMatch(/^(|v=1(&[a-z]+=[A-Za-z0-9\-._~]*[A-Za-z0-9])+)$/);
      }),
      MANY,
    );
  }, 60_000);

  it('a value that cannot be read is the default, with one note that names it', () => {
    fc.assert(
      fc.property(state, fc.constantFrom(...KEYS), fc.string({ maxLength: 6 }), (s, key, junk) => {
        const value = `${junk}~!`;
        // A longer one says its length, which is another one without the value.
        fc.pre(encodeLink({ ...s, rest: [] }).length < 1_000);
        const others = encodeLink({ ...s, rest: [] })
          .split('&')
          .filter((part) => part !== '' && !part.startsWith(`${key}=`));
        const { state: read, notes } = decodeLink(
          [...others, `${key}=${encodeURIComponent(value.toWellFormed())}`].join('&'),
        );
        expect(notes).toEqual([{ param: key, found: value.toWellFormed(), expected: expect.stringMatching(/\S/) }]);
        expect(encodeLink(read)).toBe(others.length === 1 && others[0] === 'v=1' ? '' : others.join('&'));
      }),
      MANY,
    );
  }, 60_000);

  it('unknown parameters are kept, in their order, wherever they stand', () => {
    fc.assert(
      fc.property(filters, rest, fc.nat(), (f, params, at) => {
        const own = encodeLink({ ...EMPTY_LINK, filters: f })
          .split('&')
          .filter((part) => part !== '');
        const theirs = params.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
        const cut = at % (theirs.length + 1);
        const { state: read } = decodeLink([...theirs.slice(0, cut), ...own, ...theirs.slice(cut)].join('&'));
        expect(read).toEqual({ ...EMPTY_LINK, filters: f, rest: params });
      }),
      MANY,
    );
  }, 60_000);
});

describe('bounds of links', () => {
  it('a longer query is not read, and says so', () => {
    const { state: read, notes } = decodeLink(`q=${'a'.repeat(LINK_LIMIT)}`);
    expect(read).toEqual(EMPTY_LINK);
    expect(notes).toEqual([
      { param: 'link', found: `${LINK_LIMIT + 2} characters`, expected: `at most ${LINK_LIMIT} characters` },
    ]);
  });

  it.each([
    ['ideographs', '金'],
    ['spaces', '+'],
  ])('unknown parameters full of %s are left out with a note once they are too long to be written', (_, character) => {
    const { state: kept, notes } = decodeLink(`x=${character.repeat(800)}`);
    expect(notes).toEqual([]);
    expect(decodeLink(encodeLink(kept)).state).toEqual(kept);
    const long = decodeLink(`article=a&x=${character.repeat(REST_LIMIT)}`);
    expect(long.state.rest).toEqual([]);
    expect(long.state.filters.articles).toEqual(['a']);
    expect(long.notes.map(({ param }) => param)).toEqual(['unknown parameters']);
  });

  it('a parameter twice is read once, with a note', () => {
    const { state: read, notes } = decodeLink('article=a&ARTICLE=b');
    expect(read.filters.articles).toEqual(['a']);
    expect(notes).toEqual([{ param: 'article', found: 'b', expected: 'this parameter once' }]);
  });

  it.each(['0', '2', 'x', '', '1.0', '-1'])('version %j is noted, and the rest is read', (version) => {
    const { state: read, notes } = decodeLink(`v=${version}&article=a`);
    expect(read.filters.articles).toEqual(['a']);
    expect(notes.map(({ param }) => param)).toEqual(['v']);
  });

  it('every tie of a link is a tie', () => {
    fc.assert(fc.property(tie, (key) => void expect(readTieKey(key)).not.toBeNull()));
  });
});
