import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { applyFilters } from '../../src/domain/applyFilters.ts';
import { type Filters, NO_FILTERS } from '../../src/domain/filters.ts';
import { PICTURES, type PictureId } from '../../src/exports/pictureList.ts';
import { type Provenance, provenanceOf } from '../../src/exports/provenance.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { test as base, expect, open } from './desk.ts';
import { type PictureSite, pictureSite } from './pictureSite.ts';

/** The app and the gallery, each with a door to the pictures, built once for each worker. */
const test = base.extend<object, { desk: PictureSite; gallery: PictureSite }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that are needed from here
    async ({}, use) => {
      const site = await pictureSite('app');
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const site = await pictureSite('gallery');
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
test.describe.configure({ timeout: 240_000 });

const whole = bundledCorpus();
const GROUNDS = { light: [246, 246, 243], dark: [20, 24, 29], contrast: [255, 255, 255] } as const;
type Theme = keyof typeof GROUNDS;

function provenance(link: string, patch: Partial<Filters> = {}): Provenance {
  const filters = { ...NO_FILTERS, ...patch };
  const slice = applyFilters(whole, filters);
  return provenanceOf({ whole, slice, filters, link: `https://desk.example/${link}`, made: '2026-11-22' });
}

type Wish = { id: PictureId; format: 'svg' | 'png'; theme: Theme; provenance: Provenance };
type Shot = { bytes: Buffer; width: number; height: number; scale: number; note: string | null; left: string[] };

/** Opens the door to the pictures in a page. */
const door = (page: Page) => page.evaluate(() => import(new URL('pictureDoor.js', document.baseURI).href));

/** Asks the page for a picture; `left` is what it has changed in the page. */
async function shoot(page: Page, wish: Wish): Promise<Shot> {
  const { data, ...shot } = await page.evaluate(async ({ id, ...rest }) => {
    const { PICTURES: offers, pictureElement, load } = Reflect.get(window, 'pictures');
    const { panelPicture } = await load();
    const changes: string[] = [];
    const observer = new MutationObserver((all) => {
      for (const { target, attributeName } of all) changes.push(`${target.nodeName} ${attributeName}`);
    });
    observer.observe(document.documentElement, { attributes: true });
    const before = document.body.childElementCount;
    const element = pictureElement(
      document,
      offers.find((offer: { id: string }) => offer.id === id),
    );
    const { blob, width, height, scale, note } = await panelPicture({ element, ...rest });
    observer.disconnect();
    if (document.body.childElementCount !== before) changes.push('body children');
    const address = await new Promise<unknown>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(blob);
    });
    return { data: String(address).replace(/^.*?,/, ''), width, height, scale, note, left: changes };
  }, wish);
  return { ...shot, bytes: Buffer.from(data, 'base64') };
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

const VIEWS = [
  { name: 'the default view', link: '?v=1', patch: {}, size: { width: 1440, height: 1000 } },
  {
    name: 'a filtered view',
    link: '?v=1&actor=moon-jae-in',
    patch: { actors: ['moon-jae-in'] },
    size: { width: 1440, height: 1000 },
  },
  { name: 'a phone', link: '?v=1', patch: {}, size: { width: 390, height: 844 } },
];

for (const { name, link, patch, size } of VIEWS) {
  test(`every PNG of ${name} is sharp, drawn, and of its theme`, async ({ page, desk }) => {
    await page.setViewportSize(size);
    await open(page, desk.url + link);
    await door(page);
    for (const { id } of PICTURES)
      for (const theme of id === 'ties' ? (['light', 'dark', 'contrast'] as const) : (['dark'] as const)) {
        const shot = await shoot(page, { id, format: 'png', theme, provenance: provenance(link, patch) });
        const png = readPng(shot.bytes);
        const where = `${name}, ${id}, ${theme}`;
        expect.soft(shot.left, where).toEqual([]);
        if (id !== 'desk' || size.width > 600) expect.soft([shot.scale, shot.note], where).toEqual([2, null]);
        else expect.soft(shot.note, where).toContain(`${shot.scale}×`);
        expect
          .soft([png.width, png.height], where)
          .toEqual([Math.floor(shot.width * shot.scale), Math.floor(shot.height * shot.scale)]);
        expect.soft(png.ground, where).toEqual([...GROUNDS[theme]]);
        expect.soft(png.colours, where).toBeGreaterThan(60);
        expect.soft(png.inked, where).toBeGreaterThan(0.02);
        expect.soft(png.inked, where).toBeLessThan(0.6);
      }
  });

  test(`every SVG of ${name} stands alone and says where it comes from`, async ({ page, desk, browser }) => {
    await page.setViewportSize(size);
    await open(page, desk.url + link);
    await door(page);
    const told = provenance(link, patch);
    for (const { id, heading } of PICTURES) {
      const shot = await shoot(page, { id, format: 'svg', theme: 'light', provenance: told });
      const read = await readSvg(browser, shot.bytes);
      const where = `${name}, ${id}`;
      expect.soft(read.root, where).toBe('svg');
      expect.soft(read.size, where).toEqual([`${shot.width}`, `${shot.height}`, `0 0 ${shot.width} ${shot.height}`]);
      expect.soft(read.title, where).toBe(`${heading}: ${whole.title}`);
      expect.soft(JSON.parse(read.metadata), where).toEqual(told);
      for (const words of [told.filters, told.shown, told.asOf, told.made, told.pin.digest, told.link]) {
        expect.soft(read.desc, where).toContain(words);
        expect.soft(read.text, where).toContain(words);
      }
      const headings = id === 'desk' ? PICTURES.slice(1).map((one) => one.heading) : [heading];
      for (const words of [whole.title, 'Dateline', ...headings]) expect.soft(read.text, where).toContain(words);
      for (const control of ['Network', 'By weight', 'more below', 'Table', 'Copy', 'Undo'])
        expect.soft(read.text, where).not.toContain(control);
      expect.soft(new Set(read.fonts), where).toEqual(new Set(['Newsreader', 'Schibsted Grotesk']));
      expect.soft(read.outside, where).toEqual([]);
      expect.soft(read.harm, where).toEqual([]);
      if (id === 'wall' && link === '?v=1')
        for (const { content } of whole.statements)
          for (const { exact } of content) expect.soft(read.text).toContain(exact);
      if (['ties', 'venues'].includes(id)) expect.soft(read.shapes, where).toBeGreaterThan(10);
    }
  });
}

test('the matrix and the list are whole, too', async ({ page, desk, browser }) => {
  for (const link of ['?v=1&view=matrix', '?v=1&view=list']) {
    await open(page, desk.url + link);
    await door(page);
    const shot = await shoot(page, { id: 'ties', format: 'svg', theme: 'dark', provenance: provenance(link) });
    const { outside, harm } = await readSvg(browser, shot.bytes);
    expect(outside, link).toEqual([]);
    expect(harm, link).toEqual([]);
  }
});

const beside = <T>(path: string): T[] => {
  const file = join('../shared/security', path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
};
const OWN = [
  '"><script>ran=true</script>',
  ']]></style></svg><svg onload="ran=true">',
  '\u202eevil\u0000\uD800\uFFFE',
  "'}*{background:url(//evil.example)}",
];

test('text that tries to be markup stays text', async ({ page, gallery, browser }) => {
  const naughty = [
    ...OWN,
    ...beside<{ payload: string }>('owasp-xss-filter-evasion/payloads.json').map(({ payload }) => payload),
    ...beside<string>('blns/blns.json'),
  ].join(' | ');
  const told = { ...provenance('?v=1'), title: naughty, filters: naughty, link: `javascript:ran=true//${naughty}` };
  for (const panel of ['wall-weight', 'timeline']) {
    await page.goto(`${gallery.url}?panel=${panel}&fixture=hostile&theme=light`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await door(page);
    const shot = await shoot(page, { id: 'desk', format: 'svg', theme: 'dark', provenance: told });
    const read = await readSvg(browser, shot.bytes);
    expect.soft(read.root, panel).toBe('svg');
    expect.soft(read.harm, panel).toEqual([]);
    expect.soft(read.ran, panel).toBe(false);
    expect.soft(read.text, panel).toContain('"><script>ran=true</script>');
  }
});

test('what fails says why, and what is called off leaves nothing behind', async ({ page, desk, trouble }) => {
  await open(page, `${desk.url}?v=1`);
  await door(page);
  const attempt = (how: 'abort' | 'nothing' | 'plain') =>
    page.evaluate(
      async ([told, kind]) => {
        const { load } = Reflect.get(window, 'pictures');
        const { panelPicture } = await load();
        const stop = new AbortController();
        const before = document.body.childElementCount;
        const element = kind === 'nothing' ? document.createElement('div') : document.querySelector('main');
        const onProgress = () => kind === 'abort' && stop.abort();
        const wish = { element, provenance: told, format: 'svg', theme: 'light', signal: stop.signal, onProgress };
        const said = await panelPicture(wish).then(
          () => 'made',
          (error: Error & { code: unknown }) => `${error.name} ${error.code} ${error.message}`,
        );
        return `${said}, ${document.body.childElementCount - before} left`;
      },
      [provenance('?v=1'), how] as const,
    );
  expect(await attempt('nothing')).toMatch(/^PictureError picture\/nothing-shown There is nothing .*, 0 left$/);
  await page.route('**/*.woff2', (route) => route.abort());
  expect(await attempt('plain')).toMatch(/^PictureError picture\/fonts The fonts .* try again\., 0 left$/);
  // The browser says in its console that both fonts failed, in its own time.
  await expect.poll(() => trouble.errors.length).toBe(2);
  trouble.errors.splice(0);
  await page.unroute('**/*.woff2');
  expect(await attempt('abort')).toMatch(/^AbortError .*, 0 left$/);
  expect(await attempt('plain')).toBe('made, 0 left');
});
