import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect } from 'react';
import { Network } from '../features/ties/TiesPanel.tsx';
import { Events } from '../features/timeline/TimelinePanel.tsx';
import { Venues } from '../features/venues/VenuesPanel.tsx';
import type { CorpusSource } from '../source/corpusSource.ts';
import type { Address } from '../url/address.ts';
import { App } from './App.tsx';
import type { Opening } from './opening.ts';

/** The parts of the default view whose code comes in files of its own. Once they are there, the desk is drawn whole at the first go. */
export const loadDeskParts = (): Promise<unknown> => Promise.all([Network.load(), Venues.load(), Events.load()]);

type Props = {
  address: Address;
  client: QueryClient;
  source: CorpusSource;
  opening: Opening;
  onListening?: () => void;
  framed?: boolean;
};

/**
 * All that stands in the page's root: the same at build time and in the browser, or what was built could not be taken over.
 * `onListening` is called once everything drawn answers to clicks and keys; `framed` is whether another page holds this one.
 */
export function Root({ address, client, source, opening, onListening, framed = false }: Props) {
  useEffect(() => onListening?.(), [onListening]);
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <App address={address} framed={framed} opening={opening} source={source} />
      </QueryClientProvider>
    </StrictMode>
  );
}
