import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, preview } from 'vite';
import { kindsOf, knownKinds, NARROW, WIDE, WIDTHS } from '../gallery/known.ts';
import { test as base, expect, long, type Trouble } from './desk.ts';

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
  'filter-told',
  'filter-menu',
  'empty-slice',
];
const FIXTURES = ['none', 'one', 'typical', 'crowded', 'long-names', 'scripts', 'hostile'];
const REORDERED = ['wall-speaker', 'wall-article'];
/** Ms without a change after which an exhibit counts as drawn. */
const QUIET = 80;
const FIRST_QUIET = 600;

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
          if (document.querySelector('[aria-busy="true"]')) {
            timer = window.setTimeout(done, ms);
            return;
          }
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
async function faultsOf(page: Page, withAxe: boolean): Promise<string[]> {
  return page.evaluate(async (ask) => {
    const measured: string[] = Reflect.get(window, 'galleryFaults')();
    if (!ask) return measured;
    const { violations } = await Reflect.get(window, 'axe').run(document, {
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    const found: { id: string; nodes: { html: string; failureSummary: string }[] }[] = violations;
    return [
      ...measured,
      ...found.map(
        ({ id, nodes: [first] }) =>
          `${id}: ${first?.html.slice(0, 160)} ${first?.failureSummary.replaceAll('\n', ' ').slice(0, 200)}`,
      ),
    ];
  }, withAxe);
}

/** Lines for what the watcher of the page has seen since it was last asked. */
const newTrouble = ({ errors, violations, foreign }: Trouble) => [
  ...errors.splice(0).map((text) => `error: ${text}`),
  ...violations.splice(0).map((text) => `violation: ${text}`),
  ...foreign.splice(0).map((text) => `foreign: ${text}`),
];
test.describe.configure({ timeout: 120_000 });

/** Panels of which another one shows the same in another order, as another mark or in another shape. */
const ANOTHER_WAY = new Set([
  'ties-matrix',
  'ties-list',
  'speakers',
  'filter-menu',
  'empty-slice',

  'reader-relation',
  'reader-unresolved',
  'reader-flag',
  'wall-speaker',
  'wall-article',
  'speakers-table',
  'filter-told',
]);

for (const panel of PANELS) {
  test(`${panel} with every fixture, wide and narrow${long(ANOTHER_WAY.has(panel))}`, async ({
    page,
    gallery,
    trouble,
  }) => {
    await page.setViewportSize({ width: WIDE, height: 900 });
    await page.goto(`${gallery}?panel=${panel}&fixture=typical&theme=light`);
    // Through the protocol, so that the policy of the page does not have to let it in.
    await page.evaluate(axe);
    // Parts that a panel loads for itself come late the first time, and never again.
    await show(page, `panel=${panel}&fixture=one&theme=light`, FIRST_QUIET);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const fixture of FIXTURES) {
        // The other orders of the wall have the same cards: one crowd of them is enough.
        if (fixture === 'crowded' && REORDERED.includes(panel)) continue;
        // Colours do not depend on the width.
        for (const theme of fixture === 'typical' && width === WIDE ? ['light', 'dark', 'contrast'] : ['light']) {
          await show(page, new URLSearchParams({ panel, fixture, theme }).toString(), QUIET);
          // A crowd has the elements of the typical exhibit, only more of them.
          // What axe looks at in a wide panel is in a narrow one, too; the colours are those of the typical one.
          const withAxe = fixture !== 'crowded' && (width === NARROW || fixture === 'typical');
          const faults = [...(await faultsOf(page, withAxe)), ...newTrouble(trouble)];
          const where = `${panel}, ${fixture}, ${width} wide, ${theme}`;
          expect.soft(kindsOf(faults), [where, ...faults].join('\n')).toEqual(knownKinds(panel, fixture, width));
        }
      }
    }
  });
}

test('the index leads to every exhibit', async ({ page, gallery }) => {
  await page.goto(gallery);
  const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const wanted = PANELS.flatMap((panel) => FIXTURES.map((fixture) => `?panel=${panel}&fixture=${fixture}`));
  expect(links.filter((link) => !link?.includes('theme'))).toEqual(wanted);
  expect(links).toHaveLength(wanted.length * (1 + 3 * WIDTHS.length));
});

test('the measures find what is spoilt on purpose', async ({ page, gallery }) => {
  await page.setViewportSize({ width: WIDE, height: 900 });
  await page.goto(`${gallery}?panel=timeline&fixture=typical&theme=light`);
  await page.getByRole('heading', { name: 'When' }).waitFor();
  await page.locator('svg [role="button"] text').first().waitFor();
  await page.evaluate(() => {
    const head = document.querySelector('section h2');
    if (head) head.textContent = 'wide'.repeat(200);
    const [first, second] = document.querySelectorAll('svg [role="button"] text');
    for (const name of ['x', 'y']) second?.setAttribute(name, first?.getAttribute(name) ?? '');
    first?.append('spoilt');
  });
  const faults = await faultsOf(page, false);
  expect(kindsOf(faults)).toEqual(expect.arrayContaining(['outside', 'overlap']));
});
