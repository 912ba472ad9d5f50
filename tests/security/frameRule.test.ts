// @vitest-environment node
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMisplaced } from '../../src/app/framed.ts';
import { EMBED_QUERY } from '../../src/commands/embedQuery.ts';
import { policyHeader } from '../../src/commands/policy.ts';
import { embedOf } from '../../src/domain/embedOf.ts';
import { EMBEDS } from '../../src/domain/view.ts';
import { pageHeaders } from '../../src/offline/framing.ts';
import { decodeLink } from '../../src/url/link.ts';
import { FRAME_QUERIES } from '../fixtures/frameQueries.ts';

/** The script before the first paint, with what it takes from the browser as arguments. */
const SCRIPT = compileFunction(readFileSync('public/before-paint.js', 'utf8'), [
  ...['window', 'location', 'document', 'matchMedia', 'requestAnimationFrame', 'setTimeout', 'addEventListener'],
]);
const PATTERN = new RegExp(EMBED_QUERY);

/** The query as a browser holds it for an address with this text behind the question mark. */
const searchOf = (text: string) => new URL(`http://127.0.0.1/?${text.replaceAll('#', '%23')}`).search;

/** What the script before the first paint does with a query: whether files may be healed, and with that stored, and what hides the page. */
function beforePaint(search: string, framed: boolean) {
  const listened: string[] = [];
  const dataset: Record<string, string> = {};
  const window = { self: {}, top: {} };
  if (!framed) window.top = window.self;
  const nothing = () => 0;
  const page = { documentElement: { dataset } };
  SCRIPT(
    window,
    { search },
    page,
    () => ({ matches: false }),
    nothing,
    nothing,
    (type: string) => listened.push(type),
  );
  return { heals: listened.includes('error'), hides: dataset.linked !== undefined };
}

/** Whether the copy on the device lets any page hold what it answers for an address. */
function isOpen(search: string): boolean {
  const held = new Headers({ 'content-security-policy': policyHeader("'none'") });
  const policy = pageHeaders(held, `http://127.0.0.1/${search}`).get('content-security-policy') ?? '';
  expect([policyHeader(null), policyHeader("'none'")]).toContain(policy);
  return !policy.includes('frame-ancestors');
}

/** Every reader of ours says the same of a query. */
function readersAgree(search: string): void {
  const embed = embedOf(search);
  const { view } = decodeLink(search).state;
  expect(PATTERN.test(search.slice(1)), 'the pattern for hosts').toBe(embed !== null);
  expect(isOpen(search), 'the copy on the device').toBe(embed !== null);
  expect(view.embed, 'the app').toBe(embed);
  // On a page of its own, anything but an embed may heal itself.
  expect(beforePaint(search, false).heals, 'the script before the first paint').toBe(embed === null);
  const framed = beforePaint(search, true);
  expect(framed.hides).toBe(true);
  if (embed !== null) expect(isMisplaced(view, true)).toBe(false);
  // In a frame only a wall that the app shows there stores anything.
  if (framed.heals) expect(embed === null && !isMisplaced(view, true), 'a wall that heals itself').toBe(true);
}

describe('who may hold an embed in a frame', () => {
  it.each(FRAME_QUERIES)('?%s is %s', (query, embed) => {
    const search = query === '' ? '' : `?${query}`;
    expect(embedOf(search)).toBe(embed);
    readersAgree(search);
    expect(new URL(`http://127.0.0.1/${search}#embed=map`).search, 'the query as a browser sends it').toBe(search);
  });

  it('is decided alike by every reader, whatever stands in a query', () => {
    const name = fc.constantFrom(
      ...['embed', 'EMBED', 'embeD', '%65mbed', 'amp;embed', '?embed', 'embed%3Dmap', 'v%3D1%26embed%3Dmap', 'em'],
      ...[
        'embedded',
        '',
        'kiosk',
        'KIOSK',
        'data',
        '%64ata',
        'file',
        'v',
        'utm_source',
        'a-b',
        'é',
        'v%3D1%26kiosk%3D5',
      ],
    );
    const value = fc.constantFrom(
      ...['', ...EMBEDS, 'map', 'map.', '%6dap', '20', '3', '4000', '1', 'https://a.example.org/x', ';embed=map', '?a'],
    );
    const param = fc.oneof(
      fc.tuple(name, value).map(([a, b]) => `${a}=${b}`),
      name,
      fc.string({ maxLength: 6 }),
      fc.constant('embed=map'),
      fc.constant('kiosk=20'),
    );
    let embeds = 0;
    fc.assert(
      fc.property(fc.array(param, { maxLength: 4 }), fc.constantFrom('&', '&', '&', ';', '&amp;'), (params, by) => {
        const search = searchOf(params.join(by));
        if (embedOf(search) !== null) embeds += 1;
        readersAgree(search);
      }),
      { numRuns: 2000 },
    );
    expect(embeds).toBeGreaterThan(50);
  });

  it('is left to a server that does not tell embeds from the desk', () => {
    for (const ancestors of ["'self'", "'self' http://localhost:8081"]) {
      const held = new Headers({ 'content-security-policy': policyHeader(ancestors) });
      expect(pageHeaders(held, 'http://127.0.0.1/?embed=map').get('content-security-policy')).toBe(
        policyHeader(ancestors),
      );
    }
  });
});
