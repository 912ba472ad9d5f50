// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { pageHeaders } from '../../src/offline/framing.ts';

const PAGE = 'https://desk.example.org/app/';
const policyOf = (policy: string, query: string) =>
  pageHeaders(new Headers({ 'content-security-policy': policy }), `${PAGE}${query}`).get('content-security-policy');

describe('the headers of the held page', () => {
  it.each([
    ["default-src 'none'; frame-ancestors 'none'", "default-src 'none'"],
    ["frame-ancestors 'none'; default-src 'none'", "; default-src 'none'"],
    ["default-src 'none';frame-ancestors  'none' ;img-src 'self'", "default-src 'none';img-src 'self'"],
    ["default-src 'none'; frame-ancestors 'none', script-src 'self'", "default-src 'none', script-src 'self'"],
    ["default-src 'none'", "default-src 'none'"],
    // Those of a server that makes no difference.
    ["default-src 'none'; frame-ancestors 'self'", "default-src 'none'; frame-ancestors 'self'"],
    [
      "default-src 'none'; frame-ancestors 'none' https://a.example.org",
      "default-src 'none'; frame-ancestors 'none' https://a.example.org",
    ],
  ])('let an embed stand in any frame, and take nothing else away: %s', (policy, left) => {
    expect(policyOf(policy, '?embed=map')).toBe(left);
    for (const query of ['', '?v=1', '?embed=none-such', '?embed=map&embed=map', '#?embed=map'])
      expect(policyOf(policy, query), query).toBe(policy);
  });

  it('say no policy where the server says none, and keep the rest as it is', () => {
    const held = new Headers({ 'content-type': 'text/html', etag: '"1"' });
    const headers = pageHeaders(held, `${PAGE}?embed=map`);
    expect([...headers]).toEqual([
      ['content-type', 'text/html'],
      ['etag', '"1"'],
      ['origin-agent-cluster', '?1'],
    ]);
    // What is held is not changed with it.
    expect(held.get('origin-agent-cluster')).toBeNull();
  });
});
