import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BUNDLED_CORPUS } from './src/commands/corpusCheck.ts';
import { CONTENT_SECURITY_POLICY } from './src/commands/policy.ts';
import { problemLine } from './src/corpus/problem.ts';
import { readCorpusText } from './src/corpus/readCorpus.ts';

/** A build with a corpus that does not pass the door fails. */
function checkedCorpus(): Plugin {
  return {
    name: 'dateline:checked-corpus',
    apply: 'build',
    buildStart() {
      this.addWatchFile(BUNDLED_CORPUS);
      const result = readCorpusText(readFileSync(BUNDLED_CORPUS, 'utf8'));
      if (!result.ok) this.error(['The bundled corpus is refused:', ...result.problems.map(problemLine)].join('\n'));
    },
  };
}

/** The policy goes into built pages only: the development server needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'dateline:content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), checkedCorpus(), contentSecurityPolicy()],
  build: {
    target: ['chrome123', 'safari17.5', 'firefox120'],
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  preview: { port: 4173, strictPort: false },
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
  },
});
