import * as files from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EXIT } from '../exitCodes.ts';
import { Failure, systemCode } from '../failure.ts';

/** What writing needs of the file system; a test gives one that fails. */
export type Disk = Pick<typeof files, 'open' | 'rename' | 'rm' | 'stat' | 'chmod' | 'chown' | 'readlink' | 'readdir'>;

const LINKS = 40;

/** The file that a path stands for, with symbolic links followed, also where nothing stands at their end yet. */
export async function targetOf(path: string, disk: Pick<Disk, 'readlink'> = files): Promise<string> {
  let target = resolve(path);
  for (let step = 0; step < LINKS; step += 1) {
    const next = await disk.readlink(target).catch(() => null);
    if (next === null) return target;
    target = resolve(dirname(target), next);
  }
  return target;
}

const WORDS: Record<string, [code: string, expected: string, found: string]> = {
  ENOSPC: ['disk-full', 'room on the disk', 'none left'],
  EDQUOT: ['disk-full', 'room within your quota', 'none left'],
  EFBIG: ['disk-full', 'a file as large as this to be allowed', 'a limit'],
  EACCES: ['no-permission', 'leave to write there', 'none'],
  EPERM: ['no-permission', 'leave to write there', 'none'],
  EROFS: ['read-only', 'a file system that can be written', 'one that is read-only'],
  ENOENT: ['no-folder', 'a folder that exists', 'none of that name'],
  ENOTDIR: ['no-folder', 'a folder', 'a file in its place'],
};

/** The failure for an error of the file system while something is written to a place. */
export function writeFailure(error: unknown, where: string): Failure {
  const system = systemCode(error);
  const [code, expected, found] = WORDS[system] ?? ['not-written', 'a file that can be written', system || 'an error'];
  return new Failure(EXIT.notWritten, { code, expected, found, where });
}

/** Looks whether a file may be replaced: by its permissions, which a rename would not ask for. Null when nothing is there. */
async function replaceable(target: string, shown: string, disk: Disk) {
  const old = await disk.stat(target).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw writeFailure(error, shown);
  });
  const refuse = (code: string, expected: string, found: string) =>
    new Failure(EXIT.notWritten, { code, expected, found, where: shown });
  if (old?.isDirectory()) throw refuse('not-a-file', 'the name of a file', 'a folder');
  if (old && !old.isFile()) throw refuse('not-a-file', 'the name of a file', 'a device or a pipe');
  if (old && (old.mode & 0o222) === 0) throw refuse('read-only', 'a file that may be written', 'one that is read-only');
  return old;
}

/** Asks the disk to keep the names of a folder; where the system cannot, they are kept a little later. */
async function keepNames(folder: string, disk: Disk): Promise<void> {
  const handle = await disk.open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close().catch(() => {});
}

const temporary = (target: string) => join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);

/** Removes what runs that were killed have left beside a file. Only for whoever holds its lock. */
export async function removeLeftovers(target: string, disk: Pick<Disk, 'readdir' | 'rm'> = files): Promise<void> {
  const names = await disk.readdir(dirname(target)).catch(() => []);
  const start = `.${basename(target)}.`;
  for (const name of names)
    if (name.startsWith(start) && /^\d+\.tmp$/.test(name.slice(start.length)))
      await disk.rm(join(dirname(target), name), { force: true }).catch(() => {});
}

/**
 * Puts a whole text into the place of a file, or leaves the file as it is: a temporary file in the same folder, forced onto the disk, then a
 * rename. Permissions and owner of the old file stay. `target` has no symbolic link in it (`targetOf`); `shown` is what problems call it.
 */
export async function atomicWrite(
  target: string,
  text: string,
  { shown = target, signal, disk = files }: { shown?: string; signal?: AbortSignal; disk?: Disk } = {},
): Promise<void> {
  const old = await replaceable(target, shown, disk);
  const temp = temporary(target);
  try {
    await disk.rm(temp, { force: true });
    const handle = await disk.open(temp, 'wx', old ? old.mode & 0o777 : 0o666);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (old) {
      await disk.chown(temp, old.uid, old.gid).catch(() => {});
      await disk.chmod(temp, old.mode & 0o7777);
    }
    signal?.throwIfAborted();
    await disk.rename(temp, target);
  } catch (error) {
    await disk.rm(temp, { force: true }).catch(() => {});
    if (signal?.aborted) throw signal.reason;
    throw writeFailure(error, shown);
  }
  await keepNames(dirname(target), disk);
}
