import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, long, test } from './desk.ts';

const SCREENS = [
  { name: '1920 × 1080', width: 1920, height: 1080 },
  { name: '3840 × 2160', width: 3840, height: 2160 },
  { name: 'upright, 1080 × 1920', width: 1080, height: 1920 },
];

/** Px of the design, of 1920 by 1080 or upright, for one px of this screen. */
const scaleOf = ({ width, height }: { width: number; height: number }) => Math.min(width, height) / 1080;

async function openWall(page: Page, link = '?kiosk=20'): Promise<void> {
  await page.goto(link);
  await page.locator('main[data-scene]').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

const scene = (page: Page) => page.locator('main[data-scene]');
const idOf = async (page: Page) => (await scene(page).getAttribute('data-scene')) ?? '';

/** Every scene of the wall once, by hand. */
async function walk(page: Page, look: (id: string) => Promise<void>): Promise<string[]> {
  await page.keyboard.press('Shift');
  await expect(page.getByRole('toolbar')).toBeVisible();
  const count = Number(await page.getByRole('progressbar').getAttribute('aria-valuemax'));
  const seen: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await idOf(page);
    seen.push(id);
    await look(id);
    await page.keyboard.press('ArrowRight');
    await expect(page.locator(`main[data-scene="${id}"]`)).toHaveCount(count === 1 ? 1 : 0);
  }
  return seen;
}

/** What is too small, leaves the screen, or lies on other words. */
const flaws = (page: Page, scale: number) =>
  page.evaluate((scale) => {
    const found: string[] = [];
    const boxes: { text: string; box: DOMRect; element: Element }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.nodeValue?.trim() ?? '';
      if (
        !element ||
        text === '' ||
        element.closest('[aria-hidden="true"]:not(svg), [role="toolbar"], noscript, script, style')
      )
        continue;
      const svg = element.closest('svg');
      const matrix = svg ? (element as unknown as SVGGraphicsElement).getScreenCTM() : null;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * (matrix?.a ?? 1);
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = svg ? [element.getBoundingClientRect()] : [...range.getClientRects()];
      if (size / scale < 26 - 0.5) found.push(`${text} is set in ${(size / scale).toFixed(0)} px`);
      for (const box of lines) {
        if (box.width < 2) continue;
        if (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
          found.push(`${text} leaves the screen`);
        // Serif lines are set tighter than their boxes: only the middle of a line counts.
        const inset = box.height * 0.22;
        boxes.push({ text, element, box: new DOMRect(box.x, box.y + inset, box.width, box.height - 2 * inset) });
      }
    }
    for (const code of document.querySelectorAll('[class*="qr"] svg'))
      boxes.push({ text: 'the QR code', element: code, box: code.getBoundingClientRect() });
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) {
        const [a, b] = [one.box, other.box];
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 2 && high > 2 && one.element !== other.element) found.push(`“${one.text}” lies on “${other.text}”`);
      }
    });
    const primary = document.querySelector('[data-primary]');
    const large = primary ? Number.parseFloat(getComputedStyle(primary).fontSize) / scale : null;
    if (large !== null && large < 96 - 0.5) found.push(`the words of the scene are set in ${large.toFixed(0)} px`);
    return found;
  }, scale);

for (const screen of SCREENS)
  test(`every scene can be read from afar and nothing overlaps: ${screen.name}${long(screen.name.startsWith('3840'))}`, async ({
    page,
  }) => {
    test.setTimeout(60_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(screen);
    await openWall(page);
    const found: Record<string, string[]> = {};
    const seen = await walk(page, async (id) => {
      const here = await flaws(page, scaleOf(screen));
      if (here.length > 0) found[id] = here;
    });
    expect(found).toEqual({});
    expect(new Set(seen.map((id) => id.split(':')[0]))).toEqual(
      new Set(['quote', 'venue', 'ties', 'unsettled', 'tellings']),
    );
  });

test('the wall starts without a touch, keeps the filters of its link, and says how fresh it is', async ({ page }) => {
  await openWall(page, '?kiosk=20&told=xinhua');
  await expect(page.getByText(/^Only .*Xinhua/)).toBeVisible();
  await expect(page.locator('[data-age]')).toHaveText(/^Articles of 10 Jan 2019, checked just now$/);
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(11, 14, 18)');
  const beat = () => page.evaluate(() => Number(document.documentElement.dataset.beat));
  await expect.poll(beat).toBeGreaterThan(0);
  const first = await beat();
  await expect.poll(beat, { timeout: 5000 }).toBeGreaterThan(first);
});

test('filters that leave nothing are said, not shown as an empty wall', async ({ page }) => {
  await openWall(page, '?kiosk=20&q=zebra');
  await expect(page.getByText('Nothing in the coverage passes the filters of this link.')).toBeVisible();
  await expect(page.getByText(/^Only .*zebra/)).toBeVisible();
});

test('two screens show the same scene at the same time, and go on to the next together', async ({ page, context }) => {
  const other = await context.newPage();
  await page.clock.install({ time: new Date('2026-11-22T09:00:00Z') });
  await other.clock.install({ time: new Date('2026-11-22T09:00:00Z') });
  await openWall(page);
  await openWall(other);
  const both = async () => [await scene(page).getAttribute('data-turn'), await scene(other).getAttribute('data-turn')];
  const before = await both();
  for (const one of [page, other]) await one.clock.pauseAt(new Date('2026-11-22T09:05:00Z'));
  for (const one of [page, other]) await one.clock.runFor(2000);
  const after = await both();
  expect(after[0]).toBe(after[1]);
  expect(Number(after[0])).toBeGreaterThan(Number(before[0]));
  await other.close();
});

test('a key stops the wall and shows what can be done; it goes on by itself after a minute', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-22T09:00:01Z') });
  await openWall(page);
  const id = await idOf(page);
  await page.keyboard.press('ArrowRight');
  const bar = page.getByRole('toolbar', { name: 'Wall screen' });
  await expect(bar).toBeVisible();
  // Whoever stands before a wall has a finger, and stands below.
  for (const button of await bar.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    expect(box?.y).toBeGreaterThan((page.viewportSize()?.height ?? 0) / 2);
  }
  await expect(page.locator(`main[data-scene="${id}"]`)).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await expect(scene(page)).toHaveAttribute('data-scene', id);
  expect(await violationsOf(page)).toEqual([]);
  await page.clock.runFor(50_000);
  await expect(scene(page)).toHaveAttribute('data-scene', id);
  await page.clock.runFor(15_000);
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: 'Hold' }).click();
  await page.clock.runFor(120_000);
  await expect(bar).toBeVisible();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('region', { name: 'Filters' })).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
});

test('a newer coverage is shown from the next scene on; a broken or shrunk one is not, and the screen says so', async ({
  page,
  trouble,
}) => {
  const corpus = JSON.parse(await readFile('src/data/corpus.json', 'utf8'));
  let answer = JSON.stringify(corpus);
  let status = 200;
  await page.route('**/coverage.json', (route) =>
    route.fulfill({ status, body: answer, contentType: 'application/json' }),
  );
  await page.clock.install({ time: new Date('2026-11-22T09:00:01Z') });
  await openWall(page, '?kiosk=20&check=30');
  const age = page.locator('[data-age]');
  await expect(age).toHaveAttribute('data-statements', '37');
  const after = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 5) {
      await page.clock.runFor(5000);
      // The door is a worker: it has no part in the page's clock, which runs ten seconds in two of these.
      await page.waitForTimeout(200);
    }
  };

  answer = JSON.stringify({ ...corpus, statements: corpus.statements.slice(0, 5) });
  await after(40);
  await expect(age).toHaveText(/the new coverage (had only 5 of 37 statements|did not pass the check)/);
  await expect(age).toHaveAttribute('data-statements', '37');

  answer = '{"schemaVersion": 1,';
  await after(40);
  await expect(age).toHaveText(/did not pass the check/);

  status = 503;
  await after(40);
  await expect(age).toHaveText(/the server answered 503/);
  await expect(age).toHaveAttribute('data-stale', '');

  status = 200;
  const { statements } = corpus;
  const fewer = statements.filter(({ same }: { same: string | null }) => same === null).slice(0, 30);
  answer = JSON.stringify({
    ...corpus,
    statements: [...fewer, ...statements.filter(({ same }: { same: string | null }) => same !== null)],
  });
  await after(60);
  await after(60);
  await expect(age).not.toHaveAttribute('data-stale');
  await expect(age).not.toHaveAttribute('data-statements', '37');
  // The browser itself writes a failed answer into its log.
  expect(trouble.errors.filter((error) => !error.includes('503'))).toEqual([]);
  trouble.errors.length = 0;
});

test('a playlist is a story file of the same host; one that is not a story is named, and the wall goes on', async ({
  page,
}) => {
  const story = {
    kind: 'dateline-story',
    version: 1,
    title: 'An evening',
    coverage: null,
    steps: [
      { view: 'v=1&open=b-moon-guard', says: 'Seoul keeps its guard.' },
      { view: 'v=1&ties=mediation', says: 'Who stands between the two.' },
    ],
  };
  let body = JSON.stringify(story);
  await page.route('**/evening.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWall(page, '?kiosk=20&play=evening.json');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '2');
  const shown: string[] = [];
  await walk(page, async () => {
    shown.push((await scene(page).getAttribute('data-kind')) ?? '');
  });
  expect(shown.sort()).toEqual(['quote', 'ties']);

  body = '{"kind": "something else"}';
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await openWall(page, '?kiosk=20&play=evening.json');
  await expect(page.locator('[data-notice]')).toHaveText(/^The playlist evening\.json is not a story: at \$\.kind/);
  await expect(scene(page)).not.toHaveAttribute('data-kind', 'words');
});

test('at night the screen is dimmed, by its own clock', async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 10, 22, 21, 59, 30) });
  await openWall(page, '?kiosk=20&night=22-6');
  const dim = () => page.evaluate(() => document.querySelectorAll('[data-night]').length);
  expect(await dim()).toBe(0);
  await page.clock.runFor(120_000);
  expect(await dim()).toBe(1);
});
