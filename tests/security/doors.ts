import { expect, type Page } from '@playwright/test';

/** What a page does with a text: it shows the coverage, or says why not. */
type Opened = 'shown' | 'refused';

/** A way for a text to come into the app. */
export type Door = {
  name: string;
  /** Whether the very bytes come in, or text that somebody has decoded. */
  takes: 'bytes' | 'text';
  /** The address of another host that this door asks, and nothing else may. */
  asks?: string;
  /** Opens a text as a reader would, on a page that is new or shows something; ends when the page has taken or refused it. */
  open: (page: Page, text: string | Uint8Array) => Promise<Opened>;
};

const bufferOf = (text: string | Uint8Array) => Buffer.from(text);
const textOf = (text: string | Uint8Array) => (typeof text === 'string' ? text : new TextDecoder().decode(text));

/** Remembers the refusals that stand on the page, which say nothing of what is opened next. */
const passOver = (page: Page) =>
  page.evaluate(() => {
    Reflect.set(window, 'passedOverOfTests', new Set(document.querySelectorAll('h1, h2, h3')));
  });

/** Waits for what the page says to a text: a coverage of somebody else under its band, or the built-in one. */
async function verdict(page: Page, band = true): Promise<Opened> {
  const said = await page.evaluate(async (foreign) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const passed: Set<Element> = Reflect.get(window, 'passedOverOfTests') ?? new Set();
    for (const end = performance.now() + 20_000; performance.now() < end; await frame()) {
      const refused = [...document.querySelectorAll('h1, h2, h3')].some(
        (heading) =>
          !passed.has(heading) && /was refused(?:: [\d,]+ problems?)?$|was not opened$/.test(heading.textContent ?? ''),
      );
      if (refused) return 'refused';
      // What stands ready in index.html is not to be seen in another order.
      const shown = [...document.querySelectorAll('article[data-kind]')].some((card) => card.checkVisibility());
      const banded = document.querySelector('aside[aria-label="Whose data this is"] button') !== null;
      const listens = foreign || document.documentElement.hasAttribute('data-listening');
      if (shown && listens && banded === foreign && document.querySelector('dialog[open]') === null) return 'shown';
    }
    return `neither shown nor refused: ${document.body.innerText.slice(0, 300)}`;
  }, band);
  if (said !== 'shown' && said !== 'refused') throw new Error(said);
  return said;
}

/** The app with the built-in coverage and no dialog: what was opened before is left, as its reader would leave it. */
async function atHome(page: Page): Promise<void> {
  const { hash, pathname, protocol } = new URL(page.url());
  const inApp = protocol === 'http:' && pathname === '/' && hash === '';
  if (!inApp) await page.goto('');
  await page.locator('html[data-listening]').waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const press = (where: string) => document.querySelector<HTMLElement>(where)?.click();
    const away = () => document.querySelector('dialog[open], aside[aria-label="Whose data this is"]') === null;
    for (const end = performance.now() + 10_000; performance.now() < end && !away(); await frame()) {
      press('dialog[open] button[aria-label="Close"]');
      press('aside[aria-label="Whose data this is"] button');
    }
  });
  if (new URL(page.url()).search !== '') {
    await page.evaluate(() => {
      history.pushState(null, '', '/');
      dispatchEvent(new PopStateEvent('popstate'));
    });
  }
  await page.locator('article[data-kind]').first().waitFor({ state: 'attached' });
}

/** The dialog of the open coverages. */
export const coverageDialog = (page: Page) => page.getByRole('dialog', { name: 'Coverage' });

/** Opens the dialog of the open coverages on the built-in one. */
export async function openDialog(page: Page): Promise<void> {
  await atHome(page);
  await page.getByRole('button', { name: /^Coverage/ }).click();
  await coverageDialog(page).waitFor();
}

/** The file of the built-in coverage, as the app asks its server for it. */
const BUNDLED = /\/assets\/corpus-[^/]*\.json$/;

/** In the place of the built-in coverage, as somebody who controls the host would have it. */
export const bundledFile: Door = {
  name: 'the built-in file',
  takes: 'bytes',
  open: async (page, text) => {
    await page.unroute(BUNDLED);
    await page.route(BUNDLED, (route) => route.fulfill({ body: bufferOf(text), contentType: 'application/json' }));
    // Another order than the one of the page that stands ready in index.html: that one would be seen before the file has come.
    await page.goto('?order=speaker');
    return verdict(page, false);
  },
};

/** A file that is chosen in the dialog of the open coverages. */
export const chosenFile: Door = {
  name: 'a chosen file',
  takes: 'bytes',
  open: async (page, text) => {
    await openDialog(page);
    await passOver(page);
    const file = { name: 'hostile.json', mimeType: 'application/json', buffer: bufferOf(text) };
    await coverageDialog(page).getByLabel('Choose a corpus file').setInputFiles(file);
    return verdict(page);
  },
};

/** Drops a file on the page, as the system does, once the page listens for that; runs in the page. */
async function dropIn(base64: string): Promise<boolean> {
  const transfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  transfer.items.add(new File([bytes], 'hostile.json'));
  const send = (type: string) =>
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const end = performance.now() + 10_000; performance.now() < end; await frame())
    if (!send('dragover')) return !send('drop');
  return false;
}

/** A file that is dropped on the page. */
const droppedFile: Door = {
  name: 'a dropped file',
  takes: 'bytes',
  open: async (page, text) => {
    await atHome(page);
    await passOver(page);
    expect(await page.evaluate(dropIn, bufferOf(text).toString('base64'))).toBe(true);
    return verdict(page);
  },
};

/** Text that is put into the field of the dialog. */
export const textInField: Door = {
  name: 'text in the field',
  takes: 'text',
  open: async (page, text) => {
    await openDialog(page);
    await passOver(page);
    const field = coverageDialog(page).getByLabel('Paste a corpus');
    if (!(await field.isVisible())) await coverageDialog(page).getByText('Paste its text').click();
    await field.fill(textOf(text));
    await coverageDialog(page).getByRole('button', { name: 'Open the pasted text' }).click();
    return verdict(page);
  },
};

/** Pastes text on the page, once the page listens for that; runs in the page. */
async function pasteIn(text: string): Promise<boolean> {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const end = performance.now() + 10_000; performance.now() < end; await frame())
    if (
      !document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    )
      return true;
  return false;
}

/** Text that is pasted on the page. */
const pastedText: Door = {
  name: 'pasted text',
  takes: 'text',
  open: async (page, text) => {
    await atHome(page);
    await passOver(page);
    expect(await page.evaluate(pasteIn, textOf(text))).toBe(true);
    return verdict(page);
  },
};

const FOREIGN = 'https://data.example.org/hostile.json';

/** The data of another host, in the build that may load from any. */
const otherHost: Door = {
  name: 'another host',
  takes: 'bytes',
  asks: FOREIGN,
  open: async (page, text) => {
    await page.unroute(FOREIGN);
    const headers = { 'access-control-allow-origin': '*' };
    await page.route(FOREIGN, (route) => route.fulfill({ headers, body: bufferOf(text) }));
    const load = page.getByRole('button', { name: 'Load it from data.example.org' });
    // After a refusal the page asks again.
    if (!(await load.isVisible())) await page.goto(`any-host/?data=${FOREIGN}`);
    await load.waitFor();
    await passOver(page);
    await load.click();
    return verdict(page);
  },
};

/** Puts bytes where the app keeps the last opened file, as `src/source/keptFile.ts` does; runs in the page. */
async function keepIn(base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const headers = { 'x-name': 'kept.json', 'x-digest': '0123456789abcdef' };
  await (await caches.open('dateline-opened')).put('./opened/last', new Response(bytes, { headers }));
}

/** What stands in the storage of the browser in the place of the file that was opened last. */
const storedFile: Door = {
  name: 'the stored file',
  takes: 'bytes',
  open: async (page, text) => {
    await openDialog(page);
    const again = coverageDialog(page).getByRole('button', { name: 'Open it again' });
    await page.evaluate(keepIn, bufferOf(text).toString('base64'));
    // After a refusal it is offered still, and read anew.
    if (!(await again.isVisible())) {
      await page.reload();
      await openDialog(page);
    }
    await passOver(page);
    await again.click();
    return verdict(page);
  },
};

/** Every door there is; all views and files are looked at through the first one. A new one takes part in all that is tested through doors. */
export const DOORS: readonly [Door, ...Door[]] = [
  chosenFile,
  droppedFile,
  textInField,
  pastedText,
  otherHost,
  storedFile,
  bundledFile,
];
