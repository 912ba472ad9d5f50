import { afterEach, describe, expect, it, vi } from 'vitest';
import { fileSource } from '../../src/source/corpusSource.ts';
import { LoadError } from '../../src/source/fetchText.ts';
import { inMemory } from '../fixtures/ask.ts';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

afterEach(() => vi.unstubAllGlobals());

const fetched = vi.fn<typeof fetch>();
function answer(reply: () => Promise<Response>) {
  fetched.mockReset().mockImplementation(reply);
  vi.stubGlobal('fetch', fetched);
}
const load = (signal = new AbortController().signal) => fileSource('small', '/small.json').load(signal);
const text = JSON.stringify(smallCorpus());

describe('a corpus from a file', () => {
  it('gives the corpus that the door lets in', async () => {
    answer(async () => new Response(text));
    await expect(load()).resolves.toMatchObject({ ok: true, coverage: { head: inMemory(smallCorpus()).head } });
    expect(fetched.mock.calls[0]?.[0]).toBe('/small.json');
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit' });
  });

  it.each([404, 500, 403])('rejects with a code and a sentence when the server answers %i', async (status) => {
    answer(async () => new Response('<h1>no</h1>', { status }));
    const error = await load().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LoadError);
    expect(error).toMatchObject({ code: `load/http-${status}`, message: expect.stringContaining(String(status)) });
  });

  it('rejects as a network failure when nothing answers', async () => {
    answer(async () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(load()).rejects.toMatchObject({ code: 'load/network' });
  });

  it('rejects as a network failure when the body breaks off', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) });
    answer(async () => new Response(broken));
    await expect(load()).rejects.toMatchObject({ code: 'load/network' });
  });

  it('refuses truncated JSON as not JSON', async () => {
    answer(async () => new Response(text.slice(0, text.length / 2)));
    await expect(load()).resolves.toMatchObject({ ok: false, problems: [{ code: 'not-json', path: '$' }] });
  });

  it.each(['', '<!doctype html><title>Not found</title>'])(
    'refuses a page in the place of the file: "%s"',
    async (page) => {
      answer(async () => new Response(page));
      await expect(load()).resolves.toMatchObject({ ok: false, problems: [{ code: 'not-json' }] });
    },
  );

  it('refuses a file of another shape with the place of each problem', async () => {
    answer(async () => new Response('{"schemaVersion":1}'));
    const result = await load();
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['$.articles', '$.title']),
    );
  });

  it('passes an abort on as it is, not as a failure to load', async () => {
    answer(() => Promise.reject(new DOMException('aborted', 'AbortError')));
    const controller = new AbortController();
    const loading = load(controller.signal);
    controller.abort();
    const error = await loading.catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(LoadError);
    expect(error).toMatchObject({ name: 'AbortError' });
  });

  it('hands the abort to the request', async () => {
    answer(() => new Promise<Response>(() => {}));
    const controller = new AbortController();
    load(controller.signal).catch(() => {});
    const signal = fetched.mock.calls[0]?.[1]?.signal;
    expect(signal?.aborted).toBe(false);
    controller.abort();
    expect(signal?.aborted).toBe(true);
  });
});
