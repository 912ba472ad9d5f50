import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, open, test } from './desk.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** What axe finds: by the rules that are on by default, and by the size of targets. */
async function violationsOf(page: Page): Promise<string[]> {
  // Through the protocol, not through the page, so that the page's policy does not have to let it in.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await Reflect.get(window, 'axe').run(document, {
      rules: { 'target-size': { enabled: true } },
    });
    return found.map(
      (rule: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        `${rule.id}: ${rule.nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 200)} ${node.failureSummary.slice(0, 300)}`)
          .join(' | ')}`,
    );
  });
}

for (const { theme, width, height } of SIZES)
  test(`axe finds nothing in the share dialog and in a story: ${theme}, ${width} wide`, async ({ page }) => {
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

for (const [name, link] of Object.entries(VIEWS)) {
  for (const { theme, width, height } of SIZES) {
    test(`axe finds nothing: ${name}, ${theme}, ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, `${link}${link === '' ? '?' : '&'}theme=${theme}`);
      await page.waitForLoadState('networkidle');
      expect(await violationsOf(page)).toEqual([]);
    });
  }
}

for (const width of [320, 390, 768, 1024, 1440]) {
  test(`nothing scrolls sideways at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
