// @vitest-environment node
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { SPEAKERS } from '../../src/coverage/answers/speakers.ts';
import { type Filters, NO_FILTERS } from '../../src/domain/filters.ts';
import { namesOf } from '../../src/domain/names.ts';
import { corpusDigest } from '../../src/exports/digest.ts';
import type { FromWorker, ToWorker } from '../../src/source/coverageMessages.ts';
import { answered } from '../fixtures/ask.ts';
import { LARGE, largeCorpus } from '../fixtures/largeCorpus.ts';
import { minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

let listener: (event: { data: ToWorker }) => void = () => {};
let told: FromWorker[] = [];

const FILE = { kind: 'file', name: 'a.json' } as const;

/** Loads the worker anew: one worker keeps one coverage. */
async function startWorker() {
  vi.resetModules();
  // No stubs, which the next test would take away: the worker listens and speaks for as long as it lives.
  Object.assign(globalThis, {
    addEventListener: (type: string, listen: typeof listener) => {
      if (type === 'message') listener = listen;
    },
    postMessage: (message: FromWorker) => told.push(message),
  });
  await import('../../src/source/coverageWorker.ts');
}
beforeAll(startWorker, 30_000);

const VERDICTS: string[] = ['corpus', 'head', 'refused'];

/** The verdict of the worker on a file, or on its text. */
async function answerTo(file: string | Blob): Promise<FromWorker | undefined> {
  told = [];
  listener({ data: { type: 'open', file: typeof file === 'string' ? new Blob([file]) : file, origin: FILE } });
  await vi.waitFor(() => expect(VERDICTS).toContain(told.at(-1)?.type), 20_000);
  return told.at(-1);
}

const CORPUS = JSON.stringify(minimalCorpus());

it('takes a file with one byte order mark', async () => {
  expect(await answerTo(`\ufeff${CORPUS}`)).toMatchObject({ type: 'corpus' });
});

it('refuses a file with two, which is no JSON', async () => {
  expect(await answerTo(`\ufeff\ufeff${CORPUS}`)).toMatchObject({
    type: 'refused',
    refused: { problems: [{ code: 'not-json', path: '$' }] },
  });
});

/** A file that comes in these parts, and may be said to be larger than it is. */
function fileOf(parts: Uint8Array[], size = parts.reduce((sum, { byteLength }) => sum + byteLength, 0)): Blob {
  const stream = () =>
    new ReadableStream({
      start: (controller) => {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    });
  return { size, stream } as unknown as Blob;
}
const bytesOf = (text: string) => new TextEncoder().encode(text);
const toldOf = <T extends FromWorker['type']>(type: T) =>
  told.filter((message): message is Extract<FromWorker, { type: T }> => message.type === type);

describe('a file that passes', () => {
  it('is handed over whole where it is small, with its digest and its names, and how far it has come is told', async () => {
    const corpus = smallCorpus();
    const bytes = bytesOf(JSON.stringify(corpus));
    const verdict = await answerTo(fileOf([bytes.slice(0, 100), bytes.slice(100)]));
    expect(verdict).toEqual({ type: 'corpus', corpus, digest: corpusDigest(corpus), names: namesOf(corpus) });
    expect(toldOf('stage').map(({ stage, done, total }) => `${stage} ${done}/${total}`)).toEqual([
      `reading 100/${bytes.length}`,
      `reading ${bytes.length}/${bytes.length}`,
      'checking 0/0',
    ]);
  });

  it('may come as its text', async () => {
    listener({ data: { type: 'open', file: CORPUS, origin: { kind: 'built-in' } } });
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ type: 'corpus', corpus: minimalCorpus() }));
  });
});

describe('a large file that passes', () => {
  const large = largeCorpus({ ...LARGE, statements: 2100, articles: 40, actors: 60 });
  const wants = { speakers: 5, about: 5 };
  const ask = (ids: number[], filters: Partial<Filters> = {}, question = 'speakers') =>
    listener({
      data: {
        type: 'ask',
        filters: { ...NO_FILTERS, ...filters },
        asks: ids.map((id) => ({ id, question, wants })),
      },
    });
  const answersTo = (...ids: number[][]) =>
    vi.waitFor(() => expect(toldOf('answers').map(({ answers }) => answers.map(({ id }) => id))).toEqual(ids), 20_000);

  beforeAll(async () => {
    await startWorker();
    await answerTo(JSON.stringify(large));
  }, 60_000);

  it('stays in the worker: the page gets its head, once the first questions have been answered', () => {
    expect(told.at(-1)).toEqual({
      type: 'head',
      head: expect.objectContaining({
        title: large.title,
        digest: corpusDigest(large),
        origin: FILE,
        sizes: expect.objectContaining({ statements: 2100 }),
      }),
    });
    expect(toldOf('stage').at(-1)?.stage).toBe('preparing');
  });

  it('is asked there, and answers as the same corpus would in the page', async () => {
    told = [];
    ask([1, 2], { kinds: ['direct'] });
    await answersTo([1, 2]);
    const expected = answered(large, SPEAKERS, wants, { kinds: ['direct'] });
    expect(toldOf('answers')[0]?.answers).toEqual([1, 2].map((id) => ({ id, answer: expected })));
  });

  it('answers first what is wanted now, and then what was wanted before', async () => {
    told = [];
    ask([1], { kinds: ['direct'] });
    ask([2], { kinds: ['mixed'] });
    ask([3], { kinds: ['indirect'] });
    await answersTo([3], [2], [1]);
  });

  it('says of a question that it does not know that it has failed, and goes on', async () => {
    told = [];
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    ask([1], {}, 'who-am-i');
    ask([2]);
    await answersTo([2], [1]);
    expect(toldOf('answers')[1]?.answers).toEqual([{ id: 1, failed: true }]);
    expect(said).toHaveBeenCalledTimes(1);
  });
});

describe('the door in a page that can start no worker', () => {
  it('takes a text, and listens to nobody', async () => {
    const page: Record<string, unknown> = {};
    vi.resetModules();
    vi.stubGlobal('document', {});
    vi.stubGlobal('window', page);
    const heard = vi.fn();
    Object.assign(globalThis, { addEventListener: heard });
    await import('../../src/source/coverageWorker.ts');
    vi.unstubAllGlobals();
    expect(heard).not.toHaveBeenCalled();
    const door = page.datelineDoor as (text: string) => FromWorker;
    expect(door(CORPUS)).toMatchObject({ type: 'corpus', corpus: minimalCorpus() });
    expect(door('')).toMatchObject({ type: 'refused' });
    await startWorker();
  });
});

describe('a file that does not pass', () => {
  it('is refused before it is read when it is too large, with both sizes', async () => {
    const stream = vi.fn();
    expect(await answerTo({ size: 80_100_000, stream } as unknown as Blob)).toEqual({
      type: 'refused',
      refused: {
        ok: false,
        problems: [{ code: 'too-large', path: '$', expected: 'at most 80 MB', found: '80.1 MB' }],
        more: 0,
      },
    });
    expect(stream).not.toHaveBeenCalled();
    expect(told).toHaveLength(1);
    expect(await answerTo(fileOf([bytesOf(CORPUS)], 80_000_000))).toMatchObject({ type: 'corpus' });
  });

  it.each([
    ['bytes that are none', [new Uint8Array([0x22, 0xff, 0x22])]],
    ['a letter that is cut off at the end', [new Uint8Array([0x22, 0xe2, 0x80])]],
    ['another encoding', [new Uint8Array([0xff, 0xfe, 0x7b, 0x00])]],
  ])('is refused when it is no UTF-8: %s', async (_, parts) => {
    expect(await answerTo(fileOf(parts))).toEqual({
      type: 'refused',
      refused: {
        ok: false,
        problems: [{ code: 'not-utf-8', path: '$', expected: 'text in UTF-8', found: 'bytes that are none' }],
        more: 0,
      },
    });
  });

  it('keeps a letter that the disk cuts in two', async () => {
    const bytes = bytesOf(JSON.stringify(smallCorpus({ title: 'Ab\u00e9nd' })));
    const cut = bytes.indexOf(0xc3) + 1;
    expect(await answerTo(fileOf([bytes.slice(0, cut), bytes.slice(cut)]))).toMatchObject({
      type: 'corpus',
      corpus: { title: 'Ab\u00e9nd' },
    });
  });

  it('is refused when it can no longer be read', async () => {
    const stream = () =>
      new ReadableStream({ pull: (controller) => controller.error(new DOMException('moved', 'NotReadableError')) });
    expect(await answerTo({ size: 5, stream } as unknown as Blob)).toMatchObject({
      type: 'refused',
      refused: {
        ok: false,
        problems: [
          {
            code: 'unreadable',
            path: '$',
            expected: 'a file that can be read',
            found: expect.stringContaining('moved'),
          },
        ],
        more: 0,
      },
    });
  });

  it('is refused with all that the door says of it', async () => {
    const answer = await answerTo('{"schemaVersion":1}');
    if (answer?.type !== 'refused') throw new Error('It was not refused.');
    expect(answer.refused.problems.length).toBeGreaterThan(2);
    expect(toldOf('corpus')).toEqual([]);
  });
});
