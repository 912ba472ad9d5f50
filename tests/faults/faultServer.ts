import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { typeOf } from '../e2e/mime.mjs';

/** What a server can do wrong with one file. Sizes are in bytes. */
export type Fault =
  /** The connection is cut before a byte of the answer. */
  | { kind: 'resetBefore' }
  /** The connection is cut after half of the body. */
  | { kind: 'resetInside' }
  /** A complete answer with half of the file. */
  | { kind: 'truncated' }
  /** Another status, with headers such as Retry-After and a short text, or another file. */
  | { kind: 'status'; status: number; headers?: Record<string, string>; of?: (text: string) => string }
  /** Status 200 with a page of HTML, as captive portals and hosts with a catch-all answer. */
  | { kind: 'html200' }
  /** The right file, so many bytes a second. */
  | { kind: 'drip'; rate: number }
  /** The request is taken, and nothing ever comes. */
  | { kind: 'hang' }
  /** The headers come, and then a body that has no end. */
  | { kind: 'endless' }
  /** Well packed white space: so many times 16 MiB of it from a few kilobytes each. */
  | { kind: 'bomb'; blocks: number }
  /** Redirects to itself for ever. */
  | { kind: 'loop' }
  /** Redirects to an address. */
  | { kind: 'redirect'; to: string }
  /** Another file with the right headers. */
  | { kind: 'body'; of: (text: string) => string };

/** A request as it came: the path, and the time in milliseconds. */
export type Seen = { path: string; at: number; headers: IncomingMessage['headers'] };

const BLOCK = Buffer.alloc(16 * 1024 * 1024, ' ');
let packedBlock: Buffer | null = null;

/** A gzip stream of white space that ends well, made of one block that is packed once and sent again and again. */
function* bomb(blocks: number): Generator<Buffer> {
  // A full flush ends on a whole byte and looks back at nothing: such blocks can stand one behind the other.
  packedBlock ??= deflateRawSync(BLOCK, { finishFlush: constants.Z_FULL_FLUSH });
  yield Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  let sum = 0;
  for (let block = 0; block < blocks; block += 1) {
    sum = crc32(BLOCK, sum);
    yield packedBlock;
  }
  yield deflateRawSync(Buffer.alloc(0));
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(sum, 0);
  tail.writeUInt32LE((blocks * BLOCK.length) % 2 ** 32, 4);
  yield tail;
}

/** Writes until the other side is gone, and never faster than it reads. Resolves when all is written or the connection is closed. */
async function pour(response: ServerResponse, chunks: Iterable<Buffer>, pause = 0): Promise<void> {
  for (const chunk of chunks) {
    if (response.destroyed) return;
    if (!response.write(chunk))
      await new Promise<void>((resolve) => {
        const on = () => {
          response.off('drain', on).off('close', on);
          resolve();
        };
        response.on('drain', on).on('close', on);
      });
    if (pause > 0) await wait(pause);
  }
  response.end();
}

function* forever(chunk: Buffer): Generator<Buffer> {
  while (true) yield chunk;
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A static server on loopback that can be told to go wrong: as a whole, or for the paths that end with some words. */
export class FaultServer {
  /** Every request so far, the oldest first. */
  readonly seen: Seen[] = [];
  /** How many bytes each request for an endless body has taken before it ended. */
  readonly poured: number[] = [];
  #open = 0;
  #folder: string;
  #port = 0;
  #texts = new Map<string, string>();
  #faults = new Map<string, { fits: (path: string) => boolean; fault: Fault; every: number; count: number }>();
  #sockets = new Set<Socket>();
  #server = createServer((request, response) => this.#answer(request, response));

  private constructor(folder: string) {
    this.#folder = folder;
    this.#server.keepAliveTimeout = 500;
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => {});
    });
  }

  /** Serves a folder on a free port of loopback. */
  static async start(folder: string): Promise<FaultServer> {
    const server = new FaultServer(folder);
    await server.accept();
    return server;
  }

  /** The address of the root, with a slash at its end. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  /** Whether an answer is on its way: one that ends by itself, not one that drips or hangs. */
  get busy(): boolean {
    return this.#open > 0;
  }

  /** Replaces all files at once, as a deploy does. */
  deploy(folder: string): void {
    this.#folder = folder;
  }

  /** Serves texts beside the files of the folder, by their paths. */
  add(texts: Record<string, string>): void {
    for (const [path, text] of Object.entries(texts)) this.#texts.set(path, text);
  }

  /** Every request for a path that ends with the words, or fits, gets the fault; with `every` only each nth, the first one included. */
  break(path: string | RegExp, fault: Fault, every = 1): void {
    const fits =
      typeof path === 'string' ? (asked: string) => asked.endsWith(path) : (asked: string) => path.test(asked);
    this.#faults.set(String(path), { fits, fault, every, count: 0 });
  }

  /** Everything is served well again, also to those who were refused. */
  async heal(): Promise<void> {
    this.#faults.clear();
    await this.accept();
  }

  /** Cuts all connections and takes no new ones: the port is closed. */
  async refuse(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Takes connections, again on the same port. */
  async accept(): Promise<void> {
    if (this.#server.listening) return;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** The text of a file as it is in the folder. */
  text(name: string): string {
    return readFileSync(join(this.#folder, name), 'utf8');
  }

  /** How many requests there were for paths that end with `end`, since a time in milliseconds. */
  count(end: string, since = 0): number {
    return this.seen.filter(({ path, at }) => path.endsWith(end) && at >= since).length;
  }

  /** Ends it for good. */
  stop(): Promise<void> {
    return this.refuse();
  }

  #faultOf(path: string): Fault | null {
    for (const entry of this.#faults.values()) {
      if (!entry.fits(path)) continue;
      entry.count += 1;
      return (entry.count - 1) % entry.every === 0 ? entry.fault : null;
    }
    return null;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', this.url);
    this.seen.push({ path: pathname, at: Date.now(), headers: request.headers });
    response.on('error', () => {});
    const file = join(this.#folder, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    const text = this.#texts.get(pathname);
    const there = text !== undefined || (file.startsWith(this.#folder) && existsSync(file) && statSync(file).isFile());
    const bytes = text !== undefined ? Buffer.from(text) : there ? readFileSync(file) : Buffer.from('not found');
    const type = there ? typeOf(file) : 'text/plain';
    const fault = this.#faultOf(pathname);
    if (fault?.kind !== 'hang' && fault?.kind !== 'drip') {
      this.#open += 1;
      response.on('close', () => {
        this.#open -= 1;
      });
    }
    if (fault) void this.#fail(fault, request, response, bytes, type);
    else
      response
        // As the ready files of docs/hosting do it: without it a page that hangs shares its process with the one that follows.
        .writeHead(there ? 200 : 404, {
          'content-type': type,
          'cache-control': 'no-cache',
          'origin-agent-cluster': '?1',
        })
        .end(bytes);
  }

  async #fail(fault: Fault, request: IncomingMessage, response: ServerResponse, bytes: Buffer, type: string) {
    const head = { 'content-type': type, 'cache-control': 'no-store' };
    const half = bytes.subarray(0, Math.floor(bytes.length / 2));
    switch (fault.kind) {
      case 'resetBefore':
        request.socket.resetAndDestroy();
        return;
      case 'resetInside':
        response.writeHead(200, { ...head, 'content-length': bytes.length });
        response.write(half, () => setTimeout(() => request.socket.resetAndDestroy(), 50));
        return;
      case 'truncated':
        response.writeHead(200, head).end(half);
        return;
      case 'status':
        response
          .writeHead(fault.status, { ...head, ...fault.headers })
          .end(fault.of ? fault.of(bytes.toString('utf8')) : 'not now');
        return;
      case 'html200':
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!doctype html><title>Sign in</title><p>Sign in.');
        return;
      case 'drip':
        response.writeHead(200, { ...head, 'content-length': bytes.length });
        return pour(response, pieces(bytes, Math.max(1, Math.floor(fault.rate / 10))), 100);
      case 'hang':
        return;
      case 'endless':
        response.writeHead(200, head);
        await pour(response, forever(Buffer.alloc(64 * 1024, ' ')));
        this.poured.push(request.socket.bytesWritten);
        return;
      case 'bomb':
        response.writeHead(200, { ...head, 'content-encoding': 'gzip' });
        return pour(response, bomb(fault.blocks));
      case 'loop':
        response.writeHead(302, { location: `${request.url?.split('?')[0]}?${Math.random()}` }).end();
        return;
      case 'redirect':
        response.writeHead(302, { location: fault.to }).end();
        return;
      case 'body':
        response.writeHead(200, head).end(fault.of(bytes.toString('utf8')));
    }
  }
}
