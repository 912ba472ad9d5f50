import { afterEach, describe, expect, it, vi } from 'vitest';
import { SPEAKERS } from '../../src/coverage/answers/speakers.ts';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import { namesOf } from '../../src/domain/names.ts';
import type { FromWorker } from '../../src/source/coverageMessages.ts';
import { openCoverage, openOwn } from '../../src/source/openCoverage.ts';
import { answered, inMemory } from '../fixtures/ask.ts';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

/** A worker that a test plays. */
class PlayedWorker {
  static last: PlayedWorker;
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: (() => void) | null = null;
  ended = false;
  onmessageerror: (() => void) | null = null;
  asked: unknown[] = [];
  constructor() {
    PlayedWorker.last = this;
  }
  postMessage(question: unknown) {
    this.asked.push(question);
  }
  terminate() {
    this.ended = true;
  }
  says(...messages: FromWorker[]) {
    for (const data of messages) this.onmessage?.({ data });
  }
}

afterEach(() => vi.unstubAllGlobals());

const FILE = { kind: 'file', name: 'a.json' } as const;
const DIGEST = '0123456789abcdef';
const small = (): FromWorker => ({
  type: 'corpus',
  corpus: smallCorpus(),
  names: namesOf(smallCorpus()),
  digest: DIGEST,
});

function start(deadline: number | null = null, signal = new AbortController().signal) {
  vi.stubGlobal('Worker', PlayedWorker);
  const told: string[] = [];
  const opening = openCoverage(new Blob(['{}']), {
    origin: FILE,
    signal,
    deadline,
    onProgress: ({ stage, done }) => told.push(`${stage} ${done}`),
  });
  return { opening, told, worker: PlayedWorker.last };
}

describe('a file that is opened', () => {
  it('is answered for by the page where it is small, and the worker is ended', async () => {
    const { opening, told, worker } = start();
    worker.says(
      { type: 'stage', stage: 'reading', done: 1, total: 2 },
      { type: 'stage', stage: 'checking', done: 0, total: 0 },
      small(),
    );
    const opened = await opening;
    if (!opened.ok) throw new Error('It was refused.');
    const { head, waits, select } = opened.coverage;
    expect(head).toMatchObject({ origin: FILE, digest: DIGEST, title: smallCorpus().title });
    expect(waits).toBe(false);
    const wants = { speakers: 9, about: 9 };
    expect(select(NO_FILTERS).ask(SPEAKERS, wants)).toEqual(answered(smallCorpus(), SPEAKERS, wants));
    expect(told).toEqual(['reading 1', 'checking 0']);
    expect(worker.ended).toBe(true);
  });

  it('is refused with what the worker has found', async () => {
    const { opening, worker } = start();
    const problem = { code: 'not-utf-8', path: '$', expected: 'text', found: 'bytes' } as const;
    worker.says({ type: 'refused', refused: { ok: false, problems: [problem], more: 0 } });
    expect(await opening).toEqual({ ok: false, problems: [problem], more: 0 });
  });

  it('is given up at its deadline, and the worker is stopped', async () => {
    const { opening, worker } = start(30);
    await expect(opening).rejects.toMatchObject({ code: 'open/timeout' });
    expect(worker.ended).toBe(true);
  });

  it('is given up at once when it is cancelled', async () => {
    const own = new AbortController();
    const { opening, worker } = start(null, own.signal);
    own.abort(new Error('cancelled'));
    await expect(opening).rejects.toThrow('cancelled');
    expect(worker.ended).toBe(true);
  });

  it('is never read by the page itself, where no worker can be had', async () => {
    const { opening, worker } = start();
    worker.onerror?.();
    await expect(opening).rejects.toMatchObject({ code: 'open/no-worker' });
  });

  it('says within which time it was not checked, and waits for ever where it has none', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    await expect(start(10_000).opening).rejects.toMatchObject({
      code: 'open/timeout',
      message: 'The coverage could not be checked within 10 s.',
    });
    expect(timeout.mock.calls).toEqual([[10_000]]);
    const { worker, told } = start(null);
    expect(timeout).toHaveBeenCalledTimes(1);
    expect(worker.ended).toBe(false);
    worker.says({ type: 'stage', stage: 'checking', done: 0, total: 0 });
    expect(told).toEqual(['checking 0']);
    timeout.mockRestore();
  });

  it('that was cancelled is said to be that, even where it is late, too', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const reason = new Error('cancelled');
    await expect(start(10, AbortSignal.abort(reason)).opening).rejects.toBe(reason);
    timeout.mockRestore();
  });

  it('that the worker cannot check is told in words that a reader understands', async () => {
    const { opening, worker } = start();
    worker.onerror?.();
    await expect(opening).rejects.toThrow('The part of the app that checks files could not be started, or it failed.');
  });
});

describe('a large file', () => {
  const wants = { speakers: 9, about: 9 };
  async function large() {
    const { opening, worker } = start();
    const { head } = inMemory(smallCorpus(), { origin: FILE, digest: DIGEST });
    worker.says({ type: 'head', head });
    const opened = await opening;
    if (!opened.ok) throw new Error('It was refused.');
    return { coverage: opened.coverage, worker, head };
  }

  it('stays in its worker, which is asked once for the same', async () => {
    const { coverage, worker, head } = await large();
    expect(coverage.head).toEqual(head);
    expect(coverage.waits).toBe(true);
    expect(worker.ended).toBe(false);
    const selection = coverage.select(NO_FILTERS);
    const asked = selection.ask(SPEAKERS, wants);
    expect(coverage.select({ ...NO_FILTERS }).ask(SPEAKERS, { ...wants })).toBe(asked);
    void selection.ask(SPEAKERS, { ...wants, about: 1 });
    await Promise.resolve();
    expect(worker.asked.slice(1)).toEqual([
      {
        type: 'ask',
        filters: NO_FILTERS,
        asks: [
          { id: 1, question: 'speakers', wants },
          { id: 2, question: 'speakers', wants: { ...wants, about: 1 } },
        ],
      },
    ]);
    const answer = { speakers: [] };
    worker.says({ type: 'answers', answers: [{ id: 1, answer }] });
    expect(await asked).toBe(answer);
    // React does not wait for what is there.
    expect(selection.ask(SPEAKERS, wants)).toBe(asked);
    expect(asked).toMatchObject({ status: 'fulfilled', value: answer });
  });

  it('gives each answer to the question that it is of, in whatever order they come', async () => {
    const { coverage, worker } = await large();
    const first = coverage.select(NO_FILTERS).ask(SPEAKERS, wants);
    const second = coverage.select({ ...NO_FILTERS, text: 'x' }).ask(SPEAKERS, wants);
    worker.says(
      { type: 'answers', answers: [{ id: 2, answer: 'second' }] },
      { type: 'answers', answers: [{ id: 1, answer: 'first' }] },
    );
    expect([await first, await second]).toEqual(['first', 'second']);
  });

  it('may be asked again for what has failed', async () => {
    const { coverage, worker } = await large();
    const selection = coverage.select(NO_FILTERS);
    const failing = selection.ask(SPEAKERS, wants);
    worker.says({ type: 'answers', answers: [{ id: 1, failed: true }] });
    await expect(failing).rejects.toThrow('A question could not be answered.');
    const again = selection.ask(SPEAKERS, wants);
    worker.says({ type: 'answers', answers: [{ id: 2, answer: 'now' }] });
    expect(await again).toBe('now');
  });

  it('fails what is asked once its worker has failed: a desk that waited for ever would look as if it worked', async () => {
    const { coverage, worker } = await large();
    const waiting = coverage.select(NO_FILTERS).ask(SPEAKERS, wants);
    worker.onerror?.();
    await expect(waiting).rejects.toThrow('The worker that keeps the coverage has failed.');
    await expect(coverage.select({ ...NO_FILTERS, text: 'x' }).ask(SPEAKERS, wants)).rejects.toThrow();
  });

  it('ends with its worker when it is closed: nobody waits for an answer that never comes', async () => {
    const { coverage, worker } = await large();
    const waiting = coverage.select(NO_FILTERS).ask(SPEAKERS, wants);
    coverage.close();
    expect(worker.ended).toBe(true);
    await expect(waiting).rejects.toThrow();
    await expect(coverage.select({ ...NO_FILTERS, text: 'x' }).ask(SPEAKERS, wants)).rejects.toThrow();
  });
});

describe('a text of our own host', () => {
  const TEXT = JSON.stringify(smallCorpus());
  /** The check of a text beside a page, and what ends it. */
  function check(text = TEXT) {
    const late = new AbortController();
    const own = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    vi.stubGlobal('Worker', PlayedWorker);
    const checking = openOwn(text, own.signal);
    const within = timeout.mock.calls[0]?.[0];
    timeout.mockRestore();
    return { late, own, checking, worker: PlayedWorker.last, within };
  }

  it('is checked beside the page, which has the names from there', async () => {
    const { checking, worker } = check();
    worker.says(small());
    expect(worker.asked).toEqual([{ type: 'open', file: TEXT, origin: { kind: 'built-in' } }]);
    expect(await checking).toMatchObject({ ok: true, coverage: { head: { origin: { kind: 'built-in' } } } });
    expect(worker.ended).toBe(true);
  });

  it('is checked by the page itself where the worker fails', async () => {
    const { checking, worker } = check();
    worker.onerror?.();
    const checked = await checking;
    if (!checked.ok) throw new Error('It was refused.');
    expect(checked.coverage.head.title).toBe(smallCorpus().title);
    const refused = check('{');
    refused.worker.onerror?.();
    expect(await refused.checking).toMatchObject({ ok: false, problems: [{ code: 'not-json' }] });
  });

  it('is checked in a build whose page can start no worker by the file of the worker, once that has come', async () => {
    const asked = vi.fn(() => ({ type: 'refused', refused: { ok: false, problems: [], more: 3 } }));
    vi.stubEnv('PROD', true);
    vi.stubGlobal('Worker', undefined);
    vi.stubGlobal('asked', asked);
    vi.doMock('../../src/source/coverageWorker.ts?worker&url', () => ({
      default: 'data:text/javascript,window.datelineDoor = asked',
    }));
    vi.resetModules();
    const { openOwn: built } = await import('../../src/source/openCoverage.ts');
    expect(await built(TEXT, new AbortController().signal)).toEqual({ ok: false, problems: [], more: 3 });
    expect(asked.mock.calls).toEqual([[TEXT]]);
    vi.doUnmock('../../src/source/coverageWorker.ts?worker&url');
    vi.unstubAllEnvs();
  });

  it('has ten seconds: a worker that hangs is ended, and the page does not try what hung it', async () => {
    const { checking, worker, late, within } = check();
    expect(within).toBe(10_000);
    late.abort();
    await expect(checking).rejects.toMatchObject({
      code: 'open/timeout',
      message: 'The coverage could not be checked within 10 s.',
    });
    expect(worker.ended).toBe(true);
  });

  it('is left at once when nobody waits for it, as that and nothing else', async () => {
    const { checking, worker, own } = check();
    const reason = new Error('left');
    own.abort(reason);
    await expect(checking).rejects.toBe(reason);
    expect(worker.ended).toBe(true);
  });
});

describe('the sources', () => {
  it('are told apart by their names, and the one of the app is bundled', async () => {
    const fetched = vi.fn(async (_: string, _init: RequestInit) => new Response(JSON.stringify(smallCorpus())));
    vi.stubGlobal('fetch', fetched);
    vi.stubGlobal('Worker', undefined);
    vi.resetModules();
    const { bundledSource, fileSource } = await import('../../src/source/corpusSource.ts');
    expect(fileSource('evening', '/evening.json').id).toBe('evening');
    expect(bundledSource.id).toBe('bundled');
    await bundledSource.load(new AbortController().signal);
    expect(fetched.mock.calls[0]?.[0]).toMatch(/corpus.*\.json/);
  });
});
