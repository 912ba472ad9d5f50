// @vitest-environment node
import { expect, it } from 'vitest';
import { isLoopback, kioskAddress } from '../../public/watchdog/address.js';

const SHELL = 'http://localhost:8081/watchdog/';

function read(kiosk: string, shell = SHELL) {
  const answer = kioskAddress(new URL(`${shell}?kiosk=${encodeURIComponent(kiosk)}`));
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

it('never shows a password that it refuses', () => {
  expect(read('http://me:secret@127.0.0.1:8080/')).not.toContain('secret');
});

it('tells an address that was not encoded from one that was', () => {
  const forgotten = kioskAddress(new URL(`${SHELL}?kiosk=http://127.0.0.1:8080/?kiosk=20&check=300`));
  expect(forgotten).toEqual({ refused: expect.stringMatching(/found was also "check"\. An "&" .* as %26/) });
  const twice = kioskAddress(new URL(`${SHELL}?kiosk=http://127.0.0.1:8080/&kiosk=20`));
  expect(twice).toEqual({ refused: expect.stringMatching(/found was also "kiosk"/) });
});

it('knows this machine by its names', () => {
  for (const host of ['localhost', 'wall.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])
    expect(isLoopback(host), host).toBe(true);
  for (const host of ['localhost.example.org', '127.0.0.1.example.org', 'notlocalhost', '10.0.0.1', '[::2]'])
    expect(isLoopback(host), host).toBe(false);
});
