import { expect, type Page } from '@playwright/test';

/** What a page does with a text: it shows the coverage, or says why not. */
export type Opened = 'shown' | 'refused';

/** A way for a text to come into the app. */
export type Door = {
  name: string;
  /** Whether the very bytes come in, or text that somebody has decoded. */
  takes: 'bytes' | 'text';
  /** Opens a text as a reader would, on a page that is new or shows something; ends when the page has taken or refused it. */
  open: (page: Page, text: string | Uint8Array) => Promise<Opened>;
};

/** Waits for what the page says to a text. */
export async function verdict(page: Page): Promise<Opened> {
  const refused = page.getByRole('heading', { name: /was refused$/ });
  const shown = page.getByRole('region', { name: 'Filters' }).getByRole('status');
  await expect(refused.or(shown).first()).toBeVisible();
  return (await refused.isVisible()) ? 'refused' : 'shown';
}

/** The file of the built-in coverage, as the app asks its server for it. */
const BUNDLED = /\/assets\/corpus-[^/]*\.json$/;

/** In the place of the built-in coverage, as somebody who controls the host would have it. */
export const bundledFile: Door = {
  name: 'the built-in file',
  takes: 'bytes',
  open: async (page, text) => {
    await page.unroute(BUNDLED);
    const body = typeof text === 'string' ? text : Buffer.from(text);
    await page.route(BUNDLED, (route) => route.fulfill({ body, contentType: 'application/json' }));
    // Another order than the one of the page that stands ready in index.html: that one would be seen before the file has come.
    await page.goto('?order=speaker');
    return verdict(page);
  },
};

/** Every door there is. A new one takes part in all that is tested through doors. */
export const DOORS: readonly Door[] = [bundledFile];
