// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWebAddress, webLink } from '../../src/domain/webLink.ts';
import { ADDRESSES, NAUGHTY, TROJAN } from '../exports/sharedStrings.ts';

/** What has to hold of the link that a string is, if it is one. Returns whether it is. */
function isSafe(text: string): boolean {
  const link = webLink(text);
  if (link === null) return false;
  const { protocol, username, password, host } = new URL(link.href);
  expect(link.encrypted ? 'https:' : 'http:', text).toBe(protocol);
  expect(text.toLowerCase().startsWith(`${protocol}//`), text).toBe(true);
  expect([username, password], text).toEqual(['', '']);
  expect(link.host).toBe(host);
  expect(host).toMatch(/^[!-~]+$/);
  expect(link.href).toMatch(/^[!-~]+$/);
  expect(text).not.toMatch(/[\s\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u);
  return true;
}

describe('an address', () => {
  it.each([
    ['https://news.example/moon?a=1#b', 'news.example', true],
    ['https://news.example', 'news.example', true],
    ['HTTPS://News.Example:8443/', 'news.example:8443', true],
    ['http://news.example/', 'news.example', false],
    ['https://\u0430pple.com/', 'xn--pple-43d.com', true],
    ['https://example.com\u3002evil.example/', 'example.com.evil.example', true],
    ['https://medium.example/@somebody', 'medium.example', true],
    ['https://0x7f.1/', '127.0.0.1', true],
  ])('%s is a link to %s', (address, host, encrypted) => {
    expect(webLink(address)).toMatchObject({ host, encrypted });
    expect(isSafe(address)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'blob:https://news.example/1',
    'ftp://news.example/',
    'mailto:a@news.example',
    '//news.example/',
    '/moon',
    '',
    'https:news.example',
    'https:/news.example',
    'https:\\\\news.example',
    'https://news.example\\@evil.example/',
    'https://bank.example@evil.example/',
    'https://user:secret@news.example/',
    'https://:@news.example/',
    'https://@news.example/',
    ' https://news.example/',
    'https://news.example/\u202egpj.exe',
    'https://ne\u200bws.example/',
    'https://ne\tws.example/',
    'https://news.example/a b',
    'https://',
    'https://[::1/',
    'https://exa mple/',
    'https://news.example:99999/',
    'https://%00/',
  ])('%j is text', (address) => expect(webLink(address)).toBeNull());
});

it.each(['https://xn--/', 'http://a.b.c.xn--pokxncvks', 'https://256.256.256.256/', 'https://news.example:99999/'])(
  '%s is an address, though parsers differ in whether it is a link',
  (address) => expect(isWebAddress(address)).toBe(true),
);

it('is an address wherever it is a link', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' })), (text) => {
      if (webLink(text)) expect(isWebAddress(text)).toBe(true);
    }),
  );
});

it('is a link only by http or https, without credentials and controls, whatever is tried', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.webUrl({ withFragments: true })),
      (text) => void isSafe(text),
    ),
  );
  const pieces = fc.array(
    fc.constantFrom(
      'https:',
      'http:',
      '//',
      '/',
      '@',
      ':',
      'a',
      'b.example',
      '\u202e',
      '\\',
      '\t',
      '?',
      '#',
      '%',
      '[',
      ']',
      '\u0430',
      '80',
    ),
  );
  fc.assert(
    fc.property(pieces, (all) => void isSafe(all.join(''))),
    { numRuns: 500 },
  );
});

it.skipIf(ADDRESSES.length === 0)('holds for the addresses that parsers and filters are tried with', () => {
  expect(ADDRESSES.length).toBeGreaterThan(900);
  const links = [...ADDRESSES, ...NAUGHTY, ...TROJAN].filter(isSafe);
  expect(links.length).toBeGreaterThan(50);
});
