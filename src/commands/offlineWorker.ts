import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import type { BuiltFile } from '../offline/files.ts';

/** The folder of files whose names change with their content. */
const HASHED = 'assets/';
/**
 * What lies beside the app and is not held: it has to come from the server, or is not of the app. Names with a full stop in front are kept
 * back by some hosts, and one file that cannot be had would keep the whole build from being held.
 */
const NOT_HELD = /^(?:\..*|coverage\.json|sw\.js|kill-switch\.js|.*\.map)$/;

/** Every file of a built app that its worker holds, in the order of the names. */
export function heldFiles(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !NOT_HELD.test(name) && statSync(join(folder, name)).isFile())
    .toSorted()
    .map((url) => {
      const hash = createHash('sha256').update(readFileSync(join(folder, url)));
      const integrity = hash.digest('base64');
      return { url, revision: url.startsWith(HASHED) ? null : integrity, integrity: `sha256-${integrity}` };
    });
}

/** Compiles one file of `src/offline` into one script without imports; `define` are the constants in it, as code. */
export async function compiled(
  file: string,
  format: 'es' | 'iife',
  define: Record<string, string> = {},
): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    build: {
      write: false,
      target: ['chrome123', 'safari17.5', 'firefox120'],
      modulePreload: false,
      rolldownOptions: {
        input: `src/offline/${file}`,
        preserveEntrySignatures: 'strict',
        output: { format },
      },
    },
  });
  const [chunk, ...more] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error(`src/offline/${file} is not one script.`);
  return chunk.code;
}

/**
 * Writes into the folder of a built app what keeps it: `heal.js`, the worker `sw.js` with the list of all files and their hashes,
 * and `kill-switch.js`. They have names that stay.
 */
export async function writeOfflineFiles(folder: string): Promise<void> {
  writeFileSync(join(folder, 'heal.js'), await compiled('heal.ts', 'es'));
  const list = JSON.stringify(heldFiles(folder));
  writeFileSync(join(folder, 'sw.js'), await compiled('worker.ts', 'iife', { __FILES__: list }));
  writeFileSync(join(folder, 'kill-switch.js'), readFileSync('src/offline/killSwitch.js'));
}

/** Makes the built app one that keeps itself on the device, after everything else has been written. */
export function offlineWorker(): Plugin {
  return {
    name: 'dateline:offline-worker',
    apply: 'build',
    writeBundle: { order: 'post', sequential: true, handler: ({ dir = 'dist' }) => writeOfflineFiles(dir) },
  };
}
