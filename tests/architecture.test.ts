// @vitest-environment node
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../src/commands/packages.ts';

/** Every file below a folder, seen from the project's root, with forward slashes. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((file) => statSync(file).isFile());
}

const read = (file: string) => readFileSync(file, 'utf8');
const FILES = filesBelow('src');
const CODE = FILES.filter((file) => /\.(?:tsx?|mjs)$/.test(file));
const FOLDERS = [...new Set(FILES.map((file) => dirname(file)))].filter((folder) => folder !== 'src');

/** The text of a file without its comments, so that words about code are not taken for code. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

type Import = { file: string; from: string; typeOnly: boolean };

/** What a file imports: static, dynamic, for its side effects, by address, or exported onwards. */
function importsOf(file: string): Import[] {
  const code = withoutComments(read(file));
  const found = [
    ...code.matchAll(/\b(?:import|export)(\s+type)?\s[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bimport()\s*\(?\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bnew URL()\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g),
  ];
  return found.map(([, type, from = '']) => ({ file, from: from.replace(/\?[\w&]+$/, ''), typeOnly: Boolean(type) }));
}

/** The part of the code that a file belongs to: `domain`, `features/wall`, `app`. */
function partOf(file: string): string {
  const [, folder = '', inner = '', ...deeper] = file.split('/');
  if (folder === 'features') return deeper.length > 0 ? `features/${inner}` : 'features';
  return inner === '' ? 'app' : folder;
}

/** The folder table of the architecture: what a part may import beside itself. Packages are named; `d3-*` is any of that family. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: ['valibot', 'diff'],
  corpus: ['domain', 'valibot', 'jsonc-parser'],
  coverage: ['domain'],
  data: [],
  // Pure stages; what parses files for it is named here.
  reader: [
    'domain',
    'corpus',
    'valibot',
    '@mozilla/readability',
    '@noble/hashes',
    'fflate',
    'linkedom',
    'papaparse',
    'saxes',
  ],
  // What others may import: the reader and the door.
  library: ['domain', 'corpus', 'reader', 'node:fs'],
  // A file that was opened is named by its digest.
  source: ['domain', 'corpus', 'coverage', 'data', 'exports', 'workers', 'react', '@tanstack/react-query'],
  url: ['domain'],
  draw: ['d3-*', 'virtual:ready-network'],
  exports: [
    'coverage',
    'domain',
    'draw',
    '@noble/hashes',
    'graphology',
    'graphology-gexf',
    'modern-screenshot',
    'papaparse',
  ],
  ui: ['react', 'react-dom', 'react-error-boundary', 'uqr'],
  workers: [],
  // Who may hold a page in a frame is one rule.
  offline: ['domain', 'ui', 'workers', 'workbox-precaching'],
  features: ['coverage', 'domain', 'draw', 'ui', 'workers', 'react'],
  // The wall screen places venues as the panel does.
  'features/kiosk': ['coverage', 'domain', 'draw', 'ui', 'react', 'features/venues'],
  'features/opening': ['coverage', 'domain', 'corpus', 'ui', 'react'],
  'features/paper': ['coverage', 'domain', 'draw', 'exports', 'ui', 'workers', 'react'],
  'features/share': ['coverage', 'domain', 'draw', 'exports', 'ui', 'workers', 'react'],
  'features/speakers': ['coverage', 'domain', 'draw', 'ui', 'workers', 'react', 'recharts'],
};

/** Packages that hold nothing but types: they may stand in `import type` of whoever may use what they describe. */
const TYPES_OF: Record<string, string[]> = { geojson: ['draw'] };

function packageOf(from: string): string {
  const [first = '', second = ''] = from.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Says why an import is not allowed; null when it is. */
function faultOf({ file, from, typeOnly }: Import): string | null {
  const part = partOf(file);
  const relative = from.startsWith('.');
  const target = relative ? normalize(join(dirname(file), from)) : from;
  const fault = `${file} imports ${from}`;
  // A benchmark measures what the tests are made of.
  if (part === 'commands' && target.startsWith('tests/fixtures/')) return null;
  if (relative && !target.startsWith('src/')) return fault;
  if (relative && !existsSync(target)) return `${fault}, which does not exist`;
  const wanted = relative ? partOf(target) : packageOf(from);
  if (relative && wanted === part) return null;
  if (part === 'commands') return null;
  if (relative && wanted === 'commands') return fault;
  if (part === 'app') return null;
  if (!relative && typeOnly && TYPES_OF[wanted]?.includes(part)) return null;
  const allowed = MAY_IMPORT[part] ?? MAY_IMPORT[part.split('/')[0] ?? ''] ?? [];
  const fits = allowed.some((name) => name === wanted || (name.endsWith('*') && wanted.startsWith(name.slice(0, -1))));
  return fits ? null : fault;
}

describe('imports', () => {
  it('are told in docs/ARCHITECTURE.md as they are here', () => {
    const rows = [...read('docs/ARCHITECTURE.md').matchAll(/^\| `([\w/]+)` \| [^|]+ \|([^|]*)\|$/gm)];
    const told = rows.map(([, part = '', names = '']) => [
      part,
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    ]);
    expect(Object.fromEntries(told)).toEqual(MAY_IMPORT);
  });

  it('go the way of the table', () => {
    const imports = CODE.flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
  });

  it('would be caught if they did not', () => {
    const fault = (file: string, from: string) => faultOf({ file, from, typeOnly: false });
    for (const [file, from] of [
      ['src/domain/tie.ts', 'react'],
      ['src/domain/tie.ts', '../corpus/spans.ts'],
      ['src/url/link.ts', 'valibot'],
      ['src/draw/labels.ts', '../domain/tie.ts'],
      ['src/features/wall/Card.tsx', '../ties/model.ts'],
      ['src/features/wall/Card.tsx', 'recharts'],
      ['src/features/wall/Card.tsx', '../../url/link.ts'],
      ['src/app/App.tsx', '../commands/policy.ts'],
      ['src/corpus/spans.ts', './nowhere.ts'],
      ['src/reader/read/readArticle.ts', '../../source/fetchText.ts'],
      ['src/reader/read/readArticle.ts', 'react'],
    ] as const)
      expect(fault(file, from), `${file} ${from}`).toContain(`${file} imports ${from}`);
    expect(fault('src/features/speakers/Chart.tsx', 'recharts')).toBeNull();
    expect(fault('src/draw/network/search.ts', 'd3-geo')).toBeNull();
  });
});

it('no file leads back to itself by what it imports, types included', () => {
  const imports = new Map(
    CODE.map((file) => [
      file,
      importsOf(file)
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => normalize(join(dirname(file), from)).replaceAll('\\', '/')),
    ]),
  );
  /** Files that have been gone through without a way back, and those on the way to the present one. */
  const done = new Set<string>();
  const way: string[] = [];
  const circleFrom = (file: string): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    way.push(file);
    for (const next of imports.get(file) ?? []) {
      const circle = circleFrom(next);
      if (circle) return circle;
    }
    way.pop();
    done.add(file);
    return null;
  };
  expect([...imports.values()].flat().length).toBeGreaterThan(1000);
  for (const file of CODE) expect(circleFrom(file)).toBeNull();
});

it('every class that a screen names stands in its style sheet, and every style sheet is used', () => {
  const faults: string[] = [];
  const used = new Set<string>();
  for (const file of CODE) {
    const code = withoutComments(read(file));
    for (const [, name = '', from = ''] of code.matchAll(/import (\w+) from '(\.[^']+\.module\.css)'/g)) {
      const sheet = normalize(join(dirname(file), from)).replaceAll('\\', '/');
      const classes = new Set([...read(sheet).matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, one]) => one));
      const named = [...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))]
        .map(([, one = '']) => one)
        .filter((one) => one !== 'module');
      for (const one of named) if (!classes.has(one)) faults.push(`${file} names ${one}, which ${sheet} does not have`);
      used.add(sheet);
    }
  }
  expect(used.size).toBeGreaterThan(20);
  expect(faults).toEqual([]);
  const unused = FILES.filter((file) => file.endsWith('.module.css') && !used.has(file));
  expect(unused).toEqual([]);
});

/** What is kept beside an object, and why it cannot be a field of it. */
const WEAK_MAPS: Record<string, string> = {
  'src/domain/once.ts': 'what is looked up once of a corpus, an article or a list, and goes with it',
  'src/domain/names.ts': 'where names stand: the door finds it, and a corpus file does not hold it',
  'src/draw/distance.ts': 'the corners of an outline as vectors; draw imports nothing of the domain',
  'src/reader/weights.ts': 'the rows of a model, which is read once',
};

it('nothing is kept beside an object but what is listed here with its reason', () => {
  const holding = CODE.filter((file) => /new WeakMap/.test(withoutComments(read(file))));
  expect(holding.sort()).toEqual(Object.keys(WEAK_MAPS).sort());
});

it('no panel imports a corpus: panels ask questions and get rows', () => {
  const faults = CODE.filter(
    (file) => file.startsWith('src/features/') && /\b(?:Dataset|Corpus)\b/.test(withoutComments(read(file))),
  );
  expect(faults).toEqual([]);
});

describe('files', () => {
  it('of code have at most 250 lines', () => {
    const long = CODE.map((file) => `${file} ${read(file).trimEnd().split('\n').length}`).filter(
      (line) => Number(line.split(' ')[1]) > 250,
    );
    expect(long).toEqual([]);
  });

  it('put no text into the page as markup, and cast nothing to any', () => {
    const forbidden =
      /dangerouslySetInnerHTML|\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\b|\bas any\b|<any>|:\s*any\b|\bany\[\]|@ts-(?:ignore|nocheck)/;
    const faults = CODE.flatMap((file) => {
      const match = forbidden.exec(withoutComments(read(file)));
      return match ? [`${file}: ${match[0]}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it('lead out of the app through one link, whose address webLink has let pass', () => {
    // Addresses of our own: they begin with "?" or "#", or are made by the table of the address bar.
    const own = /^(?:`#\$\{\w+\([^`]*\)\}`|(?:desk\.)?linkTo\(.*\)|told\.link|link)$/;
    const found = CODE.filter((file) => file.endsWith('.tsx')).flatMap((file) =>
      [...withoutComments(read(file)).matchAll(/\bhref=(?:"([^"]*)"|\{((?:[^{}]|\{[^{}]*\})*)\})/g)].map(
        ([, fixed, value]) => ({ file, fixed, value }),
      ),
    );
    expect(found.length).toBeGreaterThan(5);
    const outward = found.filter(({ fixed, value = '' }) => (fixed === undefined ? !own.test(value) : fixed !== '?'));
    expect(outward).toEqual([{ file: 'src/ui/OutLink.tsx', fixed: undefined, value: 'link.href' }]);
    const uses = CODE.flatMap((file) => [...read(file).matchAll(/<OutLink\b([^>]*)>/g)].map(([, props = '']) => props));
    expect(uses.length).toBeGreaterThan(0);
    for (const props of uses) expect(props).toMatch(/^\s+link=\{webLink\([^{}]+\)\}$/);
    const opened = CODE.flatMap((file) => [
      ...withoutComments(read(file)).matchAll(
        /\bwindow\.open\(([^;]*)|\blocation\.(?:href\s*=[^=]|assign\(|replace\()[^;]*/g,
      ),
    ]).map(([all, value]) => value ?? all);
    for (const value of opened) expect(value).toMatch(/^linkTo\(/);
  });

  it('touch window.history in one place only', () => {
    expect(
      CODE.filter((file) => /\bhistory\.(?:pushState|replaceState|state|go|back)\b/.test(withoutComments(read(file)))),
    ).toEqual(['src/url/address.ts']);
  });

  it('are named for what they hold: no utils, helpers, common, and no barrels', () => {
    expect(
      FILES.filter((file) =>
        /\/(?:utils?|helpers?|common|index)\b[^/]*\.tsx?$|\/(?:utils?|helpers?|common)\//.test(file),
      ),
    ).toEqual([]);
  });
});

/** The paths that a README names: in backquotes or as the target of a link. */
function pathsIn(text: string): string[] {
  const quoted = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path);
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, path = '']) => path.replace(/#.*$/, ''));
  const looksLikePath = (path: string) =>
    /^[\w.@/-]+$/.test(path) &&
    (/\.(?:tsx?|mjs|json|md|css|html|png|svg|yml)$/.test(path) ||
      /^(?:src|tests|public|\.\.?)\//.test(path) ||
      path.endsWith('/'));
  const isPlaceholder = (path: string) => /(?:^|\/)[xy](?:\/|$)/.test(path);
  const outside = (path: string) =>
    path.startsWith('../shared') || path.startsWith('dist/') || path.startsWith('node_modules/');
  return [...quoted.filter(looksLikePath), ...linked.filter((path) => path !== '' && !path.includes(':'))].filter(
    (path) => !isPlaceholder(path) && !outside(path),
  );
}

describe('READMEs', () => {
  it.each(FOLDERS)('%s has one', (folder) => expect(existsSync(`${folder}/README.md`)).toBe(true));

  const readmes = ['README.md', ...FILES.filter((file) => file.endsWith('README.md'))].filter((file) =>
    existsSync(file),
  );
  it.each(readmes)('%s names only paths that exist', (readme) => {
    const roots = [dirname(readme), '.', 'src'];
    const below = filesBelow(dirname(readme) === '.' ? 'src' : dirname(readme));
    const exists = (path: string) =>
      roots.some((root) => existsSync(join(root, path))) ||
      (!path.includes('/') && below.some((file) => file.endsWith(`/${path}`)));
    expect(pathsIn(read(readme)).filter((path) => !exists(path))).toEqual([]);
  });
});

describe('packages', () => {
  type Locked = { resolved?: string; hasInstallScript?: boolean; optionalDependencies?: Record<string, string> };
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'));
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(read('package.json'));

  it('are locked without the address of a registry, and none runs a script when it is installed', () => {
    const named = (test: (locked: Locked) => boolean) =>
      Object.entries(packages)
        .filter(([, locked]) => test(locked))
        .map(([path]) => path);
    expect(Object.keys(packages).length).toBeGreaterThan(50);
    expect(named(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(named(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
  });

  it('that are optional are locked for every machine, not only for the one that wrote the lock', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
        .map((name) => `${path} wants ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('that the app, the reader and the command are made of are at most 22, each of one exact version', () => {
    expect(BUILT_IN.length).toBeLessThanOrEqual(22);
    for (const name of BUILT_IN) expect(devDependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
