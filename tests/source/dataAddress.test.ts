// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataHosts } from '../../src/commands/dataHosts.ts';
import { readDataAddress } from '../../src/source/dataAddress.ts';

const ANY = ['https:'];

describe('the address of data', () => {
  it('leads to a public host by https, shown as the domain name system has it', () => {
    expect(readDataAddress('https://data.example.org/a%2Fb.json?day=1#top', ANY)).toEqual({
      ok: true,
      address: 'https://data.example.org/a%2Fb.json?day=1',
      host: 'data.example.org',
    });
    // The first letter is Cyrillic.
    expect(readDataAddress('https://\u0430pple.com/x', ANY)).toMatchObject({ ok: true, host: 'xn--pple-43d.com' });
    expect(readDataAddress('https://data.example.org:443/x', ANY)).toMatchObject({ ok: true });
  });

  it.each([
    ['data/not-https', 'http://data.example.org/'],
    ['data/not-https', 'javascript:alert(1)'],
    ['data/not-https', 'data:application/json,{}'],
    ['data/not-https', 'file:///etc/passwd'],
    ['data/not-https', 'blob:https://data.example.org/1'],
    ['data/not-an-address', '//data.example.org/x'],
    ['data/not-an-address', 'https://'],
    ['data/credentials', 'https://user:secret@data.example.org/'],
    ['data/credentials', 'https://user@data.example.org/'],
    ['data/port', 'https://data.example.org:8443/'],
    ['data/ip-address', 'https://127.0.0.1/'],
    ['data/ip-address', 'https://2130706433/'],
    ['data/ip-address', 'https://0x7f.1/'],
    ['data/ip-address', 'https://017700000001/'],
    ['data/ip-address', 'https://①②⑦.0.0.1/'],
    ['data/ip-address', 'https://[::1]/'],
    ['data/ip-address', 'https://[::ffff:127.0.0.1]/'],
    ['data/local-name', 'https://localhost/'],
    ['data/local-name', 'https://a.localhost/'],
    ['data/local-name', 'https://router/'],
    ['data/local-name', 'https://printer.local/'],
    ['data/local-name', 'https://wiki.corp/'],
    ['data/local-name', 'https://nas.home.arpa/'],
    ['data/local-name', 'https://home.arpa/'],
    ['data/local-name', 'https://data.example.org./'],
  ])('%s: %s', (code, address) => {
    expect(readDataAddress(address, ANY)).toMatchObject({ ok: false, code, expected: expect.stringMatching(/\S/) });
  });

  it.each([
    ['nonsense', 'an https address', 'nonsense'],
    ['http://data.example.net/', 'an address that begins with https:', 'http:'],
    ['https://me@data.example.net/', 'an address without a name or password', 'https://me@data.example.net/'],
    ['https://:secret@data.example.net/', 'an address without a name or password', 'https://:secret@data.example.net/'],
    ['https://data.example.net:8443/', 'the usual port of https', 'port 8443'],
    ['https://127.1/x', 'the name of a host', '127.0.0.1'],
    ['https://[::1]/', 'the name of a host', '[::1]'],
    ['https://wiki.corp/', 'the name of a public host', 'wiki.corp'],
    ['https://router/', 'the name of a public host', 'router'],
  ])('that is refused is told with what was expected and what was found: %s', (address, expected, found) => {
    expect(readDataAddress(address, ANY)).toMatchObject({ ok: false, expected, found });
  });

  it.each([
    'https://163.com/',
    'https://4.ru/',
    'https://local.data.org/',
    'https://corp.org/',
    'https://a.test-lab.org/',
    'https://my-home.org/',
    // A last part that is no number, though it ends in one.
    'https://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444/',
  ])('may begin with a number, or have a part that means something in one network elsewhere: %s', (address) => {
    expect(readDataAddress(address, ANY)).toMatchObject({ ok: true, address: new URL(address).href });
  });

  it('that no build may open says what may be opened instead', () => {
    const refused = (sources: string[]) => readDataAddress('https://data.example.org/', sources);
    expect(refused([])).toMatchObject({
      expected: 'a file, since this Dateline loads nothing from other hosts',
      found: 'data.example.org',
    });
    expect(refused(['https://a.example.org', 'https://b.example.org'])).toMatchObject({
      expected: 'one of the hosts that this Dateline may load from: https://a.example.org, https://b.example.org',
      found: 'data.example.org',
    });
  });

  it('is opened by a build only for the hosts that the build names', () => {
    expect(readDataAddress('https://data.example.org/', [])).toMatchObject({ ok: false, code: 'data/not-allowed' });
    const one = ['https://data.example.org'];
    expect(readDataAddress('https://data.example.org/x', one)).toMatchObject({ ok: true });
    expect(readDataAddress('https://other.example.org/x', one)).toMatchObject({ ok: false, code: 'data/not-allowed' });
    expect(readDataAddress('https://data.example.org.evil.net/x', one)).toMatchObject({ ok: false });
  });

  it('law: whatever is given, what passes is https, without a port, a name or a number in the place of a host', () => {
    const piece = fc.constantFrom(
      'https:',
      'http:',
      '//',
      '/',
      '@',
      ':',
      '1',
      '127.0.0.1',
      'a.org',
      'localhost',
      '[::1]',
      '\\',
      '?',
      '#',
      '%2e',
      '。',
      'Ⅷ',
      '\t',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 8 }).map((parts) => `https://${parts.join('')}`),
          fc.string(),
        ),
        (text) => {
          const read = readDataAddress(text, ANY);
          if (!read.ok) return;
          expect(read.address).toMatch(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*\//);
          expect(new URL(read.address).host).toBe(read.host);
        },
      ),
      { numRuns: 5000 },
    );
  });

  const suite = '../shared/security/url-testdata';
  it.skipIf(!existsSync(suite))('keeps that law for every address of the test suite of the web', () => {
    const texts = [...readFileSync(`${suite}/urltestdata.json`, 'utf8').matchAll(/"input": ("(?:[^"\\]|\\.)*")/g)].map(
      ([, text = '""']) => JSON.parse(text) as string,
    );
    expect(texts.length).toBeGreaterThan(500);
    for (const text of texts) {
      const read = readDataAddress(text, ANY);
      if (read.ok) expect(read.address).toMatch(/^https:\/\/[^/@:]+\.[a-z][a-z0-9-]*\//);
    }
  });
});

describe('the setting of a build', () => {
  it('is empty unless somebody sets it, and takes hosts by https only', () => {
    expect(dataHosts(undefined)).toEqual([]);
    expect(dataHosts('https://data.example.org  https://b.example.net')).toEqual([
      'https://data.example.org',
      'https://b.example.net',
    ]);
    expect(dataHosts('https:')).toEqual(['https:']);
    for (const wrong of [
      '*',
      'http://data.example.org',
      'https://*.org',
      "'unsafe-inline'",
      'https://a.org/x',
      'https://a.org;',
    ])
      expect(() => dataHosts(wrong), wrong).toThrow(/DATELINE_DATA_HOSTS/);
  });
});
