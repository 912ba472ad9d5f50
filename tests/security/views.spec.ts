import type { Page } from '@playwright/test';
import { DOORS } from './doors.ts';
import { asFigures, record } from './figures.ts';
import { type HostileCorpus, hostileCorpora, hostileTitles } from './hostileCorpora.ts';
import { openedMarks } from './opened.ts';
import { comparedIn, givenAt, VIEWS } from './places.ts';
import { expect, expectQuiet, FULL, LONGEST_TASK, longestTask, settled, some, test, visit } from './stage.ts';
import { allStrings, pickedStrings } from './strings.ts';

const STRINGS = (FULL ? allStrings() : pickedStrings()).flatMap(({ strings }) => strings);
/** Strings of one corpus: as many as the articles of a coverage that somebody may read. */
const SIZE = FULL ? 24 : 14;
const lots = hostileCorpora(STRINGS, SIZE);
/** With all other tests one corpus is enough: the strings that call the canary, and those that ask others. */
const tried = FULL ? some(lots) : lots.slice(0, 1);

const SHORT_VIEWS = ['?order=article', '?page=tellings', '?page=paper', '?embed=map'];

/** What stands in the places of a view: nothing is missing, and nothing else is there. */
async function expectShown(page: Page, what: string, places: Parameters<typeof comparedIn>[0]) {
  await expect
    .poll(async () => (await page.evaluate(comparedIn, places)).map(({ wrong }) => wrong), {
      message: what,
      timeout: 8_000,
    })
    .toEqual(places.map(() => []));
  return (await page.evaluate(comparedIn, places)).reduce((sum, { elements }) => sum + elements, 0);
}

for (const door of DOORS)
  for (const made of tried)
    test(`${door.name}, ${made.name}: every view shows what was given, and nothing acts @short`, async ({
      page,
      watched,
    }) => {
      const { corpus, taken } = made;
      expect(await door.open(page, JSON.stringify(corpus))).toBe('shown');
      let longest = 0;
      let shown = 0;
      const slow: string[] = [];
      const views = FULL ? VIEWS : VIEWS.filter(({ link }) => SHORT_VIEWS.includes(link));
      for (const { name, link, places, own } of views) {
        if (own && door.name !== DOORS[0]?.name) continue;
        const look = () => visit(page, link, places[0]?.at ?? 'main', own);
        await look();
        const asked = places.map((place) => ({
          at: place.at,
          as: place.as,
          some: place.some,
          given: givenAt(place, corpus),
        }));
        shown += await expectShown(page, `${made.name}, ${name}`, asked);
        const again = async () => {
          await visit(page, '?order=speaker&kind=mixed', 'main', own);
          await look();
        };
        const took = await longestTask(page, watched, again);
        if (took > LONGEST_TASK) slow.push(`${name}: ${Math.round(took)} ms`);
        longest = Math.max(longest, took);
      }
      await door.open(page, JSON.stringify(corpus));
      await watched.longestTask();
      const inReader = corpus.articles.map((_, at) => at).filter((at) => (FULL ? at % 3 === 0 : at === 0));
      for (const at of inReader)
        for (const { link, places } of openedMarks(corpus, at)) {
          const look = () => visit(page, link, '[aria-label="Text of the article"] p');
          await look();
          shown += await expectShown(page, `${made.name}, ${link}`, places);
          const took = await longestTask(page, watched, async () => {
            await visit(page, '?order=article', 'article[data-kind]');
            await look();
          });
          if (took > LONGEST_TASK) slow.push(`${link}: ${Math.round(took)} ms`);
          longest = Math.max(longest, took);
        }
      // Before it is judged: what fails has to stand in the figures, too.
      record('views', {
        corpora: 1,
        strings: made.strings.length,
        'strings in fields': taken.length,
        views: views.length + inReader.length * 6,
        'texts compared': shown,
        ...asFigures(await watched.counts()),
        'longest task, ms': longest,
      });
      await expectQuiet(watched);
      expect(slow, `tasks longer than ${LONGEST_TASK} ms`).toEqual([]);
    });

async function walkKiosk(page: Page, scenes: number) {
  await page.goto('?kiosk=20');
  await page.locator('html[data-kiosk] main[data-turn]').waitFor();
  for (let scene = 0; scene < scenes; scene += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page);
  }
}

test('the wall screen, the search, the filters and the dialog to share show what was given @short', async ({
  page,
  watched,
}) => {
  for (const made of FULL ? tried : tried.slice(0, 1)) {
    const door = DOORS[0];
    if (!door) throw new Error('there is a door at least');
    await door.open(page, JSON.stringify(made.corpus));
    await expectMenus(page, made);
    const search = page.getByRole('combobox', { name: /^Search/ });
    for (const text of FULL ? made.strings : made.strings.slice(0, 3)) {
      await search.fill(text.slice(0, 200));
      await search.press('Enter');
      await expect(page.getByRole('main').first()).toBeVisible();
    }
    await search.fill('');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    for (const tab of await page.getByRole('dialog').getByRole('tab').all()) {
      await tab.click();
      await settled(page);
    }
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Close/ })
      .first()
      .click();
    await walkKiosk(page, FULL ? 8 : 2);
    await expectQuiet(watched);
  }
  record('tools', { corpora: FULL ? tried.length : 1, ...asFigures(await watched.counts()) });
});

/** The menus of the filters hold the names of actors, topics and places. */
async function expectMenus(page: Page, { corpus }: HostileCorpus) {
  const names = [
    ['menu:actors:', corpus.actors.map(({ name }) => name)],
    ['menu:topics:', corpus.topics.map(({ label }) => label)],
  ] as const;
  for (const button of await page.locator('[data-focus^="menu:"][popovertarget]').all()) {
    await button.click();
    for (const [key, given] of names) {
      const chips = page.locator(`[data-focus^="${key}"] bdi`);
      if ((await chips.count()) > 0)
        await expectShown(page, key, [{ at: `[data-focus^="${key}"] bdi`, as: 'text', given: [...given] }]);
    }
    await page.keyboard.press('Escape');
  }
}

test('titles are shown as given', async ({ page, watched }) => {
  test.skip(!FULL, 'a title a page: only with all strings');
  for (const { corpus, taken } of some(hostileTitles(STRINGS))) {
    expect(await DOORS[0]?.open(page, JSON.stringify(corpus))).toBe('shown');
    expect(
      await page
        .locator('h1')
        .evaluateAll((all, title) => all.some(({ textContent }) => textContent === title), corpus.title),
    ).toBe(true);
    record('titles', { 'strings in fields': taken.length });
  }
  record('titles', asFigures(await watched.counts()));
  await expectQuiet(watched);
});

for (const door of DOORS)
  test(`${door.name}: what is refused is listed with a code and a path, and nothing of it acts @short`, async ({
    page,
    watched,
  }) => {
    for (const made of FULL ? some(lots) : lots.slice(0, 1)) {
      expect(await door.open(page, JSON.stringify(made.asGiven))).toBe('refused');
      const rows = await page
        .getByRole('table')
        .locator('tbody tr')
        .evaluateAll((all) =>
          all.map((row) => [
            row.querySelector('td')?.textContent ?? '',
            row.querySelector('td:last-child')?.textContent ?? '',
          ]),
        );
      const more = Number(
        /(\d[\d,]*) more (?:are|is) not listed/
          .exec((await page.locator('main').textContent()) ?? '')?.[1]
          ?.replaceAll(',', '') ?? 0,
      );
      expect(
        rows.filter(([path, code]) => !/^\$/.test(path ?? '') || !/^[a-z]+(?:-[a-z]+)*$/.test(code ?? '')),
      ).toEqual([]);
      const refusedPaths = new Set(made.refused.map(({ path }) => path));
      expect(rows.map(([path = '']) => path).filter((path) => !refusedPaths.has(path))).toEqual([]);
      expect(rows.length + more, 'rows in = rows shown + rows refused').toBe(made.refused.length);
      record('refusals', {
        corpora: 1,
        'rows in': made.taken.length + made.refused.length,
        'rows taken': made.taken.length,
        'rows refused, each with a code and a path': made.refused.length,
      });
    }
    record('refusals', asFigures(await watched.counts()));
    await expectQuiet(watched);
  });
