import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

for (const [name, link] of Object.entries(VIEWS)) {
  for (const { theme, width, height } of SIZES) {
    test(`axe finds nothing: ${name}, ${theme}, ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, `${link}${link === '' ? '?' : '&'}theme=${theme}`);
      await page.waitForLoadState('networkidle');
      // The rules of axe that are on by default, and the size of targets.
      // Through the protocol, not through the page, so that the page's policy does not have to let it in.
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
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
      expect(violations).toEqual([]);
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
