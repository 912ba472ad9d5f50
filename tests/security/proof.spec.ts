import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { CONTENT_SECURITY_POLICY } from '../../src/commands/policy.ts';
import { asFigures, record } from './figures.ts';
import { comparedIn } from './places.ts';
import { expect, test } from './stage.ts';
import { CANARIES, CODE } from './strings/own.ts';
import { allStrings } from './strings.ts';
import { type Counts, watch } from './watch.ts';

const read = (file: string) => readFileSync(`tests/security/unsafe/${file}`, 'utf8');
/** The app's policy without its last line of defence: markup from text is let in, but may still run nothing. */
const WITHOUT_TRUSTED_TYPES = CONTENT_SECURITY_POLICY.replace(/; require-trusted-types-for.*$/, '');
const POLICIES = { none: '', own: CONTENT_SECURITY_POLICY, untyped: WITHOUT_TRUSTED_TYPES };

let server: Server;
let address = '';

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isScript = pathname.endsWith('.js');
    const policy = POLICIES[(searchParams.get('policy') ?? 'none') as keyof typeof POLICIES];
    const meta = policy === '' ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    response.writeHead(pathname === '/' || isScript ? 200 : 404, {
      'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
    });
    response.end(
      isScript ? read('sinks.js') : pathname === '/' ? read('page.html').replace('<!-- POLICY -->', meta) : '',
    );
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The payloads for each sink, without those that would take the page away from under the others. */
const POURED = {
  markup: [
    ...CANARIES.filter((text) => !text.includes('<meta')),
    ...allStrings().flatMap(({ name, strings }) => (name.startsWith('dompurify') ? strings : [])),
  ],
  handler: CODE,
  address: CODE.filter((text) => text.startsWith('javascript:')),
  code: [...CODE, 'Array.prototype.polluted = 1'],
  merge: ['{"__proto__":{"polluted":true}}', '{"a":{"__proto__":{"x":1}}}'],
};

/** Pours the payloads into the sinks of the unsafe page, and counts what came of it. */
async function poured(page: Page, policy: keyof typeof POLICIES, sinks = Object.keys(POURED)): Promise<Counts> {
  const watched = await watch(page, address);
  await page.goto(`${address}?policy=${policy}`);
  for (const sink of sinks)
    await page.evaluate(([name, texts]) => Reflect.get(window, 'pour')(name, texts), [
      sink,
      [...POURED[sink as keyof typeof POURED]],
    ] as const);
  // Pictures that fail, frames that load, handlers that wait their turn.
  await page.waitForTimeout(500);
  return watched.counts();
}

test('on a page with every sink and no policy, all that is counted is counted @short', async ({ page }) => {
  const counts = await poured(page, 'none');
  const fired = (number: number) => counts.scripts.some((text) => text.includes(`(${number})`));
  for (const number of [1, 7, 9]) expect(fired(number), `the canary ${number}, by markup`).toBe(true);
  expect(fired(26), 'the canary 26, by a handler or by eval').toBe(true);
  expect(fired(20), 'the canary 20, by an address').toBe(true);
  expect(counts.planted).toEqual(
    expect.arrayContaining([
      expect.stringContaining('<img> has onerror'),
      expect.stringContaining('<iframe> is not ours'),
      expect.stringContaining('<script> without an address'),
      expect.stringContaining('<form> sends somewhere'),
      expect.stringContaining('<base> is in the page'),
      expect.stringContaining('has href javascript:'),
    ]),
  );
  expect(counts.foreign.filter((url) => url.includes('picture.png')).length).toBeGreaterThan(0);
  expect(counts.prototypes).toContain('Object.prototype.polluted');
  expect(counts.prototypes).toContain('Array.prototype.polluted');
  expect(counts.errors.length).toBeGreaterThan(0);
  record('proof-without-policy', asFigures(counts));
});

test("the app's policy alone stops all of that on the same page @short", async ({ page }) => {
  const counts = await poured(page, 'own', ['markup', 'handler', 'address', 'code']);
  expect(counts.scripts).toEqual([]);
  expect(counts.foreign).toEqual([]);
  expect(counts.prototypes).toEqual([]);
  for (const directive of ['require-trusted-types-for', 'script-src'])
    expect(counts.violations.filter((text) => text.startsWith(directive)).length, directive).toBeGreaterThan(0);
  record('proof-with-policy', asFigures(counts));
});

test('and does so without Trusted Types, which not every browser has @short', async ({ page }) => {
  const counts = await poured(page, 'untyped', ['markup', 'handler', 'address', 'code']);
  expect(counts.scripts).toEqual([]);
  expect(counts.foreign).toEqual([]);
  expect(counts.prototypes).toEqual([]);
  expect(counts.planted.length).toBeGreaterThan(0);
  for (const directive of ['script-src', 'img-src', 'style-src', 'base-uri'])
    expect(counts.violations.filter((text) => text.startsWith(directive)).length, directive).toBeGreaterThan(0);
  record('proof-without-trusted-types', asFigures(counts));
});

test('a task that is too long is noticed, and text that is not as given @short', async ({ page }) => {
  const watched = await watch(page, address);
  await page.goto(address);
  await watched.longestTask();
  await page.evaluate(() => Reflect.get(window, 'hang')(260));
  await expect.poll(() => watched.longestTask()).toBeGreaterThan(200);
  await page.evaluate(() => {
    const text = document.createElement('bdi');
    text.textContent = 'given';
    document.querySelector('main')?.append(text);
  });
  const [same, changed, missing] = await page.evaluate(
    comparedIn,
    [['given'], ['given '], ['given', 'given']].map((given) => ({ at: 'bdi', as: 'text' as const, given })),
  );
  expect([same?.wrong, changed?.wrong, missing?.wrong]).toEqual([[], ['given '], ['given']]);
});
