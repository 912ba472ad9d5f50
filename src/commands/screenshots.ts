import { mkdir } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_FLAGS, ensureBrowser } from './browser.mjs';

/** Where the pictures go, seen from the project's root. */
export const SCREENSHOT_FOLDER = 'tests/screenshots';

/** `scene`: how the id of the wall's scene begins. */
type Shot = { name: string; link: string; width: number; height: number; scene?: string };

const SIZES = [
  { size: 'wide', width: 1440, height: 1000 },
  { size: 'laptop', width: 1280, height: 800 },
  { size: 'tablet', width: 1024, height: 768 },
  { size: 'phone', width: 390, height: 844 },
];
const THEMES = ['light', 'dark', 'contrast'];

/** The desk in every size and theme, and what opens from it. */
const SHOTS: Shot[] = [
  ...SIZES.flatMap(({ size, width, height }) =>
    THEMES.map((theme) => ({ name: `${size}-${theme}`, link: `?v=1&theme=${theme}`, width, height })),
  ),
  { name: 'reader', link: '?v=1&actor=moon-jae-in&open=a-moon-cooperate&theme=light', width: 1440, height: 1000 },
  ...['quote', 'venue:ulan', 'ties:talks', 'unsettled', 'tellings'].map((scene) => ({
    name: `kiosk-${scene.replace(/:.*/, '')}`,
    link: '?kiosk=20',
    width: 1920,
    height: 1080,
    scene,
  })),
  { name: 'tellings', link: '?v=1&page=tellings&theme=light', width: 1440, height: 1000 },
];

/** Takes the pictures of the README from the built app; run `npm run build` first. */
export async function main(): Promise<number> {
  await mkdir(SCREENSHOT_FOLDER, { recursive: true });
  const server = await preview({ preview: { port: 4377, host: '127.0.0.1' } });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  try {
    for (const { name, link, width, height, scene } of SHOTS) {
      const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
      if (scene) await page.clock.install();
      await page.goto(`${server.resolvedUrls?.local[0] ?? ''}${link}`);
      await page.getByRole('region', { name: 'Filters' }).or(page.locator('main[data-scene]')).waitFor();
      // The wall is led to its scene by its own clock: what a hand does shows on the picture.
      while (scene && (await page.locator(`main[data-scene^="${scene}"]`).count()) === 0) await page.clock.runFor(3000);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `${SCREENSHOT_FOLDER}/${name}.png` });
      await page.close();
      console.log(`${SCREENSHOT_FOLDER}/${name}.png`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}
