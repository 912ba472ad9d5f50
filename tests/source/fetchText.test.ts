// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchParts, fetchText, LoadError } from '../../src/source/fetchText.ts';

const NOW = Date.UTC(2026, 10, 29, 12, 0, 0);
const ADDRESS = 'https://desk.example.org/coverage.json';
const fetched = vi.fn<typeof fetch>();

/** Puts a server that a test plays before each test of a group. */
function withServer() {
  beforeEach(() => {
    fetched.mockReset();
    vi.stubGlobal('fetch', fetched);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

const free = () => new AbortController().signal;
const errorOf = (loading: Promise<unknown>) =>
  loading.then(
    () => null,
    (error: unknown) => error,
  );
/** An answer whose body comes in these parts, and what became of it. */
function body(...parts: Uint8Array[]) {
  const cancelled = vi.fn();
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
    cancel: cancelled,
  });
  return { stream, cancelled };
}

describe('what a server wishes to be left alone for', () => {
  withServer();

  it.each([
    ['a number of seconds', '120', 120],
    ['a number between spaces', ' 7 ', 7],
    ['none to wait', '0', 0],
    ['a date', 'Sun, 29 Nov 2026 12:10:00 GMT', 600],
    ['this very moment', 'Sun, 29 Nov 2026 12:00:00 GMT', 0],
    ['a date that is over', 'Sun, 29 Nov 2026 11:59:59 GMT', null],
    ['a negative number', '-5', null],
    ['words', 'soon', null],
    ['a number that is no time of ours', '12345678901', null],
    ['a number with a unit', '120 s', null],
    ['nothing', null, null],
  ])('is read from %s', async (_, header, seconds) => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    fetched.mockResolvedValue(
      new Response('', { status: 503, headers: header === null ? {} : { 'retry-after': header } }),
    );
    expect(await errorOf(fetchText(ADDRESS, free()))).toMatchObject({
      code: 'load/http-503',
      message: 'The server answered 503 instead of the coverage.',
      retryAfter: seconds,
    });
  });

  it('is none where it does not answer at all', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await errorOf(fetchText(ADDRESS, free()))).toMatchObject({
      code: 'load/network',
      message: 'The coverage could not be fetched: the network or the server did not answer.',
      retryAfter: null,
    });
  });
});

describe('a text of our own host', () => {
  withServer();

  it('is asked for without a name, never after a redirection, and past a cache where that is wished', async () => {
    fetched.mockImplementation(async () => new Response('{}'));
    await fetchText(ADDRESS, free(), 'no-cache');
    await fetchText(ADDRESS, free());
    expect(fetched.mock.calls[0]).toEqual([
      ADDRESS,
      { cache: 'no-cache', credentials: 'omit', redirect: 'error', signal: expect.any(AbortSignal) },
    ]);
    expect(fetched.mock.calls[1]?.[1]).toMatchObject({ cache: 'default' });
  });

  it('keeps its letters, wherever the network cuts them', async () => {
    const text = '{"title":"A\u0308ußerung — \u{1f5de}"}';
    const bytes = new TextEncoder().encode(text);
    for (let cut = 1; cut < bytes.length; cut += 1) {
      fetched.mockResolvedValue(new Response(body(bytes.slice(0, cut), bytes.slice(cut)).stream));
      expect(await fetchText(ADDRESS, free())).toBe(text);
    }
  });

  it('that breaks off within a letter ends with the sign of what is lost, not as if nothing were', async () => {
    fetched.mockResolvedValue(new Response(body(new Uint8Array([0x61, 0xe2, 0x80])).stream));
    expect(await fetchText(ADDRESS, free())).toBe('a\ufffd');
  });

  it('may be empty', async () => {
    fetched.mockResolvedValue(new Response(null));
    expect(await fetchText(ADDRESS, free())).toBe('');
  });

  it('is not read where the server answers with something else, which is let go', async () => {
    const { stream, cancelled } = body(new Uint8Array(3));
    fetched.mockResolvedValue(new Response(stream, { status: 404 }));
    expect(await errorOf(fetchText(ADDRESS, free()))).toBeInstanceOf(LoadError);
    expect(cancelled).toHaveBeenCalledTimes(1);
    fetched.mockResolvedValue(new Response(null, { status: 500 }));
    expect(await errorOf(fetchText(ADDRESS, free()))).toMatchObject({ code: 'load/http-500' });
  });
});

describe('the bounds of a load', () => {
  withServer();

  const parts = (bytes: number[]) => body(...bytes.map((length) => new Uint8Array(length)));

  it('take 80 MB, and no byte more: the rest is let go', async () => {
    const most = parts([79_999_999, 1]);
    fetched.mockResolvedValue(new Response(most.stream));
    const seen: number[] = [];
    await fetchParts(ADDRESS, free(), {}, (part, bytes) => seen.push(part.byteLength, bytes));
    expect(seen).toEqual([79_999_999, 79_999_999, 1, 80_000_000]);
    const more = parts([80_000_000, 1, 1, 1]);
    fetched.mockResolvedValue(new Response(more.stream));
    const told = vi.fn();
    expect(await errorOf(fetchParts(ADDRESS, free(), {}, told))).toMatchObject({
      code: 'load/too-large',
      message: 'The coverage is larger than 80 MB.',
    });
    expect(told).toHaveBeenCalledTimes(1);
    expect(more.cancelled).toHaveBeenCalledTimes(1);
  });

  it('are twenty seconds, and who waits is told that it was the server', async () => {
    const late = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    fetched.mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('x')))),
    );
    const loading = errorOf(fetchText(ADDRESS, free()));
    expect(timeout).toHaveBeenCalledWith(20_000);
    late.abort();
    expect(await loading).toMatchObject({
      code: 'load/timeout',
      message: 'The server did not send the whole coverage within 20 s.',
    });
    timeout.mockRestore();
  });

  it('leave a load that was cancelled as that, even where it is late, too', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const own = new AbortController();
    own.abort();
    fetched.mockRejectedValue(new DOMException('cancelled', 'AbortError'));
    expect(await errorOf(fetchText(ADDRESS, own.signal))).toMatchObject({ name: 'AbortError' });
    timeout.mockRestore();
  });
});
