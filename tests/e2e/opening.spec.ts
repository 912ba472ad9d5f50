import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { smallCorpus } from '../fixtures/markedCorpus.ts';
import { violationsOf } from './axe.ts';
import { expect, follow, open, test } from './desk.ts';

/** A small corpus under a title, as a colleague could send it. */
const corpusOf = (title: string) => JSON.stringify(smallCorpus({ title }), null, 2);
const fileOf = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

const band = (page: Page) => page.getByRole('complementary', { name: 'Whose data this is' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Coverage' });
const choose = (page: Page, ...files: ReturnType<typeof fileOf>[]) =>
  page.getByLabel('Choose a corpus file').setInputFiles(files);

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Coverage/ }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Drops files on the page, as the system does. */
async function drop(page: Page, ...files: { name: string; text: string }[]): Promise<void> {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await expect(async () => {
    await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
    await expect(page.getByText('Drop the file to open it here.')).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

test('a chosen file is shown under its band, kept for the next time, and forgotten on request', async ({ page }) => {
  await open(page);
  await openDialog(page);
  expect(await violationsOf(page)).toEqual([]);
  await choose(page, fileOf('evening news.json', corpusOf('Evening')));
  await expect(band(page)).toContainText('Data from the file “evening news.json”, not from Dateline’s editors');
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(/[?&]file=evening_news~2Ejson\.[0-9a-f]{16}$/);
  expect(await violationsOf(page)).toEqual([]);

  // It is kept once it has been on screen for a moment.
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('dateline-opened')).keys()).length))
    .toBe(1);
  // The link says which file it needs, and asks for it; the filters of the link hold.
  await page.getByRole('button', { name: /^Direct/ }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open “evening news.json”');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open it again from this device' }).click();
  await expect(band(page)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Direct/ })).toHaveAttribute('aria-pressed', 'true');

  // One step back to the built-in coverage, where the file is offered again.
  await page.getByRole('button', { name: 'Back to the built-in coverage' }).click();
  await expect(band(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/$/);
  await page.reload();
  await expect(page.getByText('You last opened “evening news.json” here.')).toBeVisible();
  await page.getByRole('button', { name: 'Forget it' }).click();
  expect(await page.evaluate(async () => caches.has('dateline-opened'))).toBe(false);
});

test('a link to a file takes another file only when it is told so', async ({ page }) => {
  await page.goto('?v=1&article=b&file=evening~2Ejson.0123456789abcdef');
  await expect(page.getByText('0123456789abcdef')).toBeVisible();
  await choose(page, fileOf('other.json', corpusOf('Other')));
  await expect(page.getByRole('heading', { name: '“other.json” holds something else' })).toBeVisible();
  await page.getByRole('button', { name: 'Show it all the same' }).click();
  await expect(band(page)).toContainText('other.json');
  await expect(page).toHaveURL(/article=b&file=other~2Ejson\.(?!0123456789abcdef)/);
});

test('dropped files stand side by side, and a broken one does not hide the others', async ({ page }) => {
  await open(page);
  const broken = corpusOf('Broken').replace('"kind": "direct"', '"kind": "sung"');
  const line = broken.split('\n').findIndex((text) => text.includes('"sung"')) + 1;
  await drop(
    page,
    { name: 'one.json', text: corpusOf('First') },
    { name: 'broken.json', text: broken },
    { name: 'two.json', text: corpusOf('Second') },
  );
  const refused = dialog(page).getByRole('heading', { name: /^“broken\.json” was refused: \d+ problems?$/ });
  await expect(refused).toBeVisible();
  const row = dialog(page).getByRole('row', { name: /"sung"/ });
  await expect(row).toContainText(/\$\.statements\[\d+\]\.kind/);
  await expect(row).toContainText('wrong-shape');
  await expect(row.getByRole('cell').nth(1)).toHaveText(String(line));
  const list = dialog(page).getByRole('list', { name: 'Open coverages' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await list.getByRole('button', { name: /^Second/ }).click();
  await expect(band(page)).toContainText('two.json');
  await page.goBack();
  await expect(band(page)).toContainText('one.json');
  await openDialog(page);
  await list.getByRole('button', { name: 'Close First' }).click();
  await expect(band(page)).toHaveCount(0);
  await expect(list.getByRole('listitem')).toHaveCount(2);
});

test('pasted text is opened, and what is no corpus gets a clear sentence', async ({ page }) => {
  await open(page);
  await expect(async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '{ "schemaVersion": 9 }');
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect(dialog(page).getByText('made for a newer Dateline')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await dialog(page).getByText('Paste its text').click();
  const field = dialog(page).getByLabel('Paste a corpus');
  await field.fill('{\n"title": \n}');
  await dialog(page).getByRole('button', { name: 'Open the pasted text' }).click();
  await expect(dialog(page).getByRole('row', { name: /not-json/ })).toContainText('3');
  await field.fill(corpusOf('Pasted'));
  await dialog(page).getByRole('button', { name: 'Open the pasted text' }).click();
  await expect(band(page)).toContainText('pasted text');
});

test('bytes that are no text are refused with a code', async ({ page }) => {
  await open(page);
  await openDialog(page);
  await choose(page, { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) });
  await expect(dialog(page).getByRole('row', { name: /not-utf-8/ })).toBeVisible();
});

test('an embed opens no other data', async ({ page }) => {
  await page.goto('?embed=quotes&file=a~2Ejson.0123456789abcdef');
  await expect(page.getByRole('link', { name: /^Open the full view/ })).toHaveAttribute('href', /^\?v=1&file=a~2Ejson/);
  await expect(page.locator('input')).toHaveCount(0);
});

test.describe('the data of another host', () => {
  const ADDRESS = 'https://data.example.org/korea.json';

  test('is not loaded by a build that connects to itself only', async ({ page }) => {
    await page.goto(`?data=${ADDRESS}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This address is not opened');
    await expect(page.getByText('data/not-allowed')).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  test.describe('in a build that may', () => {
    /** Answers for the other host, and counts how often it was asked. */
    async function host(page: Page, answer: { status?: number; body?: string; wait?: number }) {
      const asked: { referer?: string; cookie?: string }[] = [];
      await page.route('https://data.example.org/**', async (route) => {
        asked.push(await route.request().allHeaders());
        await new Promise((resolve) => setTimeout(resolve, answer.wait ?? 0));
        await route.fulfill({ headers: { 'access-control-allow-origin': '*' }, ...answer }).catch(() => {});
      });
      return asked;
    }
    const load = (page: Page) => page.getByRole('button', { name: 'Load it from data.example.org' });
    // What the other host is asked for is the point here.
    test.afterEach(({ trouble }) => {
      expect(trouble.foreign.filter((address) => !address.startsWith(ADDRESS))).toEqual([]);
      trouble.foreign.length = 0;
    });

    test('is asked for by a person, told nothing, and stands under its band', async ({ page }) => {
      const asked = await host(page, { body: corpusOf('From afar') });
      await page.goto(`any-host/?article=b&data=${ADDRESS}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Load data from data.example.org?');
      expect(await violationsOf(page)).toEqual([]);
      expect(asked).toEqual([]);
      await load(page).click();
      await expect(band(page)).toContainText('Data from data.example.org, not from Dateline’s editors');
      await expect(page.getByRole('region', { name: 'Filters' }).getByRole('status')).toContainText(
        /\d of \d statements/,
      );
      expect(asked).toHaveLength(1);
      expect(asked[0]?.referer ?? asked[0]?.cookie).toBeUndefined();
      // Nothing of it is kept: the page asks again.
      await page.reload();
      await expect(load(page)).toBeVisible();
      expect(asked).toHaveLength(1);
    });

    test('says what failed, and can be cancelled', async ({ page, trouble }) => {
      const answer = { status: 404, body: '', wait: 0 };
      const asked = await host(page, answer);
      await page.goto(`any-host/?data=${ADDRESS}`);
      await load(page).click();
      await expect(page.getByText('The server answered 404 instead of the coverage.')).toBeVisible();
      answer.wait = 3000;
      await load(page).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(load(page)).toBeVisible();
      expect(asked).toHaveLength(2);
      trouble.errors.length = 0;
    });

    test('is asked about again when the address changes in the page, and when the wall is left', async ({ page }) => {
      const asked = await host(page, { body: corpusOf('From afar'), wait: 3000 });
      const wall = `?kiosk=20&allow=data.example.org&data=${ADDRESS}`;
      await page.goto(`any-host/?data=${ADDRESS}`);
      await load(page).click();
      await follow(page, `?data=${ADDRESS}%3Fother`);
      await expect(load(page)).toBeVisible();
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await page.goBack();
      await expect(load(page)).toBeVisible();
      expect(asked).toHaveLength(1);
      await page.goto(`any-host/${wall}`);
      await load(page).click();
      await follow(page, `?data=${ADDRESS}`);
      await expect(load(page)).toBeVisible();
      expect(asked).toHaveLength(2);
      // The wall itself may.
      await follow(page, wall);
      await expect.poll(() => asked.length).toBe(3);
    });

    test('comes to a wall only when the link allows its host, and comes back by itself', async ({ page }) => {
      const asked = await host(page, { body: corpusOf('From afar') });
      await page.goto(`any-host/?kiosk=20&data=${ADDRESS}`);
      await expect(page.getByText('data/not-allowed-on-wall')).toBeVisible();
      await page.goto(`any-host/?kiosk=20&allow=data.example.org&data=${ADDRESS}`);
      expect(asked).toEqual([]);
      await load(page).click();
      await expect(page.locator('main[data-scene]')).toBeVisible();
      await expect(page.locator('[data-band]')).toContainText('Data from data.example.org');
      await page.reload();
      await expect(page.locator('[data-band]')).toContainText('Data from data.example.org');
    });
  });
});

test('what is opened is printed and saved under its band', async ({ page }) => {
  await open(page);
  await openDialog(page);
  await choose(page, fileOf('evening.json', corpusOf('Evening')));
  await expect(band(page)).toBeVisible();
  await page.getByRole('button', { name: /^Share/ }).click();
  const share = page.getByRole('dialog', { name: 'Share this view' });
  await expect(share).toContainText(
    'It does not carry the data: whoever opens it is asked for the file “evening.json”',
  );
  await share.getByRole('tab', { name: 'Embed' }).click();
  await expect(share).toContainText('Only the built-in coverage can stand in a page of somebody else');
  await share.getByRole('tab', { name: 'Picture' }).click();
  await share.getByRole('button', { name: 'SVG' }).click();
  const saved = page.waitForEvent('download');
  await share.getByRole('button', { name: 'Save the picture' }).click();
  const picture = await saved;
  expect(picture.suggestedFilename()).toMatch(/^dateline_from-evening_/);
  const path = await picture.path();
  expect(readFileSync(path, 'utf8')).toContain('Data from the file “evening.json”, not from Dateline’s editors');
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const address = new URL(location.href);
    address.searchParams.set('page', 'paper');
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(page.getByRole('article').getByText('Data from the file “evening.json”').first()).toBeVisible();
});
