import { readFileSync, rmSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { EXIT } from '../exitCodes.ts';
import { Failure, systemCode } from '../failure.ts';
import { writeFailure } from './atomicWrite.ts';

/** After so many milliseconds no run is believed to go on: a number of a process may be given to another one. */
const LONGEST_RUN = 3_600_000;
/** A lock without words is one that is just being written, for so many milliseconds. */
const WRITING = 10_000;

type Holder = { pid: number; host: string; started: string | null };

/** When a process was started, in ticks since the machine was, where the system says so: two processes of one number differ in it. */
function startOf(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

function holderIn(text: string): Holder | null {
  try {
    const { pid, host, started } = JSON.parse(text);
    const known = Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string';
    return known ? { pid, host, started: typeof started === 'string' ? started : null } : null;
  } catch {
    return null;
  }
}

/** Whether a lock holds: its process lives, as far as this machine can tell, and is not older than any run is. */
function holds(text: string, age: number): boolean {
  if (age > LONGEST_RUN) return false;
  const holder = holderIn(text);
  if (!holder) return age < WRITING;
  if (holder.host !== hostname()) return true;
  return isRunning(holder.pid) && (holder.started === null || startOf(holder.pid) === holder.started);
}

function held(path: string, text: string): Failure {
  const holder = holderIn(text);
  const found = holder ? `one by process ${holder.pid} on ${holder.host}` : 'one that is just being taken';
  return new Failure(EXIT.locked, {
    code: 'locked',
    expected: 'no other run that writes the same file',
    found: `${found} (the lock is ${path})`,
    where: '',
  });
}

/** Takes a lock that does not hold out of the way, unless somebody else has just done so. */
async function clear(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => {});
  const taken = await readFile(aside, 'utf8').catch(() => text);
  if (taken === text) return rm(aside, { force: true });
  // It was the lock of a run that was quicker.
  await rename(aside, path).catch(() => {});
  throw held(path, taken);
}

/**
 * Takes the lock of a file, `FILE.lock` beside it, and gives the function that lets it go. Throws a `Failure` with exit code 75 while another
 * run holds it. The lock of a process that is dead does not hold.
 */
export async function takeLock(target: string, shown = target): Promise<() => void> {
  const path = `${target}.lock`;
  const own = JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid) });
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(own);
      await handle.close();
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw writeFailure(error, shown);
    }
    const found = await Promise.all([readFile(path, 'utf8'), stat(path)]).catch(() => null);
    if (!found) continue;
    const [text, { mtimeMs }] = found;
    if (holds(text, Date.now() - mtimeMs)) throw held(`${shown}.lock`, text);
    await clear(path, text);
  }
  throw held(`${shown}.lock`, '');
}
