import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readCorpusText } from '../../src/corpus/readCorpus.ts';
import { corpusDigest } from '../../src/exports/digest.ts';
import { smallCorpus } from '../fixtures/markedCorpus.ts';
import { corpusCase } from '../fuzz/corpusCases.ts';
import { queryCase } from '../fuzz/queryCases.ts';
import { Random } from '../fuzz/random.ts';
import { answersIn } from './batch.ts';
import { bundledFile, coverageDialog, openDialog } from './doors.ts';
import { asFigures, record } from './figures.ts';
import { expect, expectQuiet, FULL, test } from './stage.ts';

const SEED = 20_190_110;
/** Cases of each kind; `SECURITY_CASES` is for a look. */
const CASES = FULL ? Number(process.env.SECURITY_CASES ?? 20_000) : 100;
/** Cases of one page; each begins with a new one. */
const PART = FULL ? 1000 : 100;
/** Files that are chosen at once. */
const ABREAST = 25;

const starts = (step: number, from: number, to: number) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);

/** What the door of the app has to say to a file, by the code that Node runs. */
type Expected = { name: string; digest: string | null; codes: string[] };

/** Closes all that is open, in the dialog; runs in the page. */
async function closeIn(): Promise<number> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const buttons = () =>
    document.querySelectorAll<HTMLElement>('dialog[open] ul[aria-label="Open coverages"] > li > button + button');
  for (let rounds = 0; rounds < 500 && buttons().length > 0; rounds += 1) {
    buttons()[0]?.click();
    if (rounds % 10 === 9) await frame();
  }
  await frame();
  return buttons().length;
}

async function openBatch(
  page: Page,
  folder: string,
  from: number,
  to: number,
): Promise<{ opened: number; refused: number }> {
  const expected: Expected[] = [];
  const paths: string[] = [];
  for (let number = from; number < to; number += 1) {
    const name = `case-${number}.json`;
    const text = corpusCase(new Random(SEED, number));
    const path = join(folder, name);
    writeFileSync(path, text);
    paths.push(path);
    // A file is UTF-8: half of a pair is no character of it.
    const read = readCorpusText(Buffer.from(text).toString('utf8'));
    expected.push({
      name,
      digest: read.ok ? corpusDigest(read.corpus) : null,
      codes: read.ok ? [] : read.problems.slice(0, 200).map(({ code }) => code),
    });
  }
  // One that is never taken, so that the dialog stays open with its list whatever the others are.
  const last = join(folder, `last-${from}.json`);
  writeFileSync(last, '[');
  expected.push({ name: `last-${from}.json`, digest: null, codes: ['not-json'] });
  const open = new Set(expected.flatMap(({ digest }) => digest ?? [])).size;
  const refused = expected.filter(({ digest }) => digest === null);
  await coverageDialog(page)
    .getByLabel('Choose a corpus file')
    .setInputFiles([...paths, last]);
  const answers = await page.evaluate(answersIn, [open, refused.length, `last-${from}.json`] as const);
  expect(answers.refused.map(({ name, codes }) => ({ name, codes }))).toEqual(
    refused.map(({ name, codes }) => ({ name, codes })),
  );
  expect(answers.refused.filter(({ path }) => !path.startsWith('$'))).toEqual([]);
  // Two files of one corpus are one coverage.
  expect(answers.open).toBe(open);
  for (const path of paths) rmSync(path);
  expect(await page.evaluate(closeIn)).toBe(0);
  return { opened: expected.length - refused.length, refused: refused.length - 1 };
}

for (const start of starts(PART, 0, CASES))
  test(`corpora that nobody would write, from ${start}: each is open, or refused with a code and a path @short`, async ({
    page,
    watched,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-cases-'));
    try {
      await openDialog(page);
      for (const from of starts(ABREAST, start, start + PART)) {
        const { opened, refused } = await openBatch(page, folder, from, Math.min(from + ABREAST, start + PART));
        record('fuzz-corpora', { files: opened + refused, opened, 'refused with a code and a path': refused });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    // The page still answers.
    await coverageDialog(page).getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('main').first()).not.toBeEmpty();
    record('fuzz-corpora', asFigures(await watched.counts()));
    await expectQuiet(watched);
  });

/** Goes through links in the open page; answers those that were not followed, and those after which there was no view. Runs in the page. */
async function followIn(links: string[]): Promise<{ lost: string[]; blank: string[] }> {
  const lost: string[] = [];
  const blank: string[] = [];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** Lets the page draw what it has, without waiting for the screen, which only every tenth link does. */
  const { port1, port2 } = new MessageChannel();
  const task = () =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  const isBlank = () => !document.querySelector('main')?.textContent?.trim();
  for (const [index, link] of links.entries()) {
    history.replaceState(null, '', link);
    if (location.href !== new URL(link, location.href).href) lost.push(link.slice(0, 200));
    dispatchEvent(new PopStateEvent('popstate'));
    await (index % 10 === 9 ? frame() : task());
    // The code of a view may be on its way; a frame is empty for that moment.
    for (const end = performance.now() + 5_000; performance.now() < end && isBlank(); ) await frame();
    if (isBlank()) blank.push(link.slice(0, 200));
  }
  return { lost, blank };
}

/** What is asked of our own host and is no part of the app. */
const isPlaylist = ({ hostname, pathname }: URL) =>
  hostname === '127.0.0.1' && pathname !== '/' && !pathname.startsWith('/assets/');

for (const start of starts(PART, 0, CASES))
  test(`links that nobody would write, from ${start}: there is always a view @short`, async ({ page, watched }) => {
    // A link to a wall may name a playlist that the host does not have: the answer is ours, and counted as nothing else.
    await page.route(isPlaylist, (route) => route.fulfill({ body: '[]', contentType: 'application/json' }));
    // Links are what is tried: a small coverage is drawn sooner.
    expect(await bundledFile.open(page, JSON.stringify(smallCorpus()))).toBe('shown');
    for (const from of starts(100, start, start + PART)) {
      const links = Array.from(
        { length: Math.min(100, start + PART - from) },
        (_, index) => `/?${queryCase(new Random(SEED, from + index))}`,
      );
      expect(await page.evaluate(followIn, links)).toEqual({ lost: [], blank: [] });
      record('fuzz-queries', { 'query strings': links.length });
    }
    await page.evaluate(() => {
      history.replaceState(null, '', '/');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect(page.locator('article[data-kind]').first()).toBeVisible();
    record('fuzz-queries', asFigures(await watched.counts()));
    await expectQuiet(watched);
  });
