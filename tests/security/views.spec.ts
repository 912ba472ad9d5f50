import type { Page } from '@playwright/test';
import { bundledFile, DOORS, textInField } from './doors.ts';
import { asFigures, record } from './figures.ts';
import { type HostileCorpus, hostileCorpus, hostileTitles, inLots } from './hostileCorpora.ts';
import { openedMarks } from './opened.ts';
import { givenAt, VIEWS, type ViewPlaces } from './places.ts';
import {
  countsOf,
  expect,
  expectQuiet,
  expectShown,
  expectView,
  expectViews,
  FULL,
  LONGEST_TASK,
  longestTask,
  settled,
  some,
  test,
  visit,
} from './stage.ts';
import { allStrings, pickedStrings } from './strings.ts';

const STRINGS = (FULL ? allStrings() : pickedStrings()).flatMap(({ strings }) => strings);
/** Strings of one corpus: as many as the articles of a coverage that somebody may read. */
const SIZE = FULL ? 24 : 14;
const named = inLots(STRINGS, SIZE).map((strings, index) => ({ name: `hostile-${index + 1}`, strings }));
/** With all other tests one corpus is enough: the strings that call the canary, and those that ask others. */
const tried = FULL ? some(named) : named.slice(0, 1);

const SHORT_VIEWS = ['?order=article', '?page=tellings', '?page=paper', '?embed=map'];
const views = FULL ? VIEWS : VIEWS.filter(({ link }) => SHORT_VIEWS.includes(link));

/** What stands in the places of a view of a corpus. */
const askedIn = ({ places }: ViewPlaces, { corpus }: HostileCorpus) =>
  places.map((place) => ({ at: place.at, as: place.as, some: place.some, given: givenAt(place, corpus) }));

for (const { name, strings } of tried) {
  const [door] = DOORS;
  test(`${name}: every view shows what was given, and nothing acts @short`, async ({ page, watched }) => {
    const made = hostileCorpus(name, strings);
    const { corpus, taken } = made;
    expect(await door.open(page, JSON.stringify(corpus))).toBe('shown');
    let longest = 0;
    let shown = 0;
    const slow: string[] = [];
    const seen = async (what: string, look: () => Promise<number>, before: () => Promise<void>) => {
      shown += await look();
      const again = async () => {
        await before();
        await look();
      };
      const took = await longestTask(page, watched, again);
      if (took > LONGEST_TASK) slow.push(`${what}: ${Math.round(took)} ms`);
      longest = Math.max(longest, took);
    };
    for (const view of views.filter(({ own }) => !own))
      await seen(
        view.name,
        () => expectView(page, view.link, `${name}, ${view.name}`, askedIn(view, made)),
        () => visit(page, '?order=speaker&kind=mixed', 'main'),
      );
    const inReader = corpus.articles.map((_, at) => at).filter((at) => (FULL ? at % 3 === 0 : at === 0));
    const marks = inReader.flatMap((at) => openedMarks(corpus, at));
    await seen(
      'the reader',
      () => expectViews(page, name, marks),
      () => visit(page, '?order=article', 'article[data-kind]'),
    );
    // Before it is judged: what fails has to stand in the figures, too.
    record('views', {
      corpora: 1,
      strings: strings.length,
      'strings in fields': taken.length,
      views: views.length + inReader.length * 6,
      'texts compared': shown,
      ...asFigures(await watched.counts()),
      'longest task, ms': longest,
    });
    await expectQuiet(watched);
    expect(slow, `tasks longer than ${LONGEST_TASK} ms`).toEqual([]);
  });
}

// A frame opens no file of somebody else: what it shows comes through the built-in file.
const framed = inLots(STRINGS, FULL ? 36 : 14).map((strings, index) => ({
  name: `hostile-frame-${index + 1}`,
  strings,
}));
for (const { name, strings } of FULL ? some(framed) : framed.slice(0, 1))
  test(`${name}: every embed shows what was given, and nothing acts @short`, async ({ page, watched }) => {
    const made = hostileCorpus(name, strings);
    await bundledFile.open(page, JSON.stringify(made.corpus));
    let shown = 0;
    const embeds = views.filter(({ own }) => own);
    for (const view of embeds) {
      await page.goto(view.link);
      shown += await expectShown(page, `${name}, ${view.name}`, askedIn(view, made));
    }
    const counts = await watched.counts();
    record('embeds', { corpora: 1, views: embeds.length, 'texts compared': shown, ...asFigures(counts) });
    await expectQuiet(watched);
  });

async function walkKiosk(page: Page, scenes: number) {
  await visit(page, '?kiosk=20', 'html[data-kiosk] main[data-turn]');
  for (let scene = 0; scene < scenes; scene += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page);
  }
}

/** Looks for every text, as by typing it; runs in the page. Answers those after which there was no view. */
async function searchAll(texts: string[]): Promise<string[]> {
  const blank: string[] = [];
  const field = document.querySelector<HTMLInputElement>('input[role="combobox"]');
  if (!field) return ['no field to search in'];
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const text of texts) {
    field.focus();
    write?.call(field, text.slice(0, 200));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await frame();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await frame();
    if (!document.querySelector('main')?.textContent?.trim()) blank.push(text);
  }
  write?.call(field, '');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return blank;
}

const large = inLots(STRINGS, FULL ? 96 : 6).map((strings, index) => ({ name: `hostile-large-${index + 1}`, strings }));
const middle = inLots(STRINGS, FULL ? 48 : 6).map((strings, index) => ({
  name: `hostile-middle-${index + 1}`,
  strings,
}));
const triedMiddle = FULL ? some(middle) : middle.slice(0, 1);
const triedLarge = FULL ? some(large) : large.slice(0, 1);
for (const part of FULL ? inLots(triedMiddle, 8) : [triedMiddle])
  test(`from ${part[0]?.name}: the wall screen, the search, the filters and the dialog to share show what was given @short`, async ({
    page,
    watched,
  }) => {
    for (const { name, strings } of part) {
      const made = hostileCorpus(name, strings);
      await DOORS[0].open(page, JSON.stringify(made.corpus));
      await expectMenus(page, made);
      expect(await page.evaluate(searchAll, made.strings.slice(0, FULL ? made.strings.length : 3))).toEqual([]);
      await visit(page, '?order=article', 'article[data-kind]');
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
      await walkKiosk(page, FULL ? 6 : 2);
      await visit(page, '?order=article', 'article[data-kind]');
      await expectQuiet(watched);
    }
    record('tools', { corpora: part.length, ...asFigures(await watched.counts()) });
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

const titles = FULL ? some(hostileTitles(STRINGS)) : hostileTitles(STRINGS.slice(0, 20)).slice(0, 1);
for (const part of FULL ? inLots(titles, 40) : [titles])
  test(`from ${part[0]?.name}: titles are shown and cited as given`, async ({ page, context, watched }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const [index, { corpus, taken }] of part.entries()) {
      expect(await DOORS[0].open(page, JSON.stringify(corpus))).toBe('shown');
      await expectShown(page, corpus.title, [{ at: 'h1, h1 bdi', as: 'text', given: [corpus.title] }]);
      record('titles', { 'strings in fields': taken.length });
      if (index % 4 > 0) continue;
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await page.getByRole('button', { name: 'Copy a citation' }).click();
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      // A clipboard holds no half of a pair.
      await expect.poll(copied).toContain(`“${corpus.title.toWellFormed()}”, in Dateline.`);
      await page.keyboard.press('Escape');
      record('titles', { citations: 1 });
    }
    record('titles', asFigures(await watched.counts()));
    await expectQuiet(watched);
  });

// Every other way in: all strings in all fields, in the view that shows most of them.
const paper = VIEWS.find(({ link }) => link === '?page=paper');
for (const door of DOORS.slice(1))
  for (const part of FULL ? inLots(triedLarge, 12) : [triedLarge])
    test(`${door.name}, from ${part[0]?.name}: the paper edition shows what was given, and nothing acts${door === textInField ? '' : ' @short'}`, async ({
      page,
      watched,
    }) => {
      for (const { name, strings } of part) {
        const made = hostileCorpus(name, strings);
        expect(await door.open(page, JSON.stringify(made.corpus)), name).toBe('shown');
        if (!paper) throw new Error('there is a view at least');
        const shown = await expectView(page, paper.link, `${door.name}, ${name}`, askedIn(paper, made));
        record('doors', {
          corpora: 1,
          'strings in fields': made.taken.length,
          'texts compared': shown,
        });
      }
      record('doors', asFigures(await countsOf(watched, door.asks)));
      await expectQuiet(watched, door.asks);
    });
