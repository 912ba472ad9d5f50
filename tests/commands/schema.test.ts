// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corpusJsonSchema, SCHEMA_FILE } from '../../src/commands/schema.ts';
import { CorpusSchema } from '../../src/domain/corpus.ts';

const published = readFileSync(SCHEMA_FILE, 'utf8');

type Node = { [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every part of a JSON Schema that describes an object. */
function objectsOf(schema: unknown): Node[] {
  if (Array.isArray(schema)) return schema.flatMap(objectsOf);
  if (!isNode(schema)) return [];
  return [...(schema.type === 'object' ? [schema] : []), ...Object.values(schema).flatMap(objectsOf)];
}

/** The key paths of a schema of the library: `statements.content.exact`. Alternatives are taken together. */
function keyPaths(schema: unknown, path = ''): string[] {
  if (!isNode(schema)) return [];
  const { entries, item, wrapped, options } = schema;
  const inner = [item, wrapped, ...(Array.isArray(options) ? options : [])].flatMap((part) => keyPaths(part, path));
  const own = isNode(entries) ? Object.entries(entries) : [];
  return [...inner, ...own.flatMap(([key, part]) => [`${path}.${key}`, ...keyPaths(part, `${path}.${key}`)])];
}

/** The key paths of a JSON Schema, in the same spelling. */
function publishedPaths(schema: unknown, path = ''): string[] {
  if (!isNode(schema)) return [];
  const { properties, items, anyOf, oneOf } = schema;
  const inner = [items, ...[anyOf, oneOf].flatMap((parts) => (Array.isArray(parts) ? parts : []))];
  const own = isNode(properties) ? Object.entries(properties) : [];
  return [
    ...inner.flatMap((part) => publishedPaths(part, path)),
    ...own.flatMap(([key, part]) => [`${path}.${key}`, ...publishedPaths(part, `${path}.${key}`)]),
  ];
}

describe('the published JSON Schema', () => {
  const schema: unknown = JSON.parse(published);

  it('is what the types give now; if not, run `npm run schema`', () => {
    expect(published).toBe(corpusJsonSchema());
  });

  it('refuses unknown keys and asks for every key, at every object', () => {
    const objects = objectsOf(schema);
    expect(objects.length).toBeGreaterThan(15);
    for (const object of objects) {
      expect(object.additionalProperties).toBe(false);
      expect(object.required).toEqual(Object.keys(object.properties as Node));
    }
  });

  it('has every key of the corpus type, and no other', () => {
    const paths = new Set(keyPaths(CorpusSchema));
    expect(paths.size).toBeGreaterThan(80);
    expect([...new Set(publishedPaths(schema))].sort()).toEqual([...paths].sort());
  });
});
