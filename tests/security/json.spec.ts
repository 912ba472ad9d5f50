import { readdirSync } from 'node:fs';
import type { FromWorker } from '../../src/source/coverageMessages.ts';
import { answersIn, listedIn } from './batch.ts';
import { DOORS, openDialog } from './doors.ts';
import { asFigures, record } from './figures.ts';
import { inLots } from './hostileCorpora.ts';
import { countsOf, expect, expectQuiet, FULL, some, test } from './stage.ts';
import { allStrings, jsonFiles } from './strings.ts';

/** Codes for a text that no JSON parser has to read. */
const NO_JSON = /^(?:not-json|too-deep|not-utf-8)$/;

/** What a file of JSONTestSuite must be told: those that are none are no JSON, those that are one are only no corpus. */
function expectCode(name: string, code: string): void {
  if (name.startsWith('n_')) expect(code, name).toMatch(NO_JSON);
  if (name.startsWith('y_')) expect(code, name).not.toMatch(NO_JSON);
}

test('the worker of the door tells JSON from what is none @short', async ({ page }) => {
  const worker = readdirSync('dist/assets').find((name) => /^coverageWorker-.*\.js$/.test(name));
  const files = jsonFiles(true);
  // A page of the same host without a policy, where a test may start the worker.
  await page.route('**/plain.html', (route) => route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }));
  await page.goto('plain.html');
  const verdicts = await page.evaluate(
    async ([address, texts]) => {
      const door = new Worker(address, { type: 'module' });
      const answers: FromWorker[] = [];
      for (const text of texts)
        answers.push(
          await new Promise((resolve, reject) => {
            door.onmessage = ({ data }) => data.type !== 'stage' && resolve(data);
            door.onerror = () => reject(new Error('the worker has failed'));
            door.postMessage({ type: 'open', file: text, origin: { kind: 'built-in' } });
          }),
        );
      door.terminate();
      return answers;
    },
    [`/assets/${worker}`, files.map(({ bytes }) => new TextDecoder().decode(bytes))] as const,
  );
  const codes = verdicts.map((one) => (one.type === 'refused' ? (one.refused.problems[0]?.code ?? '') : 'taken'));
  for (const [index, { name }] of files.entries()) expectCode(name, codes[index] ?? '');
  const of = (prefix: string) => files.filter(({ name }) => name.startsWith(prefix)).length;
  record('strings', Object.fromEntries(allStrings().map(({ name, strings }) => [name, strings.length])));
  record('json', {
    'files that are JSON': of('y_'),
    'files that are none': of('n_'),
    'files that may be either': of('i_'),
  });
});

test('a chosen file: all files of JSONTestSuite at once are refused with a code and a path @short', async ({
  page,
  watched,
}) => {
  await openDialog(page);
  for (const files of inLots(jsonFiles(FULL), 50)) {
    const chosen = files.map(({ name, bytes }) => ({ name, mimeType: 'application/json', buffer: bytes }));
    await page.getByLabel('Choose a corpus file').setInputFiles(chosen);
    const { open, refused } = await page.evaluate(answersIn, [0, files.length, files.at(-1)?.name ?? ''] as const);
    expect(open).toBe(0);
    expect(refused.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    for (const { name, path, codes } of refused) {
      expect(path, name).toMatch(/^\$/);
      expectCode(name, codes[0] ?? '');
    }
    record('json-doors', { 'files opened': files.length });
  }
  record('json-doors', asFigures(await watched.counts()));
  await expectQuiet(watched);
});

for (const door of DOORS.slice(1))
  test(`${door.name}: every file of JSONTestSuite is refused with a code and a path`, async ({ page, watched }) => {
    test.skip(!FULL, 'a file after the other: only with all strings');
    for (const { name, bytes } of some(jsonFiles(true))) {
      const text = new TextDecoder().decode(bytes);
      // What is blank cannot be pasted: there is nothing to open.
      if (door.takes === 'text' && text.trim() === '') {
        record('json-doors', { 'blank files that cannot be pasted': 1 });
        continue;
      }
      expect(await door.open(page, door.takes === 'bytes' ? bytes : text), name).toBe('refused');
      const [[path = '', code = ''] = []] = (await listedIn(page)).rows;
      expect(path, name).toMatch(/^\$/);
      expectCode(name, code);
      record('json-doors', { 'files opened': 1 });
    }
    record('json-doors', asFigures(await countsOf(watched, door.asks)));
    await expectQuiet(watched, door.asks);
  });
