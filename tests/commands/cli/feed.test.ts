// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isPublicAddress, publicLookup } from '../../../src/commands/cli/feed/addresses.ts';
import { FEED_LIMITS, type FeedLimits, fetchFeed } from '../../../src/commands/cli/feed/fetchFeed.ts';
import { importWith, testFolder } from './world.ts';

const { path, put, remove } = testFolder();
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {};
const asked: IncomingMessage[] = [];
const server = createServer((request, response) => {
  asked.push(request);
  answer(request, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
const feed = new URL(`http://${host}/feed.xml?key=secret`);
const limits: FeedLimits = { ...FEED_LIMITS, loopback: host };
afterAll(async () => {
  remove();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => void asked.splice(0));

const item = (title: string, says: string) =>
  `<item><title>${title}</title><link>https://news.example/${title.replaceAll(' ', '-')}</link><pubDate>Thu, 10 Jan 2019 10:00:00 GMT</pubDate>` +
  `<content:encoded><![CDATA[<p>${says}</p><p>This is what was said on that day in the town, and a second sentence of it.</p>]]></content:encoded></item>`;
const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Town News</title>${items.join('')}</channel></rss>`;
const QUAY = item('The quay', '"The quay is safe", said Ana Reyes to the council.');
const BRIDGE = item('The bridge', '"Nobody crosses today", said Lena Voss.');

const codeOf = async (address: URL, more: Partial<FeedLimits> = {}) => {
  const fetched = await fetchFeed(address, { limits: { ...limits, ...more } });
  return 'problem' in fetched ? fetched.problem.code : 'fetched';
};

describe('which addresses are public', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '[2a00:1450:4001:81b::200e]'])('%s is', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::1',
    '2001::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));

  it('a name that leads to this machine is not looked up to the end', async () => {
    const found = await new Promise((resolve) => publicLookup('localhost', {}, (error) => resolve(error?.name)));
    expect(found).toBe('NotPublic');
  });
});

describe('a feed is fetched', () => {
  it('with what the server said the last time, and comes with what it says now', async () => {
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"one"' }).end(rss(QUAY));
    };
    expect(await fetchFeed(feed, { limits })).toMatchObject({ type: 'application/rss+xml', seen: { etag: '"one"' } });
    expect(await fetchFeed(feed, { limits, seen: { etag: '"one"' } })).toEqual({ unchanged: true });
    expect(asked[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' });
    expect(asked[0]?.headers).not.toHaveProperty('cookie');
  });

  it('over https only, without a password, and from no address that is not public', async () => {
    expect(await codeOf(new URL('http://news.example/feed'))).toBe('feed-not-https');
    expect(await codeOf(new URL('file:///etc/passwd'))).toBe('feed-not-https');
    expect(await codeOf(new URL('https://me:secret@news.example/feed'))).toBe('feed-credentials');
    for (const place of ['169.254.169.254', '[::1]', '[::ffff:169.254.169.254]', '2130706433', '0x7f.1', 'localhost'])
      expect(await codeOf(new URL(`https://${place}/feed`)), place).toBe('feed-private');
    expect(await codeOf(feed, { loopback: null })).toBe('feed-not-https');
    expect(asked).toEqual([]);
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', 'feed-not-https'],
    ['https://169.254.169.254/latest/meta-data/', 'feed-private'],
    ['https://localhost/', 'feed-private'],
    ['https://[::ffff:7f00:1]/', 'feed-private'],
    ['http://localhost:9/', 'feed-not-https'],
    ['file:///etc/passwd', 'feed-not-https'],
    ['//me:secret@news.example/', 'feed-credentials'],
    ['http://[', 'feed-redirect'],
  ])('but not where a redirect leads to %s', async (location, code) => {
    answer = (_, response) => response.writeHead(302, { location }).end();
    expect(await codeOf(feed)).toBe(code);
  });

  it('through a few redirects on the same host, and not for ever', async () => {
    answer = (request, response) => {
      if (request.url === '/feed.xml') response.writeHead(200).end(rss(QUAY));
      else response.writeHead(301, { location: '/feed.xml' }).end();
    };
    expect(await codeOf(feed)).toBe('fetched');
    answer = (_, response) => response.writeHead(302, { location: '/again' }).end();
    expect(await codeOf(feed)).toBe('feed-redirect');
    expect(asked.length).toBeLessThan(12);
  });

  it('up to its bounds: a body without an end, a slow drip, a silence, and one that lies about its size', async () => {
    answer = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    };
    expect(await codeOf(feed, { bytes: 1_000_000 })).toBe('feed-too-large');
    answer = (_, response) => response.writeHead(200, { 'content-length': '999999999' }).write('x');
    expect(await codeOf(feed)).toBe('feed-too-large');
    answer = (_, response) => {
      const drip = setInterval(() => response.write('<'), 20);
      response.on('close', () => clearInterval(drip));
    };
    expect(await codeOf(feed, { milliseconds: 300 })).toBe('feed-timeout');
    answer = () => {};
    expect(await codeOf(feed, { milliseconds: 300 })).toBe('feed-timeout');
    answer = (request) => request.socket.destroy();
    expect(await codeOf(feed)).toBe('feed-network');
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
    expect(await codeOf(feed)).toBe('feed-encoding');
    for (const status of [401, 404, 500, 204]) {
      answer = (_, response) => response.writeHead(status).end();
      expect(await codeOf(feed)).toBe('feed-status');
    }
  });
});

describe('--feed', () => {
  const withFeed = (...args: string[]) => importWith(['--feed', feed.href, ...args], { feedLimits: limits });

  it('adds what is new to a coverage, asks again with what the server said, and never writes the key of an address', async () => {
    const out = path('feed.json');
    let [body, etag] = [rss(QUAY), '"one"'];
    answer = (request, response) => {
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(body);
    };
    expect(await withFeed('--into', out)).toMatchObject({ exit: 0, written: true, counts: { articles: 1 } });
    expect(await withFeed('--into', out)).toMatchObject({ exit: 0, written: false, refused: [] });
    expect(asked.at(-1)?.headers['if-none-match']).toBe('"one"');
    [body, etag] = [rss(BRIDGE), '"two"'];
    expect(await withFeed('--into', out)).toMatchObject({ written: true, counts: { articles: 2 } });
    expect(readFileSync(out, 'utf8') + readFileSync(`${out}.feeds`, 'utf8')).not.toContain('secret');
  });

  it('asks for all of it where nothing is added to: what does not come would vanish', async () => {
    const out = path('whole.json');
    answer = (_, response) => response.writeHead(200, { etag: '"one"' }).end(rss(QUAY));
    await withFeed('--out', out);
    expect(await withFeed('--out', out)).toMatchObject({ exit: 0, written: false, counts: { articles: 1 } });
    expect(asked.at(-1)?.headers).not.toHaveProperty('if-none-match');
  });

  it('keeps what was passed over for the next time', async () => {
    const out = path('limited.json');
    answer = (_, response) => response.writeHead(200, { etag: '"one"' }).end(rss(QUAY, BRIDGE));
    expect((await withFeed('--into', out, '--limit', '1')).counts?.articles).toBe(1);
    expect(existsSync(`${out}.feeds`)).toBe(false);
    expect((await withFeed('--into', out, '--limit', '1')).counts?.articles).toBe(2);
  });

  it('reads a file, too, and says why a feed gave nothing', async () => {
    const file = put(
      'saved.xml',
      rss(QUAY, '<item><title>Only a summary</title><description>Short.</description></item>'),
    );
    const outcome = await importWith(['--feed', file, '--dry-run']);
    expect(outcome).toMatchObject({ exit: 1, counts: { articles: 1 } });
    expect(outcome.refused[0]).toMatchObject({ code: 'summary-only' });
    answer = (_, response) => response.writeHead(302, { location: 'https://169.254.169.254/' }).end();
    const refused = await withFeed('--out', path('none.json'));
    expect([refused.exit, refused.refused[0]?.code, refused.refused[0]?.where]).toEqual([
      3,
      'feed-private',
      `http://${host}/feed.xml`,
    ]);
    expect(existsSync(path('none.json'))).toBe(false);
  });
});
