import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from './browser.mjs';

/** Edge in px, and how much of it the drawing takes: systems cut a maskable icon down to the circle in its middle. */
const ICONS = [
  { file: 'icon-192.png', edge: 192, share: 1, ground: 'transparent' },
  { file: 'icon-512.png', edge: 512, share: 1, ground: 'transparent' },
  { file: 'icon-maskable-512.png', edge: 512, share: 0.8, ground: '#f6f6f3' },
];

/** Writes the icons of the web manifest into `public`, as PNG, from `public/icon.svg`. */
export async function main(): Promise<number> {
  const drawing = `data:image/svg+xml;base64,${(await readFile('public/icon.svg')).toString('base64')}`;
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  try {
    for (const { file, edge, share, ground } of ICONS) {
      const page = await browser.newPage({ viewport: { width: edge, height: edge } });
      await page.setContent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">
        <img src="${drawing}" style="width:${share * 100}%" alt="">`);
      await page.waitForLoadState('load');
      await writeFile(`public/${file}`, await page.screenshot({ omitBackground: ground === 'transparent' }));
      await page.close();
      console.log(`public/${file}`);
    }
  } finally {
    await browser.close();
  }
  return 0;
}
