// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildOf, fileOf, originWorld, SCOPE, startWorker } from './workerWorld.ts';

const CACHE = `dateline-files-${SCOPE}`;
const ONE = { 'index.html': '<p>one', 'assets/a-1.js': 'one()', 'assets/a-1.css': 'p{}', 'data.json': '{"one":1}' };
const TWO = { 'index.html': '<p>two!', 'assets/a-2.js': 'two()', 'assets/a-1.css': 'p{}', 'data.json': '{"two":22}' };

afterEach(() => {
  vi.unstubAllGlobals();
});

let origin: ReturnType<typeof originWorld>;
beforeEach(() => {
  origin = originWorld();
  origin.server.files = { ...ONE };
});

/** A worker of the first build that holds all of its files. */
async function held() {
  const worker = await startWorker(origin, await buildOf(ONE));
  await worker.install();
  await worker.activate();
  origin.asked.length = 0;
  return worker;
}
const store = () => origin.open(CACHE);
const names = () => [...store().held.keys()].map((key) => key.replace(SCOPE, '').replace(/\?.*/, '')).toSorted();
/** The address under which a file is held. */
const keyOf = (name: string) => [...store().held.keys()].find((key) => key.startsWith(SCOPE + name)) ?? '';
const spoil = (name: string, text: string, type?: string) =>
  store().held.set(keyOf(name), fileOf(SCOPE + name, text, type));

describe('the installing of a build', () => {
  it('takes every file, each once, with its hash and past what lies in the browser’s own cache', async () => {
    const worker = await startWorker(origin, await buildOf(ONE));
    expect(origin.asked).toEqual([]);
    await worker.install();
    expect(names()).toEqual(Object.keys(ONE).toSorted());
    expect(origin.asked.map(({ url }) => url.replace(/\?.*/, '')).toSorted()).toEqual(Object.keys(ONE).toSorted());
    for (const { cache, integrity } of origin.asked) {
      expect(cache).toBe('no-cache');
      expect(integrity).toMatch(/^sha256-/);
    }
    expect(worker.calls).toEqual({ skipped: 0, claimed: 0 });
  });

  it.each([
    ['is not there', () => new Response('', { status: 404 })],
    ['has another content', () => fileOf('a.js', 'two()')],
    ['comes as a page', () => fileOf('a.js', 'one()', 'text/html')],
    ['comes as nothing known', () => fileOf('a.js', 'one()', '')],
    ['comes in part', () => new Response('one()', { status: 206, headers: { 'content-type': 'text/javascript' } })],
  ])('fails as a whole when a file %s', async (_, answer) => {
    const worker = await startWorker(origin, await buildOf(ONE));
    const install = worker.install;
    origin.server.files['assets/a-1.js'] = answer;
    await expect(install()).rejects.toThrow();
    expect(names()).not.toContain('assets/a-1.js');
  });

  it('fails without a server, and where nothing can be stored', async () => {
    const worker = await startWorker(origin, await buildOf(ONE));
    origin.server.away = true;
    await expect(worker.install()).rejects.toThrow();
    origin.server.away = false;
    origin.server.storeFails = true;
    await expect(worker.install()).rejects.toThrow();
    expect(worker.calls.claimed).toBe(0);
  });
});

describe('a build that takes over', () => {
  it('holds the pages that are open, and lets go of the files of the one before', async () => {
    await held();
    origin.server.files = { ...TWO };
    const next = await startWorker(origin, await buildOf(TWO));
    await next.install();
    // Both are held until then.
    expect(names()).toEqual(expect.arrayContaining(['assets/a-1.js', 'assets/a-2.js']));
    expect(await (await next.ask('assets/a-2.js'))?.text()).toBe('two()');
    await next.activate();
    expect(next.calls.claimed).toBe(1);
    expect(names()).toEqual(Object.keys(TWO).toSorted());
    expect(await (await next.ask('', { mode: 'navigate' }))?.text()).toBe('<p>two!');
  });

  it('does not change what the one before answers while it waits, nor when it is broken', async () => {
    const first = await held();
    origin.server.files = { ...TWO, 'assets/a-2.js': 'broken' };
    const answers = async () => [
      await (await first.ask('', { mode: 'navigate' }))?.text(),
      await (await first.ask('assets/a-1.js'))?.text(),
      await (await first.ask('data.json'))?.text(),
    ];
    const next = await startWorker(origin, await buildOf(TWO));
    await expect(next.install()).rejects.toThrow();
    expect(await answers()).toEqual(['<p>one', 'one()', '{"one":1}']);
  });
});

describe('what a worker answers', () => {
  it('is what it holds, without asking anybody', async () => {
    const { ask } = await held();
    origin.server.away = true;
    for (const [name, text] of Object.entries(ONE)) expect(await (await ask(name))?.text()).toBe(text);
    expect(origin.asked).toEqual([]);
  });

  it('is the one page for its folder, whatever the query and the fragment say, and for no other address', async () => {
    const { ask } = await held();
    for (const path of ['', '?v=1&kiosk=20', '#x', 'index.html?embed=map'])
      expect(await (await ask(path, { mode: 'navigate' }))?.text()).toBe('<p>one');
    expect(await ask('watchdog/', { mode: 'navigate' })).toBeUndefined();
    expect(await ask('../', { mode: 'navigate' })).toBeUndefined();
    // Only who goes there gets the page.
    expect(await ask('')).toBeUndefined();
    expect(await (await ask('data.json#part'))?.text()).toBe('{"one":1}');
  });

  it('stands in a frame as its address allows', async () => {
    const { ask } = await held();
    const desk = await ask('', { mode: 'navigate' });
    expect(desk?.status).toBe(200);
    expect(desk?.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(desk?.headers.get('origin-agent-cluster')).toBe('?1');
    const embed = await ask('?embed=map', { mode: 'navigate' });
    expect(embed?.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect((await ask('assets/a-1.js'))?.headers.get('origin-agent-cluster')).toBeNull();
  });

  it('is nothing for what it does not hold, and for what is no question', async () => {
    const { ask } = await held();
    expect(await ask('coverage.json')).toBeUndefined();
    expect(await ask('assets/a-1.js', { method: 'POST' })).toBeUndefined();
    expect(await ask('https://elsewhere.example.org/app/data.json')).toBeUndefined();
    expect(origin.asked).toEqual([]);
  });

  it.each([
    ['another build', 'two()', undefined],
    ['a page', '<!doctype html>', 'text/html'],
    ['the right words under the wrong type', 'one()', 'text/html'],
    ['half of it', 'one', undefined],
  ])('is fetched anew when what it holds is %s, and put right', async (_, text, type) => {
    const { ask } = await held();
    spoil('assets/a-1.js', text, type);
    expect(await (await ask('assets/a-1.js'))?.text()).toBe('one()');
    expect(origin.asked).toHaveLength(1);
    expect(origin.asked[0]).toMatchObject({ credentials: 'same-origin', integrity: expect.stringMatching(/^sha256-/) });
    await vi.waitFor(async () => expect(await store().held.get(keyOf('assets/a-1.js'))?.clone().text()).toBe('one()'));
    origin.server.away = true;
    expect(await (await ask('assets/a-1.js'))?.text()).toBe('one()');
  });

  it('is fetched anew when it is missing', async () => {
    const { ask } = await held();
    store().held.clear();
    expect(await (await ask('data.json'))?.text()).toBe('{"one":1}');
    expect(await (await ask('?x', { mode: 'navigate' }))?.text()).toBe('<p>one');
  });
});

describe('a worker whose store fails', () => {
  it('answers from the network, with the very same file', async () => {
    const { ask } = await held();
    origin.server.storeFails = true;
    origin.server.files[''] = () => fileOf('index.html', ONE['index.html']);
    expect(await (await ask('assets/a-1.js'))?.text()).toBe('one()');
    expect(origin.asked.at(-1)?.integrity).toMatch(/^sha256-/);
    expect(await (await ask('', { mode: 'navigate' }))?.text()).toBe('<p>one');
  });

  it('never gives a script, a style sheet or data of another build', async () => {
    const { ask } = await held();
    origin.server.storeFails = true;
    origin.server.files = { 'assets/a-1.js': 'two()', 'assets/a-1.css': 'b{}', 'data.json': '{"two":22}' };
    for (const name of ['assets/a-1.js', 'assets/a-1.css', 'data.json']) {
      const answer = await ask(name);
      expect(answer?.type).toBe('error');
      expect(await answer?.text()).toBe('');
    }
  });

  it('gives none when what it holds is damaged and the server has another build, either', async () => {
    const { ask } = await held();
    spoil('assets/a-1.js', 'damaged()');
    origin.server.files['assets/a-1.js'] = 'two()';
    expect((await ask('assets/a-1.js'))?.type).toBe('error');
    expect(await store().held.get(keyOf('assets/a-1.js'))?.clone().text()).not.toBe('two()');
  });

  it('gives the page of another build, which brings its own scripts', async () => {
    const { ask } = await held();
    origin.server.storeFails = true;
    origin.server.files = { '?v=1': () => fileOf('index.html', '<p>two!') };
    const page = await ask('?v=1', { mode: 'navigate' });
    expect(await page?.text()).toBe('<p>two!');
  });

  it('says so where there is no server, either, and the page tries again by itself', async () => {
    const { ask } = await held();
    origin.server.storeFails = true;
    origin.server.away = true;
    const page = await ask('', { mode: 'navigate' });
    expect(page?.status).toBe(503);
    expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const words = await page?.text();
    expect(words).toContain('The copy of this page on this device is damaged, and the server does not answer.');
    expect(words).toContain('<meta http-equiv="refresh" content="30">');
    expect((await ask('assets/a-1.js'))?.type).toBe('error');
  });
});

describe('orders of the page', () => {
  it('to take over are done', async () => {
    const worker = await held();
    expect(worker.calls.skipped).toBe(0);
    expect(await worker.order('take')).toEqual([]);
    expect(worker.calls.skipped).toBe(1);
  });

  it('to look through the store find nothing wrong where nothing is', async () => {
    const worker = await held();
    expect(await worker.order('check')).toEqual([{ wrong: 0, mended: 0 }]);
    expect(origin.asked).toEqual([]);
    expect(worker.calls.skipped).toBe(0);
  });

  it('put right what is wrong or missing, past the browser’s own cache', async () => {
    const { order, ask } = await held();
    spoil('assets/a-1.js', 'two()');
    store().held.delete(keyOf('data.json'));
    expect(await order('check')).toEqual([{ wrong: 2, mended: 2 }]);
    expect(origin.asked.map(({ url, cache }) => `${url} ${cache}`).toSorted()).toEqual([
      'assets/a-1.js reload',
      'data.json reload',
    ]);
    for (const { integrity } of origin.asked) expect(integrity).toMatch(/^sha256-/);
    origin.server.away = true;
    expect(await (await ask('assets/a-1.js'))?.text()).toBe('one()');
    expect(await (await ask('data.json'))?.text()).toBe('{"one":1}');
    expect(await order('check')).toEqual([{ wrong: 0, mended: 0 }]);
  });

  it.each([
    ['the server is away', () => Object.assign(origin.server, { away: true })],
    ['the server has another build', () => Object.assign(origin.server.files, { 'assets/a-1.js': 'two()' })],
    [
      'the server has a page in its place',
      () => Object.assign(origin.server.files, { 'assets/a-1.js': () => fileOf('x', 'one()', 'text/html') }),
    ],
  ])('drop what is wrong where %s', async (_, make) => {
    const { order } = await held();
    spoil('assets/a-1.js', 'damaged()');
    make();
    expect(await order('check')).toEqual([{ wrong: 1, mended: 0 }]);
    expect(keyOf('assets/a-1.js')).toBe('');
    expect(names()).toHaveLength(3);
  });

  it('keep an answer that came after a redirection as one that may stand for a page', async () => {
    const { order } = await held();
    store().held.delete(keyOf('index.html'));
    const redirected = fileOf('index.html', ONE['index.html']);
    Object.defineProperty(redirected, 'redirected', { value: true });
    origin.server.files['index.html'] = () => redirected;
    expect(await order('check')).toEqual([{ wrong: 1, mended: 1 }]);
    const [, put] = store().put.mock.calls.at(-1) ?? [];
    expect(put).not.toBe(redirected);
    expect(put?.redirected).toBe(false);
  });

  it('give up after a minute', async () => {
    const { order } = await held();
    store().held.clear();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    expect(await order('check')).toEqual([{ wrong: 4, mended: 0 }]);
    expect(timeout).toHaveBeenCalledWith(60_000);
  });

  it('need nobody who listens', async () => {
    const { order } = await held();
    expect(await order('check', false)).toEqual([]);
  });

  it('look a file up whatever headers it was asked for with', async () => {
    const { order, ask } = await held();
    await order('check');
    await ask('data.json');
    for (const [, options] of store().match.mock.calls) expect(options).toMatchObject({ ignoreVary: true });
  });
});
