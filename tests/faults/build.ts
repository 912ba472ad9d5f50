import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { swapsOf } from './mutants.ts';
import { type Swap, swapIn } from './swaps.ts';

/** All that a build depends on. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Where the build of these sources with these swaps stands, or will stand. */
function placeOf(swaps: readonly Swap[]): string {
  const hash = createHash('sha256').update(JSON.stringify(swaps));
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update(readFileSync(file));
  return join(tmpdir(), 'dateline-faults', hash.digest('hex').slice(0, 24));
}

/**
 * Builds the app with the swaps of some entries of `mutants.ts`, or as it is, from a copy of its sources. A build of the same sources with
 * the same swaps is made once. Answers the folder.
 *
 * @throws Error when a swap does not find its words, or the build fails
 */
export function built(names: readonly string[]): string {
  const swaps = swapsOf(names);
  const place = placeOf(swaps);
  if (existsSync(place)) return place;
  const copy = mkdtempSync(join(tmpdir(), 'dateline-build-'));
  try {
    for (const path of SOURCES) cpSync(path, join(copy, path), { recursive: true });
    symlinkSync(realpathSync('node_modules'), join(copy, 'node_modules'));
    swapIn(copy, swaps);
    const vite = join(copy, 'node_modules', 'vite', 'bin', 'vite.js');
    const env = { ...process.env, NODE_ENV: 'production' };
    execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: copy, env, stdio: 'pipe' });
    mkdirSync(join(tmpdir(), 'dateline-faults'), { recursive: true });
    renameSync(join(copy, 'dist'), place);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  return place;
}
