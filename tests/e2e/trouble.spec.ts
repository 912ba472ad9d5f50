import { readFileSync } from 'node:fs';
import { expect, long, open, test, watch } from './desk.ts';

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '%',
  '%ff%fe',
  '\u202Etxt',
  '__proto__',
  'constructor',
  '😀'.repeat(40),
  '~',
  '~~~~',
  '_',
  '....',
];

test('the listener for violations can fire', async ({ page, trouble }) => {
  await open(page);
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = '* { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => trouble.violations.length).toBe(1);
  trouble.violations.length = 0;
  trouble.errors.length = 0;
});

for (const link of [
  '',
  '?view=matrix',
  '?view=list',
  '?order=speaker',
  '?order=article',
  '?open=a-he-sino-us',
  '?theme=dark&kind=mixed',
  '?theme=contrast&open=f-football',
]) {
  test(`no violation, no error, no foreign request: ${link || 'the default view'}${long(link.startsWith('?order') || link.startsWith('?view') || link.startsWith('?theme=dark'))}`, async ({
    page,
  }) => {
    await open(page, link);
    await page.waitForLoadState('networkidle');
  });
}

test('no query string can reach the page as markup, throw or hang @long', async ({ page }) => {
  const keys = ['q', 'actor', 'open', 'tie', 'view', 'kiosk', 'from', 'v', 'x', '__proto__'];
  for (const [index, value] of HOSTILE.entries()) {
    const query = keys
      .map((key, at) => `${key}=${at % 2 === index % 2 ? encodeURIComponent(value) : value.replaceAll(/[&#]/g, '')}`)
      .join('&');
    await page.goto(`?${query}`);
    await expect(
      page
        .getByRole('region', { name: 'Notes about this link' })
        .or(page.getByRole('heading', { name: 'Who relates to whom' }))
        .first(),
    ).toBeVisible();
    expect(await page.locator('img, script:not([src])').count()).toBe(0);
  }
});

test('what a link says and cannot be read is named in a note; the rest holds', async ({ page }) => {
  await open(page, '?kind=direct&order=zzz&actor=nobody-here&utm_source=chat');
  const notes = page.getByRole('status', { name: 'Notes about this link' });
  await expect(notes).toContainText('order');
  await expect(notes).toContainText('zzz');
  await expect(notes).toContainText('nobody-here');
  await expect(page.getByRole('button', { name: /^Direct/ })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Direct', exact: false }).first().click();
  await expect(page).toHaveURL(/utm_source=chat$/);
});

test('a corpus that is refused is listed, problem by problem', async ({ page }) => {
  const corpus = JSON.parse(readFileSync('src/data/corpus.json', 'utf8'));
  corpus.statements[0].content[0].start += 1;
  corpus.actors[0].extra = 1;
  await page.route(/corpus-.*\.json$/, (route) => route.fulfill({ json: corpus }));
  await page.goto('');
  await expect(page.getByRole('heading', { name: 'This coverage was refused' })).toBeVisible();
  await expect(page.getByRole('row', { name: /\$\.statements\[0\]\.content\[0\]/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /\$\.actors\[0\]\.extra/ })).toBeVisible();
});

test('coverage that cannot be fetched says so and can be tried again', async ({ page, trouble }) => {
  let broken = true;
  await page.route(/corpus-.*\.json$/, (route) => (broken ? route.abort() : route.fallback()));
  await page.goto('?kind=direct');
  await expect(page.getByRole('heading', { name: /could not be fetched/ })).toBeVisible();
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Who said what' })).toBeVisible();
  await expect(page).toHaveURL(/kind=direct/);
  trouble.errors.length = 0;
});

test('a panel that fails leaves the others working', async ({ page, trouble }) => {
  await page.route(/Network-.*\.js$/, (route) => route.abort());
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('could not be drawn');
  await page.getByRole('button', { name: /^Direct/ }).click();
  await expect(page.getByRole('region', { name: 'Filters' }).getByRole('status')).toHaveText(/^7 of 37/);
  await expect(page.getByRole('group', { name: /^Map of the venues/ })).toBeVisible();
  trouble.errors.length = 0;
});

test('without the base map the table holds the same places', async ({ page, trouble }) => {
  await page.route(/base-map-.*\.json$/, (route) => route.abort());
  await page.goto('');
  await expect(page.getByText('The base map could not be loaded')).toBeVisible();
  await expect(page.getByRole('row', { name: /Ulan Bator/ })).toBeVisible();
  trouble.errors.length = 0;
});

test('the watcher itself sees foreign requests', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const seen = await watch(page);
  await page.route('http://example.invalid/**', (route) => route.abort());
  await page.goto('about:blank');
  await page.setContent('<img src="http://example.invalid/x.png" alt="">');
  await expect.poll(() => seen.foreign).toEqual(['http://example.invalid/x.png']);
});
