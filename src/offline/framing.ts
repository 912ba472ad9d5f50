/** The panels that may stand on a page of somebody else, as the host files know them (`src/commands/hosting.ts`). */
const EMBED = /^(?:quotes|ties|map|timeline)$/;

/**
 * The headers of the one page that is held, for the address that it answers. The server decides by the query who may hold a page in a
 * frame, and the page was held under an address without one: an embed loses that limit. Each gets a process of its own: a hung page would
 * otherwise get the frame that is to replace it, for as long as the worker holds it.
 */
export function pageHeaders(held: Headers, address: string): Headers {
  const headers = new Headers(held);
  headers.set('origin-agent-cluster', '?1');
  const policy = headers.get('content-security-policy');
  if (policy && EMBED.test(new URL(address).searchParams.get('embed') ?? ''))
    headers.set('content-security-policy', policy.replace(/(?:;\s*)?frame-ancestors[^;,]*/g, ''));
  return headers;
}
