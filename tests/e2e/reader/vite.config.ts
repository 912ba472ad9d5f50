import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  logLevel: 'error',
  // The readers of pages, feeds and tables are loaded when one is needed, in a worker, too.
  worker: { format: 'es' },
  build: { target: 'chrome123', assetsInlineLimit: 0, emptyOutDir: true, reportCompressedSize: false },
});
