import { readFile } from 'node:fs/promises';
import { type Browser, chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_FLAGS, ensureBrowser } from './browser.mjs';

/** How many times as much main-thread CPU as the plain page a cold load of the desk may take. */
export const MOST_TIMES = 2.5;
const ROUNDS = 15;
/** How long a page must have been at rest before the figure is taken, in milliseconds. */
const REST = 1500;

/** The words of a drawing, each in an element of its own, without the drawing. */
const wordsOf = (drawing: string) =>
  [...drawing.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, words]) => `<span>${words}</span> `).join('');

/** The built page as a plain one: all its text, its style sheet and its fonts, without scripts and without drawings. */
export function plainPage(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(/<svg\b[\s\S]*?<\/svg>/g, wordsOf);
}

/** Main-thread CPU of a cold load until the page is at rest, in milliseconds. `plain` answers in place of the page, if given. */
async function cpuOfLoad(browser: Browser, address: string, plain: string | null): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  try {
    const page = await context.newPage();
    if (plain !== null) await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: plain }));
    const client = await context.newCDPSession(page);
    // Thread time, not wall time: what else the machine does is not counted.
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(REST);
    const { metrics } = await client.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  } finally {
    await context.close();
  }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Measures a cold load of the built desk against a plain page with the same text, in turn. Run `npm run build` first. Exit code 1 above the limit. */
export async function main(): Promise<number> {
  const plain = plainPage(await readFile('dist/index.html', 'utf8'));
  const server = await preview({ logLevel: 'error', preview: { port: 4378, host: '127.0.0.1' } });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  const address = server.resolvedUrls?.local[0] ?? '';
  const times: Record<'desk' | 'plain', number[]> = { desk: [], plain: [] };
  try {
    await cpuOfLoad(browser, address, null);
    for (let round = 0; round < ROUNDS; round += 1) {
      times.plain.push(await cpuOfLoad(browser, address, plain));
      times.desk.push(await cpuOfLoad(browser, address, null));
    }
  } finally {
    await browser.close();
    await server.close();
  }
  const [desk, bare] = [median(times.desk), median(times.plain)];
  const ratio = desk / bare;
  const list = (values: number[]) => values.map((value) => value.toFixed(0)).join(' ');
  console.log(`Main-thread CPU of a cold load at 1440 × 1000, median of ${ROUNDS}, in ms`);
  console.log(`plain page with the same text  ${bare.toFixed(0).padStart(5)}   (${list(times.plain)})`);
  console.log(`desk                           ${desk.toFixed(0).padStart(5)}   (${list(times.desk)})`);
  console.log(`ratio ${ratio.toFixed(2)}, limit ${MOST_TIMES}`);
  return ratio <= MOST_TIMES ? 0 : 1;
}
