// @vitest-environment node
import { expect, it } from 'vitest';
import { isLoopback, kioskAddress } from '../../src/watchdog/address.js';

/** The origins that the watchdog of these tests was built for. */
const WALLS = [
  ...['http://127.0.0.1:8080', 'https://desk.example.org', 'http://desk.example.org', 'http://[::1]:8080'],
  ...['https://localhost:8443', 'http://localhost:8080', 'http://localhost:8081'],
];
const SHELL = 'http://localhost:8081/';

function read(kiosk: string, shell = SHELL) {
  const answer = kioskAddress(new URL(`${shell}?kiosk=${encodeURIComponent(kiosk)}`), WALLS);
  return 'refused' in answer ? answer.refused : answer.address.href;
}

it.each([
  ['http://127.0.0.1:8080/?kiosk=20&check=300', SHELL],
  ['http://127.0.0.1:8080/deep/path/?kiosk=20#x', SHELL],
  ['https://desk.example.org/?kiosk=20', SHELL],
  ['http://desk.example.org/?kiosk=20', SHELL],
  ['https://desk.example.org/?kiosk=20', 'https://shell.example.net/'],
  ['http://[::1]:8080/', 'https://shell.example.net/'],
  // Another scheme is another site.
  ['https://localhost:8443/', SHELL],
])('%s is held by %s', (kiosk, shell) => {
  expect(read(kiosk, shell)).toBe(kiosk);
});

it.each([
  ['', /names none\. The whole address .* encoded, as in http:/],
  ['   ', /names none/],
  ['127.0.0.1', /starts with http:\/\/ or https:\/\/ was expected after "\?kiosk=", and found was "127\.0\.0\.1"/],
  ['127.0.0.1:8080/', /was expected after "\?kiosk=", and found was "127\.0\.0\.1:8080\/"/],
  ['/other/', /found was "\/other\/"/],
  ['javascript:alert(1)', /found was one that starts with "javascript:"/],
  [' JavaScript:alert(1)', /starts with "javascript:"/],
  ['java\nscript:alert(1)', /starts with "javascript:"/],
  ['data:text/html,hello', /starts with "data:"/],
  ['blob:http://127.0.0.1:8080/1', /starts with "blob:"/],
  ['about:srcdoc', /starts with "about:"/],
  ['file:///etc/passwd', /starts with "file:"/],
  [
    'http://me:secret@127.0.0.1:8080/',
    /without a user name and a password was expected, and the one of 127\.0\.0\.1:8080/,
  ],
  ['http://me@127.0.0.1:8080/', /without a user name/],
  ['http://localhost:8081/?kiosk=20', /another origin than this page, and both come from http:\/\/localhost:8081/],
  ['http://localhost:8080/?kiosk=20', /another host name than this page, and both come from localhost\. Two ports/],
])('%s is refused with a sentence', (kiosk, sentence) => {
  expect(read(kiosk)).toMatch(sentence);
});

it('refuses plain http of another machine in a page that came over https', () => {
  expect(read('http://desk.example.org/', 'https://shell.example.net/')).toMatch(
    /https:\/\/ was expected .* found was http:\/\/desk\.example\.org\./,
  );
});

it.each([
  'http://127.0.0.1:8081/?kiosk=20',
  'https://127.0.0.1:8080/?kiosk=20',
  'http://127.0.0.2:8080/?kiosk=20',
  'https://desk.example.org.example.net/?kiosk=20',
  'https://news.example.org/',
])('refuses %s, which it was not built for', (kiosk) => {
  expect(read(kiosk)).toBe(
    `A wall screen of ${WALLS.join(' or ')} was expected, for which this watchdog was built, and found was one of ${new URL(kiosk).origin}. A watchdog for that one is built with DATELINE_WALL_ORIGIN=${new URL(kiosk).origin}.`,
  );
});

it.each(['data=https://data.example.org/a.json', 'DATA=https~3A', 'file=a.0123456789abcdef'])(
  'refuses a wall screen of the coverage of somebody else: %s',
  (param) => expect(read(`http://127.0.0.1:8080/?kiosk=20&${param}`)).toMatch(/found was "(?:data|DATA|file)"\./),
);

it('never shows a password that it refuses', () => {
  expect(read('http://me:secret@127.0.0.1:8080/')).not.toContain('secret');
});

it('tells an address that was not encoded from one that was', () => {
  const forgotten = kioskAddress(new URL(`${SHELL}?kiosk=http://127.0.0.1:8080/?kiosk=20&check=300`), WALLS);
  expect(forgotten).toEqual({ refused: expect.stringMatching(/found was also "check"\. An "&" .* as %26/) });
  const twice = kioskAddress(new URL(`${SHELL}?kiosk=http://127.0.0.1:8080/&kiosk=20`), WALLS);
  expect(twice).toEqual({ refused: expect.stringMatching(/found was also "kiosk"/) });
});

it('knows this machine by its names', () => {
  for (const host of ['localhost', 'wall.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])
    expect(isLoopback(host), host).toBe(true);
  for (const host of ['localhost.example.org', '127.0.0.1.example.org', 'notlocalhost', '10.0.0.1', '[::2]'])
    expect(isLoopback(host), host).toBe(false);
});
