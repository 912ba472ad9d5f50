import { readdirSync } from 'node:fs';
import type { ReadResult } from '../../src/corpus/readCorpus.ts';
import { DOORS } from './doors.ts';
import { asFigures, record } from './figures.ts';
import { expect, expectQuiet, FULL, some, test } from './stage.ts';
import { allStrings, jsonFiles } from './strings.ts';

/** Codes for a text that no JSON parser has to read. */
const NO_JSON = /^(?:not-json|too-deep|not-utf8)$/;

/** What a file of JSONTestSuite must be told: those that are none are no JSON, those that are one are only no corpus. */
function expectCode(name: string, code: string): void {
  if (name.startsWith('n_')) expect(code, name).toMatch(NO_JSON);
  if (name.startsWith('y_')) expect(code, name).not.toMatch(NO_JSON);
}

test('the worker of the door tells JSON from what is none @short', async ({ page }) => {
  const worker = readdirSync('dist/assets').find((name) => /^doorWorker-.*\.js$/.test(name));
  const files = jsonFiles(true);
  // A page of the same host without a policy, where a test may start the worker.
  await page.route('**/plain.html', (route) => route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }));
  await page.goto('plain.html');
  const verdicts = await page.evaluate(
    async ([address, texts]) => {
      const door = new Worker(address, { type: 'module' });
      const answers: ReadResult[] = [];
      for (const text of texts)
        answers.push(
          await new Promise((resolve, reject) => {
            door.onmessage = ({ data }) => resolve(data);
            door.onerror = () => reject(new Error('the worker has failed'));
            door.postMessage(text);
          }),
        );
      door.terminate();
      return answers;
    },
    [`/assets/${worker}`, files.map(({ bytes }) => new TextDecoder().decode(bytes))] as const,
  );
  const codes = verdicts.map((verdict) => (verdict.ok ? 'taken' : (verdict.problems[0]?.code ?? '')));
  for (const [index, { name }] of files.entries()) expectCode(name, codes[index] ?? '');
  const of = (prefix: string) => files.filter(({ name }) => name.startsWith(prefix)).length;
  record('strings', Object.fromEntries(allStrings().map(({ name, strings }) => [name, strings.length])));
  record('json', {
    'files that are JSON': of('y_'),
    'files that are none': of('n_'),
    'files that may be either': of('i_'),
  });
});

for (const door of DOORS)
  test(`${door.name}: every file of JSONTestSuite is refused with a code and a path`, async ({ page, watched }) => {
    test.skip(!FULL, 'a load a file: only with all strings');
    for (const { name, bytes } of some(jsonFiles(true))) {
      expect(await door.open(page, door.takes === 'bytes' ? bytes : new TextDecoder().decode(bytes)), name).toBe(
        'refused',
      );
      const row = page.getByRole('table').locator('tbody tr').first();
      expect(await row.locator('td').first().textContent(), name).toMatch(/^\$/);
      expectCode(name, (await row.locator('td').last().textContent()) ?? '');
      record('json-doors', { 'files opened': 1 });
    }
    record('json-doors', asFigures(await watched.counts()));
    await expectQuiet(watched);
  });
