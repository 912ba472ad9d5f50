import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every file below a folder, by its path in it. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
}

/** The first difference of two folders as a sentence; null when they hold the same files with the same bytes. */
export function firstDifference(one: string, other: string): string | null {
  const [files, others] = [filesOf(one), filesOf(other)];
  const odd = [...files.filter((file) => !others.includes(file)), ...others.filter((file) => !files.includes(file))];
  if (odd.length > 0) return `Only one of the two has ${odd.toSorted().join(', ')}.`;
  for (const file of files) {
    const [a, b] = [readFileSync(join(one, file)), readFileSync(join(other, file))];
    if (a.equals(b)) continue;
    const at = a.findIndex((byte, index) => byte !== b[index]);
    const from = at < 0 ? Math.min(a.length, b.length) : at;
    const around = (bytes: Buffer) =>
      JSON.stringify(bytes.subarray(Math.max(0, from - 40), from + 40).toString('latin1'));
    return `${file} differs from byte ${from} on: ${around(a)} and ${around(b)}.`;
  }
  return null;
}

function build(outDir: string, env: Record<string, string>): boolean {
  const args = ['node_modules/vite/bin/vite.js', 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/** Builds the app twice, each time in a process, a folder, a time zone and a language of its own, and compares the bytes. 1 when they differ. */
export async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-twice-'));
  try {
    const [one, other] = [join(folder, 'one'), join(folder, 'the-other')];
    const built =
      build(one, { TZ: 'UTC', LC_ALL: 'C' }) && build(other, { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' });
    if (!built) return 1;
    const difference = firstDifference(one, other);
    console.log(difference ?? `Two builds of ${filesOf(one).length} files each, equal byte for byte.`);
    return difference === null ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
