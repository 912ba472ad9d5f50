// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultServer } from './faultServer.ts';

const TEXT = JSON.stringify({ words: 'x'.repeat(4000) });
let folder = '';
let server: FaultServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  writeFileSync(join(folder, 'coverage.json'), TEXT);
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  server = await FaultServer.start(folder);
});

afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (init: RequestInit = {}) => fetch(`${server.url}coverage.json`, init);
const soon = (ms = 400) => ({ signal: AbortSignal.timeout(ms) });

/** How many bytes come before `limit` is reached, the body ends or the time is over; the unpacked ones. */
async function bytesUntil(limit: number): Promise<number> {
  const { body } = await ask();
  if (!body) return 0;
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes >= limit) break;
  }
  return bytes;
}

describe('a server without a fault', () => {
  it('serves its folder and notes who asked for what', async () => {
    expect(await (await ask()).text()).toBe(TEXT);
    expect((await fetch(`${server.url}gone.js`)).status).toBe(404);
    expect((await fetch(server.url)).headers.get('content-type')).toContain('text/html');
    expect(server.seen.map(({ path }) => path)).toEqual(['/coverage.json', '/gone.js', '/']);
    expect(server.count('coverage.json')).toBe(1);
    expect(server.count('coverage.json', Date.now() + 1)).toBe(0);
  });

  it('serves nothing from outside of its folder', async () => {
    const status = await new Promise((resolve) => {
      get(`${server.url}../../etc/hostname`, { path: '/../../etc/hostname' }, (answer) => resolve(answer.statusCode));
    });
    expect(status).toBe(404);
  });

  it('can be given other files at once', async () => {
    const next = mkdtempSync(join(tmpdir(), 'faults-'));
    writeFileSync(join(next, 'coverage.json'), '{}');
    server.deploy(next);
    expect(await (await ask()).text()).toBe('{}');
    rmSync(next, { recursive: true });
  });
});

describe('a fault', () => {
  it('refuses connections, and takes them on the same port again', async () => {
    const { url } = server;
    await server.refuse();
    await expect(ask()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await server.heal();
    expect(server.url).toBe(url);
    expect((await ask()).status).toBe(200);
  });

  it('cuts the connection before the body and inside it', async () => {
    server.break('coverage.json', { kind: 'resetBefore' });
    await expect(ask()).rejects.toThrow();
    server.break('coverage.json', { kind: 'resetInside' });
    const answer = await ask();
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  it('sends half a file, another status, HTML, another body', async () => {
    server.break('coverage.json', { kind: 'truncated' });
    expect(await (await ask()).text()).toBe(TEXT.slice(0, TEXT.length / 2));
    server.break('coverage.json', { kind: 'status', status: 503, headers: { 'retry-after': '120' } });
    const busy = await ask();
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '120']);
    server.break('coverage.json', { kind: 'html200' });
    const portal = await ask();
    expect([portal.status, portal.headers.get('content-type')]).toEqual([200, 'text/html']);
    server.break('coverage.json', { kind: 'body', of: (text) => text.toUpperCase() });
    expect(await (await ask()).text()).toBe(TEXT.toUpperCase());
  });

  it('drips, or never answers', async () => {
    server.break('coverage.json', { kind: 'drip', rate: 20_000 });
    const started = Date.now();
    expect(await (await ask()).text()).toBe(TEXT);
    expect(Date.now() - started).toBeGreaterThan(150);
    server.break('coverage.json', { kind: 'hang' });
    await expect(ask(soon())).rejects.toThrow(/timeout/i);
    expect(server.count('coverage.json')).toBe(2);
  });

  it('sends a body without an end, and one that unpacks to a thousand times its size', async () => {
    server.break('coverage.json', { kind: 'endless' });
    expect(await bytesUntil(20_000_000)).toBeGreaterThanOrEqual(20_000_000);
    server.break('coverage.json', { kind: 'bomb', blocks: 1 });
    expect(await bytesUntil(Number.POSITIVE_INFINITY)).toBe(16 * 1024 * 1024);
    server.break('coverage.json', { kind: 'bomb', blocks: 1000 });
    expect(await bytesUntil(100_000_000)).toBeGreaterThanOrEqual(100_000_000);
  });

  it('redirects in a circle, or to what is no address of a file', async () => {
    server.break('coverage.json', { kind: 'loop' });
    await expect(ask()).rejects.toMatchObject({ cause: { message: expect.stringMatching(/redirect/) } });
    server.break('coverage.json', { kind: 'redirect', to: 'javascript:alert(1)' });
    const answer = await ask({ redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('javascript:alert(1)');
  });

  it('comes with every nth request, and is over when healed', async () => {
    server.break('coverage.json', { kind: 'status', status: 500 }, 3);
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await ask()).status);
    expect(statuses).toEqual([500, 200, 200, 500, 200, 200]);
    await server.heal();
    expect((await ask()).status).toBe(200);
  });
});
