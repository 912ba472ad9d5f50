import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { CorpusSource } from '../../src/source/corpusSource.ts';
import { useBaseMap } from '../../src/source/useBaseMap.ts';
import { createQueryClient, useCorpus } from '../../src/source/useCorpus.ts';
import { inMemory } from '../fixtures/ask.ts';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Title({ source }: { source: CorpusSource }) {
  const { data, isError } = useCorpus(source);
  if (isError) return <p>failed</p>;
  return <p>{data ? (data.ok ? data.coverage.head.title : 'refused') : 'waits'}</p>;
}
const titled = (title: string) => ({ ok: true as const, coverage: inMemory(smallCorpus({ title })) });

/** Draws the titles of sources behind one cache. */
function draw(...sources: CorpusSource[]) {
  const client = createQueryClient();
  const page = render(
    <QueryClientProvider client={client}>
      {sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same source may be drawn twice
        <Title key={index} source={source} />
      ))}
    </QueryClientProvider>,
  );
  return { client, ...page };
}
const words = () => screen.getAllByText(/./).map(({ textContent }) => textContent);

it('a coverage is asked for once, however often it is shown, and another one is another', async () => {
  const load = vi.fn(async () => titled('One'));
  const other = { id: 'other', load: async () => titled('Other') };
  const source = { id: 'one', load };
  draw(source, source, other);
  await screen.findByText('Other');
  expect(words()).toEqual(['One', 'One', 'Other']);
  expect(load).toHaveBeenCalledTimes(1);
});

/** The browser says that it has no network, to a page that listens. */
function goOffline() {
  draw();
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
}

it('a coverage is asked for although the browser holds itself for offline: its files lie on the device', async () => {
  goOffline();
  draw({ id: 'one', load: async () => titled('One') });
  await screen.findByText('One');
  window.dispatchEvent(new Event('online'));
});

it('a coverage that fails to come is asked for once more, and then given up', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const load = vi.fn(async () => Promise.reject(new Error('x')));
  draw({ id: 'one', load });
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(load).toHaveBeenCalledTimes(2);
  expect(words()).toEqual(['failed']);
});

it('a coverage that fails to come is asked for once more also where the browser holds itself for offline', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  goOffline();
  const load = vi.fn(async () => titled('One')).mockRejectedValueOnce(new Error('x'));
  draw({ id: 'one', load });
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(words()).toEqual(['One']);
  window.dispatchEvent(new Event('online'));
});

it('a coverage that was given up is not asked for by every window that is seen again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const load = vi.fn(async () => Promise.reject(new Error('x')));
  draw({ id: 'one', load });
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  window.dispatchEvent(new Event('visibilitychange'));
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(load).toHaveBeenCalledTimes(2);
});

it('a coverage stays the one that was checked: the window that is seen again, or an hour, brings no other', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const load = vi.fn(async () => titled('One'));
  const { client, unmount } = draw({ id: 'one', load });
  await act(() => vi.advanceTimersByTimeAsync(10));
  const first = client.getQueryData(['corpus', 'one']);
  await act(() => vi.advanceTimersByTimeAsync(3_600_000));
  window.dispatchEvent(new Event('visibilitychange'));
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('focus'));
  await act(() => vi.advanceTimersByTimeAsync(10));
  unmount();
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  render(
    <QueryClientProvider client={client}>
      <Title source={{ id: 'one', load }} />
    </QueryClientProvider>,
  );
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(words()).toEqual(['One']);
  expect(load).toHaveBeenCalledTimes(1);
  expect(client.getQueryData(['corpus', 'one'])).toBe(first);
});

it('a coverage is the very one that the door has given, whose names are known', async () => {
  const given = [titled('One'), titled('One')];
  const { client } = draw({ id: 'one', load: async () => given.shift() ?? titled('None') });
  await screen.findByText('One');
  const [, second] = given.length === 1 ? [null, given[0]] : given;
  await act(() => client.refetchQueries());
  expect(client.getQueryData(['corpus', 'one'])).toBe(second);
});

it('a coverage is asked for no longer than somebody waits for it', async () => {
  let signal: AbortSignal | undefined;
  const { client } = draw({
    id: 'one',
    load: (own) => {
      signal = own;
      return new Promise(() => {});
    },
  });
  await waitFor(() => expect(signal?.aborted).toBe(false));
  await act(() => client.cancelQueries());
  expect(signal?.aborted).toBe(true);
});

function Land() {
  const { data, error } = useBaseMap();
  return <p>{error?.message ?? JSON.stringify(data ?? 'waits')}</p>;
}
function drawMap() {
  const client = createQueryClient();
  render(
    <QueryClientProvider client={client}>
      <Land />
      <Land />
    </QueryClientProvider>,
  );
  return client;
}

it('the base map is fetched once for all maps, without a name, and no longer than somebody waits', async () => {
  const fetched = vi.fn(async (_: string, _init: RequestInit) => Response.json({ land: 1 }));
  vi.stubGlobal('fetch', fetched);
  drawMap();
  expect(await screen.findAllByText('{"land":1}')).toHaveLength(2);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(fetched.mock.calls[0]?.[0]).toMatch(/base-map.*\.json/);
  expect(fetched.mock.calls[0]?.[1]).toEqual({ signal: expect.any(AbortSignal), credentials: 'omit' });
});

it('what a server answers in the place of the base map is none, even where it is JSON', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal('fetch', async () => Response.json({ error: 'gone' }, { status: 404 }));
  drawMap();
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  expect(words()).toEqual(['the server answered 404', 'the server answered 404']);
});
