// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetKept, keepFile, readKept } from '../../src/source/keptFile.ts';
import { forgetLastGood, keepLastGood, readLastGood } from '../../src/source/lastGood.ts';

/** The caches of a browser, by their names. */
const store = new Map<string, Map<string, Response>>();
const caches = {
  open: async (name: string) => {
    const cache = store.get(name) ?? new Map<string, Response>();
    store.set(name, cache);
    return {
      match: async (key: string) => cache.get(key)?.clone(),
      put: async (key: string, value: Response) => void cache.set(key, value),
      delete: async (key: string) => cache.delete(key),
    };
  },
  delete: async (name: string) => store.delete(name),
};
const blocked = () => {
  throw new DOMException('blocked', 'SecurityError');
};

beforeEach(() => {
  store.clear();
  vi.stubGlobal('caches', caches);
});
afterEach(() => vi.unstubAllGlobals());
const withoutStore = () => vi.stubGlobal('caches', { open: blocked, delete: blocked });

describe('the last good text', () => {
  it('is kept by its name, replaced, and forgotten without the others', async () => {
    expect(await readLastGood('a')).toBeNull();
    await keepLastGood('a', 'one');
    await keepLastGood('b', 'other');
    await keepLastGood('a', 'two');
    expect(await readLastGood('a')).toBe('two');
    await forgetLastGood('a');
    expect(await readLastGood('a')).toBeNull();
    expect(await readLastGood('b')).toBe('other');
    // Where earlier versions of the app have it, and the kill switch looks for it.
    expect([...store].map(([name, cache]) => [name, ...cache.keys()])).toEqual([
      ['dateline-last-good', './last-good/b'],
    ]);
  });

  it('is none where nothing can be stored', async () => {
    withoutStore();
    await keepLastGood('a', 'one');
    await forgetLastGood('a');
    expect(await readLastGood('a')).toBeNull();
  });
});

describe('the last opened file', () => {
  const FILE = { name: 'Ab\u00e9nd \u{1f5de}.json', digest: '0123456789abcdef', file: new Blob(['{}']) };
  const keep = async (headers: Record<string, string>) =>
    (await caches.open('dateline-opened')).put('./opened/last', new Response('{}', { headers }));

  it('is kept under its name and digest, and forgotten', async () => {
    expect(await readKept()).toBeNull();
    expect(await keepFile(FILE)).toBe(true);
    expect([...(store.get('dateline-opened')?.keys() ?? [])]).toEqual(['./opened/last']);
    const kept = await readKept();
    expect(kept).toMatchObject({ name: FILE.name, digest: FILE.digest });
    expect(await kept?.file.text()).toBe('{}');
    await forgetKept();
    expect(store.size).toBe(0);
    expect(await readKept()).toBeNull();
  });

  it('is kept under a name that is no text', async () => {
    expect(await keepFile({ ...FILE, name: 'a\ud800' })).toBe(true);
    expect((await readKept())?.name).toBe('a\ufffd');
  });

  it.each([
    ['no name', { 'x-digest': FILE.digest }],
    ['a name that cannot be read', { 'x-name': '%', 'x-digest': FILE.digest }],
    ['no digest', { 'x-name': 'a' }],
    ['a long digest', { 'x-name': 'a', 'x-digest': `${FILE.digest}0` }],
    ['a long one in front', { 'x-name': 'a', 'x-digest': `x${FILE.digest}` }],
    ['a digest in capitals', { 'x-name': 'a', 'x-digest': FILE.digest.toUpperCase() }],
  ])('is none with %s', async (_, headers) => {
    await keep(headers as Record<string, string>);
    expect(await readKept()).toBeNull();
  });

  it('is none where nothing can be stored', async () => {
    withoutStore();
    expect(await keepFile(FILE)).toBe(false);
    await forgetKept();
    expect(await readKept()).toBeNull();
  });
});
