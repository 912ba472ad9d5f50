import type { Plugin } from 'vite';

/**
 * Tells the bundler that to make a schema does nothing else: one that nobody asks for is left out. The page itself asks for none, since
 * files are checked in a worker; only the types of the schemas are everywhere. (The schema library says so too, but in a way that does not
 * reach across files.)
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
  };
}
