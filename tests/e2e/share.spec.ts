import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { expect, long, open, test } from './desk.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share this view' });
const address = (page: Page) => dialog(page).getByRole('textbox', { name: 'Address of this view' });

async function share(page: Page, link = '?v=1&actor=moon-jae-in&utm_source=mail') {
  await open(page, link);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

test('a link is short, leaves out what others added, is copied with a confirmation, and says what it holds', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await share(page);
  await expect(address(page)).toHaveValue(/\/\?v=1&actor=moon-jae-in$/);
  await expect(dialog(page)).toContainText('This link holds the filters Moon.');
  await dialog(page).getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog(page).getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await address(page).inputValue());
  await dialog(page).getByRole('button', { name: 'Copy a citation' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/Only Moon: 6 of 37 statements, .* digest [0-9a-f]{16}\. Retrieved \d{4}-\d\d-\d\d\. http.*pin=/);
});

test('the default view is shared without a query', async ({ page }) => {
  await share(page, '');
  await expect(address(page)).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  await expect(dialog(page)).toContainText('This link holds no filter.');
});

test('where copying is refused, it is said, and the words can be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
  });
  await share(page);
  await dialog(page).getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog(page).getByRole('status')).toContainText('did not allow copying');
  await expect(address(page)).toBeFocused();
});

test('the system’s own sheet gets the link where there is one', async ({ page }) => {
  await page.addInitScript(() => {
    const share = (data: ShareData) => {
      Reflect.set(window, 'sharedWith', data.url);
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'share', { value: share });
  });
  await share(page);
  await dialog(page).getByRole('button', { name: 'Share…' }).click();
  expect(await page.evaluate(() => Reflect.get(window, 'sharedWith'))).toBe(await address(page).inputValue());
});

for (const scheme of ['light', 'dark'] as const)
  test(`the QR code is read by a reader, in a ${scheme} theme${long(scheme === 'light')}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await share(page);
    await dialog(page).getByRole('button', { name: 'Pinned to this coverage' }).click();
    const shot = PNG.sync.read(
      await dialog(page).getByRole('img', { name: 'QR code of this link' }).screenshot({ scale: 'css' }),
    );
    const read = jsQR(new Uint8ClampedArray(shot.data), shot.width, shot.height);
    expect(read?.data).toBe(await address(page).inputValue());
  });

test('a pinned link opens without a word on the same coverage, and says what differs on another', async ({ page }) => {
  await share(page);
  await dialog(page).getByRole('button', { name: 'Pinned to this coverage' }).click();
  const pinned = new URL(await address(page).inputValue());
  expect(pinned.search).toMatch(/&pin=[0-9a-f]{16}\.[a-z0-9-]+\.2019-01-10\.2-37-43-6-19-32$/);
  const notes = page.getByRole('status', { name: 'Notes about this link' });
  await open(page, pinned.search);
  await page.waitForLoadState('networkidle');
  await expect(notes).toHaveCount(0);

  const corpus = JSON.parse(readFileSync('src/data/corpus.json', 'utf8'));
  corpus.asOf.date = '2019-01-12';
  corpus.flags = corpus.flags.slice(1);
  await page.route(/\/assets\/corpus-.*\.json$/, (route) => route.fulfill({ json: corpus }));
  await open(page, pinned.search);
  await expect(notes).toContainText(
    'This link was made on another state of the coverage: that was as of 2019-01-10, and this is as of 2019-01-12; 32 flags are 31 now.',
  );
  await expect(page.getByText('6 of 37 statements').first()).toBeVisible();
  await notes.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notes).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('?v=1&actor=moon-jae-in');
});

test('a link that lost its end says so', async ({ page }) => {
  const ids = Array.from({ length: 120 }, (_, index) => `nobody-of-this-name-${index}`).sort();
  const link = `?v=1&len=2900&actor=${ids.join('.')}`.slice(0, 2000);
  await page.goto(link);
  await expect(page.getByRole('status', { name: 'Notes about this link' })).toContainText(
    'The end of the link was cut off',
  );
});

async function makeStory(page: Page) {
  await share(page, '?v=1&actor=moon-jae-in');
  await dialog(page).getByRole('tab', { name: 'Story' }).click();
  await dialog(page).getByRole('button', { name: 'Add this view' }).click();
  await page.keyboard.type('Moon hopes for talks.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: /^Direct/ }).click();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog(page).getByRole('tab', { name: 'Story' }).click();
  await dialog(page).getByRole('button', { name: 'Add this view' }).click();
  await page.keyboard.type('And these are exact words.');
  await dialog(page).getByLabel('Title of the story').fill('Two looks');
}

test('a story is built on the desk, kept, ordered, undone, saved and opened again', async ({ page }) => {
  await makeStory(page);
  const steps = dialog(page).getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toHaveCount(2);
  await dialog(page).getByRole('button', { name: 'Step 2 earlier' }).click();
  await expect(steps.first()).toContainText('Direct');
  await dialog(page).getByRole('button', { name: 'Take step 1 out' }).click();
  await expect(steps).toHaveCount(1);
  await dialog(page).getByRole('button', { name: 'Undo' }).click();
  await expect(steps).toHaveCount(2);

  const saving = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Save as a file' }).click();
  const file = await (await saving).path();
  const saved = JSON.parse(readFileSync(file, 'utf8'));
  expect(saved).toMatchObject({ kind: 'dateline-story', version: 1, title: 'Two looks' });
  expect(saved.steps).toEqual([
    { view: 'v=1&kind=direct', says: 'And these are exact words.' },
    { view: 'v=1&actor=moon-jae-in', says: 'Moon hopes for talks.' },
  ]);

  await page.reload();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog(page).getByRole('tab', { name: 'Story' }).click();
  await expect(steps).toHaveCount(2);
  await dialog(page).getByRole('button', { name: 'Start anew' }).click();
  await expect(steps).toHaveCount(0);
  const opening = dialog(page).getByLabel('Open a story…');
  await opening.setInputFiles({ name: 'odd.json', mimeType: 'application/json', buffer: Buffer.from('{"kind":"x"}') });
  await expect(dialog(page).getByRole('alert')).toContainText('“odd.json” is not a story, and nothing was changed.');
  await expect(dialog(page).getByRole('alert')).toContainText('$.kind: expected "dateline-story", found "x"');
  await opening.setInputFiles(file);
  await expect(steps).toHaveCount(2);
});

test('a story is played step by step, from a link, by buttons and keys, and left', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await makeStory(page);
  await dialog(page).getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog(page).getByRole('status')).toHaveText('Copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => localStorage.clear());

  await open(page, new URL(link).search);
  const story = page.getByRole('region', { name: 'Story' });
  await expect(story).toContainText('Two looks · step 1 of 2');
  await expect(story).toContainText('Moon hopes for talks.');
  await expect(page.getByText('6 of 37 statements').first()).toBeVisible();
  await expect(story.getByRole('button', { name: 'Back', exact: true })).toBeDisabled();
  await story.getByRole('button', { name: 'Next' }).click();
  await expect(story).toContainText('And these are exact words.');
  await expect(page.getByRole('button', { name: /^Direct/, pressed: true })).toBeVisible();
  await page.keyboard.press('[');
  await expect(story).toContainText('step 1 of 2');
  await page.goBack();
  await expect(story).toContainText('step 2 of 2');

  await page.getByRole('button', { name: /^Mixed/ }).click();
  await story.getByRole('button', { name: 'Back to the step' }).click();
  await expect(page.getByRole('button', { name: /^Mixed/, pressed: true })).toHaveCount(0);
  await story.getByRole('button', { name: 'Leave the story' }).click();
  await expect(story).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('?v=1&kind=direct');
});

test('a story that was cut off says so, and the view is still shown', async ({ page }) => {
  await open(page, '?v=1&actor=moon-jae-in&step=1&story=fY6xDsIwDER_xfLA1CDKxtCBFYkNiaHq0');
  await expect(page.getByRole('region', { name: 'Story' })).toContainText('cannot be read');
  await expect(page.getByText('6 of 37 statements').first()).toBeVisible();
});
