// Serves the built app on loopback, at "/" and again below "/some/deep/path/", as any static host would; and below "/any-host/" the build
// that may load data from other hosts, where there is one.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { typeOf } from './mime.mjs';

const BELOW = '/some/deep/path/';
const ANY_HOST = '/any-host/';
const folders = { own: join(process.cwd(), 'dist'), anyHost: join(process.cwd(), 'dist-any-host') };

// A link may be longer than the 16 kB that a server of Node takes by itself; what becomes of it is for the page to say.
createServer({ maxHeaderSize: 1_000_000 }, (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const prefix = [BELOW, ANY_HOST].find((one) => pathname.startsWith(one)) ?? '/';
  const root = prefix === ANY_HOST ? folders.anyHost : folders.own;
  const inside = pathname.slice(prefix.length - 1);
  const file = join(root, normalize(inside.endsWith('/') ? `${inside}index.html` : inside));
  if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  response.writeHead(200, { 'content-type': typeOf(file) });
  createReadStream(file).pipe(response);
}).listen(Number(process.argv[2] ?? 4319), '127.0.0.1');
