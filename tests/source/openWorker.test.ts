// @vitest-environment node
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { namesOf } from '../../src/domain/names.ts';
import { corpusDigest } from '../../src/exports/digest.ts';
import type { OpenMessage } from '../../src/source/openMessages.ts';
import { byHand } from '../fixtures/byHand.ts';
import { markedArticle, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

let listener: (event: { data: Blob }) => void = () => {};
let told: OpenMessage[] = [];

beforeAll(async () => {
  vi.stubGlobal('self', {
    addEventListener: (type: string, listen: typeof listener) => {
      if (type === 'message') listener = listen;
    },
    postMessage: (message: OpenMessage) => told.push(message),
  });
  await import('../../src/source/openWorker.ts');
});

/** The last word of the worker on a file, or on its text. */
async function answerTo(file: string | Blob): Promise<OpenMessage | undefined> {
  told = [];
  listener({ data: typeof file === 'string' ? new Blob([file]) : file });
  await vi.waitFor(() => expect(['end', 'refused']).toContain(told.at(-1)?.type));
  return told.at(-1);
}

const CORPUS = JSON.stringify(minimalCorpus());

it('takes a file with one byte order mark', async () => {
  expect(await answerTo(`\ufeff${CORPUS}`)).toEqual({ type: 'end' });
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
const toldOf = <T extends OpenMessage['type']>(type: T) =>
  told.filter((message): message is Extract<OpenMessage, { type: T }> => message.type === type);

describe('a file that passes', () => {
  it('is handed over whole, with its digest and its names, and how far it has come is told', async () => {
    const corpus = smallCorpus();
    const text = JSON.stringify(corpus);
    const bytes = bytesOf(text);
    await answerTo(fileOf([bytes.slice(0, 100), bytes.slice(100)]));
    const { schemaVersion, id, title, made, reference, asOf, ...lists } = corpus;
    expect(toldOf('head')).toEqual([
      { type: 'head', head: { schemaVersion, id, title, made, reference, asOf }, digest: corpusDigest(corpus) },
    ]);
    for (const [list, items] of Object.entries(lists)) {
      const pieces = toldOf('items').filter((message) => message.list === list);
      expect(
        pieces.flatMap((message) => message.items),
        list,
      ).toEqual(items);
    }
    expect(toldOf('names')).toEqual([{ type: 'names', names: namesOf(corpus) }]);
    const total = Object.values(lists).flat().length;
    const stages = toldOf('stage').map(({ stage, done, total }) => `${stage} ${done}/${total}`);
    expect(stages.slice(0, 3)).toEqual([
      `reading 100/${bytes.length}`,
      `reading ${bytes.length}/${bytes.length}`,
      'checking 0/0',
    ]);
    expect(stages.at(-1)).toBe(`handing-over ${total}/${total}`);
    expect(told.map(({ type }) => type).filter((type) => type !== 'stage' && type !== 'items')).toEqual([
      'head',
      'names',
      'end',
    ]);
  });

  it('comes in pieces of at most 500 things, and of fewer where each holds much', async () => {
    const text = 'word\n\n'.repeat(500).trim();
    const article = markedArticle('c', text, { headline: 'Words' }).article;
    const spans = Array.from({ length: 500 }, (_, index) => ({
      article: 'c',
      start: index * 6,
      end: index * 6 + 4,
      exact: 'word',
    }));
    const corpus = minimalCorpus({
      articles: [article],
      topics: Array.from({ length: 1203 }, (_, index) => ({ id: `t-${index}`, label: `Topic ${index}` })),
      // 2,505 values each, of which 20,000 are a piece.
      flags: Array.from({ length: 12 }, (_, index) => ({
        id: `f-${index}`,
        kind: 'boilerplate' as const,
        note: 'Words.',
        spans,
        ...byHand(),
      })),
    });
    expect(await answerTo(JSON.stringify(corpus))).toEqual({ type: 'end' });
    const sizes = (list: string) =>
      toldOf('items').flatMap((message) => (message.list === list ? [message.items.length] : []));
    expect(sizes('topics')).toEqual([500, 500, 203]);
    expect(sizes('flags')).toEqual([8, 4]);
    const handed = toldOf('stage').filter(({ stage }) => stage === 'handing-over');
    expect(handed.map(({ done }) => done)).toEqual([1, 501, 1001, 1204, 1212, 1216]);
    expect(new Set(handed.map(({ total }) => total))).toEqual(new Set([1216]));
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
    expect(await answerTo(fileOf([bytesOf(CORPUS)], 80_000_000))).toEqual({ type: 'end' });
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
    expect(await answerTo(fileOf([bytes.slice(0, cut), bytes.slice(cut)]))).toEqual({ type: 'end' });
    expect(toldOf('head')[0]?.head.title).toBe('Ab\u00e9nd');
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
    expect(toldOf('head')).toEqual([]);
  });
});
