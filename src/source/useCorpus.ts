import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { CorpusSource } from './corpusSource.ts';

/** The cache in front of the sources. `networkMode` is "always", or a page without a network would wait for ever for its own files. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        retry: 1,
        refetchOnWindowFocus: false,
      },
    },
  });
}

/** How a source's corpus is asked for, and under which key the door's verdict is kept. */
export const corpusQuery = (source: CorpusSource) =>
  queryOptions({
    queryKey: ['corpus', source.id],
    queryFn: ({ signal }) => source.load(signal),
    structuralSharing: false,
  });

/** The verdict of the door on a source's corpus, kept for as long as the page lives. */
export const useCorpus = (source: CorpusSource) => useQuery(corpusQuery(source));
