// Serves the built app on loopback, at "/" and again below "/some/deep/path/", as any static host would.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { typeOf } from './mime.mjs';

const BELOW = '/some/deep/path/';
const root = join(process.cwd(), 'dist');

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const inside = pathname.startsWith(BELOW) ? pathname.slice(BELOW.length - 1) : pathname;
  const file = join(root, normalize(inside.endsWith('/') ? `${inside}index.html` : inside));
  if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  response.writeHead(200, { 'content-type': typeOf(file) });
  createReadStream(file).pipe(response);
}).listen(Number(process.argv[2] ?? 4319), '127.0.0.1');
