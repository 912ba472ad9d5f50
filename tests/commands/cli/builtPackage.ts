import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildLibrary, LIBRARY_FOLDER } from '../../../src/commands/buildLibrary.ts';

/** What goes into the package beside what is built. */
const BESIDE = [
  'package.json',
  'README.md',
  'LICENSE',
  'public/corpus.schema.json',
  'docs/COMMAND-LINE.md',
  'docs/FORMAT.md',
  'docs/THIRD-PARTY.md',
];

/** Builds the package into a folder of its own, as `npm run build:library` does at home, and gives the path of the command. */
export async function buildPackage(folder: string): Promise<string> {
  for (const name of BESIDE) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(name, join(folder, name));
  }
  await buildLibrary(join(folder, LIBRARY_FOLDER));
  return join(folder, LIBRARY_FOLDER, 'code/dateline.js');
}

/** Packs a package as npm would send it, and gives the path of the archive. */
export function packed(folder: string): string {
  const told = execFileSync('npm', ['pack', '--json', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' });
  const [{ filename }] = JSON.parse(told);
  return join(folder, filename);
}

export type Ended = { exit: number | null; signal: string | null; out: string; err: string };
export type Running = { child: ChildProcess; err: () => string; ended: Promise<Ended> };

/** Starts the command as a process of its own. */
export function start(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Running {
  const child = spawn(process.execPath, [command, ...args], { cwd, env: { ...process.env, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    err += part;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (exit, signal) => resolve({ exit, signal, out, err })),
  );
  return { child, err: () => err, ended };
}

/** Waits until something holds, or for half a minute. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1500 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
}
