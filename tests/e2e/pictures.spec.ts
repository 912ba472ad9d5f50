import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { SHOWN } from '../../src/coverage/answers/shown.ts';
import { type Filters, NO_FILTERS } from '../../src/domain/filters.ts';
import { PICTURES, type PictureId } from '../../src/exports/pictureList.ts';
import { type Provenance, provenanceOf } from '../../src/exports/provenance.ts';
import { naughtyCorpus } from '../exports/naughtyCorpus.ts';
import { answered } from '../fixtures/ask.ts';
import { headFor } from '../fixtures/head.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { expect, long, open, test } from './desk.ts';

test.describe.configure({ timeout: 240_000 });

const whole = bundledCorpus();
const GROUNDS = { light: [246, 246, 243], dark: [20, 24, 29], contrast: [255, 255, 255] } as const;
type Theme = keyof typeof GROUNDS;

/** What the picture of a view must say, but for the link and the day. */
function provenance(patch: Partial<Filters>): Omit<Provenance, 'link' | 'made'> {
  const filters = { ...NO_FILTERS, ...patch };
  const exported = { head: headFor(whole), filters, link: '', made: '' };
  const { link: _, made: __, ...told } = provenanceOf(exported, answered(whole, SHOWN, null, filters));
  return told;
}

type Wish = { id: PictureId; format: 'svg' | 'png'; theme: Theme };
type Shot = { bytes: Buffer; name: string; left: string[] };

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share this view' });

/** Opens a view with the share dialog at its pictures. */
async function openPictures(page: Page, link: string) {
  await open(page, link);
  // The page marks itself once it can be printed; that is not a picture's doing.
  await page.locator('html[data-printable]').waitFor();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog(page).getByRole('tab', { name: 'Picture' }).click();
  await page.evaluate(() => {
    const left: string[] = [];
    Reflect.set(window, 'leftByPictures', left);
    new MutationObserver((all) => {
      for (const { target, attributeName } of all) left.push(`${target.nodeName} ${attributeName}`);
    }).observe(document.documentElement, { attributes: true });
  });
}

/** Saves a picture; `left` is what was changed in the page meanwhile. */
async function shoot(page: Page, { id, format, theme }: Wish): Promise<Shot> {
  const children = () => page.evaluate(() => document.body.childElementCount);
  const before = await children();
  await dialog(page).getByLabel('Picture of').selectOption(id);
  await dialog(page)
    .getByRole('button', { name: format === 'png' ? 'PNG, 2×' : 'SVG' })
    .click();
  const themes = { light: 'Light', dark: 'Dark', contrast: 'High contrast' };
  await dialog(page).getByRole('button', { name: themes[theme] }).click();
  const saving = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Save the picture' }).click();
  const file = await saving;
  const bytes = readFileSync(await file.path());
  await expect(dialog(page).getByRole('button', { name: 'Save the picture' })).toBeEnabled();
  const left = await page.evaluate(() => (Reflect.get(window, 'leftByPictures') as string[]).splice(0));
  if ((await children()) !== before) left.push('body children');
  return { bytes, name: file.suggestedFilename(), left };
}

/** What a PNG is, read by another reader than the browser. */
function readPng(bytes: Buffer): { width: number; height: number; ground: number[]; colours: number; inked: number } {
  const { width, height, data } = PNG.sync.read(bytes);
  const ground = [...data.subarray(0, 3)];
  const colours = new Set<number>();
  let inked = 0;
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUIntBE(at, 3);
    colours.add(colour);
    if (data[at] !== ground[0] || data[at + 1] !== ground[1] || data[at + 2] !== ground[2]) inked++;
  }
  return { width, height, ground, colours: colours.size, inked: inked / (width * height) };
}

type Read = {
  root: string;
  size: (string | null)[];
  title: string;
  desc: string;
  metadata: string;
  text: string;
  fonts: string[];
  outside: string[];
  harm: string[];
  shapes: number;
  ran: boolean;
};

/** An SVG opened from the disk in a page of its own, where nothing else can be fetched. */
async function readSvg(browser: Browser, bytes: Buffer): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-svg-'));
  const file = join(folder, 'picture.svg');
  writeFileSync(file, bytes);
  const context = await browser.newContext();
  try {
    const asked: string[] = [];
    await context.route(/^(?!file:|data:)/, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      asked.push(`dialog ${dialog.message()}`);
      return dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href);
    const read = await page.evaluate(async () => {
      await document.fonts.ready;
      const root = document.documentElement;
      const [width = 0, height = 0] = ['width', 'height'].map((name) => Number(root.getAttribute(name)));
      const own = (name: string) => root.querySelector(`:scope > ${name}`)?.textContent ?? '';
      const outside: string[] = [];
      const walker = document.createTreeWalker(root.querySelector('foreignObject') ?? root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        for (const box of range.getClientRects())
          if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
            outside.push(walker.currentNode.textContent ?? '');
      }
      const harm: string[] = [];
      for (const element of document.querySelectorAll('*')) {
        if (/^(script|iframe|object|embed|image|img|use|animate|set|a|link|base|meta|form)$/i.test(element.localName))
          harm.push(element.localName);
        for (const { name, value } of element.attributes) {
          if (/^on|href|src|action/i.test(name)) harm.push(`${element.localName} ${name}`);
          if (/url\((?!["']?#)|javascript:/i.test(value)) harm.push(`${name}=${value.slice(0, 80)}`);
        }
      }
      for (const style of document.querySelectorAll('style')) {
        const text = style.textContent ?? '';
        for (const [found] of text.matchAll(/@import|expression\(|url\((?!"(?:#|data:font\/woff2;base64,)).{0,40}/g))
          harm.push(found);
      }
      return {
        root: root.localName,
        size: ['width', 'height', 'viewBox'].map((name) => root.getAttribute(name)),
        title: own('title'),
        desc: own('desc'),
        metadata: own('metadata'),
        text: root.querySelector('foreignObject')?.textContent ?? '',
        fonts: [...document.fonts]
          .filter(({ status }) => status === 'loaded')
          .map(({ family }) => family.replaceAll('"', '')),
        outside,
        harm,
        shapes: document.querySelectorAll('svg svg path, svg svg circle, svg svg rect').length,
        ran: Reflect.get(window, 'ran') === true,
      };
    });
    return { ...read, harm: [...read.harm, ...asked] };
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const DESK = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 844 };
const MOON: Partial<Filters> = { actors: ['moon-jae-in'] };
const MOON_LINK = '?v=1&actor=moon-jae-in';
const EVERY: PictureId[] = PICTURES.map(({ id }) => id);

type View = {
  name: string;
  link: string;
  patch: Partial<Filters>;
  size: typeof DESK;
  png: PictureId[];
  svg: PictureId[];
};
const VIEWS: View[] = [
  { name: 'the default view', link: '?v=1', patch: {}, size: DESK, png: EVERY, svg: EVERY },
  { name: 'a filtered view', link: MOON_LINK, patch: MOON, size: DESK, png: ['desk'], svg: ['desk', 'ties'] },
  { name: 'a phone', link: '?v=1', patch: {}, size: PHONE, png: ['desk'], svg: ['wall'] },
];

for (const { name, link, patch, size, png: drawn, svg } of VIEWS) {
  test(`every PNG of ${name} is sharp, drawn, and of its theme${long(name !== 'the default view')}`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await openPictures(page, link);
    for (const id of drawn)
      for (const theme of id === 'ties' ? (['light', 'dark', 'contrast'] as const) : (['dark'] as const)) {
        const shot = await shoot(page, { id, format: 'png', theme });
        const png = readPng(shot.bytes);
        const where = `${name}, ${id}, ${theme}`;
        expect.soft(shot.name, where).toMatch(new RegExp(`^dateline_.*_${id}-${theme}\\.png$`));
        expect.soft(shot.left, where).toEqual([]);
        const note = dialog(page).getByRole('alert');
        if (id === 'desk' && size === PHONE) await expect.soft(note, where).toContainText('×');
        else await expect.soft(note, where).toHaveCount(0);
        // Of the desk, the picture is as wide as the screen, twice.
        if (id === 'desk' && size === DESK) expect.soft(png.width, where).toBeGreaterThanOrEqual(2 * size.width);
        expect.soft(png.ground, where).toEqual([...GROUNDS[theme]]);
        expect.soft(png.colours, where).toBeGreaterThan(60);
        expect.soft(png.inked, where).toBeGreaterThan(0.02);
        expect.soft(png.inked, where).toBeLessThan(0.6);
      }
  });

  test(`every SVG of ${name} stands alone and says where it comes from${long(name !== 'the default view')}`, async ({
    page,
    browser,
  }) => {
    await page.setViewportSize(size);
    await openPictures(page, link);
    const told = provenance(patch);
    for (const { id, heading } of PICTURES.filter((offer) => svg.includes(offer.id))) {
      const shot = await shoot(page, { id, format: 'svg', theme: 'light' });
      const read = await readSvg(browser, shot.bytes);
      const where = `${name}, ${id}`;
      expect.soft(read.root, where).toBe('svg');
      expect.soft(read.size[2], where).toBe(`0 0 ${read.size[0]} ${read.size[1]}`);
      expect.soft(read.title, where).toBe(`${heading}: ${whole.title}`);
      const metadata = JSON.parse(read.metadata);
      expect.soft(metadata, where).toMatchObject(told);
      expect.soft(metadata.link, where).toContain('pin=');
      const { filters, shown, asOf, pin } = told;
      for (const words of [filters, shown, asOf, pin.digest, metadata.made, metadata.link])
        expect.soft(read.desc, where).toContain(words);
      for (const words of [filters, shown, asOf, pin.digest, metadata.made])
        expect.soft(read.text, where).toContain(words);
      const headings = id === 'desk' ? PICTURES.slice(1).map((one) => one.heading) : [heading];
      for (const words of [whole.title, 'Dateline', ...headings]) expect.soft(read.text, where).toContain(words);
      for (const control of ['Network', 'By weight', 'more below', 'Table', 'Copy', 'Undo'])
        expect.soft(read.text, where).not.toContain(control);
      expect.soft(new Set(read.fonts), where).toEqual(new Set(['Newsreader', 'Schibsted Grotesk']));
      expect.soft(read.outside, where).toEqual([]);
      expect.soft(read.harm, where).toEqual([]);
      if (id === 'wall' && size === DESK)
        for (const { content } of whole.statements)
          for (const { exact } of content) expect.soft(read.text).toContain(exact);
      if (['ties', 'venues'].includes(id)) expect.soft(read.shapes, where).toBeGreaterThan(10);
    }
  });
}

test('the matrix and the list are whole, too @long', async ({ page, browser }) => {
  for (const link of ['?v=1&view=matrix', '?v=1&view=list']) {
    await openPictures(page, link);
    const shot = await shoot(page, { id: 'ties', format: 'svg', theme: 'dark' });
    const { outside, harm } = await readSvg(browser, shot.bytes);
    expect(outside, link).toEqual([]);
    expect(harm, link).toEqual([]);
  }
});

test('text that tries to be markup stays text @long', async ({ page, browser }) => {
  const corpus = naughtyCorpus(12);
  await page.route(/\/assets\/corpus-.*\.json$/, (route) => route.fulfill({ json: corpus }));
  await openPictures(page, '?v=1');
  for (const id of ['wall', 'ties', 'timeline'] as const) {
    const read = await readSvg(browser, (await shoot(page, { id, format: 'svg', theme: 'dark' })).bytes);
    expect.soft(read.root, id).toBe('svg');
    expect.soft(read.harm, id).toEqual([]);
    expect.soft(read.ran, id).toBe(false);
  }
});

test('what fails says why, and what is called off leaves nothing behind', async ({ page, trouble }) => {
  await openPictures(page, '?v=1');
  await page.route('**/*.woff2', (route) => route.abort());
  const save = dialog(page).getByRole('button', { name: 'Save the picture' });
  await save.click();
  await expect(dialog(page).getByRole('alert')).toContainText(/^ ?The fonts .* try again\./);
  // The browser says in its console that both fonts failed, in its own time.
  await expect.poll(() => trouble.errors.length).toBe(2);
  trouble.errors.splice(0);
  await page.unroute('**/*.woff2');
  const before = await page.evaluate(() => document.body.childElementCount);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await save.click();
  await dialog(page).getByRole('button', { name: 'Stop' }).click();
  await expect(save).toBeEnabled();
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  expect(await page.evaluate(() => document.body.childElementCount)).toBe(before);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const { name } = await shoot(page, { id: 'ties', format: 'svg', theme: 'light' });
  expect(name).toContain('ties-light.svg');
});
