// Finds nginx and Caddy for the tests of the ready host files, or unpacks Debian's.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['nginx', 'caddy'];

/** The search path with the folders for the programs of an administrator. */
const withSystem = (path = process.env.PATH ?? '') => `${path}:/usr/sbin:/usr/local/sbin`;

/** The path of a server's program that runs on this machine; null where there is none. */
export function findHost(name) {
  const env = { ...process.env, PATH: withSystem() };
  const found = spawnSync('sh', ['-c', `command -v ${name} && ${name} ${name === 'nginx' ? '-v' : 'version'}`], {
    encoding: 'utf8',
    env,
  });
  return found.status === 0 ? (found.stdout.split('\n')[0] ?? null) : null;
}

/**
 * Answers the search path on which the servers are found. As root on Debian those that are missing are unpacked into a folder, so that
 * nothing is installed and nothing starts; elsewhere, and where that fails, a line says what is not tested.
 */
export function ensureHosts(folder) {
  const missing = NAMES.filter((name) => findHost(name) === null);
  if (missing.length === 0) return process.env.PATH;
  try {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('no Debian, or not root');
    console.log(`No ${missing.join(' and no ')} here: unpacking Debian's for the tests of the host files.`);
    mkdirSync(folder, { recursive: true });
    const options = { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], timeout: 120_000 };
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['download', '-qq', '-o', 'APT::Sandbox::User=root', ...missing], options);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb')))
      execFileSync('dpkg', ['-x', file, folder], options);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : error;
    console.log(
      `The host files are not tested with ${missing.join(' and ')}: not found, and not unpacked (${reason}).`,
    );
  }
  return `${process.env.PATH}:${join(folder, 'usr/sbin')}:${join(folder, 'usr/bin')}`;
}
