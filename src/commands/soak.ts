import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_FLAGS, ensureBrowser } from './browser.mjs';
import { seedLeak, virtualTime } from './soakPage.ts';

/** What a rotation, one scene giving way to the next, may leave behind on average. */
export const LIMITS = { bytes: 64, nodes: 0.02, listeners: 0.02 } as const;

/** A day of one-second rotations, as many as a wall of 20-second scenes makes in 20 days. */
const ROTATIONS = 86_400;
/** Rotations until caches, compiled code and the first garbage are where they stay. */
const WARM_UP = 4_000;
const STRIDE = 1_000;

type Size = { bytes: number; nodes: number; listeners: number };
export type SoakResult = { rotations: number; seconds: number; slope: Size; ok: boolean };

/** What the page holds after everything that can go has gone. */
async function sizeOf(client: CDPSession): Promise<Size> {
  for (let round = 0; round < 4; round += 1) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { bytes: read('JSHeapUsedSize'), nodes: read('Nodes'), listeners: read('JSEventListeners') };
}

/** Turns the wall on until `count` scenes have gone by, then on to the scene named. Answers with how many it were. */
const rotate = (page: Page, count: number, until: string | null) =>
  page.evaluate(({ count, until }) => window.soak.rotate(count, until), { count, until });

/**
 * Lets the wall screen turn in virtual time, with the real page, worker and coverage, and reads memory at the same scene before and after.
 *
 * @param rotations after the warm-up
 * @param leak whether something is kept at each rotation on purpose: such a run has to fail
 * @param say told of the progress, in rotations
 */
export async function soak(
  address: string,
  browser: Browser,
  { rotations, warmUp, leak, say }: { rotations: number; warmUp: number; leak: boolean; say: (done: number) => void },
): Promise<SoakResult> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.addInitScript(virtualTime);
    if (leak) await page.addInitScript(seedLeak);
    await page.goto(`${address}?kiosk=5`);
    await page.locator('main[data-scene]').waitFor();
    const client = await context.newCDPSession(page);
    await client.send('Performance.enable');
    await rotate(page, warmUp, null);
    const scene = (await page.locator('main').getAttribute('data-scene')) ?? '';
    const before = await sizeOf(client);
    const began = performance.now();
    let done = 0;
    while (done < rotations) {
      done += await rotate(page, Math.min(STRIDE, rotations - done), null);
      say(done);
    }
    done += await rotate(page, 0, scene);
    const after = await sizeOf(client);
    if (faults.length > 0) throw new Error(`The page reported errors: ${faults.slice(0, 3).join('; ')}`);
    const slope = {
      bytes: (after.bytes - before.bytes) / done,
      nodes: (after.nodes - before.nodes) / done,
      listeners: (after.listeners - before.listeners) / done,
    };
    const ok = slope.bytes <= LIMITS.bytes && slope.nodes <= LIMITS.nodes && slope.listeners <= LIMITS.listeners;
    return { rotations: done, seconds: (performance.now() - began) / 1000, slope, ok };
  } finally {
    await context.close();
  }
}

const line = (name: string, { rotations, seconds, slope, ok }: SoakResult) =>
  `${name.padEnd(18)} ${rotations} rotations in ${seconds.toFixed(0)} s: ${slope.bytes.toFixed(1)} bytes, ${slope.nodes.toFixed(4)} nodes, ` +
  `${slope.listeners.toFixed(4)} listeners a rotation, ${ok ? 'within' : 'above'} the limits`;

/**
 * The soak: 86,400 rotations (or as many as the first argument says), then a short one with a leak that has to be found. Run
 * `npm run build` first. Exit code 1 when the first is above the limits or the second is not.
 */
export async function main([count]: string[]): Promise<number> {
  const rotations = Number(count ?? ROTATIONS);
  const server = await preview({ logLevel: 'error', preview: { port: 4380, host: '127.0.0.1' } });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  const address = server.resolvedUrls?.local[0] ?? '';
  try {
    const say = (done: number) => {
      if (done % (10 * STRIDE) === 0) console.log(`${done} of ${rotations}`);
    };
    const warmUp = Math.min(WARM_UP, rotations);
    const clean = await soak(address, browser, { rotations, warmUp, leak: false, say });
    console.log(line('wall screen', clean));
    const seeded = await soak(address, browser, {
      rotations: Math.min(2000, rotations),
      warmUp: 500,
      leak: true,
      say: () => {},
    });
    console.log(line('with a seeded leak', seeded));
    console.log(`limits: ${LIMITS.bytes} bytes, ${LIMITS.nodes} nodes, ${LIMITS.listeners} listeners a rotation`);
    return clean.ok && !seeded.ok ? 0 : 1;
  } finally {
    await browser.close();
    await server.close();
  }
}
