import { fetchParts } from './fetchText.ts';

/**
 * The bytes of a file of another host, which is told neither who asks nor from where. The host has to allow it (CORS).
 *
 * @throws LoadError; what `signal` says once that has been raised
 */
export async function fetchForeign(
  url: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void = () => {},
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const wishes: RequestInit = { mode: 'cors', cache: 'no-store', referrerPolicy: 'no-referrer' };
  await fetchParts(url, signal, wishes, (part, bytes) => {
    parts.push(part);
    onBytes(bytes);
  });
  return new Blob(parts);
}
