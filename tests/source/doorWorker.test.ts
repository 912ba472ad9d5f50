// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { namesOf } from '../../src/domain/names.ts';
import { throughDoor } from '../../src/source/corpusSource.ts';
import type { Verdict } from '../../src/source/doorWorker.ts';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

/** A worker that a test plays. */
class PlayedWorker {
  static all: PlayedWorker[] = [];
  onmessage: ((event: { data: Verdict }) => void) | null = null;
  onerror: (() => void) | null = null;
  ended = 0;
  asked: unknown;
  address: string;
  constructor(address: string) {
    this.address = address;
    PlayedWorker.all.push(this);
  }
  postMessage(question: unknown) {
    this.asked = question;
  }
  terminate() {
    this.ended += 1;
  }
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const TEXT = JSON.stringify(smallCorpus());
const errorOf = (loading: Promise<unknown>) =>
  loading.then(
    () => null,
    (error: unknown) => error,
  );

describe('the door as a worker', () => {
  beforeEach(() => void vi.resetModules());

  async function verdictOn(text: string): Promise<Verdict | undefined> {
    const said: Verdict[] = [];
    let listener: (event: { data: string }) => void = () => {};
    vi.stubGlobal('self', {
      addEventListener: (_: string, listen: typeof listener) => {
        listener = listen;
      },
      postMessage: (verdict: Verdict) => said.push(verdict),
    });
    await import('../../src/source/doorWorker.ts');
    listener({ data: text });
    return said[0];
  }

  it('gives a corpus with where its names stand', async () => {
    expect(await verdictOn(TEXT)).toEqual({
      result: { ok: true, corpus: smallCorpus() },
      names: namesOf(smallCorpus()),
    });
  });

  it('gives what it refuses without any', async () => {
    expect(await verdictOn('{')).toMatchObject({
      result: { ok: false, problems: [{ code: 'not-json' }] },
      names: null,
    });
  });

  it('is asked by a page that can start none, and listens to nobody there', async () => {
    const page: Record<string, unknown> = {};
    vi.stubGlobal('document', {});
    vi.stubGlobal('window', page);
    const heard = vi.fn();
    vi.stubGlobal('self', { addEventListener: heard });
    await import('../../src/source/doorWorker.ts');
    expect(heard).not.toHaveBeenCalled();
    const door = page.datelineDoor as (text: string) => Verdict;
    expect(door(TEXT).result).toEqual({ ok: true, corpus: smallCorpus() });
    expect(door('').names).toBeNull();
  });
});

describe('a text before the door', () => {
  /** The check of a text beside a page, and what ends it. */
  function check(text = TEXT) {
    PlayedWorker.all = [];
    const late = new AbortController();
    const own = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    vi.stubGlobal('window', { location: { href: 'https://desk.example.org/', origin: 'https://desk.example.org' } });
    vi.stubGlobal('Worker', PlayedWorker);
    const checking = throughDoor(text, own.signal);
    const [worker] = PlayedWorker.all;
    if (!worker) throw new Error('No worker was started.');
    const within = timeout.mock.calls[0]?.[0];
    timeout.mockRestore();
    return { late, own, checking, worker, within };
  }

  it('is checked beside the page, which has the names from there', async () => {
    const { checking, worker } = check();
    const names = namesOf(smallCorpus());
    worker.onmessage?.({ data: { result: { ok: true, corpus: smallCorpus() }, names } });
    const read = await checking;
    expect(worker.asked).toBe(TEXT);
    expect(worker.ended).toBe(1);
    expect(read).toEqual({ ok: true, corpus: smallCorpus() });
    if (read.ok) expect(namesOf(read.corpus)).toBe(names);
  });

  it('is refused there, too', async () => {
    const { checking, worker } = check('{');
    const refused = { ok: false as const, problems: [], more: 3 };
    worker.onmessage?.({ data: { result: refused, names: null } });
    expect(await checking).toEqual(refused);
  });

  it('is checked by the page itself where the worker fails', async () => {
    const { checking, worker } = check();
    worker.onerror?.();
    expect(await checking).toEqual({ ok: true, corpus: smallCorpus() });
    expect(worker.ended).toBe(1);
  });

  it('is checked in a build whose page can start no worker by the file of the worker, once that has come', async () => {
    const refused = { ok: false as const, problems: [], more: 3 };
    const asked = vi.fn(() => ({ result: refused, names: null }));
    vi.stubEnv('PROD', true);
    vi.stubGlobal('Worker', undefined);
    vi.stubGlobal('asked', asked);
    vi.stubGlobal('window', { location: { href: 'https://desk.example.org/' } });
    vi.doMock('../../src/source/doorWorker.ts?worker&url', () => ({
      default: 'data:text/javascript,window.datelineDoor = asked',
    }));
    vi.resetModules();
    const { throughDoor: built } = await import('../../src/source/corpusSource.ts');
    expect(await built(TEXT, new AbortController().signal)).toEqual(refused);
    expect(asked.mock.calls).toEqual([[TEXT]]);
    vi.doUnmock('../../src/source/doorWorker.ts?worker&url');
  });

  it('has ten seconds: a worker that hangs is ended, and the page does not try what hung it', async () => {
    const { checking, worker, late, within } = check();
    expect(within).toBe(10_000);
    late.abort();
    expect(await errorOf(checking)).toMatchObject({
      code: 'door/timeout',
      message: 'The coverage could not be checked within 10 s.',
    });
    expect(worker.ended).toBe(1);
  });

  it('is left at once when nobody waits for it, as that and nothing else', async () => {
    const { checking, worker, own } = check();
    const reason = new Error('left');
    own.abort(reason);
    expect(await errorOf(checking)).toBe(reason);
    expect(worker.ended).toBe(1);
  });
});

describe('the sources', () => {
  it('are told apart by their names, and the one of the app is bundled', async () => {
    const fetched = vi.fn(async (_: string, _init: RequestInit) => new Response(TEXT));
    vi.stubGlobal('fetch', fetched);
    vi.resetModules();
    const { bundledSource, fileSource } = await import('../../src/source/corpusSource.ts');
    expect(fileSource('evening', '/evening.json').id).toBe('evening');
    expect(bundledSource.id).toBe('bundled');
    await bundledSource.load(new AbortController().signal);
    expect(fetched.mock.calls[0]?.[0]).toMatch(/corpus.*\.json/);
  });
});
