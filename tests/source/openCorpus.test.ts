import { afterEach, describe, expect, it, vi } from 'vitest';
import { namesOf } from '../../src/domain/names.ts';
import { openCorpus } from '../../src/source/openCorpus.ts';
import type { OpenMessage } from '../../src/source/openMessages.ts';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

/** A worker that a test plays. */
class PlayedWorker {
  static last: PlayedWorker;
  onmessage: ((event: { data: OpenMessage }) => void) | null = null;
  onerror: (() => void) | null = null;
  ended = false;
  asked: unknown;
  constructor() {
    PlayedWorker.last = this;
  }
  postMessage(question: unknown) {
    this.asked = question;
  }
  terminate() {
    this.ended = true;
  }
  says(...messages: OpenMessage[]) {
    for (const data of messages) this.onmessage?.({ data });
  }
}

afterEach(() => vi.unstubAllGlobals());

function start(deadline: number | null = null, signal = new AbortController().signal) {
  vi.stubGlobal('Worker', PlayedWorker);
  const told: string[] = [];
  const opening = openCorpus(new Blob(['{}']), signal, deadline, ({ stage, done }) => told.push(`${stage} ${done}`));
  return { opening, told, worker: PlayedWorker.last };
}

describe('a file that is opened', () => {
  it('comes in pieces, which make the corpus that the worker has read', async () => {
    const given = smallCorpus();
    const { schemaVersion, id, title, made, reference, asOf, ...lists } = given;
    const { opening, told, worker } = start();
    worker.says(
      { type: 'stage', stage: 'reading', done: 1, total: 2 },
      { type: 'stage', stage: 'checking', done: 0, total: 0 },
      { type: 'head', head: { schemaVersion, id, title, made, reference, asOf }, digest: '0123456789abcdef' },
      ...Object.entries(lists).flatMap(([list, items]) =>
        items.map((item): OpenMessage => ({ type: 'items', list: list as keyof typeof lists, items: [item] })),
      ),
      { type: 'names', names: namesOf(given) },
      { type: 'end' },
    );
    const opened = await opening;
    expect(opened).toEqual({ ok: true, corpus: smallCorpus(), digest: '0123456789abcdef' });
    // Where names stand comes with it: the page looks for none.
    if (opened.ok) expect(namesOf(opened.corpus)).toBe(namesOf(given));
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
      message: 'The file could not be checked within 10 s.',
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

  it('is none before all of it has come, and holds nothing of the one before it', async () => {
    const given = smallCorpus();
    const { schemaVersion, id, title, made, reference, asOf, statements } = given;
    const head: OpenMessage = {
      type: 'head',
      head: { schemaVersion, id, title, made, reference, asOf },
      digest: '0123456789abcdef',
    };
    const names: OpenMessage = { type: 'names', names: namesOf(given) };
    for (const early of [[names], [head], []]) {
      const { opening, worker } = start();
      const settled = vi.fn();
      void opening.then(settled);
      worker.says(...early, { type: 'end' });
      await Promise.resolve();
      expect(worker.ended).toBe(false);
      worker.says(head, { type: 'items', list: 'statements', items: [...statements] }, names, { type: 'end' });
      expect(await opening).toMatchObject({ ok: true, corpus: { title, statements, articles: [], venues: [] } });
    }
  });

  it('that the worker cannot check is told in words that a reader understands', async () => {
    const { opening, worker } = start();
    worker.onerror?.();
    await expect(opening).rejects.toThrow('The part of the app that checks files could not be started, or it failed.');
  });
});
