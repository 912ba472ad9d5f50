import type { Page } from '@playwright/test';
import { expect, long, open, test } from './desk.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Filters' });
const box = async (page: Page, name: string) => page.getByRole('region', { name }).boundingBox();
const MANY =
  '?told=kcna.kim-jong-un.xinhua&actor=china.donald-trump.kim-jong-un.north-korea.xi-jinping&place=hanoi&topic=sanctions&from=2019-01-01&to=2019-01-10&article=a&kind=direct.indirect&ties=conflict.talks';

for (const [width, height] of [
  [1440, 1000],
  [1280, 800],
  [1024, 768],
  [700, 900],
] as const)
  test(`"as told by" is said in a sentence, and nothing below moves: ${width}${long(width === 1280 || width === 1024)}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await page.waitForLoadState('networkidle');
    const before = [await bar(page).boundingBox(), await box(page, 'Who relates to whom')];
    await bar(page).getByRole('button', { name: 'As told by' }).click();
    await page
      .getByRole('group', { name: 'Relays: words of others' })
      .getByRole('button', { name: /^Xinhua/ })
      .click();
    await page.keyboard.press('Escape');
    const sentence = page.getByText(/^Everything below is as told by/);
    await expect(sentence).toBeInViewport({ ratio: 1 });
    await expect(sentence).toHaveText(/Xinhua : 2 of 37 statements, 3 ties, 0 venues$/);
    await expect(page.getByRole('heading', { name: 'Who relates to whom' }).locator('..')).toContainText(
      '3 of 25 ties',
    );
    const after = [await bar(page).boundingBox(), await box(page, 'Who relates to whom')];
    // On one column the wall stands above the network, and has its own height.
    expect(width < 900 ? after[0] : after).toEqual(width < 900 ? before[0] : before);
    await page.getByRole('button', { name: 'Remove filter As told by Xinhua' }).click();
    await expect(sentence).toBeHidden();
  });

test('on a phone the sentence stands in full above the section, with its way off', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '?told=kcna.xinhua');
  const sentence = page.getByText(/^Everything below is as told by KCNA/);
  await expect(sentence).toBeInViewport({ ratio: 1 });
  expect(await sentence.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await page.getByRole('button', { name: 'Remove filter As told by KCNA' }).click();
  await expect(page).toHaveURL(/told=xinhua$/);
});

for (const [name, link] of [
  ['no filter', ''],
  ['one', '?actor=kim-jong-un'],
  ['many', MANY],
] as const)
  test(`the bar holds ${name} at every width${long(name !== 'many')}`, async ({ page }) => {
    test.setTimeout(60_000);
    for (const width of [1440, 1400, 1280, 1024, 700, 390]) {
      await page.setViewportSize({ width, height: 900 });
      // A row of many that was scrolled at one width would begin the next one scrolled.
      if (width === 1440 || link === MANY) {
        await open(page, link);
        await page.evaluate(() => document.fonts.ready);
        // "Undo" comes with the first change.
        if (width >= 600) {
          await bar(page).getByRole('button', { name: 'Mixed' }).click();
          await expect(bar(page).getByRole('button', { name: 'Undo' })).toBeVisible();
        }
      }
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const faults = await bar(page).evaluate((section) => {
        const found: string[] = [];
        if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page scrolls sideways');
        const seen = [...section.querySelectorAll(':scope > *, :scope > [role="group"] > *, :scope > div > button')]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
          .map((element) => ({ element, box: element.getBoundingClientRect() }));
        for (const { element, box } of seen) {
          if (box.left < -0.5 || box.right > window.innerWidth + 0.5) found.push(`${element.textContent} is outside`);
          const group = element.closest('[role="group"]');
          if (group && group.scrollWidth > group.clientWidth + 1) found.push(`${group.ariaLabel} is cut`);
          for (const other of seen) {
            if (other.element === element || element.contains(other.element) || other.element.contains(element))
              continue;
            const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
            const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
            if (across > 0.5 && down > 0.5) found.push(`${element.textContent} lies over ${other.element.textContent}`);
          }
        }
        return [...new Set(found)];
      });
      expect(faults, String(width)).toEqual([]);
      const names = bar(page).getByText('Words', { exact: true });
      if (width >= 1400) await expect(names).toBeVisible();
      if (width >= 1280) expect((await bar(page).boundingBox())?.height).toBe(46);
      const last = page.getByRole('list', { name: 'Active filters' }).getByRole('button').last();
      if (link !== '') {
        await last.focus();
        await expect(last).toBeInViewport({ ratio: 0.9 });
      }
    }
  });
