// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostingFiles } from '../../src/commands/hosting.ts';
import { permissionsHeader, policyHeader, watchdogPolicyHeader } from '../../src/commands/policy.ts';
import { FRAME_QUERIES } from '../fixtures/frameQueries.ts';
import { findHost } from './hostPrograms.mjs';
import { type Adapted, type Host, startCaddy, startNginx } from './realHosts.ts';

/** Changes a text where it has these words, and throws where it has not: the file under test is the one in `docs`. */
const changed = (text: string, changes: readonly (readonly [from: RegExp, to: string])[]) =>
  changes.reduce((before, [from, to]) => {
    if (!from.test(before)) throw new Error(`The file has nothing like ${from}.`);
    return before.replace(from, to);
  }, text);

const nginx: Adapted = (text, { root, socket }) =>
  changed(text, [
    [/listen 443 ssl http2;/, `listen unix:${socket};`],
    [/ {2}ssl_certificate .*\n {2}ssl_certificate_key .*\n {2}ssl_protocols .*\n/, ''],
    [/\/srv\/dateline\/current/, root],
    [/\nserver \{\n {2}listen 80;[^}]*\}\n/, ''],
  ]);
const caddy: Adapted = (text, { root, socket }) =>
  changed(text, [
    [/^dateline\.example\.org \{$/m, `http://dateline.example.org {\n\tbind unix/${socket}`],
    [/\/srv\/dateline\/current/, root],
  ]);
/** The file of the machine of a wall, with one of its two servers on the socket that is asked. */
const wall =
  (asked: 'wall' | 'shell'): Adapted =>
  (text, { root, socket }) =>
    changed(text, [
      [/listen 127\.0\.0\.1:8080;/, `listen unix:${asked === 'wall' ? socket : `${socket}.other`};`],
      [
        /listen 127\.0\.0\.1:8081;\n {2}listen \[::1\]:8081;/,
        `listen unix:${asked === 'shell' ? socket : `${socket}.other`};`,
      ],
      [/\/srv\/dateline\/current/, root],
      [/\/srv\/dateline\/watchdog/, root],
    ]);

const files = hostingFiles();
const HOSTS = [
  { name: 'nginx', program: findHost('nginx'), start: startNginx, file: 'docs/hosting/nginx.conf', adapted: nginx },
  { name: 'Caddy', program: findHost('caddy'), start: startCaddy, file: 'docs/hosting/Caddyfile', adapted: caddy },
] as const;

for (const { name, program, start, file, adapted } of HOSTS)
  describe.skipIf(program === null)(
    `${name}, with its file of docs/hosting${program ? '' : ' (not installed here)'}`,
    () => {
      let host: Host;
      beforeAll(async () => {
        host = await start(program ?? '', files[file] ?? '', adapted);
      }, 60_000);
      afterAll(() => host?.end());

      it('lets anybody hold what is an embed to the app, and nobody anything else', async () => {
        for (const [query, embed] of FRAME_QUERIES)
          expect(await host.ask(query), query.slice(0, 100)).toBe(policyHeader(embed === null ? "'none'" : null));
      });

      it('decides alike for the page under its own name', async () => {
        for (const [query, ancestors] of [
          ['embed=map', null],
          ['', "'none'"],
          ['embed=x&embed=map', "'none'"],
        ] as const)
          expect(await host.ask(query, 'content-security-policy', '/index.html'), query).toBe(policyHeader(ancestors));
      });

      it('sends every other header once', async () => {
        for (const query of ['', 'embed=map']) {
          expect(await host.ask(query, 'permissions-policy')).toBe(permissionsHeader('app'));
          expect(await host.ask(query, 'cross-origin-opener-policy')).toBe('same-origin');
          expect(await host.ask(query, 'x-content-type-options')).toBe('nosniff');
          expect(await host.ask(query, 'cache-control')).toBe('no-cache');
        }
      });
    },
  );

const program = findHost('nginx');
describe.skipIf(program === null)(`the machine of a wall${program ? '' : ' (nginx is not installed here)'}`, () => {
  it('lets its shell alone hold the wall, whatever the query, and nobody the shell', async () => {
    const of = (asked: 'wall' | 'shell') =>
      startNginx(program ?? '', files['docs/kiosk/dateline-serve.conf'] ?? '', wall(asked));
    const host = await of('wall');
    try {
      for (const query of ['', 'kiosk=20', 'embed=map', 'embed=x&embed=map'])
        expect(await host.ask(query), query).toBe(policyHeader("'self' http://localhost:8081"));
    } finally {
      await host.end();
    }
    const shell = await of('shell');
    try {
      expect(await shell.ask('kiosk=x')).toBe(watchdogPolicyHeader(['http://127.0.0.1:8080']));
      expect(await shell.ask('', 'permissions-policy')).toBe(permissionsHeader('watchdog'));
    } finally {
      await shell.end();
    }
  });
});
