import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from '../../src/commands/browser.mjs';
import { schemaVersion, shrunk } from './coverage.ts';
import { type Fault, FaultServer } from './faultServer.ts';
import { said } from './holds.ts';

/** What goes wrong with the coverage, one after another; each lasts for half of its share of the time. Null is a server that is gone. */
const FAULTS: [name: string, fault: Fault | null][] = [
  ['server gone', null],
  ['cut before the body', { kind: 'resetBefore' }],
  ['cut inside the body', { kind: 'resetInside' }],
  ['half of the file', { kind: 'truncated' }],
  ['500', { kind: 'status', status: 500 }],
  ['503 with Retry-After', { kind: 'status', status: 503, headers: { 'retry-after': '10' } }],
  ['HTML with status 200', { kind: 'html200' }],
  ['slow drip', { kind: 'drip', rate: 500 }],
  ['never answers', { kind: 'hang' }],
  ['endless body', { kind: 'endless' }],
  ['another schema version', { kind: 'body', of: schemaVersion(99) }],
  ['more than half lost', { kind: 'body', of: shrunk }],
];

/** Longest time without a beat, without a new scene, and until a healed server is known again, in seconds. */
const LIMITS = { beat: 3, scene: 12, fresh: 45 } as const;

/**
 * The wall screen in real time, in a browser with its service worker, while one fault after another befalls its server. Looks once a
 * second. Minutes are the first argument, 20 without. Run `npm run build` first. Exit code 1 when a limit was passed.
 */
export async function main([asked]: string[]): Promise<number> {
  const minutes = Number(asked ?? 20);
  const share = (minutes * 60_000) / FAULTS.length;
  const server = await FaultServer.start('dist');
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const worst = { beat: 0, scene: 0, fresh: 0, blank: 0 };
  const scenes = new Set<number>();
  try {
    await page.goto(`${server.url}?kiosk=5&check=10`);
    await page.locator('main[data-scene]').waitFor();
    let turn = { number: -1, since: Date.now() };
    const look = async (healedAt: number | null) => {
      const now = await said(page);
      worst.beat = Math.max(worst.beat, (now.now - (now.beat ?? 0)) / 1000);
      if (now.words.length < 20 || now.height < 200) worst.blank += 1;
      if (now.turn !== null && now.turn !== turn.number) turn = { number: now.turn, since: Date.now() };
      if (now.turn !== null) scenes.add(now.turn);
      worst.scene = Math.max(worst.scene, (Date.now() - turn.since) / 1000);
      if (healedAt !== null && now.stale) worst.fresh = Math.max(worst.fresh, (Date.now() - healedAt) / 1000);
      return now;
    };
    for (const [name, fault] of FAULTS) {
      const begun = Date.now();
      if (fault) server.break('coverage.json', fault);
      else await server.refuse();
      let said = '';
      while (Date.now() - begun < share / 2) {
        await page.waitForTimeout(1000);
        const { age, stale } = await look(null);
        if (stale) said = age ?? '';
      }
      await server.heal();
      const healedAt = Date.now();
      while (Date.now() - begun < share) {
        await page.waitForTimeout(1000);
        await look(healedAt);
      }
      console.log(`${name.padEnd(24)} ${said === '' ? 'not noticed in this time' : said}`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  console.log(
    `${minutes} minutes, ${FAULTS.length} faults, ${scenes.size} scenes: longest without a beat ${seconds(worst.beat)}, without a new scene ${seconds(worst.scene)}, ` +
      `from a healed server to a fresh label ${seconds(worst.fresh)}; blank views ${worst.blank}, uncaught errors ${errors.length}`,
  );
  const good =
    worst.beat <= LIMITS.beat &&
    worst.scene <= LIMITS.scene &&
    worst.fresh <= LIMITS.fresh &&
    worst.blank === 0 &&
    errors.length === 0;
  return good ? 0 : 1;
}
