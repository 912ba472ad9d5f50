// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { type Filters, NO_FILTERS } from '../../src/domain/filters.ts';
import { DEFAULT_VIEW, type View } from '../../src/domain/view.ts';
import { decodeLink, encodeLink } from '../../src/url/link.ts';
import type { Param } from '../../src/url/upgrades.ts';

type Saved = [
  query: string,
  means: { filters?: Partial<Filters>; view?: Partial<View>; rest?: Param[]; notes?: string[] },
];

/**
 * Links that somebody may have saved, sent or printed. This table only grows: a link once shared works for ever. When a parameter or a
 * value is renamed, the rows stay as they are and src/url/upgrades.ts gets a step.
 */
const SAVED: Saved[] = [
  ['', {}],
  ['v=1', {}],
  ['v=1&article=b', { filters: { articles: ['b'] } }],
  ['v=1&article=a.b', { filters: { articles: ['a', 'b'] } }],
  ['v=1&kind=direct.mixed', { filters: { kinds: ['direct', 'mixed'] } }],
  ['v=1&certainty=unresolved', { filters: { certainties: ['unresolved'] } }],
  ['v=1&ties=conflict.mediation', { filters: { tieKinds: ['conflict', 'mediation'] } }],
  ['v=1&tie=talks_china~united-states', { filters: { ties: ['talks_china~united-states'] } }],
  [
    'v=1&tie=cooperation_china_north-korea.mediation_sweden_north-korea~united-states',
    { filters: { ties: ['cooperation_china_north-korea', 'mediation_sweden_north-korea~united-states'] } },
  ],
  ['v=1&actor=kim-jong-un.moon-jae-in', { filters: { actors: ['kim-jong-un', 'moon-jae-in'] } }],
  ['v=1&told=xinhua', { filters: { relays: ['xinhua'] } }],
  ['v=1&place=hanoi.sweden-country', { filters: { places: ['hanoi', 'sweden-country'] } }],
  ['v=1&topic=sanctions', { filters: { topics: ['sanctions'] } }],
  ['v=1&from=2019-01-07&to=2019-01-10', { filters: { from: '2019-01-07', to: '2019-01-10' } }],
  ['v=1&q=second_summit', { filters: { text: 'second summit' } }],
  ['v=1&q=lips~2C_na~C3~AFve~2Dt~2D', { filters: { text: 'lips, naïve-t-' } }],
  ['v=1&view=matrix', { view: { ties: 'matrix' } }],
  ['v=1&order=speaker', { view: { order: 'speaker' } }],
  ['v=1&open=a-he-sino-us', { view: { opened: { mark: 'a-he-sino-us', passage: 1 } } }],
  ['v=1&open=r-sino-us-matter.2', { view: { opened: { mark: 'r-sino-us-matter', passage: 2 } } }],
  ['v=1&open=talks_china~united-states.3', { view: { opened: { mark: 'talks_china~united-states', passage: 3 } } }],
  ['v=1&theme=contrast', { view: { theme: 'contrast' } }],
  ['v=1&kiosk=30', { view: { kiosk: 30 } }],
  ['v=1&embed=map', { view: { embed: 'map' } }],
  [
    'v=1&article=a&actor=lu-kang&q=tensions&view=list&open=a-lu-supportive&utm_source=mail',
    {
      filters: { articles: ['a'], actors: ['lu-kang'], text: 'tensions' },
      view: { ties: 'list', opened: { mark: 'a-lu-supportive', passage: 1 } },
      rest: [['utm_source', 'mail']],
    },
  ],
  // What chat clients, people and old habits make of links.
  ['?article=b', { filters: { articles: ['b'] } }],
  ['v=1&Article=b', { filters: { articles: ['b'] } }],
  ['v=1&article=b.a.b', { filters: { articles: ['a', 'b'] } }],
  ['v=1&q=second+summit', { filters: { text: 'second summit' } }],
  ['v=1&q=second%20summit', { filters: { text: 'second summit' } }],
  ['v=1&tie=talks_china%7Eunited-states', { filters: { ties: ['talks_china~united-states'] } }],
  [
    'fbclid=x&v=1&article=b&flag',
    {
      filters: { articles: ['b'] },
      rest: [
        ['fbclid', 'x'],
        ['flag', ''],
      ],
    },
  ],
  ['v=1&page=tellings', { view: { page: 'tellings' } }],
  ['v=1&page=tellings&pair=b.c', { view: { page: 'tellings', pair: ['b', 'c'] } }],
  [
    'v=1&page=tellings&pair=c.a&open=a-he-sino-us',
    {
      view: { page: 'tellings', pair: ['c', 'a'], opened: { mark: 'a-he-sino-us', passage: 1 } },
    },
  ],
  // What cannot be read is said, and the rest is read.
  ['v=1&page=tellings&pair=b.b', { view: { page: 'tellings' }, notes: ['pair'] }],
  ['v=1&pair=a&kind=direct', { filters: { kinds: ['direct'] }, notes: ['pair'] }],
  ['v=1&pair=a.b.c', { notes: ['pair'] }],
  ['v=1&article=b&kind=loud', { filters: { articles: ['b'] }, notes: ['kind'] }],
  ['v=1&from=2019-02-30&article=b.', { notes: ['from', 'article'] }],
  ['v=7&article=b', { filters: { articles: ['b'] }, notes: ['v'] }],
];

describe('saved links', () => {
  it.each(SAVED)('%s', (query, { filters, view, rest = [], notes = [] }) => {
    const read = decodeLink(query);
    expect(read.state).toEqual({ filters: { ...NO_FILTERS, ...filters }, view: { ...DEFAULT_VIEW, ...view }, rest });
    expect(read.notes.map(({ param }) => param)).toEqual(notes);
  });

  it('are written today as the first of these rows were', () => {
    for (const [query] of SAVED.slice(2, 15)) expect(encodeLink(decodeLink(query).state)).toBe(query);
  });
});
