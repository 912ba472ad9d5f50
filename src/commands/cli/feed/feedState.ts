import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { atomicWrite } from '../file/atomicWrite.ts';
import type { Seen } from './fetchFeed.ts';

/** What servers said of feeds, by the digest of their addresses: an address may hold a key, which is not written down. */
export type FeedState = Record<string, Seen>;

const KIND = 'dateline-feeds';
const fileOf = (target: string) => `${target}.feeds`;
const keyOf = (address: URL) => createHash('sha256').update(address.href).digest('hex');

function seenIn(value: unknown): Seen {
  const { etag, lastModified } = Object(value) as Record<string, unknown>;
  const header = (text: unknown): text is string =>
    typeof text === 'string' && text.length <= 1000 && /^[\x20-\x7E]+$/.test(text);
  return { ...(header(etag) ? { etag } : {}), ...(header(lastModified) ? { lastModified } : {}) };
}

/** Reads what servers said of feeds when the file was last written; nothing where that cannot be read. */
export async function readFeedState(target: string): Promise<FeedState> {
  try {
    const { kind, feeds } = JSON.parse(await readFile(fileOf(target), 'utf8'));
    if (kind !== KIND) return {};
    return Object.fromEntries(Object.entries(Object(feeds)).map(([key, value]) => [key, seenIn(value)]));
  } catch {
    return {};
  }
}

/** What the server of a feed said the last time. */
export const seenOf = (state: FeedState, address: URL): Seen => state[keyOf(address)] ?? {};

/** The state with what a server has said now. */
export const withSeen = (state: FeedState, address: URL, seen: Seen): FeedState => ({
  ...state,
  [keyOf(address)]: seenIn(seen),
});

/** Keeps what servers said, in `FILE.feeds` beside the coverage. */
export async function keepFeedState(target: string, state: FeedState): Promise<void> {
  const feeds = Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)));
  await atomicWrite(fileOf(target), `${JSON.stringify({ kind: KIND, version: 1, feeds }, null, 2)}\n`);
}
