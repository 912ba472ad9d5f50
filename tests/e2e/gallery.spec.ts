import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, preview } from 'vite';
import { test as base, expect } from './desk.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CONFIG = 'tests/gallery/vite.config.ts';

/** The gallery, built under the policy of the app and served on loopback, once for each worker. */
const test = base.extend<object, { gallery: string }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that are needed from here
    async ({}, use) => {
      const outDir = mkdtempSync(join(tmpdir(), 'dateline-gallery-'));
      const options = { configFile: CONFIG, logLevel: 'error', build: { outDir } } as const;
      await build(options);
      const server = await preview({ ...options, preview: { host: '127.0.0.1', port: 4320 } });
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const PANELS = [
  'ties-network',
  'ties-matrix',
  'ties-list',
  'wall-weight',
  'wall-speaker',
  'wall-article',
  'venues',
  'timeline',
  'speakers',
  'speakers-table',
  'reader-statement',
  'reader-unresolved',
  'reader-relation',
  'reader-flag',
  'filter-bar',
  'filter-menu',
  'empty-slice',
];
const FIXTURES = ['none', 'one', 'typical', 'crowded', 'long-names', 'scripts', 'hostile'];
const WIDTHS = [1392, 390];

/** Puts another exhibit on the stage of a page that is there already, and waits until nothing changes any more. */
async function show(page: Page, query: string, quiet: number): Promise<void> {
  await page.evaluate(
    async ([search, ms]) => {
      window.history.pushState(null, '', `?${search}`);
      window.dispatchEvent(new PopStateEvent('popstate'));
      await new Promise<void>((resolve) => {
        let timer = window.setTimeout(done, ms);
        const observer = new MutationObserver(() => {
          window.clearTimeout(timer);
          timer = window.setTimeout(done, ms);
        });
        function done() {
          observer.disconnect();
          resolve();
        }
        observer.observe(document, { subtree: true, childList: true, attributes: true });
      });
      await document.fonts.ready;
    },
    [query, quiet] as const,
  );
}

/** What is wrong with the exhibit that is shown, by measure and by axe; each line begins with the kind of fault. */
async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const measured: string[] = Reflect.get(window, 'galleryFaults')();
    const { violations } = await Reflect.get(window, 'axe').run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    const found: { id: string; nodes: { html: string; failureSummary: string }[] }[] = violations;
    return [
      ...measured,
      ...found.map(
        ({ id, nodes: [first] }) =>
          `axe ${id}: ${first?.html.slice(0, 160)} ${first?.failureSummary.replaceAll('\n', ' ').slice(0, 200)}`,
      ),
    ];
  });
}

for (const panel of PANELS) {
  test(`${panel} shows every fixture`, async ({ page, gallery, trouble }) => {
    await page.setViewportSize({ width: 1392, height: 900 });
    await page.goto(`${gallery}?panel=${panel}&fixture=typical&theme=light`);
    await page.evaluate(axe);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const fixture of FIXTURES) {
        for (const theme of fixture === 'typical' ? ['light', 'dark', 'contrast'] : ['light']) {
          const started = Date.now();
          await show(page, new URLSearchParams({ panel, fixture, theme }).toString(), 500);
          const faults = await faultsOf(page);
          console.log(`@@ ${panel} ${fixture} ${width} ${theme} ${Date.now() - started}`);
          for (const fault of faults) console.log(`   ${fault}`);
          for (const error of trouble.errors.splice(0)) console.log(`   error: ${error}`);
          for (const error of trouble.violations.splice(0)) console.log(`   violation: ${error}`);
        }
      }
    }
  });
}
