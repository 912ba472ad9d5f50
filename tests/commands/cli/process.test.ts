// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IMPORT_OPTIONS } from '../../../src/commands/cli/options.ts';
import { buildPackage, type Ended, packed, start, until } from './builtPackage.ts';
import { testFolder } from './world.ts';

// Processes take what a busy machine gives them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const { folder, path, put, remove } = testFolder();
let command = '';
beforeAll(async () => {
  command = await buildPackage(path('package'));
});
afterAll(remove);

const FERRY = `Ferry talks go on

PORTO NOVO, 8 January 2019 - Mayor Ana Reyes said on Tuesday that the ferry would "sail again soon".

"The quay is safe," Tom Baker told reporters.
`;
const BRIDGE = `Bridge closed

LONDON, 9 January 2019 - "Nobody crosses today," said Lena Voss, a spokeswoman.
`;
put('ferry.txt', FERRY);
put('bridge.txt', BRIDGE);
put('paper.pdf', '%PDF-1.7\n');

const run = (args: readonly string[], env?: Record<string, string>): Promise<Ended> =>
  start(command, args, folder, env).ended;
/** Runs it with something on its standard input. */
const piped = (args: readonly string[], input: string) =>
  spawnSync(process.execPath, [command, ...args], { cwd: folder, input, encoding: 'utf8' });

describe('what the shell is told', () => {
  it('is 0, with nothing on the standard output, when a coverage was written', async () => {
    const ended = await run(['import', 'ferry.txt', 'bridge.txt', '--out', 'good.json']);
    expect(ended).toMatchObject({ exit: 0, out: '' });
    expect(ended.err).toMatch(/^good\.json: written \(2 new\)\. 2 articles, \d+ statements \(0 checked by people\)/m);
    expect(ended.err).not.toContain('\u001B');
    expect(JSON.parse(readFileSync(path('good.json'), 'utf8')).articles).toHaveLength(2);
    expect(await run(['import', 'bridge.txt', 'ferry.txt', '--out', 'good.json', '--quiet'])).toEqual({
      exit: 0,
      signal: null,
      out: '',
      err: '',
    });
  });

  it('is 1 when some was refused, each with its place and code', async () => {
    const ended = await run(['import', 'ferry.txt', 'paper.pdf', '--out', 'some.json', '--json']);
    expect(ended.exit).toBe(1);
    expect(ended.err).toMatch(/^paper\.pdf: expected .+, found a PDF \(pdf\)$/m);
    expect(ended.out.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(ended.out)).toMatchObject({
      written: true,
      file: 'some.json',
      added: ['ferry.txt'],
      refused: [{ code: 'pdf', where: 'paper.pdf' }],
      lost: [],
      counts: { articles: 1 },
    });
  });

  it('is 2 for what it does not know', async () => {
    const ended = await run(['import', 'ferry.txt', '--ouput', 'x.json']);
    expect(ended).toMatchObject({ exit: 2, out: '' });
    expect(ended.err).toContain('There is no option --ouput; did you mean --out?');
  });

  it('is 3 when nothing was written, and the old file stands', async () => {
    writeFileSync(path('stands.json'), readFileSync(path('good.json')));
    const before = readFileSync(path('stands.json'), 'utf8');
    expect(await run(['import', 'paper.pdf', '--out', 'stands.json'])).toMatchObject({ exit: 3, out: '' });
    const loss = await run(['import', 'bridge.txt', '--out', 'stands.json', '--max-loss', '10%']);
    expect(loss.exit).toBe(3);
    expect(loss.err).toContain('(would-lose-too-much)');
    const empty = await run(['import', put('nothing/../empty.txt', ''), '--out', 'stands.json', '--json']);
    expect(JSON.parse(empty.out)).toMatchObject({ written: false, problems: [{ code: 'nothing-read' }] });
    expect(readFileSync(path('stands.json'), 'utf8')).toBe(before);
    const undated = await run(['import', put('undated.txt', 'A\n\n"So it is," said Ana Reyes.\n'), '--out', 'u.json']);
    expect([undated.exit, existsSync(path('u.json'))]).toEqual([3, false]);
    expect(undated.err).toContain('--as-of DAY');
  });
});

describe('pipes', () => {
  it('bring an article in and take the coverage out', () => {
    const ended = piped(['import', '-', '--out', '-', '--quiet'], FERRY);
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    expect(JSON.parse(ended.stdout).articles[0]).toMatchObject({ headline: 'Ferry talks go on' });
  });

  it('may be closed by whoever reads along', () => {
    const long = put('long.txt', `Long\n\n${'It was said again and again on that day. '.repeat(20_000)}`);
    const shell = `set -o pipefail; "${process.execPath}" "${command}" read "${long}" | head -n 1`;
    const ended = spawnSync('bash', ['-c', shell], { encoding: 'utf8' });
    expect([ended.status, ended.stdout, ended.stderr]).toEqual([0, 'headline: Long (first line)\n', '']);
  });
});

describe('a run that is ended', () => {
  const hanging = async (act: (running: ReturnType<typeof start>, host: string) => Promise<void>) => {
    let asked = 0;
    const server = createServer(() => {
      asked += 1;
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const running = start(
      command,
      ['import', 'ferry.txt', '--feed', `http://${host}/feed`, '--out', 'ended.json'],
      folder,
      {
        DATELINE_TEST_FEED_HOST: host,
      },
    );
    try {
      await until(() => asked > 0);
      expect(asked).toBe(1);
      await act(running, host);
    } finally {
      running.child.kill('SIGKILL');
      server.closeAllConnections();
      server.close();
    }
  };
  const left = () => readdirSync(folder).filter((name) => name.includes('ended.json'));

  it('by Ctrl-C leaves no file, no part of one and no lock', () =>
    hanging(async ({ child, ended }) => {
      const held = await run(['import', 'ferry.txt', '--out', 'ended.json']);
      expect(held.exit).toBe(75);
      expect(held.err).toContain(`process ${child.pid}`);
      child.kill('SIGINT');
      expect(await ended).toMatchObject({ exit: 130, out: '' });
      expect(left()).toEqual([]);
    }));

  it('by Ctrl-C does not wait for its standard input', async () => {
    const { child, ended } = start(command, ['import', '-', '--out', 'ended.json'], folder);
    await until(() => existsSync(path('ended.json.lock')));
    child.kill('SIGINT');
    expect((await ended).exit).toBe(130);
    expect(left()).toEqual([]);
  });

  it('by force holds the lock no longer', async () => {
    await hanging(async ({ child, ended }) => {
      child.kill('SIGKILL');
      await ended;
      expect(left()).toEqual(['ended.json.lock']);
      put('.ended.json.1.tmp', 'half of a fi');
    });
    expect((await run(['import', 'ferry.txt', '--out', 'ended.json'])).exit).toBe(0);
    expect(left()).toEqual(['ended.json']);
  });
});

it('--watch imports what comes, once it is whole, and ends when it is told to', async () => {
  mkdirSync(path('desk'));
  put('desk/ferry.txt', FERRY);
  const { child, err, ended } = start(
    command,
    ['import', '--watch', 'desk', '--out', 'desk/coverage.json', '--json'],
    folder,
  );
  const runs = () =>
    err()
      .split('\n')
      .filter((line) => line.startsWith('desk/coverage.json: ')).length;
  await until(() => runs() === 1);
  writeFileSync(path('half.txt'), BRIDGE.slice(0, 30));
  renameSync(path('half.txt'), path('desk/bridge.txt'));
  await new Promise((done) => setTimeout(done, 400));
  writeFileSync(path('desk/bridge.txt'), BRIDGE);
  await until(() => runs() === 2);
  child.kill('SIGTERM');
  const { exit, out } = await ended;
  expect(exit).toBe(0);
  const told = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).counts.articles);
  expect(told).toEqual([1, 2]);
  const { articles } = JSON.parse(readFileSync(path('desk/coverage.json'), 'utf8'));
  expect(articles.map(({ text }: { text: string }) => text).sort()).toEqual([BRIDGE, FERRY]);
});

describe('the other commands', () => {
  it('check says what is in a file, or what is wrong with it', async () => {
    const good = await run(['check', 'good.json']);
    expect(good).toMatchObject({ exit: 0, err: '' });
    expect(good.out).toMatch(/^good\.json: clean\. 2 articles/);
    put('bad.json', '{"schemaVersion": 2}');
    expect(await run(['check', 'good.json', 'bad.json'])).toMatchObject({ exit: 1 });
    const bad = await run(['check', 'bad.json', '--json']);
    expect(bad.exit).toBe(3);
    expect(bad.err).toMatch(/^bad\.json: \$.*\(missing-key\)$/m);
    expect(JSON.parse(bad.out).files[0]).toMatchObject({ file: 'bad.json', clean: false });
    expect((await run(['check', 'nowhere.json'])).exit).toBe(3);
  });

  it('read prints what was read and what was left out, and nothing that steers a terminal', async () => {
    put(
      'page.html',
      `<!doctype html><title>Ferry</title><meta property="og:site_name" content="The \u001B[31mTown"><nav>Home News</nav><article><h1>Ferry</h1><p>${'The quay is safe, as the mayor said on that day. '.repeat(8)}</p></article>`,
    );
    const ended = await run(['read', 'page.html']);
    expect(ended.exit).toBe(0);
    for (const says of ['headline: Ferry (', 'address: unknown', 'The quay is safe', 'left out:', 'Home News'])
      expect(ended.out).toContain(says);
    expect(ended.out).not.toContain('\u001B');
    expect(await run(['read', 'paper.pdf'])).toMatchObject({ exit: 3, out: '' });
    const json = JSON.parse((await run(['read', 'ferry.txt', '--json'])).out);
    expect(json).toMatchObject({ articles: [{ text: FERRY }], problems: [] });
  });

  it('diff says in what two coverages differ', async () => {
    expect(await run(['diff', 'good.json', 'good.json'])).toMatchObject({ exit: 0, out: '', err: '' });
    const ended = await run(['diff', 'some.json', 'good.json']);
    expect(ended.exit).toBe(1);
    expect(ended.out).toContain('+ article: Bridge closed\n');
    expect(ended.out).toMatch(/^\+ statement: Lena Voss: “Nobody crosses today,?”$/m);
    expect(ended.out).not.toMatch(/^[-~] statement/m);
    expect((await run(['diff', 'good.json', 'bad.json'])).exit).toBe(3);
  });
});

it('docs/COMMAND-LINE.md shows what the command does', () => {
  const page = readFileSync('docs/COMMAND-LINE.md', 'utf8');
  const blocks = (kind: string) => [...page.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))];
  const [ferry = '', bridge = ''] = blocks('text').map(([, text]) => text);
  put('docs/articles/ferry.txt', ferry);
  put('docs/articles/bridge.txt', bridge);
  // What the model is sure of changes with the model, and is not what the page is about.
  const plain = (text: string) =>
    text
      .replace(/\b[0-9a-f]{64}\b/g, 'SHA')
      .replace(/\d+ (?!January)(\w+?)s?\b/g, 'N $1')
      .replace(/"counts":\{.*?\}/g, '');
  for (const [, block = ''] of blocks('console')) {
    const examples = block.split(/^\$ /m).slice(1);
    for (const example of examples) {
      const [line = '', ...expected] = example.split('\n');
      const shell = `dateline() { "${process.execPath}" "${command}" "$@"; }; ${line}`;
      const ended = spawnSync('bash', ['-c', shell], { cwd: path('docs'), encoding: 'utf8' });
      const told = plain(ended.stdout + ended.stderr);
      expect(told, line).toBe(plain(expected.join('\n')));
    }
  }
  const [[, script = ''] = []] = blocks('js');
  put('docs/library.mjs', script.replace("'dateline-desk'", `'${join(command, '../library.js')}'`));
  const ended = spawnSync(process.execPath, ['library.mjs'], { cwd: path('docs'), encoding: 'utf8' });
  expect([ended.stderr, ended.stdout]).toEqual(['', expect.stringMatching(/^0 true true \d+\n$/)]);
  for (const option of Object.keys(IMPORT_OPTIONS)) expect(page).toContain(`--${option}`);
});

describe('the package', () => {
  it('is installed into an empty folder without a network, runs there, and its types are whole', () => {
    const home = path('home');
    mkdirSync(home);
    put('home/package.json', '{"private": true, "type": "module"}');
    put('home/one.txt', FERRY);
    put('home/two.txt', BRIDGE);
    const inHome = (program: string, ...args: string[]) =>
      execFileSync(program, args, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const archive = packed(path('package'));
    inHome('npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', archive);
    expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['dateline-desk']);
    inHome('npx', '--no', 'dateline', 'import', 'one.txt', 'two.txt', '--out', 'coverage.json');
    expect(inHome('node_modules/.bin/dateline-desk', 'check', 'coverage.json')).toMatch(
      /^coverage\.json: clean\. 2 articles/,
    );
    put(
      'home/consumer.ts',
      `import { annotate, type Corpus, englishModel, readArticle, readCorpusText, type Statement } from 'dateline-desk';
import { readFileSync } from 'node:fs';

const result = readCorpusText(readFileSync('coverage.json', 'utf8'));
if (!result.ok) throw new Error(result.problems[0]?.expected ?? '');
const corpus: Corpus = result.corpus;
const heads: string[] = corpus.articles.map(({ headline }) => headline);
const kinds: Statement['kind'][] = corpus.statements.map(({ kind }) => kind);
// @ts-expect-error There is no such kind.
const none: Statement['kind'] = 'sung';
const { articles, problems } = await readArticle(readFileSync('one.txt'), { name: 'one.txt' });
const draft = await annotate(articles, { model: await englishModel() });
console.log(JSON.stringify({ heads, kinds: kinds.length, problems, none, same: draft.corpus.statements.length }));
`,
    );
    put(
      'home/tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          strict: true,
          exactOptionalPropertyTypes: true,
          module: 'nodenext',
          target: 'es2023',
          lib: ['es2023', 'dom'],
          types: ['node'],
          typeRoots: [resolve('node_modules/@types')],
          outDir: 'built',
        },
        files: ['consumer.ts'],
      }),
    );
    inHome(process.execPath, resolve('node_modules/typescript/bin/tsc'), '-p', '.');
    const told = JSON.parse(inHome(process.execPath, 'built/consumer.js'));
    expect(told).toMatchObject({ heads: ['Ferry talks go on', 'Bridge closed'], problems: [], same: 2 });
    expect(told.kinds).toBeGreaterThan(2);
  });
});
