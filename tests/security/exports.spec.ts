import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { readCorpusText } from '../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { STORY_LIMITS } from '../../src/domain/story.ts';
import { readCsv } from '../../src/exports/csv.ts';
import { DOORS } from './doors.ts';
import { placesOf } from './fields.ts';
import { asFigures, record } from './figures.ts';
import { hostileCorpus, inLots } from './hostileCorpora.ts';
import { comparedIn, givenAt, type Place, VIEWS } from './places.ts';
import { expect, expectQuiet, FULL, some, test } from './stage.ts';
import { allStrings, pickedStrings } from './strings.ts';
import { watch } from './watch.ts';

const STRINGS = (FULL ? allStrings() : pickedStrings()).flatMap(({ strings }) => strings);
const lots = inLots(STRINGS, FULL ? 48 : 8).map((strings, index) => ({ name: `hostile-file-${index + 1}`, strings }));
const tried = FULL ? some(lots) : lots.slice(0, 1);

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\t\r＝＋－＠]/;
/** What XML cannot hold is written as the replacement character. */
const asXml = (text: string) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
/** The fields of the desk that a picture of a panel shows as text. */
const placesAt = (...fields: string[]) =>
  (VIEWS[0]?.places ?? []).filter(({ field, as }) => as === 'text' && fields.includes(field));
const SVG_PLACES: Record<string, Place[]> = {
  'wall.svg': placesAt('statements[].content[].exact', 'statements[].cue[].exact'),
  'venues.svg': placesAt('places[].name', 'venues[].claims[].text'),
};

/** A page has neither U+0000 nor halves of pairs. */
const asPage = (text: string) => text.toWellFormed().replaceAll('\u0000', '\uFFFD');
/** A file is UTF-8, which has no halves of pairs. */
const asFile = (texts: string[]) => texts.map((text) => text.toWellFormed()).toSorted();
const all = (corpus: Corpus, field: string) => placesOf(corpus, field).map(({ text }) => text);

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share this view' });

async function openShare(page: Page, tab: string) {
  if (!(await dialog(page).isVisible())) await page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog(page).getByRole('tab', { name: tab }).click();
}

async function savedBytes(page: Page, button: string): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: button, exact: true }).click();
  return readFileSync(await (await saving).path());
}

const saved = async (page: Page, button: string) => (await savedBytes(page, button)).toString('utf8');

const openStory = (page: Page, story: object) =>
  dialog(page)
    .getByLabel('Open a story…')
    .setInputFiles({ name: 'story.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(story)) });

/** The fields that a column of a table is, one cell an item. */
const COLUMNS: Record<string, Record<string, string>> = {
  statements: {
    reason: 'statements[].speaker.reason',
    source_words: 'statements[].source.exact',
    relay_words: 'statements[].relay.evidence.exact',
  },
  relations: { summary: 'relations[].summary', evidence_words: 'relations[].evidence[].exact' },
  venues: { attributed_to: 'venues[].attributedTo', evidence_words: 'venues[].evidence[].exact' },
  events: { label: 'events[].label', surface: 'events[].surface' },
};

for (const { name, strings } of tried)
  test(`${name}: every file says what was given, and nothing in it acts @short`, async ({
    page,
    context,
    baseURL,
    watched,
  }) => {
    const made = hostileCorpus(name, strings);
    const { corpus } = made;
    expect(await DOORS[0].open(page, JSON.stringify(corpus))).toBe('shown');
    await openShare(page, 'Files');
    let compared = 0;
    const same = (found: string[], given: string[], what: string) => {
      expect(found.toSorted(), what).toEqual(given.toSorted());
      compared += given.length;
    };
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const text = await saved(page, `Save .csv, ${table}`);
      const cells = Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: ',', newline: '\r\n' }).data.flat();
      expect(
        cells.filter((cell) => FORMULA.test(cell)),
        `${table}: cells that run`,
      ).toEqual([]);
      const read = readCsv(text);
      for (const [column, field] of Object.entries(columns)) {
        const at = read.columns.indexOf(column);
        const found = read.rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
        same(found, asFile(all(corpus, field).filter((one) => one !== '')), `${table}, ${column}`);
      }
    }
    const copy = readCorpusText(await saved(page, 'Save .json, coverage'));
    expect(copy.ok && copy.corpus).toEqual(corpus);
    compared += made.taken.length;

    const marks = JSON.stringify(JSON.parse(await saved(page, 'Save .jsonld, annotations')));
    const exacts = new Set(
      [...marks.matchAll(/"exact":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']): string => JSON.parse(text)),
    );
    for (const field of ['relations[].evidence[].exact', 'flags[].spans[].exact', 'venues[].evidence[].exact'])
      same(
        all(corpus, field).filter((one) => exacts.has(one)),
        all(corpus, field),
        `annotations, ${field}`,
      );

    const places: { features: { properties: Record<string, unknown> }[] } = JSON.parse(
      await saved(page, 'Save .geojson, places'),
    );
    const placesTold = new Set(
      places.features.flatMap(({ properties }) =>
        Object.values(properties).flatMap((value) => JSON.stringify(value) ?? ''),
      ),
    );
    for (const { text } of placesOf(corpus, 'venues[].attributedTo'))
      expect(
        [...placesTold].some((value) => value.includes(JSON.stringify(text).slice(1, -1))),
        `places, ${text}`,
      ).toBe(true);

    const gexf = await saved(page, 'Save .gexf, network');
    // The app's own page turns no text into a document.
    const plain = await context.newPage();
    const labels = await plain.evaluate((text) => {
      const tree = new DOMParser().parseFromString(text, 'application/xml');
      if (tree.querySelector('parsererror')) throw new Error('not well-formed');
      const harm = [...tree.querySelectorAll('script, iframe, object')].length;
      return { harm, labels: [...tree.querySelectorAll('node')].map((node) => node.getAttribute('label') ?? '') };
    }, gexf);
    expect(labels.harm).toBe(0);
    // An attribute of XML has its line breaks and tabs as references; a parser gives them back.
    same(labels.labels, all(corpus, 'actors[].name').map(asXml), 'network, labels');

    await checkPage(await saved(page, 'Save .html, paper edition'), 'paper.html', 'text/html');
    await openShare(page, 'Picture');
    await dialog(page).getByText('SVG', { exact: true }).click();
    for (const id of FULL ? ['wall', 'venues', 'timeline'] : ['venues']) {
      await dialog(page).getByRole('combobox').selectOption(id);
      await checkPage(await saved(page, 'Save the picture'), `${id}.svg`, 'image/svg+xml');
    }
    // A PNG has no text: it is made, and is as large as its picture.
    await dialog(page).getByText('PNG, 2×', { exact: true }).click();
    await dialog(page).getByRole('combobox').selectOption('venues');
    const png = await savedBytes(page, 'Save the picture');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(Math.min(png.readUInt32BE(16), png.readUInt32BE(20))).toBeGreaterThan(100);

    // A story holds up to 400 characters a step; the rest of it is asked for by its own door.
    await openShare(page, 'Story');
    const told = made.strings.filter((text) => text.length <= STORY_LIMITS.says).slice(0, STORY_LIMITS.steps);
    const title = told.find((text) => text !== '' && text.length <= STORY_LIMITS.title) ?? '';
    const steps = told.map((says) => ({ view: '', says }));
    const story = { kind: 'dateline-story', version: 1, title, coverage: corpus.id, steps };
    await openStory(page, story);
    await expect(dialog(page).getByRole('list', { name: 'Steps' }).getByRole('textbox')).toHaveCount(steps.length);
    expect(JSON.parse(await saved(page, 'Save as a file'))).toEqual(story);
    compared += told.length + 1;
    await openStory(page, { ...story, steps: [{ view: '', says: 'x'.repeat(STORY_LIMITS.says + 1) }] });
    await expect(dialog(page).getByRole('alert')).toContainText('$.steps.0.says');

    // A frame shows the built-in coverage only: with that of somebody else there is no snippet.
    await openShare(page, 'Embed');
    await expect(dialog(page).locator('textarea')).toHaveCount(0);
    await expect(dialog(page)).toContainText('Only the built-in coverage can stand in a page of somebody else');
    await plain.close();
    record('exports', { corpora: 1, 'texts compared': compared, ...asFigures(await watched.counts()) });
    await expectQuiet(watched);

    /** Opens a file that was saved as a page of our host, without our policy. */
    async function checkPage(text: string, name: string, contentType: string) {
      const file = await context.newPage();
      const seen = await watch(file, baseURL ?? '');
      await file.route(`**/${name}`, (route) =>
        route.fulfill({ body: text, contentType: `${contentType}; charset=utf-8` }),
      );
      await file.goto(name);
      expect(await file.locator('parsererror').count(), name).toBe(0);
      if (name.endsWith('.html')) {
        const paper = VIEWS.find(({ link }) => link === '?page=paper')?.places ?? [];
        const asked = paper.map((place) => ({
          at: place.at,
          as: place.as,
          given: givenAt(place, corpus).map(asPage),
        }));
        const found = await file.evaluate(comparedIn, asked);
        expect(
          found.map(({ wrong }) => wrong),
          name,
        ).toEqual(asked.map(() => []));
        compared += asked.reduce((sum, { given }) => sum + given.length, 0);
      }
      if (name in SVG_PLACES) {
        const asked = (SVG_PLACES[name] ?? []).map((place) => ({
          at: 'bdi',
          as: 'text' as const,
          given: givenAt(place, corpus).map(asXml),
        }));
        const found = await file.evaluate(comparedIn, asked);
        expect(
          found.map(({ wrong }) => wrong),
          name,
        ).toEqual(asked.map(() => []));
        compared += asked.reduce((sum, { given }) => sum + given.length, 0);
      }
      const { longestTask: _, ...counts } = await seen.counts();
      expect(counts, name).toEqual({
        scripts: [],
        planted: [],
        errors: [],
        violations: [],
        foreign: [],
        prototypes: [],
      });
      await file.close();
    }
  });
