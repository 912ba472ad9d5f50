import type { Plugin } from 'vite';

/**
 * Tells the bundler that to make a schema does nothing else: one that nobody asks for is left out. The page itself asks for none, since
 * files are checked in a worker; only the types of the schemas are everywhere. (The schema library says so too, but in a way that does not
 * reach across files.) The start would still fetch the library itself, for the sake of effects that it has not: that import is taken out.
 */
export function pureSchemas(): Plugin {
  return {
    name: 'dateline:pure-schemas',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/src\/domain\/\w+\.ts$/ },
      handler: (code) =>
        /from ['"]valibot['"]/.test(code)
          ? { code: code.replace(/\bv\.\w+\(/g, '/* @__PURE__ */ $&'), map: null }
          : undefined,
    },
    generateBundle: {
      order: 'post',
      handler: (_, bundle) => {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const schemas = chunks.find(({ name }) => name === 'schemas');
        const bare = ['import', JSON.stringify(`./${schemas?.fileName.split('/').at(-1)}`), ';'].join('');
        for (const chunk of chunks) if (chunk.isEntry) chunk.code = chunk.code.replace(bare, '');
      },
    },
  };
}
