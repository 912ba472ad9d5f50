// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
const rows = [...read('docs/GLOSSARY.md').matchAll(/^\| ([^|`]+) \| ([^|]+) \| (`[^|]+`) \|$/gm)];
const entries = rows.map(([, term = '', , where = '']) => ({
  term,
  where: [...where.matchAll(/(?:`([^`]+)` in )?`([^`]+)`/g)].map(([, name = '', path = '']) => ({ name, path })),
}));

/** Whether a file exports a name; where a field is named behind it, the file has that word, too. */
function holds(text: string, name: string): boolean {
  const [first = '', field] = name.split('.');
  const exported = new RegExp(`^export (?:async )?(?:type|interface|class|const|function\\*?) ${first}\\b`, 'm');
  // What is no name of a type or of a value is a word of the file.
  const has = /^[A-Z]/.test(first) ? exported.test(text) : text.includes(first);
  return has && (field === undefined || new RegExp(`\\b${field}\\b`).test(text));
}

describe('the glossary', () => {
  it('has each term once, in order', () => {
    const terms = entries.map(({ term }) => term);
    expect(terms.length).toBeGreaterThan(35);
    expect(terms).toEqual([...new Set(terms)].sort((a, b) => a.localeCompare(b, 'en')));
  });

  it.each(entries)('says where $term is', ({ where }) => {
    expect(where.length).toBeGreaterThan(0);
    for (const { name, path } of where) {
      expect(existsSync(path), path).toBe(true);
      expect(name, path).not.toBe('');
      expect(holds(read(path), name), `${name} in ${path}`).toBe(true);
    }
  });

  it('would notice a name that is not there', () => {
    const text = 'export type Tie = { kind: string };';
    expect(['Tie', 'Tie.kind'].map((name) => holds(text, name))).toEqual([true, true]);
    expect(['Ties', 'Tie.ends', 'onTie'].map((name) => holds(text, name))).toEqual([false, false, false]);
  });
});

describe('the name of an exported type', () => {
  const files = new Map<string, string[]>();
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!/\.m?tsx?$/.test(name)) continue;
    const file = join('src', name).replaceAll('\\', '/');
    for (const [, type = ''] of read(file).matchAll(/^export (?:type|interface|class) (\w+)/gm))
      files.set(type, [...(files.get(type) ?? []), file]);
  }

  it('stands in one file', () => {
    expect(files.size).toBeGreaterThan(300);
    expect(Object.fromEntries([...files].filter(([, all]) => all.length > 1))).toEqual({});
  });
});
