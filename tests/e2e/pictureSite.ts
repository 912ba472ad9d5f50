import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';

export type PictureSite = { url: string; close: () => Promise<void> };

/** The app or the gallery with a door to the pictures beside it, built under the policy of the app and served on loopback. */
export async function pictureSite(of: 'app' | 'gallery'): Promise<PictureSite> {
  const outDir = mkdtempSync(join(tmpdir(), 'dateline-pictures-'));
  const root = of === 'app' ? '.' : 'tests/gallery';
  const configFile = of === 'app' ? 'vite.config.ts' : 'tests/gallery/vite.config.ts';
  const input = { index: resolve(root, 'index.html'), pictureDoor: resolve('tests/e2e/pictureDoor.ts') };
  const output = { entryFileNames: '[name].js' };
  const shared = { configFile, logLevel: 'error' } as const;
  await build({ ...shared, build: { outDir, emptyOutDir: true, rollupOptions: { input, output } } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
