import { readFileSync } from 'node:fs';
import { createServer, type Plugin } from 'vite';
import { BUNDLED_CORPUS } from './corpusCheck.ts';
import { readyNetwork } from './readyNetwork.ts';

const ROOT = '<div id="root"></div>';

/** The app is compiled for Node by a server that listens nowhere: with it, style modules have the class names of the build. */
async function deskMarkup(): Promise<string> {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    plugins: [readyNetwork()],
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null, hmr: false },
  });
  try {
    const { prerender } = (await server.ssrLoadModule(
      '/src/app/prerender.tsx',
    )) as typeof import('../app/prerender.tsx');
    return await prerender(readFileSync(BUNDLED_CORPUS, 'utf8'));
  } finally {
    await server.close();
  }
}

/** Puts the default view into the built page, so that the first paint is the content. */
export function prerenderedDesk(): Plugin {
  return {
    name: 'dateline:prerendered-desk',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => {
        if (!html.includes(ROOT)) throw new Error(`index.html has no ${ROOT}`);
        const markup = await deskMarkup();
        // A function, because "$" in a replacement text has a meaning.
        return html.replace(ROOT, () => `<div id="root">${markup}</div>`);
      },
    },
  };
}
