import { useQuery } from '@tanstack/react-query';
import baseMapUrl from '../data/base-map.json?url';

/** The bundled base map as it was read from its file, fetched once. */
export function useBaseMap() {
  return useQuery({
    queryKey: ['base-map'],
    queryFn: async ({ signal }): Promise<unknown> => {
      const response = await fetch(baseMapUrl, { signal, credentials: 'omit' });
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return response.json();
    },
  });
}
