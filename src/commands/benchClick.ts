import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { preview } from 'vite';
import { largeCorpus } from '../../tests/fixtures/largeCorpus.ts';
import { BROWSER_FLAGS, ensureBrowser } from './browser.mjs';

/** Most of the processor time of the earlier build that a click may take. */
const MOST = 0.5;
const ROUNDS = 5;
/** How long the page must have been at rest before a figure is taken, in milliseconds. */
const REST = 400;

/** What is clicked, each twice, so that the second click takes the first one back. */
const CLICKED = ['chip:kinds:', 'chip:tieKinds:', 'node:', 'tie:', 'venue:', 'speaker:', 'tick:'];

type Cost = { cpu: number; layouts: number; styles: number };

/** Builds the app as it was at a commit into a folder of its own. */
function built(commit: string, folder: string): string {
  const tree = join(folder, 'tree');
  execFileSync('git', ['worktree', 'add', '--detach', tree, commit], { stdio: 'ignore' });
  try {
    symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
    execFileSync('npx', ['vite', 'build', '--outDir', join(folder, 'dist'), '--emptyOutDir'], {
      cwd: tree,
      stdio: 'ignore',
      // Vite has set it for this command, and the page would be built for development.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', tree]);
  }
  return join(folder, 'dist');
}

/** Processor time of the page's main thread, layouts and recalculations of style so far. */
async function costSoFar(client: CDPSession): Promise<Cost> {
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { cpu: of('TaskDuration') * 1000, layouts: of('LayoutCount'), styles: of('RecalcStyleCount') };
}

/** The cost of each click, from the click until the page is at rest; the mean of both clicks on the same thing. */
async function costsOf(browser: Browser, address: string, file: string | null): Promise<Map<string, Cost>> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, serviceWorkers: 'block' });
  const costs = new Map<string, Cost>();
  const client = await page.context().newCDPSession(page);
  try {
    // Thread time, not wall time: what else the machine does is not counted.
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address, { waitUntil: 'networkidle' });
    if (file !== null) {
      await page.locator('[data-focus=coverage]').click();
      await page.getByLabel('Choose a corpus file').setInputFiles(file);
      await page.locator('aside, [role=status]').first().waitFor();
      await page.waitForTimeout(20_000);
    }
    await page.waitForTimeout(2 * REST);
    for (const what of CLICKED) {
      const one = page.locator(`[data-focus^="${what}"]`).first();
      if ((await one.count()) === 0) continue;
      const focus = await one.getAttribute('data-focus');
      const before = await costSoFar(client);
      for (let time = 0; time < 2; time += 1) {
        await page
          .locator(`[data-focus=${JSON.stringify(focus)}]`)
          .first()
          .dispatchEvent('click');
        await page.waitForTimeout(REST);
      }
      const after = await costSoFar(client);
      const half = (key: keyof Cost) => (after[key] - before[key]) / 2;
      costs.set(what, { cpu: half('cpu'), layouts: half('layouts'), styles: half('styles') });
    }
  } finally {
    await page.close();
  }
  return costs;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/**
 * Measures what a click on the desk costs: processor time of the main thread, layouts and recalculations of style, in the build of a commit
 * and in `dist`, in turn. `--statements N` does it on a made-up coverage of that size. Run `npm run build` first. Exit code 1 where the
 * ratio is above the limit.
 */
export async function main(args: string[]): Promise<number> {
  const commit = args.find((arg) => !arg.startsWith('--') && !/^\d+$/.test(arg)) ?? 'HEAD';
  const statements = Number(args[args.indexOf('--statements') + 1]) || 0;
  const folder = mkdtempSync(join(tmpdir(), 'dateline-click-'));
  const file = statements > 0 ? join(folder, 'made.json') : null;
  if (file !== null)
    writeFileSync(file, JSON.stringify(largeCorpus({ statements, articles: Math.ceil(statements / 250) })));
  const servers = await Promise.all(
    [built(commit, folder), resolve('dist')].map((outDir, at) =>
      preview({ logLevel: 'error', build: { outDir }, preview: { port: 4391 + at, host: '127.0.0.1' } }),
    ),
  );
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  const rounds: [Map<string, Cost>, Map<string, Cost>][] = [];
  try {
    const [before = '', now = ''] = servers.map((server) => server.resolvedUrls?.local[0]);
    for (let round = 0; round < (file ? 1 : ROUNDS); round += 1)
      rounds.push([await costsOf(browser, before, file), await costsOf(browser, now, file)]);
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
    rmSync(folder, { recursive: true, force: true });
  }
  const of = (what: string, side: 0 | 1, key: keyof Cost) =>
    median(rounds.flatMap((round) => round[side].get(what)?.[key] ?? []));
  console.log(`A click, processor time of the main thread in ms (layouts, recalculations of style): ${commit}, now`);
  const ratios = CLICKED.flatMap((what) => {
    const [before, now] = [of(what, 0, 'cpu'), of(what, 1, 'cpu')];
    if (Number.isNaN(before) || Number.isNaN(now)) return [];
    const side = (at: 0 | 1) =>
      `${of(what, at, 'cpu').toFixed(1).padStart(7)} (${of(what, at, 'layouts').toFixed(1)}, ${of(what, at, 'styles').toFixed(1)})`;
    console.log(`${what.padEnd(20)} ${side(0)}   ${side(1)}   ${(now / before).toFixed(2)}`);
    return [now / before];
  });
  const ratio = median(ratios);
  console.log(`ratio, median of ${ratios.length}: ${ratio.toFixed(2)}, limit ${MOST}`);
  return ratio <= MOST ? 0 : 1;
}
