// Where there is no worker the page draws the network itself: loaded first, it does not come after the last test.
import '../../src/draw/network/picture.ts';
import { readFileSync } from 'node:fs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { focusKey } from '../../src/app/focus.ts';
import { createOpening } from '../../src/app/opening.ts';
import type { CorpusSource } from '../../src/source/corpusSource.ts';
import { type Address, createAddress } from '../../src/url/address.ts';
import { deskCorpus } from '../features/deskCorpus.ts';
import { passed } from '../fixtures/ask.ts';
import '../fixtures/desk.tsx';

const baseMap = readFileSync('src/data/base-map.json', 'utf8');
let address: Address | null = null;

// The chunks that the desk loads by itself are there from the start, or a busy machine makes tests wait.
beforeAll(async () => {
  await Promise.all([
    import('../../src/app/KioskScreen.tsx'),
    import('../../src/app/LinkNotes.tsx'),
    import('../../src/features/reader/Reader.tsx'),
    import('../../src/features/ties/Network.tsx'),
    import('../../src/features/venues/Venues.tsx'),
    import('../../src/features/speakers/SpeakersChart.tsx'),
  ]);
}, 30_000);
beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response(baseMap));
});
afterEach(() => {
  address?.dispose();
  window.history.replaceState(null, '', '/');
  vi.unstubAllGlobals();
});

/** Opens the app at a query string, over the small coverage of the desk unless `load` gives another verdict; `framed` is in a frame of another page. */
export async function startApp(
  query = '',
  load: CorpusSource['load'] = async () => passed(deskCorpus()),
  framed = false,
) {
  window.history.replaceState(null, '', `/${query}`);
  address = createAddress(window, focusKey);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const app = (
    <QueryClientProvider client={client}>
      <App address={address} framed={framed} opening={createOpening()} source={{ id: 'test', load }} />
    </QueryClientProvider>
  );
  await act(async () => render(app));
  return userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
}

/** A panel of the desk, by its title. */
export const panel = (name: string) => screen.findByRole('region', { name });
