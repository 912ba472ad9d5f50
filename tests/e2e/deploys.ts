import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { writeOfflineFiles } from '../../src/commands/offlineWorker.ts';
import { typeOf } from './mime.mjs';

/** A static host in a folder of its own below a path, which can be cut off, show another folder, and answer wrongly. */
export type Host = {
  address: string;
  /** The folder that is served. */
  folder: string;
  /** What matches is answered with 404, or with the page. */
  fault: { files: RegExp; with: 404 | 'page' } | null;
  /** Files that are in no folder, by their path. */
  more: Map<string, string>;
  /** The paths that were asked for, without the app's folder. */
  asked: string[];
  die: () => Promise<void>;
  revive: () => Promise<void>;
};

const BELOW = '/on/a/wall/';

/** Starts a host on a port that the system chooses. */
export async function startHost(folder: string): Promise<Host> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = pathname.startsWith(BELOW) ? pathname.slice(BELOW.length) || 'index.html' : '';
    host.asked.push(path);
    const broken = host.fault?.files.test(path) ? host.fault.with : null;
    const file = join(host.folder, normalize(broken === 'page' ? 'index.html' : path));
    const there = path !== '' && broken !== 404 && statSync(file, { throwIfNoEntry: false })?.isFile();
    // A host behind a cache that keeps what it should not.
    const headers = { 'cache-control': 'max-age=600', 'content-type': typeOf(file) };
    const more = host.more.get(path);
    if (more !== undefined) response.writeHead(200, headers).end(more);
    else if (there) response.writeHead(200, headers).end(readFileSync(file));
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const host: Host = {
    address: `http://127.0.0.1:${port}${BELOW}`,
    folder,
    fault: null,
    more: new Map(),
    asked: [],
    die: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    revive: () => listen(port),
  };
  return host;
}

/** The title of the second version, by which it is known. */
export const SECOND = 'Dateline, second version';

/** Makes another version of the built app in a new folder: every script has another name, and the page another title. */
export async function secondVersion(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-deploy-'));
  cpSync('dist', folder, { recursive: true });
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  const renamed = (text: string) => scripts.reduce((now, name) => now.replaceAll(name, `second-${name}`), text);
  for (const name of ['index.html', ...scripts.map((script) => `assets/${script}`)]) {
    const file = join(folder, name);
    writeFileSync(
      file,
      renamed(readFileSync(file, 'utf8')).replace('<title>Dateline</title>', `<title>${SECOND}</title>`),
    );
  }
  for (const name of scripts) renameSync(join(folder, 'assets', name), join(folder, 'assets', `second-${name}`));
  await writeOfflineFiles(folder);
  return folder;
}

/** Removes a folder that `secondVersion` made. */
export const removeVersion = (folder: string): void => rmSync(folder, { recursive: true, force: true });
