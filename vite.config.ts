import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { checkedCorpus } from './src/commands/checkedCorpus.ts';
import { dataHosts } from './src/commands/dataHosts.ts';
import { latestCoverage } from './src/commands/latestCoverage.ts';
import { offlineWorker } from './src/commands/offlineWorker.ts';
import { CONTENT_SECURITY_POLICY } from './src/commands/policy.ts';
import { prerenderedDesk } from './src/commands/prerenderedDesk.ts';
import { pureSchemas } from './src/commands/pureSchemas.ts';
import { readyNetwork } from './src/commands/readyNetwork.ts';
import { testProjects } from './src/commands/testProjects.ts';

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

/** The two faces that the first screen is set in, asked for before the style sheet that names them has come. */
function preloadedFonts(): Plugin {
  return {
    name: 'dateline:preloaded-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /-latin-(?:opsz|wght)-.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${file}`, crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  };
}

/** The chunks most of whose functions a cold load calls. */
const CALLED_ON_LOAD = new Set(['index']);

/** A hint for browsers that know it: these are compiled while they arrive, not one function at a time while the page waits. */
function compileHints(): Plugin {
  return {
    name: 'dateline:compile-hints',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler: (_, bundle) => {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && CALLED_ON_LOAD.has(chunk.name))
            chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
      },
    },
  };
}

export default defineConfig({
  base: './',
  define: { __DATA_HOSTS__: JSON.stringify(dataHosts()) },
  plugins: [
    react(),
    pureSchemas(),
    checkedCorpus(),
    latestCoverage(),
    readyNetwork(),
    contentSecurityPolicy(),
    preloadedFonts(),
    prerenderedDesk(),
    compileHints(),
    offlineWorker(),
  ],
  build: {
    target: ['chrome123', 'safari17.5', 'firefox120'],
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files.filter((file) => !file.includes('schemas')) : files,
    },
    rolldownOptions: {
      output: {
        // What the first screen runs is one file, also where later parts share some of it: each more costs a request and a link.
        // The schemas are not among it: only the workers and the parts that read files run them.
        codeSplitting: {
          groups: [
            { name: 'schemas', test: 'valibot', priority: 1 },
            { name: 'start', tags: ['$initial'] },
          ],
        },
      },
    },
    assetsInlineLimit: 0,
  },
  preview: { port: 4173, strictPort: false },
  test: {
    environment: 'jsdom',
    ...(process.env.VITEST ? { projects: testProjects() } : {}),
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
    // By itself the runner leaves one core idle, of two.
    maxWorkers: '100%',
    retry: process.env.CI ? 1 : 0,
  },
});
