// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { watchdogPolicyHeader } from '../../src/commands/policy.ts';
import { kioskAddress } from '../../src/watchdog/address.js';

const read = (name: string) => readFileSync(`docs/kiosk/${name}`, 'utf8');
const guide = readFileSync('docs/KIOSK.md', 'utf8');

/** A unit file: sections, each with its lines as key and value, in their order. Throws where a line is neither. */
function readUnit(text: string): Record<string, [string, string][]> {
  const sections: Record<string, [string, string][]> = {};
  let section: [string, string][] | null = null;
  for (const line of text.replace(/\\\n\s*/g, '').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key, value] = /^([A-Z]\w+)=(.*)$/.exec(line) ?? [];
    if (name) {
      section = [];
      sections[name] = section;
    } else if (section && key) section.push([key, value ?? '']);
    else throw new Error(`Not a line of a unit: ${line}`);
  }
  return sections;
}

/** The directives that these files may hold, by their section. */
const KNOWN: Record<string, string[]> = {
  Unit: ['Description', 'After', 'Conflicts', 'StartLimitIntervalSec'],
  Service: [
    ...[
      'Type',
      'User',
      'PAMName',
      'TTYPath',
      'TTYReset',
      'TTYVHangup',
      'TTYVTDisallocate',
      'UtmpIdentifier',
      'UtmpMode',
    ],
    ...['StandardInput', 'StandardOutput', 'StandardError', 'StateDirectory', 'EnvironmentFile', 'ExecStart'],
    ...['Restart', 'RestartSec', 'TimeoutStopSec', 'MemoryHigh', 'MemoryMax', 'OOMPolicy'],
  ],
  Install: ['WantedBy'],
};

/** The address of the shell on the wall, and the one of the wall screen as the shell reads it. */
function wall() {
  const [, address = ''] = /^WALL=(.+)$/m.exec(read('kiosk.env')) ?? [];
  const shell = new URL(address);
  const kiosk = kioskAddress(shell, [/^DATELINE_WALL_ORIGIN=(\S+) npm run build:watchdog$/m.exec(guide)?.[1] ?? '']);
  if ('refused' in kiosk) throw new Error(kiosk.refused);
  return { shell, kiosk: kiosk.address };
}

it('the unit is one, with directives that exist, each once', () => {
  const unit = readUnit(read('dateline-kiosk.service'));
  expect(Object.keys(unit)).toEqual(['Unit', 'Service', 'Install']);
  for (const [section, lines] of Object.entries(unit)) {
    const keys = lines.map(([key]) => key);
    expect(keys.filter((key) => !KNOWN[section]?.includes(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  }
  const service = Object.fromEntries(unit.Service ?? []);
  expect(service).toMatchObject({
    Restart: 'always',
    OOMPolicy: 'continue',
    EnvironmentFile: '/etc/dateline/kiosk.env',
  });
  // A per cent sign would have to be doubled there.
  expect(service.ExecStart).toMatch(/^\/usr\/bin\/cage -- \/usr\/bin\/chromium --kiosk --app=\$\{WALL\} [^%]+$/);
  expect(service.ExecStart).not.toMatch(/no-sandbox|disable-web-security|isolation-trials/);
});

it('the shell takes the address of the wall screen, and all files name the same two', () => {
  const { shell, kiosk } = wall();
  expect(kiosk.searchParams.get('kiosk')).toBe('20');
  expect(shell.pathname).toBe('/');
  const policies = JSON.parse(read('policies.json'));
  expect(policies.URLBlocklist).toEqual(['*']);
  expect(policies.URLAllowlist).toEqual([shell.origin, kiosk.origin, 'chrome://policy']);
  const served = read('dateline-serve.conf');
  expect(served).toContain(`listen ${kiosk.host};`);
  expect(served).toContain(`frame-ancestors 'self' ${shell.origin}"`);
  expect(served).toContain(`server_name ${shell.hostname};`);
  expect(served).toContain(watchdogPolicyHeader([kiosk.origin]));
  expect(served).toContain('add_header Origin-Agent-Cluster "?1";');
});

it('every policy has a value of a kind that policies have', () => {
  const policies: Record<string, unknown> = JSON.parse(read('policies.json'));
  expect(Object.keys(policies).length).toBeGreaterThan(30);
  for (const [name, value] of Object.entries(policies)) {
    expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(['boolean', 'number', 'object'], name).toContain(typeof value);
  }
  // Without it, the wall screen has no storage in its frame.
  expect(policies.BlockThirdPartyCookies).toBe(false);
});

it('the hours of the wall are lines of cron that act on the unit', () => {
  const lines = read('dateline-kiosk.cron')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '));
  expect(lines).toHaveLength(3);
  for (const line of lines)
    expect(line).toMatch(
      /^#?\d{1,2} \d{1,2} \* \* \* root systemctl (?:stop|start|try-restart) dateline-kiosk\.service$/,
    );
});

it('braces of the server file are closed, and its lines end', () => {
  let open = 0;
  for (const line of read('dateline-serve.conf').split('\n')) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    expect(line).toMatch(/[;{}]$/);
    open += (line.endsWith('{') ? 1 : 0) - (line.trim() === '}' ? 1 : 0);
    expect(open).toBeGreaterThanOrEqual(0);
  }
  expect(open).toBe(0);
});

it('the guide puts every file into its place, and names every flag of the browser that needs a reason', () => {
  for (const file of readdirSync('docs/kiosk')) expect(guide).toContain(`docs/kiosk/${file} `);
  for (const flag of [
    '--noerrdialogs',
    '--hide-crash-restore-bubble',
    '--password-store=basic',
    '--site-per-process',
  ]) {
    expect(guide).toContain(flag);
    expect(read('dateline-kiosk.service')).toContain(flag);
  }
});
