// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchForeign } from '../../src/source/fetchForeign.ts';

const ADDRESS = 'https://data.example.org/x.json';
const fetched = vi.fn<typeof fetch>();

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answer(reply: (signal: AbortSignal) => Promise<Response>) {
  fetched.mockReset().mockImplementation((_, init) => reply(init?.signal ?? new AbortController().signal));
  vi.stubGlobal('fetch', fetched);
}
const load = (signal = new AbortController().signal, onBytes?: (bytes: number) => void) =>
  fetchForeign(ADDRESS, signal, onBytes);

describe('the data of another host', () => {
  it('is asked for without a name, a referrer, a cache or a redirection', async () => {
    answer(async () => new Response('{}'));
    const seen: number[] = [];
    expect(await (await load(undefined, (bytes) => seen.push(bytes))).text()).toBe('{}');
    expect(seen.at(-1)).toBe(2);
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      mode: 'cors',
    });
  });

  it('ends at its limit of bytes, however it is sent', async () => {
    const piece = new Uint8Array(1_000_000);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(piece);
      },
    });
    answer(async () => new Response(endless));
    await expect(load()).rejects.toMatchObject({ code: 'load/too-large' });
    expect(sent).toBeLessThan(86);
  });

  it('has a deadline over the whole body, also where a little comes again and again', async () => {
    const aborted = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(aborted.signal);
    answer(async (signal) => {
      const slow = new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('{'));
          signal.addEventListener('abort', () => controller.error(signal.reason));
        },
      });
      return new Response(slow);
    });
    const loading = load();
    setTimeout(() => aborted.abort(new DOMException('late', 'TimeoutError')), 20);
    await expect(loading).rejects.toMatchObject({ code: 'load/timeout' });
  });

  it('says what the host answered, and stops when it is cancelled', async () => {
    answer(async () => new Response('', { status: 403 }));
    await expect(load()).rejects.toMatchObject({ code: 'load/http-403' });
    const own = new AbortController();
    answer((signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))));
    const loading = load(own.signal);
    own.abort(new Error('cancelled'));
    await expect(loading).rejects.toThrow('cancelled');
  });
});
