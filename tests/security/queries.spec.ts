import { FILTER_ROWS, VIEW_ROWS } from '../../src/url/table.ts';
import { asFigures, record } from './figures.ts';
import { expect, expectQuiet, FULL, test } from './stage.ts';
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

/** Goes through links in the open page, each for as long as two frames; answers those after which there was no view. Runs in the page. */
async function followAll(links: string[]): Promise<string[]> {
  const blank: string[] = [];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const link of links) {
    history.replaceState(null, '', link);
    dispatchEvent(new PopStateEvent('popstate'));
    await frame();
    await frame();
    if (!document.querySelector('main')?.textContent?.trim()) blank.push(link);
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
  // With all other tests every string meets some of the values, and every value some of the strings.
  const links = STRINGS.flatMap((text, index) =>
    KEYS.filter((_, at) => FULL || (index % 4 === 0 && at === (index / 4) % KEYS.length)).flatMap((key) =>
      (FULL ? [true, false] : [index % 8 === 0]).map((raw) => written(text, key, raw)),
    ),
  );
  const size = 500;
  for (let at = 0; at < links.length; at += size)
    expect(await page.evaluate(followAll, links.slice(at, at + size))).toEqual([]);
  await expectQuiet(watched);
  record('queries', {
    'values of links, in the open page': links.length,
    parameters: KEYS.length,
    ...asFigures(await watched.counts()),
  });
});

test('each string in a link that is opened: the page says what it could not read', async ({ page, watched }) => {
  const tried = STRINGS.filter((_, index) => (FULL ? index % 8 === 0 : index % 60 === 0));
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
  await expectQuiet(watched);
  record('queries', { 'links opened': tried.length, ...asFigures(await watched.counts()) });
});
