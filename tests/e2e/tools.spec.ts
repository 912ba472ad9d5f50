import { expect, open, test } from './desk.ts';

const count = 'section[aria-label="Filters"] [role="status"]';

test('one key copies a quotation with its attribution and a link that opens it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.getByRole('button', { name: /^Talks with China are going very well/ }).focus();
  await page.keyboard.press('c');
  await expect(page.getByText('Copied, with attribution and link.')).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(lines.slice(0, 2)).toEqual(['“Talks with China are going very well!”', '— Donald Trump, tweeted Tuesday']);
  await page.goto(lines.at(-1) ?? '');
  await expect(page.getByRole('complementary', { name: 'Reader' })).toContainText(
    'Donald Trump, resolved within this article',
  );
});

test('undo takes back the last change of the filters, by button and by key', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^Direct/ }).click();
  await expect(page.locator(count)).toHaveText(/^7 of 37/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator(count)).toHaveText(/^37/);
  await page.keyboard.press('Control+z');
  await expect(page.locator(count)).toHaveText(/^7 of 37/);
});

test('the question mark shows the keys', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
});

test('a span of days is chosen by dragging, and by keyboard', async ({ page }) => {
  await open(page);
  const day = (name: string) => page.getByRole('button', { name: `Only ${name}` });
  await day('Mon 7 Jan').hover();
  await page.mouse.down();
  await day('Tue 8 Jan').hover();
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2019-01-07&to=2019-01-08/);
  await day('Tue 8 Jan').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+Enter');
  await expect(page).toHaveURL(/from=2019-01-07&to=2019-01-09/);
});

test('the map comes closer by keyboard and goes back', async ({ page }) => {
  await open(page);
  const hanoi = page.getByRole('button', { name: 'Hanoi, candidate' });
  const place = () => hanoi.locator('circle').first().getAttribute('cx');
  const before = await place();
  await hanoi.focus();
  await page.keyboard.press('+');
  await expect.poll(place).not.toBe(before);
  await page.keyboard.press('0');
  await expect.poll(place).toBe(before);
});

test('on a phone the sections stand behind the bar, and the sheet says what it leaves', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(page.getByRole('heading', { name: 'Who said what' })).toBeVisible();
  const bar = page.getByRole('navigation', { name: 'Sections' });
  await bar.getByRole('button', { name: 'Dates' }).click();
  await expect(page.getByRole('heading', { name: 'When' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Who said what' })).toBeHidden();
  await bar.getByRole('button', { name: 'Filter' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filter' });
  await sheet.getByRole('button', { name: /^Direct/ }).click();
  await sheet.getByRole('button', { name: 'Show 7 statements' }).click();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/kind=direct/);
});

test('the two tellings stand in the link, and lead to the reader', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Two tellings' }).click();
  await expect(page).toHaveURL(/page=tellings/);
  await expect(page.getByText(/2 passages shared/)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Who relates to whom' })).toBeVisible();
});
