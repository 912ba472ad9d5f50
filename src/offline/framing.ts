import { embedOf } from '../domain/embedOf.ts';

/**
 * The headers of the one page that is held, for the address that it answers. A server that lets nobody hold the desk in a frame tells it
 * from embeds by the query, and the page was held under an address without one: an embed loses that limit. A limit of another kind comes
 * from a server that makes no difference, and stays. Each page gets a process of its own: a hung one would otherwise get the frame that is
 * to replace it, for as long as the worker holds it.
 */
export function pageHeaders(held: Headers, address: string): Headers {
  const headers = new Headers(held);
  headers.set('origin-agent-cluster', '?1');
  const policy = headers.get('content-security-policy');
  if (policy && embedOf(new URL(address).search) !== null)
    headers.set('content-security-policy', policy.replace(/(?:;\s*)?frame-ancestors\s+'none'\s*(?=[;,]|$)/g, ''));
  return headers;
}
