import { FILTER_ROWS, VIEW_ROWS } from '../../src/url/table.ts';
import { asFigures, record } from './figures.ts';
import { expect, expectQuiet, FULL, some, test } from './stage.ts';
import { allStrings, pickedStrings } from './strings.ts';

const STRINGS = (FULL ? allStrings() : pickedStrings()).flatMap(({ strings }) => strings);
const KEYS = [
  ...Object.values({ ...FILTER_ROWS, ...VIEW_ROWS }).map(({ key }) => key),
  'v',
  'len',
  'file',
  'data',
  'unknown',
];

/**
 * Goes through links in the open page, each for a frame, or until a part that comes later is there; answers those after which there was no
 * view for two seconds. Runs in the page.
 */
async function followAll(links: string[]): Promise<string[]> {
  const blank: string[] = [];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const link of links) {
    history.replaceState(null, '', link);
    dispatchEvent(new PopStateEvent('popstate'));
    const isBlank = () => !document.querySelector('main')?.textContent?.trim();
    await frame();
    for (const end = performance.now() + 2000; isBlank() && performance.now() < end; ) await frame();
    if (isBlank()) blank.push(link);
  }
  return blank;
}

const written = (text: string, key: string, raw: boolean) =>
  `?${key}=${raw ? text.toWellFormed() : encodeURIComponent(text.toWellFormed())}`;

test('each string as each value of a link: nothing acts, and there is always a view @short', async ({
  page,
  watched,
}) => {
  await page.goto('');
  await page.locator('html[data-listening]').waitFor();
  const strings = FULL ? some(STRINGS) : STRINGS;
  // All parameters at once, every other one raw, and the other way round; and each alone, for some of the strings.
  const links = strings.flatMap((text, index) => {
    const together = (first: boolean) =>
      `?${KEYS.map((key, at) => written(text.replaceAll(/[&#]/g, ''), key, (at % 2 === 0) === first).slice(1)).join('&')}`;
    const alone = KEYS.filter((_, at) =>
      FULL ? index % 25 === 0 : index % 12 === 0 && at === (index / 12) % KEYS.length,
    );
    return [
      ...(FULL ? [true, false] : index % 12 === 6 ? [true] : []).map(together),
      ...alone.flatMap((key) => [written(text, key, true), written(text, key, false)]),
    ];
  });
  const size = 500;
  for (let at = 0; at < links.length; at += size)
    expect(await page.evaluate(followAll, links.slice(at, at + size))).toEqual([]);
  record('queries', {
    'links followed in the open page': links.length,
    parameters: KEYS.length,
    ...asFigures(await watched.counts()),
  });
  await expectQuiet(watched);
});

test('each string in a link that is opened: the page says what it could not read', async ({ page, watched }) => {
  const tried = some(STRINGS).filter((_, index) => (FULL ? index % 16 === 0 : index % 60 === 0));
  for (const [index, text] of tried.entries()) {
    // `data` and `file` are doors, and have tests of their own.
    const keys = KEYS.filter((key) => !['data', 'file', 'embed', 'kiosk'].includes(key));
    const query = keys
      .map((key, at) => written(text.replaceAll(/[&#]/g, ''), key, (at + index) % 2 === 0).slice(1))
      .join('&');
    await page.goto(`?${query}`);
    await page.locator('html[data-listening]').waitFor();
    await expect(page.getByRole('main').first()).not.toBeEmpty();
  }
  record('queries', { 'links opened': tried.length, ...asFigures(await watched.counts()) });
  await expectQuiet(watched);
});
