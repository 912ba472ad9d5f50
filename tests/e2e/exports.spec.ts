import { readFileSync } from 'node:fs';
import { check } from '@placemarkio/check-geojson';
import type { Page } from '@playwright/test';
import { DOMParser } from '@xmldom/xmldom';
import Graph from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import Papa from 'papaparse';
import { readCorpusText } from '../../src/corpus/readCorpus.ts';
import { applyFilters } from '../../src/domain/applyFilters.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { tieCount } from '../../src/domain/facets.ts';
import { type Filters, NO_FILTERS } from '../../src/domain/filters.ts';
import { readCsv } from '../../src/exports/csv.ts';
import { corpusDigest } from '../../src/exports/digest.ts';
import { naughtyCorpus } from '../exports/naughtyCorpus.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { expect, long, open, test } from './desk.ts';

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\t\r＝＋－＠]/;

type Case = { name: string; corpus: () => Corpus; link: string; filters: Partial<Filters>; words: string };
const CASES: Case[] = [
  { name: 'the default view', corpus: bundledCorpus, link: '', filters: {}, words: 'All of the coverage' },
  {
    name: 'a filtered view',
    corpus: bundledCorpus,
    link: '?v=1&actor=moon-jae-in',
    filters: { actors: ['moon-jae-in'] },
    words: 'Only Moon',
  },
  {
    name: 'a hostile coverage',
    corpus: () => naughtyCorpus(5),
    link: '?v=1',
    filters: {},
    words: 'All of the coverage',
  },
];

/** Opens the view with its dialog at the files. */
async function openFiles(page: Page, { corpus, link }: Case) {
  await page.route(/\/assets\/corpus-.*\.json$/, (route) => route.fulfill({ json: corpus() }));
  // Markup that came to life would do one of these.
  await page.addInitScript(() => {
    for (const name of ['alert', 'prompt', 'confirm', 'open'])
      Reflect.set(window, name, () => Reflect.set(window, 'ran', name));
  });
  await open(page, link);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('tab', { name: 'Files' }).click();
}

async function save(page: Page, button: string): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await saving;
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(`Saved ${file.suggestedFilename()}.`);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

for (const one of CASES)
  test(`${one.name}: every file is saved, read back by another reader, and says where it is from${long(one.name === 'a filtered view')}`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    const whole = one.corpus();
    const slice = applyFilters(whole, { ...NO_FILTERS, ...one.filters });
    const digest = corpusDigest(whole);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await openFiles(page, one);
    const writers = () => loaded.filter((url) => /\/(?:tables|gexf|geojson|annotations|corpusFile|picture)-/.test(url));
    expect(writers()).toEqual([]);

    for (const table of ['statements', 'relations', 'venues', 'events'] as const) {
      const { name, text } = await save(page, `Save .csv, ${table}`);
      expect(name).toMatch(new RegExp(`^dateline_${whole.id}_[a-z-]+_\\d{4}-\\d\\d-\\d\\d_${table}\\.csv$`));
      expect(text.startsWith('\uFEFF')).toBe(true);
      const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd());
      expect(errors).toEqual([]);
      expect(data.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
      const { columns, rows } = readCsv(text);
      const of = (column: string) => rows.map((row) => row[columns.indexOf(column)]);
      expect(of(table === 'venues' ? 'place_id' : 'id').filter((id) => id !== '')).toEqual(
        table === 'venues' ? slice.venues.map(({ place }) => place) : slice[table].map(({ id }) => id),
      );
      expect(new Set(of('filters'))).toEqual(new Set([one.words]));
      expect(new Set(of('digest'))).toEqual(new Set([digest]));
    }

    const paper = await save(page, 'Save .html, paper edition');
    const reader = await page.context().newPage();
    await reader.setContent(paper.text);
    const harm = await reader.evaluate(() => {
      const elements = [...document.querySelectorAll('*')];
      const names = elements.map(({ localName }) => localName);
      const attributes = elements.flatMap((element) =>
        [...element.attributes].map(({ name, value }) => `${name}=${value}`),
      );
      return [
        ...names.filter((name) => /^(script|iframe|object|embed|img|form)$/.test(name)),
        ...attributes.filter((text) => /^on|^(href|src|action)=(?!#|http)/i.test(text)),
      ];
    });
    expect(harm).toEqual([]);
    await reader.close();
    expect(paper.text).toContain("default-src 'none'");
    expect(paper.text).toContain(one.words);

    const coverage = readCorpusText((await save(page, 'Save .json, coverage')).text);
    expect(coverage.ok && coverage.corpus.statements).toEqual(slice.statements);
    expect(coverage.ok && coverage.corpus.relations).toEqual(slice.relations);
    expect(coverage.ok && coverage.corpus.articles).toEqual(whole.articles);
    expect(coverage.ok && coverage.corpus.title).toContain(
      Object.keys(one.filters).length === 0 ? whole.title : one.words,
    );

    const places = await save(page, 'Save .geojson, places');
    const features = check(places.text);
    expect(features.type).toBe('FeatureCollection');
    expect(places.text).toContain(one.words);
    expect(places.text).toContain(digest);

    const network = await save(page, 'Save .gexf, network');
    const faults: string[] = [];
    const document = new DOMParser({ errorHandler: (_, message) => void faults.push(message) }).parseFromString(
      network.text,
      'text/xml',
    );
    expect(faults).toEqual([]);
    expect(document.documentElement.tagName).toBe('gexf');
    const graph = parseGexf(Graph, network.text);
    expect(graph.size).toBeGreaterThanOrEqual(tieCount(slice));
    expect(network.text).toContain(one.words);

    const annotations = JSON.parse((await save(page, 'Save .jsonld, annotations')).text);
    expect(JSON.stringify(annotations['@context'])).toContain('http://www.w3.org/ns/anno.jsonld');
    expect(JSON.stringify(annotations)).toContain(one.words);

    expect(writers().length).toBeGreaterThanOrEqual(5);
    expect(await page.evaluate(() => Reflect.get(window, 'ran') ?? null)).toBeNull();
  });

test('a writer that does not arrive is said, and can be asked for again', async ({ page, trouble }) => {
  await page.route(/\/assets\/tables-.*\.js$/, (route) => route.abort());
  await open(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('tab', { name: 'Files' }).click();
  await page.getByRole('button', { name: 'Save .csv, statements' }).click();
  await expect(page.getByRole('alert')).toContainText('“Statements” could not be made');
  await expect(page.getByRole('button', { name: 'Save .csv, statements' })).toBeEnabled();
  trouble.errors.length = 0;
});
