// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCorpusText } from '../../src/corpus/readCorpus.ts';
import { SCHEMA_VERSION } from '../../src/domain/corpus.ts';

const page = readFileSync('docs/FORMAT.md', 'utf8');
const example = /```json\n([\s\S]*?)\n```/.exec(page)?.[1] ?? '';

/** The names of all keys of a JSON Schema, however deep. */
function keysOf(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  const properties: unknown = Reflect.get(schema, 'properties');
  if (typeof properties === 'object' && properties !== null) for (const key of Object.keys(properties)) found.add(key);
  for (const child of Object.values(schema)) keysOf(child, found);
  return found;
}

describe('the page about the format', () => {
  it('has an example that passes the door, with one of everything', () => {
    const result = readCorpusText(example);
    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    for (const list of Object.values(result.corpus)) if (Array.isArray(list)) expect(list.length).toBeGreaterThan(0);
  });

  it('names every key of the format', () => {
    const keys = keysOf(JSON.parse(readFileSync('public/corpus.schema.json', 'utf8')));
    expect(keys.size).toBeGreaterThan(60);
    const words = page.replace(example, '');
    expect([...keys].filter((key) => !new RegExp(`\`[^\`]*\\b${key}\\b[^\`]*\``).test(words))).toEqual([]);
  });

  it('ends with the changes of every version', () => {
    const changes = page.slice(page.indexOf('## Changes of the format'));
    const versions = [...changes.matchAll(/^\| (\d+) \|/gm)].map(([, version]) => Number(version));
    expect(versions).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => SCHEMA_VERSION - index));
  });
});
