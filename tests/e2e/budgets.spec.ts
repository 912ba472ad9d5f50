import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const html = () => readFileSync('dist/index.html', 'utf8');
const asset = (name: string | RegExp) => {
  const found = readdirSync('dist/assets').filter((file) =>
    typeof name === 'string' ? file === name : name.test(file),
  );
  expect(found, String(name)).toHaveLength(1);
  return `dist/assets/${found[0]}`;
};
const gzipped = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;

/** The scripts that a page loads before it can show anything: those of the HTML and what they import without being asked. */
function entryScripts(): string[] {
  const waiting = [...html().matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, file]) => `dist/${file}`);
  const seen = new Set<string>();
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, other] of readFileSync(file, 'utf8').matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g))
      waiting.push(`dist/assets/${other}`);
  }
  return [...seen];
}

test('entry JavaScript is at most 115 kB gzip', () => {
  const scripts = entryScripts();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.reduce((sum, file) => sum + gzipped(file), 0)).toBeLessThanOrEqual(115_000);
});

test('the page with its content is at most 20 kB gzip', () => {
  expect(html()).toContain('Considering the difficulties faced');
  expect(gzipped('dist/index.html')).toBeLessThanOrEqual(20_000);
});

test('the charts are in a chunk of their own that the entry does not import', () => {
  const chart = asset(/^SpeakersChart-.*\.js$/);
  expect(readFileSync(chart, 'utf8')).toContain('recharts');
  expect(entryScripts()).not.toContain(chart);
  for (const script of entryScripts()) expect(readFileSync(script, 'utf8')).not.toContain('recharts-');
});

test('the base map is at most 60 kB gzip, and loaded once', async ({ page }) => {
  expect(gzipped(asset(/^base-map-.*\.json$/))).toBeLessThanOrEqual(60_000);
  const loads: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('base-map')) loads.push(request.url());
  });
  await page.goto('');
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: /^Direct/ }).click();
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.waitForLoadState('networkidle');
  expect(loads).toHaveLength(1);
});

test('the policy is strict, and the page has no inline script or style', () => {
  const policy =
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html())?.[1]?.replaceAll('&#39;', "'") ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toMatch(/https?:|\*/);
  expect(html()).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=/);
});
