import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { swapsOf } from './mutants.ts';
import { checkSeen, type Swap, swapping, swapWritten } from './swaps.ts';

/** All that a build depends on. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Where the build of these sources with these swaps stands, or will stand. */
function placeOf(name: string, swaps: readonly Swap[]): string {
  const hash = createHash('sha256').update(JSON.stringify(swaps));
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update(readFileSync(file));
  return join(tmpdir(), 'dateline-faults', `${name}-${hash.digest('hex').slice(0, 16)}`);
}

/**
 * Builds the app with the swaps of these entries of `mutants.ts`, or as it is without any, unless a build of the same sources is there,
 * and prints the folder. Started with `node src/commands/run.mjs ../../tests/faults/build.ts [names]`.
 */
export async function main(names: string[]): Promise<number> {
  const swaps = swapsOf(names);
  const place = placeOf(['build', ...names].join('-'), swaps);
  if (!existsSync(place)) {
    const seen = new Set<string>();
    const draft = mkdtempSync(join(tmpdir(), 'dateline-build-'));
    await build({
      configFile: resolve('vite.config.ts'),
      logLevel: 'error',
      plugins: [swapping(swaps, seen)],
      worker: { plugins: () => [swapping(swaps, seen)] },
      build: { outDir: draft, emptyOutDir: true },
    });
    checkSeen(swaps, seen);
    swapWritten(draft, swaps);
    mkdirSync(join(tmpdir(), 'dateline-faults'), { recursive: true });
    renameSync(draft, place);
    rmSync(draft, { recursive: true, force: true });
  }
  console.log(place);
  return 0;
}
