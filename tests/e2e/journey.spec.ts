import { expect, open, test } from './desk.ts';

test('by mouse: from an actor to the words, to the article, to the other version and back; the address opens the same', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page);
  const wall = page.getByRole('region', { name: 'Who said what' });
  await page.getByRole('button', { name: /^Lu Kang: \d+ statements/ }).click();
  await expect(wall.getByRole('heading', { name: /Said by Lu Kang/ })).toBeVisible();
  await wall.getByRole('button', { name: /Beijing remains supportive of efforts/ }).click();

  const reader = page.getByRole('complementary', { name: 'Reader' });
  const shown = reader.locator('[data-current] mark');
  const words =
    "Beijing remains supportive of efforts to end tensions over USA demands for a halt to North Korea's nuclear and missile programs";
  const read = async () => (await shown.allTextContents()).join('');
  await expect.poll(read).toBe(words);
  await expect(reader.getByRole('heading', { name: /Kim Jong Un has Xi Jinping's support/ })).toBeVisible();
  await reader.getByRole('button', { name: 'Same words in B' }).click();
  await expect(reader.getByRole('heading', { name: /Kim Jong-un leaves China/ })).toBeVisible();
  expect(await read()).toBe(words);
  await expect(reader.getByText('resolved by the other article')).toBeVisible();

  const address = page.url();
  expect(address).toMatch(/[A-Za-z0-9]$/);
  const elsewhere = await (await browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
  await elsewhere.goto(address);
  const same = elsewhere.getByRole('complementary', { name: 'Reader' });
  await expect(same.getByRole('heading', { name: /Kim Jong-un leaves China/ })).toBeVisible();
  expect((await same.locator('[data-current] mark').allTextContents()).join('')).toBe(words);
  await expect(elsewhere.getByRole('button', { name: /^Lu Kang: / })).toHaveAttribute('aria-pressed', 'true');

  await reader.getByRole('button', { name: 'Same words in A' }).click();
  await expect(reader.getByRole('heading', { name: /Kim Jong Un has Xi Jinping's support/ })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(reader).toBeHidden();
  await page.goBack();
  expect(page.url()).toBe(baseURL);
});

test('by keyboard alone: the same way, and the focus comes back', async ({ page }) => {
  await open(page);
  const actor = page.getByRole('button', { name: /^Lu Kang: \d+ statements/ });
  await page.getByRole('group', { name: /^Network of ties/ }).waitFor();
  const inNetwork = page.locator('svg [data-mark][tabindex="0"]');
  await inNetwork.focus();
  for (let step = 0; step < 40 && !(await actor.evaluate((element) => element === document.activeElement)); step += 1)
    await page.keyboard.press('ArrowRight');
  await expect(actor).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(actor).toHaveAttribute('aria-pressed', 'true');

  const card = page.getByRole('button', { name: /Beijing remains supportive of efforts/ });
  for (let step = 0; step < 120 && !(await card.evaluate((element) => element === document.activeElement)); step += 1)
    await page.keyboard.press('Tab');
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  const reader = page.getByRole('complementary', { name: 'Reader' });
  await expect(reader.getByRole('heading', { level: 2 })).toBeFocused();
  const version = reader.getByRole('button', { name: 'Same words in B' });
  for (let step = 0; step < 10 && !(await version.evaluate((element) => element === document.activeElement)); step += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(reader.getByRole('heading', { name: /Kim Jong-un leaves China/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reader).toBeHidden();
  await expect(card).toBeFocused();
});

test('back and forward restore the view and the focus exactly', async ({ page }) => {
  await open(page);
  const chip = page.getByRole('button', { name: /^Direct/ });
  await chip.click();
  await expect(page).toHaveURL(/kind=direct/);
  const card = page.getByRole('button', { name: /Talks with China are going very well/ }).first();
  await card.focus();
  await page.keyboard.press('Enter');
  const reader = page.getByRole('complementary', { name: 'Reader' });
  await expect(reader).toBeVisible();
  const next = reader.getByRole('button', { name: 'Previous passage' });
  await next.focus();
  await page.goBack();
  await expect(reader).toBeHidden();
  await expect(card).toBeFocused();
  await page.goForward();
  await expect(reader).toBeVisible();
  await expect(next).toBeFocused();
  await page.goBack();
  await page.goBack();
  await expect(chip).toBeFocused();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
});

test('works from a path that nobody thought of', async ({ page, baseURL }) => {
  await open(page, `${baseURL}some/deep/path/?v=1&actor=moon-jae-in&open=b-moon-guard`);
  await expect(page.getByRole('complementary', { name: 'Reader' })).toContainText('We will not loosen our guard');
  await expect(page.getByRole('group', { name: /^Map of the venues/ })).toBeVisible();
});
