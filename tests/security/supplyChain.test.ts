// @vitest-environment node
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstDifference } from '../../src/commands/buildTwice.ts';
import { LICENCES_FILE, licenceList } from '../../src/commands/licences.ts';
import { BUILT_IN, lockedPackages } from '../../src/commands/packages.ts';
import { billOfMaterials, SBOM_FILE } from '../../src/commands/sbom.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const wanted = JSON.parse(read('package.json'));
const packages = lockedPackages();

/** Licences under which others' code may be shipped with ours. */
const FREE = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

it('the lock is of these dependencies, each with its hash, and names no address', () => {
  expect(lock.lockfileVersion).toBe(3);
  // Whoever installs the package installs nothing beside it.
  expect([wanted.dependencies, lock.packages[''].dependencies]).toEqual([undefined, undefined]);
  expect(lock.packages[''].devDependencies).toEqual(wanted.devDependencies);
  expect(packages.length).toBeGreaterThan(200);
  expect(packages.filter(({ integrity }) => !integrity.startsWith('sha512-')).map(({ path }) => path)).toEqual([]);
  expect(packages.filter(({ version }) => !/^\d+\.\d+\.\d+/.test(version)).map(({ path }) => path)).toEqual([]);
  const addresses = read('package-lock.json')
    .split('\n')
    .filter((line) => /"(?:resolved|link)"|registry|\.tgz|"(?:git|ssh|file)\b[^"]*:/.test(line));
  expect(addresses).toEqual([]);
});

it('every version that is asked for is one exact version', () => {
  for (const [name, version] of Object.entries(wanted.devDependencies))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});

it('nothing runs when it is installed', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  expect(Object.keys(wanted.scripts).filter((name) => /^(?:pre|post)?(?:install|prepare|pack)/.test(name))).toEqual([]);
});

it('what is installed is what is locked, under the licence that is listed', () => {
  const installed = packages.filter(({ path }) => existsSync(`${path}/package.json`));
  expect(installed.length).toBeGreaterThan(150);
  for (const { path, name, version, licence } of installed) {
    const own = JSON.parse(read(`${path}/package.json`));
    expect([own.name, own.version], path).toEqual([name, version]);
    // Older packages write an object, or alternatives in brackets.
    const said = typeof own.license === 'object' ? own.license.type : own.license;
    expect(String(said).replace(/^\((.*)\)$/, '$1'), path).toBe(licence);
  }
});

it('what is in the app is free to pass on', () => {
  const shipped = packages.filter(({ inApp }) => inApp);
  for (const name of [...BUILT_IN, 'scheduler', 'workbox-core'])
    expect(
      shipped.some((one) => one.name === name),
      name,
    ).toBe(true);
  for (const name of ['vite', 'typescript', 'axe-core'])
    expect(
      shipped.some((one) => one.name === name),
      name,
    ).toBe(false);
  for (const { name, licence } of shipped)
    expect(
      licence.split(/ (?:AND|OR) /).filter((one) => !FREE.has(one)),
      name,
    ).toEqual([]);
});

it('the list of licences is what `npm run licences` makes', () => expect(read(LICENCES_FILE)).toBe(licenceList()));

it('the bill of materials is what `npm run sbom` makes, and whole', () => {
  expect(read(SBOM_FILE)).toBe(billOfMaterials());
  const bom = JSON.parse(billOfMaterials());
  expect([bom.bomFormat, bom.specVersion]).toEqual(['CycloneDX', '1.5']);
  const refs: string[] = bom.components.map((component: { 'bom-ref': string }) => component['bom-ref']);
  expect(refs).toContain(`pkg:npm/react@${wanted.devDependencies.react}`);
  expect(new Set(refs).size).toBe(refs.length);
  const [own, ...others]: { ref: string; dependsOn: string[] }[] = bom.dependencies;
  expect(others.map(({ ref }) => ref)).toEqual(refs);
  expect(own?.dependsOn.length).toBe(BUILT_IN.length);
  for (const { ref, dependsOn } of others)
    expect(
      dependsOn.filter((other) => !refs.includes(other)),
      ref,
    ).toEqual([]);
  for (const { hashes } of bom.components) expect(hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
  expect(bom).not.toHaveProperty('serialNumber');
  expect(bom.metadata).not.toHaveProperty('timestamp');
});

it('two builds are told apart by one byte, and by one file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-differ-'));
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  try {
    for (const build of [one, other]) {
      mkdirSync(join(build, 'assets'), { recursive: true });
      writeFileSync(join(build, 'assets/a.js'), 'const a = 1;');
    }
    expect(firstDifference(one, other)).toBeNull();
    writeFileSync(join(other, 'assets/a.js'), 'const a = 2;');
    expect(firstDifference(one, other)).toContain('assets/a.js differs from byte 10 on');
    writeFileSync(join(other, 'assets/b.js'), '');
    expect(firstDifference(one, other)).toContain('assets/b.js');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
