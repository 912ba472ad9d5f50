import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { CONTENT_SECURITY_POLICY } from '../../src/commands/policy.ts';
import { readyNetwork } from '../../src/commands/readyNetwork.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The gallery is built under the policy of the app, so that a panel that breaks it is seen here. */
function contentSecurityPolicy(): Plugin {
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY };
  return {
    name: 'dateline:gallery-content-security-policy',
    apply: 'build',
    transformIndexHtml: { order: 'pre', handler: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }] },
  };
}

export default defineConfig({
  root: folder('.'),
  base: './',
  publicDir: folder('../../public'),
  cacheDir: folder('../../node_modules/.vite-gallery'),
  plugins: [react(), readyNetwork(folder('../../src/data/corpus.json')), contentSecurityPolicy()],
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, emptyOutDir: true, reportCompressedSize: false },
  // The naughty strings lie beside the project, if anywhere.
  server: { fs: { allow: [folder('../..'), folder('../../../shared')] } },
});
