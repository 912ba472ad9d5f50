// @vitest-environment node
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as files from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { WrongUsage } from '../../../src/commands/cli/arguments.ts';
import { readCorpusText } from '../../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../../src/domain/corpus.ts';
import { BRIDGE, FERRY, importWith, testFolder } from './world.ts';

const { folder, path, put, remove } = testFolder();
afterAll(remove);

const codes = ({ refused }: { refused: { code: string }[] }) => refused.map(({ code }) => code);
const coverage = (file: string): Corpus => {
  const result = readCorpusText(readFileSync(file, 'utf8'));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.corpus;
};
const ferry = put('in/ferry.txt', FERRY);
const bridge = put('in/bridge.txt', BRIDGE);

describe('import', () => {
  it('writes a coverage that passes the check, and the same bytes again', async () => {
    const out = path('first.json');
    const outcome = await importWith([path('in'), '--out', out, '--id', 'ferry', '--title', 'The ferry']);
    expect([outcome.exit, outcome.written, outcome.added.length]).toEqual([0, true, 2]);
    expect(outcome.counts).toMatchObject({ articles: 2, statements: 3, checked: 0 });
    const bytes = readFileSync(out, 'utf8');
    expect(coverage(out)).toMatchObject({ id: 'ferry', title: 'The ferry' });
    expect(bytes).not.toContain(folder);
    const other = path('second.json');
    await importWith([path('in'), '--out', other, '--id', 'ferry', '--title', 'The ferry']);
    expect(readFileSync(other, 'utf8')).toBe(bytes);
    const again = await importWith([path('in'), '--out', out, '--id', 'ferry', '--title', 'The ferry']);
    expect([again.exit, again.written]).toEqual([0, false]);
    expect(readdirSync(folder).filter((name) => /tmp|lock/.test(name))).toEqual([]);
  });

  it('takes what can be read, and names each refusal with its code and place', async () => {
    const pdf = put('mixed/paper.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj');
    const empty = put('mixed/empty.txt', '');
    const old = put('mixed/coverage.json', readFileSync('src/data/corpus.json'));
    const outcome = await importWith([ferry, pdf, empty, old, path('nowhere.txt'), '--out', path('mixed.json')]);
    expect([outcome.exit, outcome.written]).toEqual([1, true]);
    expect(outcome.refused.map(({ code, where }) => [code, where])).toEqual([
      ['no-such-file', path('nowhere.txt')],
      ['pdf', pdf],
      ['empty', empty],
      ['coverage', old],
    ]);
  });

  it('writes nothing when nothing could be read, and the old file stands', async () => {
    const out = path('stands.json');
    await importWith([ferry, '--out', out]);
    const before = readFileSync(out, 'utf8');
    const outcome = await importWith([put('mixed/other.pdf', '%PDF-1.4'), '--out', out]);
    expect([outcome.exit, outcome.written]).toEqual([3, false]);
    expect(outcome.problems[0]?.code).toBe('nothing-read');
    expect(readFileSync(out, 'utf8')).toBe(before);
  });

  it('says what it passes over in folders, and that one has no articles', async () => {
    put('site/page.html', `<!doctype html><title>Ferry</title><article><p>${FERRY}</p></article>`);
    put('site/page_files/advert.html', '<p>Buy now</p>');
    put('site/photo.png', 'x');
    put('site/.hidden.txt', 'x');
    const outcome = await importWith([path('site'), '--dry-run']);
    expect(outcome.added).toEqual([path('site/page.html')]);
    const said = outcome.notes.map(({ words }) => words);
    expect(said).toContain('passed over: 1 file (.png)');
    expect(said.some((words) => words.includes('page_files'))).toBe(true);
    mkdirSync(path('bare'));
    put('pictures/a.png', 'x');
    const none = await importWith([path('bare'), path('pictures'), '--dry-run']);
    expect([none.exit, codes(none)]).toEqual([3, ['no-articles', 'no-articles']]);
    expect(none.refused.map(({ found }) => found)).toEqual(['an empty folder', 'none among 1 file']);
  });

  it('takes a file once, however often it is named, and the same article once', async () => {
    const copy = put('copy/ferry.txt', FERRY);
    const outcome = await importWith([ferry, ferry, path('in/f*.txt'), copy, '--dry-run']);
    expect([outcome.exit, outcome.counts?.articles]).toEqual([0, 1]);
    const said = outcome.notes.map(({ words }) => words);
    expect(said.filter((words) => words.endsWith('named twice, taken once'))).toHaveLength(2);
    expect(said).toContain(`${copy}: the same article as in ${ferry}, taken once`);
  });

  it('does not read what it writes', async () => {
    put('own/ferry.txt', FERRY);
    const out = path('own/coverage.json');
    await importWith([path('own'), '--out', out]);
    const again = await importWith([path('own'), '--out', out]);
    expect([again.exit, again.written, again.refused]).toEqual([0, false, []]);
  });

  it('passes over what is older, and keeps to the limit', async () => {
    const rows = put(
      'rows.csv',
      'title,text,date\nOld,"Long ago, a first sentence.",2018-05-01\nNew,"Today, a second sentence.",2019-01-19\nNo day,"A third sentence.",\n',
    );
    const recent = await importWith([rows, '--since', '3d', '--dry-run']);
    expect(recent.counts?.articles).toBe(2);
    expect(recent.notes.map(({ words }) => words)).toContain('passed over: 1 published before 2019-01-17');
    expect((await importWith([rows, '--since', '2w', '--as-of', '2018-05-10', '--dry-run'])).counts?.articles).toBe(3);
    const first = await importWith([rows, '--limit', '1', '--dry-run']);
    expect([first.counts?.articles, first.notes.map(({ words }) => words)]).toEqual([
      1,
      expect.arrayContaining(['passed over: 2 beyond --limit 1']),
    ]);
  });
});

describe('what stands there', () => {
  it('is not replaced by a coverage without most of it', async () => {
    const out = path('loss.json');
    await importWith([ferry, bridge, '--out', out]);
    const before = readFileSync(out, 'utf8');
    const outcome = await importWith([bridge, '--out', out]);
    expect(outcome).toMatchObject({
      exit: 3,
      written: false,
      problems: [{ code: 'would-lose-too-much', found: '2 of 3 that would' }],
    });
    expect(readFileSync(out, 'utf8')).toBe(before);
    expect((await importWith([bridge, '--out', out, '--max-loss', '70%'])).written).toBe(true);
  });

  it('is not written over when it is no coverage', async () => {
    const notes = put('notes.json', '{"mine": true}');
    const outcome = await importWith([ferry, '--out', notes]);
    expect([outcome.exit, outcome.problems[0]?.code]).toEqual([3, 'not-a-coverage']);
    expect(readFileSync(notes, 'utf8')).toBe('{"mine": true}');
    expect((await importWith([ferry, '--out', put('blank.json', '')])).written).toBe(true);
  });

  it('keeps its permissions, and a link to it stays a link', async () => {
    const real = put('real/coverage.json', '');
    chmodSync(real, 0o640);
    const link = path('link.json');
    symlinkSync(real, link);
    expect((await importWith([ferry, '--out', link])).written).toBe(true);
    expect(readlinkSync(link)).toBe(real);
    expect(statSync(real).mode & 0o777).toBe(0o640);
    expect(coverage(real).articles).toHaveLength(1);
  });

  it('is left alone where nothing may be written', async () => {
    const locked = put('locked.json', '');
    chmodSync(locked, 0o444);
    for (const [out, code] of [
      [locked, 'read-only'],
      [path('no/such/folder/c.json'), 'no-folder'],
      [path('in'), 'not-a-file'],
    ] as const) {
      const outcome = await importWith([ferry, '--out', out]);
      expect([outcome.exit, outcome.problems[0]?.code, outcome.problems[0]?.where], out).toEqual([3, code, out]);
    }
  });

  it('stands when the disk is full or the run is ended, and nothing is left beside it', async () => {
    const out = path('full.json');
    await importWith([ferry, '--out', out]);
    const before = readFileSync(out, 'utf8');
    const full: typeof files.open = async (name, ...rest) => {
      const handle = await files.open(name, ...rest);
      handle.writeFile = async () => {
        writeFileSync(String(name), 'half of i');
        throw Object.assign(new Error(), { code: 'ENOSPC' });
      };
      return handle;
    };
    const outcome = await importWith([ferry, bridge, '--out', out], { disk: { ...files, open: full } });
    expect([outcome.exit, outcome.problems[0]?.code]).toEqual([3, 'disk-full']);
    const ended = new AbortController();
    const progress = (line: string) => {
      if (line.startsWith('reading')) ended.abort();
    };
    await expect(importWith([ferry, bridge, '--out', out], { signal: ended.signal, progress })).rejects.toThrow();
    expect(readFileSync(out, 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.includes('full.json'))).toEqual(['full.json']);
  });
});

describe('the lock', () => {
  const lock = (file: string, holder: object) => writeFileSync(`${file}.lock`, JSON.stringify(holder));
  it('holds while its process lives, and no longer', async () => {
    const { hostname } = await import('node:os');
    const out = path('locks.json');
    lock(out, { pid: process.ppid, host: hostname(), started: null });
    const held = await importWith([ferry, '--out', out]);
    expect([held.exit, held.problems[0]?.code]).toEqual([75, 'locked']);
    expect(held.problems[0]?.found).toContain(`process ${process.ppid}`);
    expect(existsSync(out)).toBe(false);
    // A number that was given to another process.
    lock(out, { pid: process.ppid, host: hostname(), started: '1' });
    expect((await importWith([ferry, '--out', out])).exit).toBe(process.platform === 'linux' ? 0 : 75);
    lock(out, { pid: 2 ** 22 + 1, host: hostname(), started: null });
    expect((await importWith([ferry, bridge, '--out', out])).exit).toBe(0);
    expect(existsSync(`${out}.lock`)).toBe(false);
    lock(out, { pid: 1, host: 'another-machine', started: null });
    expect((await importWith([ferry, '--out', out])).exit).toBe(75);
    const old = new Date(Date.now() - 2 * 3_600_000);
    await files.utimes(`${out}.lock`, old, old);
    expect((await importWith([ferry, bridge, '--out', out])).exit).toBe(0);
  });

  it('lets one of several runs at once write', async () => {
    const out = path('race.json');
    const runs = await Promise.all(Array.from({ length: 5 }, () => importWith([ferry, '--out', out])));
    expect(new Set(runs.map(({ exit }) => exit))).toEqual(new Set([0, 75]));
    expect(coverage(out).articles).toHaveLength(1);
  });
});

describe('wishes that make no sense', () => {
  it.each([
    [[]],
    [['a.txt']],
    [['a.txt', '--out', 'x.json', '--since', 'yesterday']],
    [['a.txt', '--out', 'x.json', '--limit', '0']],
    [['a.txt', '--out', 'x.json', '--min-sure', '49']],
    [['a.txt', '--out', 'x.json', '--max-loss', '120%']],
    [['a.txt', '--out', 'x.json', '--as-of', '2019-02-30']],
    [['a.txt', '--out', 'x.json', '--id', 'No Slug']],
    [['a.txt', '--out', 'x.json', '--format', 'pdf']],
    [['a.txt', '--out', '-', '--json']],
    [['-', '--watch', 'in', '--out', 'x.json']],
    [['a.txt', '--out']],
    [['a.txt', '--out', 'x.json', '--out', 'y.json']],
    [['a.txt', '--dry-run=yes']],
  ])('are said: %j', (args) => expect(() => importWith(args)).toThrow(WrongUsage));

  it('name the nearest thing that there is', () => {
    expect(() => importWith(['a.txt', '--ot', 'x'])).toThrow('did you mean --out?');
    expect(() => importWith(['a.txt', '--out', 'x', '--format', 'htm'])).toThrow('did you mean html?');
  });
});
