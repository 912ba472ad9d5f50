// @vitest-environment node
import { beforeAll, expect, it, vi } from 'vitest';
import type { OpenMessage } from '../../src/source/openMessages.ts';
import { minimalCorpus } from '../fixtures/markedCorpus.ts';

let listener: (event: { data: Blob }) => void = () => {};
let told: OpenMessage[] = [];

beforeAll(async () => {
  vi.stubGlobal('self', {
    addEventListener: (_: string, listen: typeof listener) => {
      listener = listen;
    },
    postMessage: (message: OpenMessage) => told.push(message),
  });
  await import('../../src/source/openWorker.ts');
});

/** The last word of the worker on a file. */
async function answerTo(text: string): Promise<OpenMessage | undefined> {
  told = [];
  listener({ data: new Blob([text]) });
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
