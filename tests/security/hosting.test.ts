// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hostingFiles } from '../../src/commands/hosting.ts';
import {
  CONTENT_SECURITY_POLICY,
  permissionsHeader,
  policyHeader,
  watchdogPolicy,
  watchdogPolicyHeader,
} from '../../src/commands/policy.ts';
import { EMBEDS } from '../../src/domain/view.ts';
import { pageHeaders } from '../../src/offline/framing.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const HOSTS = ['docs/hosting/nginx.conf', 'docs/hosting/Caddyfile', 'docs/hosting/_headers'];
const KIOSK = 'docs/kiosk/dateline-serve.conf';
/** The origin of the wall screen in `docs/kiosk`. */
const WALL = 'http://127.0.0.1:8080';

/** A policy as its directives; throws where one stands twice. */
function directives(policy: string): Record<string, string> {
  const pairs = policy.split('; ').map((text) => /^(\S+) (.+)$/.exec(text)?.slice(1) ?? [text, '']);
  expect(new Set(pairs.map(([name]) => name)).size).toBe(pairs.length);
  return Object.fromEntries(pairs);
}

/** Every policy that a host file sends. */
const policiesIn = (text: string) =>
  [...text.matchAll(/default-src 'none'; [^"\n]+/g)].map(([policy]) => directives(policy));

it.each(Object.entries(hostingFiles()))('%s is what `npm run hosting` makes', (file, text) => {
  expect(read(file)).toBe(text);
});

it('is strict: no inline code, no code from text, no other host', () => {
  const page = directives(CONTENT_SECURITY_POLICY);
  expect(page).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'dateline-workers',
  });
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|strict-dynamic/);
  expect(page).not.toHaveProperty('frame-ancestors');
});

it('is the same in the page and on every host, but for who may hold it in a frame', () => {
  const bare = (file: string) => policiesIn(read(file)).map(({ 'frame-ancestors': _, ...rest }) => rest);
  const page = directives(CONTENT_SECURITY_POLICY);
  for (const file of HOSTS) {
    expect(bare(file).length, file).toBeGreaterThan(0);
    for (const policy of bare(file)) expect(policy, file).toEqual(page);
  }
  expect(bare(KIOSK)).toEqual([page, directives(watchdogPolicy([WALL]))]);
});

it('has no watchdog but on the machine of a wall, and that one holds one origin and is held by nobody', () => {
  for (const file of HOSTS) expect(read(file), file).not.toMatch(/watchdog|frame-src (?!'self')/);
  expect(read(KIOSK)).toContain(watchdogPolicyHeader([WALL]));
  expect(directives(watchdogPolicyHeader([WALL]))).toMatchObject({ 'frame-src': WALL, 'frame-ancestors': "'none'" });
});

it('lets an embed stand on any page and the desk on none, where the host can tell them apart', () => {
  for (const file of HOSTS.slice(0, 2)) {
    const text = read(file);
    const line = (policy: string) => text.split('\n').filter((one) => one.includes(`"${policy}"`));
    expect(line(policyHeader(null)), file).toHaveLength(1);
    expect(line(policyHeader("'none'")), file).toHaveLength(1);
    for (const embed of EMBEDS) expect(text, file).toMatch(new RegExp(`\\b${embed}\\b`));
    expect(text).not.toMatch(/X-Frame-Options/i);
  }
  const ancestors = policiesIn(read('docs/hosting/_headers')).map((policy) => policy['frame-ancestors']);
  expect(ancestors.length).toBeGreaterThan(2);
  for (const sources of ancestors) expect(["'self'", "'none'"]).toContain(sources);
});

it('sends the other headers on every host', () => {
  for (const file of [...HOSTS, KIOSK]) {
    const text = read(file);
    for (const header of [
      /Cross-Origin-Opener-Policy:? "?same-origin/,
      /Origin-Agent-Cluster:? "?\?1/,
      /X-Content-Type-Options:? "?nosniff/,
      /Referrer-Policy:? "?no-referrer/,
      /max-age=31536000, immutable/,
      /no-cache/,
    ])
      expect(text, file).toMatch(header);
    expect(text, file).toContain(permissionsHeader('app'));
    expect(text.includes(permissionsHeader('watchdog')), file).toBe(file === KIOSK);
    expect(/Strict-Transport-Security/.test(text), file).toBe(file !== KIOSK);
  }
});

it('serves over TLS 1.2 or newer, lists no folder, and lets nobody else read the files', () => {
  const [nginx, caddy] = HOSTS.map(read);
  expect(nginx).toContain('ssl_protocols TLSv1.2 TLSv1.3;');
  expect(nginx).toContain('return 301 https://$host$request_uri;');
  // Caddy does both by itself for a name without a scheme.
  expect(caddy).toMatch(/^[a-z.]+ \{$/m);
  for (const file of [...HOSTS, KIOSK])
    expect(read(file), file).not.toMatch(/autoindex|\bbrowse\b|Access-Control|unsafe-/i);
});

it('builds no source maps', () => expect(read('vite.config.ts')).not.toMatch(/sourcemap/i));

it('asks for three features and denies the rest; the shell hands on two', () => {
  const allowed = (page: 'app' | 'watchdog') =>
    permissionsHeader(page)
      .split(', ')
      .filter((rule) => !rule.endsWith('=()'));
  expect(allowed('app')).toEqual(['clipboard-write=(self)', 'fullscreen=(self)', 'screen-wake-lock=(self)']);
  expect(allowed('watchdog')).toEqual(['fullscreen=*', 'screen-wake-lock=*']);
  const handedOn = /ALLOW = '([^']+)'/.exec(read('src/watchdog/watchdog.js'))?.[1]?.split('; ');
  expect(handedOn?.toSorted()).toEqual(allowed('watchdog').map((rule) => rule.replace('=*', '')));
  for (const feature of ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture', 'clipboard-read'])
    expect(permissionsHeader('app')).toContain(`${feature}=()`);
});

/** The rules of a `_headers` file: paths with their headers. */
function rulesOf(text: string): { path: string; names: string[] }[] {
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('/'))
    .map((block) => {
      const [path = '', ...lines] = block.trimEnd().split('\n');
      return { path, names: lines.map((line) => /^ {2}([\w-]+): /.exec(line)?.[1] ?? line) };
    });
}

it('gives no path a header twice in `_headers`, since such hosts join them', () => {
  const rules = rulesOf(read('docs/hosting/_headers'));
  for (const path of ['/', '/index.html', '/assets/a.js', '/sw.js', '/coverage.json']) {
    const matching = rules.filter((rule) =>
      rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
    );
    const names = matching.flatMap((rule) => rule.names);
    expect(names, path).toEqual(
      expect.arrayContaining(['Content-Security-Policy', 'Cache-Control', 'Referrer-Policy']),
    );
    expect(new Set(names).size, path).toBe(names.length);
  }
});

it('keeps the limit on frames in the copy on the device, but for embeds', () => {
  const held = new Headers({ 'content-security-policy': policyHeader("'none'") });
  const policyOf = (query: string) => pageHeaders(held, `http://127.0.0.1/${query}`).get('content-security-policy');
  for (const embed of EMBEDS) expect(policyOf(`?embed=${embed}`)).toBe(CONTENT_SECURITY_POLICY);
  for (const query of ['', '?kiosk=20', '?embed=', '?embed=desk']) expect(policyOf(query)).toBe(policyHeader("'none'"));
  expect(pageHeaders(new Headers(), 'http://127.0.0.1/').get('origin-agent-cluster')).toBe('?1');
});
