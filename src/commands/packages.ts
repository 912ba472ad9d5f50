import { readFileSync } from 'node:fs';

type Locked = {
  version?: string;
  license?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};

/**
 * A locked package. `path` is where it is installed, `inApp` whether its code or its types may end in the built app or package, `direct`
 * whether it does so because the project asks for it, `needs` the paths of the
 * packages that it takes itself. `integrity` is the hash of its archive: an algorithm, `-`, base64.
 */
export type Package = {
  path: string;
  name: string;
  version: string;
  licence: string;
  integrity: string;
  inApp: boolean;
  direct: boolean;
  needs: string[];
};

/** What the app is made of: its page, and its service worker. */
const OF_APP = [
  '@noble/hashes',
  '@tanstack/react-query',
  'd3-geo',
  'diff',
  'graphology',
  'graphology-gexf',
  'jsonc-parser',
  'modern-screenshot',
  'papaparse',
  'react',
  'react-dom',
  'react-error-boundary',
  'recharts',
  'uqr',
  'valibot',
  'workbox-precaching',
];
/** What the reader of articles is made of, in the app, on the command line and in the library. */
const OF_READER = ['@mozilla/readability', 'fflate', 'linkedom', 'saxes', 'tinyglobby'];

/**
 * All that is built into what leaves the project, the app or the package with the command and the library. For npm they are development
 * dependencies: whoever installs the package installs nothing beside it.
 */
export const BUILT_IN = [...OF_APP, ...OF_READER];

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The project itself. */
export function project(): { name: string; version: string; description: string; license: string } {
  return read('package.json');
}

/** The path at which a package finds another, as Node looks for it; null when it is not locked. */
function found(lock: Record<string, Locked>, from: string, name: string): string | null {
  for (let base = from; base !== ''; base = base.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, ''))
    if (lock[`${base}/node_modules/${name}`]) return `${base}/node_modules/${name}`;
  return lock[`node_modules/${name}`] ? `node_modules/${name}` : null;
}

/**
 * All packages of the lock file for every kind of machine, sorted by their path. Throws when one has no version, licence or hash, or when
 * something that a package cannot do without is not locked.
 */
export function lockedPackages(): Package[] {
  const lock: Record<string, Locked> = read('package-lock.json').packages;
  const needsOf = (path: string): string[] => {
    const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = lock[path] ?? {};
    const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
    return [...new Set([...Object.keys(dependencies), ...peers])].map((name) => {
      const at = found(lock, path, name);
      if (!at) throw new Error(`${path} needs ${name}, which package-lock.json does not have.`);
      return at;
    });
  };
  const inApp = new Set<string>();
  const take = (path: string) => {
    if (inApp.has(path)) return;
    inApp.add(path);
    needsOf(path).forEach(take);
  };
  const asked = BUILT_IN.map((name) => `node_modules/${name}`);
  asked.forEach(take);
  return Object.entries(lock)
    .filter(([path]) => path !== '')
    .map(([path, { version, license, integrity }]) => {
      if (!version || !license || !integrity) throw new Error(`${path} has no version, licence or hash.`);
      const needs = needsOf(path).toSorted();
      return {
        path,
        name: nameOf(path),
        version,
        licence: license,
        integrity,
        inApp: inApp.has(path),
        direct: asked.includes(path),
        needs,
      };
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
