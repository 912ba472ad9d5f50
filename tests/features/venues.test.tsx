import { readFileSync } from 'node:fs';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PLACES } from '../../src/coverage/answers/places.ts';
import type { Desk } from '../../src/coverage/desk.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import { readingList } from '../../src/domain/reading.ts';
import { DEFAULT_VIEW } from '../../src/domain/view.ts';
import Venues from '../../src/features/venues/Venues.tsx';
import { VenuesPanel } from '../../src/features/venues/VenuesPanel.tsx';
import { answered } from '../fixtures/ask.ts';
import { byHand } from '../fixtures/byHand.ts';
import { renderDesk, stillDesk, textOf } from '../fixtures/desk.tsx';
import { bundledCorpus, markedArticle, minimalCorpus } from '../fixtures/markedCorpus.ts';

const BASE_MAP: unknown = JSON.parse(readFileSync('src/data/base-map.json', 'utf8'));
beforeAll(() => import('../../src/features/venues/Venues.tsx').then(() => {}));

const WithMap = ({ desk }: { desk: Desk }) => <VenuesPanel desk={desk} map={BASE_MAP} mapFailed={false} />;
const Waiting = ({ desk }: { desk: Desk }) => <VenuesPanel desk={desk} map={undefined} mapFailed={false} />;
const Failed = ({ desk }: { desk: Desk }) => <VenuesPanel desk={desk} map={undefined} mapFailed={true} />;

const city = { kind: 'city', country: 'VN', code: null, area: null, ...byHand() } as const;
const area = { country: 'SE', code: null, point: null, ...byHand() } as const;

function venueCorpus(): Corpus {
  const a = markedArticle(
    'a',
    `Where to meet

It may be [hanoi:Hanoi], [red:in red Vietnam], or [bator:Ulan Bator], [train:which Kim can reach by train].

[sweden:Sweden] [mediates:has long mediated]. It was [singapore:Singapore] last time.`,
  );
  const b = markedArticle('b', `Again\n\nKim likes [hanoi:Hanoi], [warm:where it is warm].`);
  const claim = (text: string, spans: ReturnType<typeof a.all>, about: 'access' | 'other' = 'other') => ({
    about,
    text,
    evidence: spans,
  });
  const venue = (place: string, claims: ReturnType<typeof claim>[], evidence: ReturnType<typeof a.all>) => ({
    place,
    standing: 'candidate' as const,
    claims,
    attributedTo: 'the reporter',
    evidence,
    ...byHand(),
  });
  return minimalCorpus({
    articles: [a.article, b.article],
    reference: ['pyongyang', 'washington'],
    places: [
      { ...city, id: 'pyongyang', name: 'Pyongyang', aliases: ['Pyongyang'], country: 'KP', point: [125.75, 39.03] },
      { ...city, id: 'washington', name: 'Washington', aliases: [], country: 'US', point: [-77.04, 38.9] },
      { ...city, id: 'hanoi', name: 'Hanoi', aliases: ['Hanoi'], point: [105.85, 21.03] },
      { ...city, id: 'ulan-bator', name: 'Ulan Bator', aliases: [], country: 'MN', point: [106.92, 47.92] },
      { ...city, id: 'singapore', name: 'Singapore', aliases: [], country: 'SG', point: [103.85, 1.29] },
      { ...area, id: 'sweden', name: 'Sweden', aliases: [], kind: 'country', area: 'SE' },
    ],
    venues: [
      { ...venue('singapore', [], a.all('singapore')), standing: 'past' },
      venue(
        'hanoi',
        [claim('in red Vietnam', a.all('red')), claim('where it is warm', b.all('warm'))],
        [...a.all('hanoi'), ...b.all('hanoi')],
      ),
      venue('ulan-bator', [claim('which Kim can reach by train', a.all('train'), 'access')], a.all('bator')),
      venue('sweden', [claim('has long mediated', a.all('mediates'))], a.all('sweden')),
    ],
  });
}

const corpus = venueCorpus();
const table = () => screen.findByRole('table');
const row = async (name: string) => {
  const header = within(await table()).getByRole('rowheader', { name: new RegExp(`^${name}`) });
  return header.closest('tr') ?? header;
};
const cells = async (name: string) =>
  within(await row(name))
    .getAllByRole('cell')
    .map(textOf);
const inMap = (name: RegExp) =>
  within(screen.getByRole('group', { name: /Map of the venues/ })).getByRole('button', { name });

describe('the table of venues', () => {
  it('has a row for every venue, candidates first and the past venue last', async () => {
    await renderDesk(WithMap, { corpus });
    const rows = within(await table())
      .getAllByRole('rowheader')
      .map(textOf);
    expect(rows).toEqual([
      'Hanoi',
      'Ulan Bator',
      expect.stringMatching(/^Sweden\s*country, no city named$/),
      expect.stringMatching(/^Singapore\s*past venue$/),
    ]);
    expect(screen.getByText('3 candidates, 1 past venue')).toBeVisible();
  });

  it('says "by train" only where the text says it', async () => {
    await renderDesk(WithMap, { corpus });
    expect((await cells('Ulan Bator')).at(-1)).toMatch(/yes$/);
    for (const name of ['Hanoi', 'Sweden', 'Singapore']) expect((await cells(name)).at(-1)).toMatch(/not stated$/);
  });

  it('names below the map what is not on it', async () => {
    const places = corpus.places.map((place) =>
      place.kind === 'country' ? { ...place, point: null, area: null } : place,
    );
    await renderDesk(WithMap, { corpus: { ...corpus, places } });
    expect(textOf(await screen.findByText(/^Not on the map/))).toBe('Not on the map: Sweden');
  });

  it('names nothing where all of it is on the map', async () => {
    await renderDesk(WithMap, { corpus });
    await table();
    expect(screen.queryByText(/^Not on the map/)).toBeNull();
  });

  it('speaks of computed distances only where there are some', async () => {
    await renderDesk(WithMap, { corpus });
    await table();
    expect(screen.getByText(/distances are computed/)).toBeVisible();
    cleanup();
    await renderDesk(WithMap, { corpus: { ...corpus, reference: [] } });
    await table();
    expect(screen.queryByText(/distances are computed/)).toBeNull();
  });

  it('has no column for trains where no text speaks of them', async () => {
    const venues = corpus.venues.map((venue) => ({
      ...venue,
      claims: venue.claims.filter(({ about }) => about !== 'access'),
    }));
    await renderDesk(WithMap, { corpus: { ...corpus, venues } });
    const heads = within(await table())
      .getAllByRole('columnheader')
      .map(textOf);
    expect(heads.join(' ')).not.toMatch(/train/);
    expect(heads.length).toBeGreaterThan(2);
    expect((await cells('Hanoi')).join(' ')).not.toMatch(/train|not stated/);
  });

  it('says "no" where the text denies it, and leads to those words', async () => {
    const denial = markedArticle('c', 'Far\n\nNobody goes to [oslo:Oslo], [train:which no train reaches].');
    const place = { ...city, id: 'oslo', name: 'Oslo', aliases: [], country: 'NO' };
    const { user, calls } = await renderDesk(WithMap, {
      corpus: minimalCorpus({
        articles: [denial.article],
        places: [{ ...place, point: [10.7, 59.9] }],
        venues: [
          {
            place: 'oslo',
            standing: 'candidate',
            claims: [{ about: 'access', text: 'which no train reaches', evidence: denial.all('train') }],
            attributedTo: 'the reporter',
            evidence: denial.all('oslo'),
            ...byHand(),
          },
        ],
      }),
    });
    expect((await cells('Oslo')).at(-1)).toMatch(/no$/);
    await user.click(within(await row('Oslo')).getByRole('button', { name: 'no' }));
    expect(calls.onOpen).toHaveBeenCalledWith({ mark: 'oslo', passage: 2 });
  });

  it('opens where a venue is named when nothing is said for it', async () => {
    const { user, calls } = await renderDesk(WithMap, { corpus });
    await user.click(within(await row('Singapore')).getByRole('button', { name: /named$/ }));
    expect(calls.onOpen).toHaveBeenCalledWith({ mark: 'singapore', passage: 1 });
  });

  it('has one distance for a city, a range for an area, and says that they are computed', async () => {
    await renderDesk(WithMap, { corpus });
    const headers = within(await table())
      .getAllByRole('columnheader')
      .map(textOf);
    expect(headers).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^km from\s*Pyongyang$/),
        expect.stringMatching(/^km from\s*Washington$/),
      ]),
    );
    expect((await cells('Hanoi'))[1]).toMatch(/2,7\d0$/);
    expect((await cells('Singapore'))[1]).toMatch(/4,7\d0$/);
    const range = /(\d,\d\d0)–(\d,\d\d0)$/.exec((await cells('Sweden'))[1] ?? '');
    const [nearest, farthest] = [range?.[1], range?.[2]].map((km) => Number(km?.replace(',', '')));
    expect(nearest).toBeGreaterThan(6000);
    expect(farthest).toBeGreaterThan(nearest ?? 0);
    expect(farthest).toBeLessThan(8000);
    expect(screen.getByText(/^Distances are computed on the great circle, not reported/)).toBeVisible();
  });

  it('opens a claim at the passage that has its words, in whatever selection', async () => {
    const { user, calls, slice } = await renderDesk(WithMap, { corpus: bundledCorpus() });
    const claims = within(await table()).getAllByRole('button', { name: /“/ });
    expect(claims.length).toBeGreaterThan(4);
    for (const one of claims) {
      await user.click(one);
      const opened = calls.onOpen.mock.lastCall?.[0];
      const passage = readingList(slice(), opened?.mark ?? '')?.passages[(opened?.passage ?? 0) - 1];
      expect(passage?.spans.map(({ exact }) => exact).join(' ')).toContain(/“(.*)”/.exec(textOf(one))?.[1]);
    }
  });

  it('opens the right passage when the filters leave one article', async () => {
    const { user, calls, slice } = await renderDesk(WithMap, { corpus, filters: { articles: ['b'] } });
    expect((await cells('Hanoi'))[0]).not.toContain('in red Vietnam');
    await user.click(within(await row('Hanoi')).getByRole('button', { name: /where it is warm/ }));
    const opened = calls.onOpen.mock.lastCall?.[0];
    const passage = readingList(slice(), 'hanoi')?.passages[(opened?.passage ?? 0) - 1];
    expect(passage?.spans.map(({ exact }) => exact)).toEqual(['where it is warm']);
  });

  it('leads from "yes" to the words about the train', async () => {
    const { user, calls, slice } = await renderDesk(WithMap, { corpus });
    await user.click(within(await row('Ulan Bator')).getByRole('button', { name: /yes/ }));
    const opened = calls.onOpen.mock.lastCall?.[0];
    const passage = readingList(slice(), 'ulan-bator')?.passages[(opened?.passage ?? 0) - 1];
    expect(passage?.spans[0]?.exact).toBe('which Kim can reach by train');
  });

  it('keeps a venue that the filters hide, and says so', async () => {
    await renderDesk(WithMap, { corpus, filters: { articles: ['b'] } });
    expect(await row('Sweden')).toHaveTextContent('not in this selection');
    expect(await row('Hanoi')).not.toHaveTextContent('not in this selection');
    expect(inMap(/^Sweden/)).toHaveAccessibleName('Sweden, candidate, not in this selection');
    expect(screen.getByText('1 of 4 places')).toBeVisible();
  });
});

describe('more venues than are asked for', () => {
  it('are counted, and those of the selection come first', () => {
    const ids = (filters = {}) => answered(corpus, PLACES, { venues: 2 }, filters).venues.map(({ place }) => place.id);
    expect(ids()).toEqual(['hanoi', 'ulan-bator']);
    expect(ids({ places: ['sweden'] })).toEqual(['sweden', 'hanoi']);
    const answer = answered(corpus, PLACES, { venues: 2 });
    expect(answer).toMatchObject({ venuesInAll: 4, trains: true });
    expect(structuredClone(answer)).toEqual(answer);
  });
});

describe('choosing a venue', () => {
  it('in the table filters by the place, and again takes it back', async () => {
    const { user, now } = await renderDesk(WithMap, { corpus });
    await user.click(within(await row('Hanoi')).getByRole('button', { name: 'Hanoi' }));
    expect(now().filters.places).toEqual(['hanoi']);
    expect(inMap(/^Hanoi/)).toHaveAttribute('aria-pressed', 'true');
    await user.click(within(await row('Hanoi')).getByRole('button', { name: 'Hanoi' }));
    expect(now().filters.places).toEqual([]);
  });

  it('on the map does the same, by pointer and by keyboard', async () => {
    const { user, now } = await renderDesk(WithMap, { corpus });
    await table();
    await user.click(inMap(/^Sweden, candidate$/));
    expect(now().filters.places).toEqual(['sweden']);
    inMap(/^Sweden/).focus();
    await user.keyboard('{Enter}');
    expect(now().filters.places).toEqual([]);
    expect(inMap(/^Singapore/)).toHaveAccessibleName('Singapore, past venue');
  });
});

describe('a closer look at the map', () => {
  /** How many times closer the map is drawn, and how far to the right and down it lies. */
  const look = () => {
    const group = document.querySelector('svg [transform^="translate("]');
    const [x = 0, y = 0, k = 0] = [...(group?.getAttribute('transform') ?? '').matchAll(/-?[\d.]+/g)].map(Number);
    return { x, y, k };
  };
  const button = (name: string) => screen.getByRole('button', { name });

  it('comes by buttons, up to the whole map, where there is nothing farther', async () => {
    const { user } = await renderDesk(WithMap, { corpus });
    await table();
    expect(look()).toEqual({ x: 0, y: 0, k: 1 });
    expect([button('Farther'), button('The whole map')].every((one) => one.hasAttribute('disabled'))).toBe(true);
    await user.click(button('Closer'));
    await user.click(button('Closer'));
    expect(look().k).toBeCloseTo(2.25);
    await user.click(button('Farther'));
    expect(look().k).toBeCloseTo(1.5);
    await user.click(button('The whole map'));
    expect(look()).toEqual({ x: 0, y: 0, k: 1 });
  });

  it('comes by keys, which move it only where there is more of it, and leaves others to the browser', async () => {
    await renderDesk(WithMap, { corpus });
    await table();
    // True says that the key was left to the browser.
    const press = (key: string, more = {}) => fireEvent.keyDown(button('Closer'), { key, ...more });
    expect(press('ArrowLeft')).toBe(true);
    expect(press('+')).toBe(false);
    expect(press('=')).toBe(false);
    expect(look().k).toBeCloseTo(2.25);
    const { x, y } = look();
    for (const [key, dx, dy] of [
      ['ArrowLeft', 40, 0],
      ['ArrowUp', 0, 40],
      ['ArrowRight', -40, 0],
      ['ArrowDown', 0, -40],
    ] as const) {
      const before = look();
      expect(press(key), key).toBe(false);
      expect([look().x - before.x, look().y - before.y], key).toEqual([expect.closeTo(dx), expect.closeTo(dy)]);
    }
    expect(look()).toEqual({ x: expect.closeTo(x), y: expect.closeTo(y), k: expect.closeTo(2.25) });
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) expect(press('+', more)).toBe(true);
    expect(press('x')).toBe(true);
    expect(look().k).toBeCloseTo(2.25);
    press('-');
    expect(look().k).toBeCloseTo(1.5);
    expect(press('0')).toBe(false);
    expect(look()).toEqual({ x: 0, y: 0, k: 1 });
  });
});

describe('without a base map', () => {
  it('says so and keeps the table when it cannot be loaded', async () => {
    await renderDesk(Failed, { corpus });
    expect(await screen.findByText(/base map could not be loaded/)).toBeVisible();
    expect(within(await table()).getAllByRole('rowheader')).toHaveLength(4);
    expect((await cells('Hanoi'))[1]).toMatch(/2,7\d0$/);
    expect((await cells('Sweden'))[1]).toMatch(/–$/);
    expect(screen.queryByRole('group', { name: /Map/ })).toBeNull();
  });

  it('shows cities and the table while it is on its way', async () => {
    await renderDesk(Waiting, { corpus });
    expect(within(await table()).getAllByRole('rowheader')).toHaveLength(4);
    expect(inMap(/^Hanoi/)).toBeInTheDocument();
    expect(screen.queryByText(/could not be loaded/)).toBeNull();
  });

  it('says so when the coverage names no venue', async () => {
    await renderDesk(WithMap, { corpus: minimalCorpus() });
    expect(screen.getByText('This coverage names no venue.')).toBeVisible();
  });
});

describe('a page that is made without a screen', () => {
  const desk = stillDesk(bundledCorpus(), { filters: NO_FILTERS, view: DEFAULT_VIEW });
  const Page = () => {
    return <Venues desk={desk} map={undefined} mapFailed={false} />;
  };

  it('has the cities, the arcs and the table, and no style that a strict policy would refuse', () => {
    const markup = renderToString(<Page />);
    for (const word of ['Hanoi', 'Ulan Bator', 'Pyongyang', '2,760', '13,340']) expect(markup).toContain(word);
    expect(markup).not.toMatch(/\sstyle=/);
  });

  it('is taken over in the browser as it is', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const container = document.createElement('div');
    container.innerHTML = renderToString(<Page />);
    const before = container.innerHTML;
    const onRecoverableError = vi.fn();
    const root = await act(async () => hydrateRoot(container, <Page />, { onRecoverableError }));
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(complaints).not.toHaveBeenCalled();
    expect(container.innerHTML).toBe(before);
    await act(async () => root.unmount());
  });
});
