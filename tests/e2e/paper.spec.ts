import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { violationsOf } from './axe.ts';
import { expect, long, open, test } from './desk.ts';

/** What somebody who has the pages of a PDF reads: its text with single spaces, page after page. */
async function readPdf(pdf: Buffer): Promise<{ pages: number; text: string }> {
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return { pages: totalPages, text: text.replace(/\s+/g, ' ') };
}

/** Text without what a page may do otherwise: the breaks of lines, hyphens, and the quotation marks that are a matter of style. */
const run = (text: string) => text.replace(/[\s“”-]+/g, '');

/** The statements of the paper edition as they are read on the screen, without the numbers of their footnotes. */
const statementsOn = (page: Page) =>
  page.locator('main blockquote').evaluateAll((quotes) =>
    quotes.map((quote) => {
      const copy = quote.cloneNode(true) as Element;
      for (const number of copy.querySelectorAll('sup')) number.remove();
      return (copy.textContent ?? '').trim();
    }),
  );

/** Opens a view of the desk and waits until its paper edition has come. */
async function openDesk(page: Page, link: string): Promise<void> {
  await open(page, link);
  await page.locator('html[data-printable]').waitFor();
}

/** What only the desk has. */
const CHROME = ['By weight', 'In article order', 'Search actors', 'As told by', 'Two tellings', 'Matrix', 'Clear'];

for (const { view, link, filters, shown, statements } of [
  { view: 'the default view', link: '', filters: 'All of the coverage', shown: '37 statements', statements: 37 },
  {
    view: 'a filtered view',
    link: '?v=1&actor=moon-jae-in',
    filters: 'Only Moon',
    shown: '6 of 37 statements, 5 of 25 ties, 0 of 6 places, 2 of 19 events',
    statements: 6,
  },
]) {
  test(`printing ${view} gives the paper edition, with everything that is shown and nothing of the desk${long(view === 'the default view')}`, async ({
    page,
    baseURL,
  }) => {
    await openDesk(page, link);
    const { pages, text } = await readPdf(await page.pdf({ format: 'A4' }));
    expect(pages).toBeGreaterThan(1);
    for (const words of [
      'Kim in Beijing and the second Trump summit, January 2019',
      filters,
      shown,
      'As of 2019-01-10. Inferred: neither article carries a date',
      'Who said what',
      'Who relates to whom',
      'Notes: the evidence',
      'Sources',
      'Publisher unknown, date unknown, address unknown',
    ])
      expect(run(text)).toContain(run(words));
    expect(run(text)).toContain(run(`Link ${baseURL}${link}`));
    expect(text).toMatch(/digest [0-9a-f]{16}/);
    for (const words of CHROME) expect(text).not.toContain(words);

    await expect(page.locator('main blockquote').first()).toBeVisible();
    await page.goto(`${link === '' ? '?' : `${link}&`}page=paper`);
    const quotes = page.locator('main blockquote');
    await expect(quotes).toHaveCount(statements);
    const paper = run(text);
    for (const words of await statementsOn(page)) expect(paper).toContain(run(words));
    const notes = await page.locator('[id^="note-"]').evaluateAll((items) =>
      items.map((item) => {
        for (const back of item.querySelectorAll('a, .vh')) back.remove();
        // A badge may be drawn after the words.
        return (item.querySelector('p > span:last-of-type')?.previousElementSibling?.textContent ?? '').trim();
      }),
    );
    expect(notes.length).toBeGreaterThan(10);
    expect(notes).not.toContain('');
    for (const words of notes) expect(paper).toContain(run(words));
  });
}

test('after printing the desk is as it was, and nothing of the edition is left', async ({ page }) => {
  await openDesk(page, '?v=1&actor=moon-jae-in&open=a-moon-cooperate');
  const { text } = await readPdf(await page.pdf({ format: 'A4' }));
  expect(text).toContain('Only Moon');
  expect(text).not.toContain('Passage 1');
  await expect(page.getByRole('complementary', { name: 'Reader' })).toBeVisible();
  await expect(page.getByText('Notes: the evidence')).toHaveCount(0);
  await page.getByRole('button', { name: 'Two tellings' }).click();
  await expect(page).toHaveURL(/page=tellings/);
  const told = await readPdf(await page.pdf({ format: 'A4' }));
  expect(told.text).toContain('Notes: the evidence');
  expect(run(told.text)).toContain('page=tellings');
});

test.describe('without the paper edition', () => {
  test('the desk prints all of its panels, with nothing cut off', async ({ page, trouble }) => {
    await page.route(/PrintedPaper/, (route) => route.abort());
    await open(page, '?v=1');
    await page.waitForLoadState('networkidle');
    const { text } = await readPdf(await page.pdf({ format: 'A4' }));
    expect(text).not.toContain('Notes: the evidence');
    const paper = run(text);
    for (const words of [
      'Who relates to whom',
      'By train',
      'Who speaks',
      'When',
      'Talks with China are going very well!',
    ])
      expect(paper).toContain(run(words));
    // The last card of the wall stands below what the panel shows without scrolling.
    for (const words of await page.locator('article[data-kind="direct"] blockquote q').allTextContents())
      expect(paper).toContain(run(words));
    trouble.errors.length = 0;
  });
});

test('the paper page leads to the evidence and back by keyboard, prints, and goes back to the desk', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.goto('?v=1&actor=moon-jae-in&page=paper');
  await page.getByRole('link', { name: 'Note 3', exact: true }).press('Enter');
  await expect(page.locator('#note-3')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Note 3', exact: true })).toBeFocused();
  expect(page.url()).not.toContain('#');
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  const link = page.getByRole('link', { name: /actor=moon-jae-in/ });
  expect(await link.getAttribute('href')).toBe(await link.textContent());
  await page.getByRole('button', { name: 'Back to the desk' }).click();
  await expect(page).toHaveURL(/\?v=1&actor=moon-jae-in$/);
  await expect(page.getByRole('region', { name: 'Who said what' })).toBeVisible();
});

for (const { theme, width, height } of [
  { theme: 'light', width: 1440, height: 1000 },
  { theme: 'dark', width: 1024, height: 768 },
  { theme: 'contrast', width: 390, height: 844 },
]) {
  test(`axe finds nothing on the paper page: ${theme}, ${width} wide${long(theme !== 'dark')}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`?page=paper&theme=${theme}`);
    await page.locator('main blockquote').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await violationsOf(page)).toEqual([]);
  });
}

/** The looks of every element of the edition, in order. */
const looksOf = (page: Page) =>
  page.locator('main > article *').evaluateAll((elements) =>
    elements.map((element) => {
      const { display, fontFamily, fontSize, fontWeight, lineHeight, color, paddingTop } = getComputedStyle(element);
      return [element.tagName, display, fontFamily, fontSize, fontWeight, lineHeight, color, paddingTop].join(' ');
    }),
  );

test('the file opens from a disk without a network, says the same, and looks the same', async ({
  page,
  browser,
}, info) => {
  await page.goto('?v=1&actor=moon-jae-in&page=paper');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(
    /^dateline_kim-xi-january-2019_moon-jae-in_\d{4}-\d\d-\d\d_paper\.html$/,
  );
  const path = join(info.outputDir, 'paper.html');
  await download.saveAs(path);
  const source = readFileSync(path, 'utf8');
  expect(source).not.toMatch(/<script|\son\w+=|src="|@import/);
  expect(source.length).toBeLessThan(600_000);

  const context = await browser.newContext({ viewport: page.viewportSize(), offline: true });
  const requests: string[] = [];
  const trouble: string[] = [];
  await context.route(/^(?!file:|data:)/, (route) => route.abort());
  const file = await context.newPage();
  file.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  file.on('console', (message) => trouble.push(message.text()));
  file.on('requestfailed', (request) => trouble.push(request.url()));
  const address = pathToFileURL(path).href;
  await file.goto(address);
  const fonts = await file.evaluate(async () => {
    await document.fonts.ready;
    const loaded = [...document.fonts].filter(({ status }) => status === 'loaded');
    return loaded.map(({ family }) => family.replaceAll('"', ''));
  });
  expect(fonts).toEqual(expect.arrayContaining(['Newsreader', 'Schibsted Grotesk']));
  expect(requests).toEqual([address]);
  expect(trouble).toEqual([]);
  await expect(file).toHaveTitle('Kim in Beijing and the second Trump summit, January 2019: Only Moon');
  expect(await file.locator('main > article').textContent()).toBe(await page.locator('main > article').textContent());
  expect(await looksOf(file)).toEqual(await looksOf(page));
  await file.getByRole('link', { name: 'Note 3', exact: true }).click();
  await expect(file.locator('#note-3:target')).toBeInViewport();
  await context.close();
});
