import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server that runs, by the path of its socket. `ask` answers the header for the query as it is, without its question mark. */
export type Host = {
  ask: (query: string, header?: string, path?: string) => Promise<string>;
  end: () => Promise<void>;
};

/** A file of `docs` for this machine: a folder in the place of `/srv/dateline/…`, a socket of the file system, plain http. */
export type Adapted = (text: string, places: { root: string; socket: string }) => string;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function answerOf(socketPath: string, path: string, header: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { host: 'dateline.example.org' };
    const asked = request({ socketPath, path, headers, agent: false }, (response) => {
      response.resume();
      if (response.statusCode !== 200) reject(new Error(`${response.statusCode} for ${path.slice(0, 80)}`));
      else resolve(String(response.headers[header] ?? ''));
    });
    asked.on('error', reject).end();
  });
}

/** Whether somebody listens at a socket; its file is there a moment earlier. */
const listens = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    const tried = connect(socketPath, () => resolve(true));
    tried.on('error', () => resolve(false)).on('connect', () => tried.end());
  });

/** Starts a server on a socket in a folder of its own, and waits until it answers. */
async function started(start: (folder: string, root: string, socket: string) => ChildProcess): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-host-'));
  const root = join(folder, 'app');
  const socket = join(folder, 'socket');
  mkdirSync(root);
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Dateline</title>');
  const server = start(folder, root, socket);
  let said = '';
  server.stderr?.on('data', (text: Buffer) => {
    said += text;
  });
  const end = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for (const until = Date.now() + 20_000; !(await listens(socket)); await sleep(50))
    if (server.exitCode !== null || Date.now() > until) {
      await end();
      throw new Error(`The server did not start: ${said}`);
    }
  return {
    ask: (query, header = 'content-security-policy', path = '/') =>
      answerOf(socket, query === '' ? path : `${path}?${query}`, header),
    end,
  };
}

/** nginx with a file for its `conf.d`. */
export const startNginx = (program: string, text: string, adapted: Adapted): Promise<Host> =>
  started((folder, root, socket) => {
    const config = join(folder, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    );
    writeFileSync(
      config,
      `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes 1; pid ${join(folder, 'pid')}; error_log stderr;
events {}
http { access_log off; default_type text/html; ${temporary.join(' ')}
${adapted(text, { root, socket })}
}
`,
    );
    return spawn(program, ['-p', folder, '-e', 'stderr', '-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  });

/** Caddy with a Caddyfile. */
export const startCaddy = (program: string, text: string, adapted: Adapted): Promise<Host> =>
  started((folder, root, socket) => {
    const config = join(folder, 'Caddyfile');
    writeFileSync(config, `{\n\tadmin off\n\tauto_https off\n}\n${adapted(text, { root, socket })}`);
    return spawn(program, ['run', '--config', config, '--adapter', 'caddyfile'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // What it keeps, it keeps in the folder.
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    });
  });
