import { violationsOf } from './axe.ts';
import { expect, follow, long, open, test } from './desk.ts';

const VIEWS = {
  'the main screen': '',
  'the reader': '?open=a-he-sino-us',
  'the matrix': '?view=matrix',
  'the list': '?view=list',
  'a filtered desk': '?actor=kim-jong-un&kind=direct',
  'an empty slice': '?article=a&kind=direct&topic=sanctions',
  'a bad link': '?order=zzz&actor=nobody-here',
};
const SIZES = [
  { theme: 'light', width: 1440, height: 1000 },
  { theme: 'dark', width: 1024, height: 768 },
  { theme: 'contrast', width: 390, height: 844 },
];

for (const { theme, width, height } of SIZES)
  test(`axe finds nothing in the share dialog and in a story: ${theme}, ${width} wide${long(theme !== 'light')}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page, `?v=1&actor=moon-jae-in&theme=${theme}`);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const tabs = page.getByRole('dialog', { name: 'Share this view' }).getByRole('tab');
    await expect(tabs).toHaveText(['Link', 'Files', 'Picture', 'Embed', 'Story']);
    await tabs.first().focus();
    for (const name of await tabs.allTextContents()) {
      await expect(page.getByRole('tab', { name, selected: true })).toBeFocused();
      if (name === 'Story') await page.getByRole('button', { name: 'Add this view' }).click();
      expect(await violationsOf(page), name).toEqual([]);
      await page.keyboard.press('ArrowRight');
    }
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Story' })).toContainText('step 1 of 1');
    expect(await violationsOf(page), 'a story').toEqual([]);
  });

for (const { theme, width, height } of SIZES)
  test(`axe finds nothing on the desk: ${theme}, ${width} wide${long(theme !== 'contrast')}`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width, height });
    await open(page, `?theme=${theme}`);
    await page.waitForLoadState('networkidle');
    for (const [name, link] of Object.entries(VIEWS)) {
      await follow(page, `${link}${link === '' ? '?' : '&'}theme=${theme}`);
      expect.soft(await violationsOf(page), name).toEqual([]);
    }
  });

test('nothing scrolls sideways at any width', async ({ page }) => {
  await open(page);
  for (const width of [1440, 1024, 768, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await follow(page, '');
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollWidth), String(width))
      .toBeLessThanOrEqual(width);
  }
});
