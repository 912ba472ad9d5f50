import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import type { ReadProblem } from '../../../reader/read/article.ts';
import { systemCode } from '../failure.ts';
import { isPublicAddress, NotPublic, publicLookup } from './addresses.ts';

/** What a server said of a feed the last time. */
export type Seen = { etag?: string; lastModified?: string };

/** What came of asking for a feed: its bytes, that nothing has changed, or why there is none. */
export type Fetched = { bytes: Uint8Array; type: string; seen: Seen } | { unchanged: true } | { problem: ReadProblem };

/** The bounds of asking. `loopback` is one host with its port on this machine that a test may ask without https, such as 127.0.0.1:4000. */
export type FeedLimits = { milliseconds: number; bytes: number; redirects: number; loopback: string | null };
export const FEED_LIMITS: FeedLimits = { milliseconds: 20_000, bytes: 5_000_000, redirects: 5, loopback: null };

/** The address of a feed as a problem may show it: what follows a question mark may be a key. */
export const shownAddress = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}`;

class Refused extends Error {
  readonly code: string;
  readonly expected: string;
  readonly found: string;
  constructor(code: string, expected: string, found: string) {
    super(code);
    this.code = code;
    this.expected = expected;
    this.found = found;
  }
}

/** Refuses an address that is not asked: without https, with a password, or not of the public internet. */
function judge(url: URL, { loopback }: FeedLimits): void {
  if (url.username !== '' || url.password !== '')
    throw new Refused('feed-credentials', 'an address without a name and a password in it', 'one with them');
  if (url.protocol === 'http:' && url.host === loopback) return;
  if (url.protocol !== 'https:') throw new Refused('feed-not-https', 'an https address', `${url.protocol}//`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host))
    throw new Refused('feed-private', 'an address of the public internet', host);
}

/** One question; the answer's head has come, its body has not. */
function ask(url: URL, seen: Seen, signal: AbortSignal, limits: FeedLimits): Promise<IncomingMessage> {
  const open = url.host === limits.loopback && url.protocol === 'http:';
  return new Promise((resolve, reject) => {
    (open ? overHttp : overHttps)(
      url,
      {
        signal,
        agent: false,
        ...(open ? {} : { lookup: publicLookup }),
        headers: {
          accept: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml, */*;q=0.5',
          // Nothing that has to be unpacked: what was counted is what there is.
          'accept-encoding': 'identity',
          'user-agent': 'dateline-desk',
          ...(seen.etag === undefined ? {} : { 'if-none-match': seen.etag }),
          ...(seen.lastModified === undefined ? {} : { 'if-modified-since': seen.lastModified }),
        },
      },
      resolve,
    )
      .on('error', reject)
      .end();
  });
}

async function bodyOf(answer: IncomingMessage, most: number): Promise<Uint8Array> {
  const tooLarge = () => new Refused('feed-too-large', `at most ${most / 1e6} MB`, 'more');
  if (Number(answer.headers['content-length'] ?? 0) > most) throw tooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function walk(start: URL, seen: Seen, signal: AbortSignal, limits: FeedLimits): Promise<Fetched> {
  let url = start;
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    judge(url, limits);
    // What one server said is not told to another.
    const answer = await ask(url, url.origin === start.origin ? seen : {}, signal, limits);
    const { statusCode = 0, headers } = answer;
    try {
      if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
        if (!URL.canParse(headers.location, url.href))
          throw new Refused('feed-redirect', 'a redirect to an address', 'one to something else');
        url = new URL(headers.location, url.href);
        continue;
      }
      if (statusCode === 304) return { unchanged: true };
      if (statusCode !== 200) throw new Refused('feed-status', 'the answer 200', String(statusCode));
      if (!/^(?:identity)?$/i.test(headers['content-encoding'] ?? ''))
        throw new Refused('feed-encoding', 'an answer that is not packed', String(headers['content-encoding']));
      const bytes = await bodyOf(answer, limits.bytes);
      const { etag, 'last-modified': lastModified } = headers;
      return {
        bytes,
        type: headers['content-type'] ?? '',
        seen: { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) },
      };
    } finally {
      answer.destroy();
    }
  }
  throw new Refused('feed-redirect', `at most ${limits.redirects} redirects`, 'more');
}

function problemOf(error: unknown, where: string, late: boolean, limits: FeedLimits): ReadProblem {
  if (error instanceof Refused) return { code: error.code, expected: error.expected, found: error.found, where };
  if (error instanceof NotPublic)
    return { code: 'feed-private', expected: 'an address of the public internet', found: error.message, where };
  if (late)
    return {
      code: 'feed-timeout',
      expected: `the whole answer within ${limits.milliseconds / 1000} seconds`,
      found: 'a slower one',
      where,
    };
  return { code: 'feed-network', expected: 'an answer', found: systemCode(error) || 'none', where };
}

/**
 * Fetches a feed: https only, no name and password, no host outside the public internet at any redirect, one time for all of it and a bound for its
 * size. Says `unchanged` where the server knows `seen`. Comes to a problem for whatever goes wrong; rejects only when `signal` is aborted.
 */
export async function fetchFeed(
  address: URL,
  { seen = {}, signal, limits = FEED_LIMITS }: { seen?: Seen; signal?: AbortSignal; limits?: FeedLimits } = {},
): Promise<Fetched> {
  const deadline = AbortSignal.timeout(limits.milliseconds);
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
  try {
    return await walk(address, seen, either, limits);
  } catch (error) {
    signal?.throwIfAborted();
    return { problem: problemOf(error, shownAddress(address), deadline.aborted, limits) };
  }
}
