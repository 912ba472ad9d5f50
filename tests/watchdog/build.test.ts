// @vitest-environment node
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { watchdogPolicy } from '../../src/commands/policy.ts';
import { wallOrigins, watchdogFiles } from '../../src/commands/watchdog.ts';

it('is built for the origins that the setting names', async () => {
  const walls = wallOrigins(' http://127.0.0.1:8080  https://desk.example.org ');
  expect(walls).toEqual(['http://127.0.0.1:8080', 'https://desk.example.org']);
  const files = await watchdogFiles(walls);
  expect(Object.keys(files)).toEqual(['index.html', 'address.js', 'pulse.js', 'watchdog.css', 'watchdog.js']);
  const page = files['index.html'] ?? '';
  expect(page).toContain(`http-equiv="Content-Security-Policy"\n      content="${watchdogPolicy(walls)}"`);
  expect(page).toContain('frame-src http://127.0.0.1:8080 https://desk.example.org;');
  expect(page).toContain('<meta name="dateline:walls" content="http://127.0.0.1:8080 https://desk.example.org" />');
  expect(Object.values(files).join('')).not.toMatch(/%[A-Z]+%/);
});

it.each([
  ['', /found nothing\. A watchdog holds no page but those$/],
  ['  ', /found nothing/],
  ['https:', /found https:$/],
  ['*', /found \*$/],
  ['https://*.example.org', /found https:\/\/\*\.example\.org$/],
  ['desk.example.org', /found desk\.example\.org$/],
  ['https://desk.example.org/', /found https:\/\/desk\.example\.org\/$/],
  ['https://desk.example.org/?kiosk=20', /found https:\/\/desk\.example\.org\/\?kiosk=20$/],
  ['https://desk.example.org;script-src', /found https:\/\/desk\.example\.org;script-src$/],
  ["https://desk.example.org 'unsafe-inline'", /found 'unsafe-inline'$/],
  ['https://desk.example.org,*', /found https:\/\/desk\.example\.org,\*$/],
  ['https://desk.example.org">', /found https:\/\/desk\.example\.org">$/],
  ['file:///srv', /found file:\/\/\/srv$/],
  ['ftp://desk.example.org', /has to come by https$/],
  ['http://desk.example.org', /the wall screen of another machine has to come by https$/],
  ['http://[::1]:8080', /cannot name an address of IPv6$/],
])('is not built for “%s”, with a sentence', (setting, sentence) => {
  expect(() => wallOrigins(setting)).toThrow(
    /^DATELINE_WALL_ORIGIN: expected the origin of the wall screen as in http:\/\/127\.0\.0\.1:8080, several parted by spaces, found /,
  );
  expect(() => wallOrigins(setting)).toThrow(sentence);
});

it('is no part of what is copied into the app', () => expect(existsSync('public/watchdog')).toBe(false));
