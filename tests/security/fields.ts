import type * as v from 'valibot';
import { CorpusSchema } from '../../src/domain/corpus.ts';
import { SlugSchema } from '../../src/domain/slug.ts';

/** A place of the corpus format that holds a string: its path, with `[]` for each list, and its own schema. */
export type Field = {
  path: string;
  schema: v.GenericSchema;
  /** Free text or a name, an id or the name of one, or words that have to stand at their place in an article. */
  kind: 'text' | 'slug' | 'span';
};

type Node = v.GenericSchema & {
  entries?: Record<string, Node>;
  item?: Node;
  items?: Node[];
  wrapped?: Node;
  options?: Node[] | readonly string[];
};

function fieldsBelow(node: Node, path: string): Field[] {
  switch (node.type) {
    case 'strict_object':
      return Object.entries(node.entries ?? {}).flatMap(([key, child]) =>
        fieldsBelow(child, path ? `${path}.${key}` : key),
      );
    case 'array':
      return node.item ? fieldsBelow(node.item, `${path}[]`) : [];
    case 'strict_tuple':
      return (node.items ?? []).flatMap((child) => fieldsBelow(child, `${path}[]`));
    case 'nullable':
      return node.wrapped ? fieldsBelow(node.wrapped, path) : [];
    case 'variant':
      return (node.options as Node[]).flatMap((child) => fieldsBelow(child, path));
    case 'string':
      return [
        {
          path,
          schema: node,
          kind: Object.is(node, SlugSchema) ? 'slug' : path.endsWith('.exact') ? 'span' : 'text',
        },
      ];
    // What is one of a few known values takes no text.
    case 'picklist':
    case 'literal':
    case 'number':
    case 'boolean':
      return [];
    default:
      throw new Error(`The walk through the corpus format knows no "${node.type}", at ${path}`);
  }
}

/** Every place of the corpus format that holds a string, found in its schema, so that a new one cannot be forgotten. */
export const FIELDS: readonly Field[] = [
  ...new Map(fieldsBelow(CorpusSchema as unknown as Node, '').map((field) => [field.path, field])).values(),
];

/** The concrete paths of a field in a value, with their strings: `actors[].name` is `actors[0].name`, `actors[1].name` … */
export function placesOf(root: unknown, path: string): { keys: (string | number)[]; text: string }[] {
  const steps = path.split(/\.|(?=\[\])/);
  const walk = (
    value: unknown,
    at: number,
    keys: (string | number)[],
  ): { keys: (string | number)[]; text: string }[] => {
    if (value === null || value === undefined) return [];
    const step = steps[at];
    if (step === undefined) return typeof value === 'string' ? [{ keys, text: value }] : [];
    if (step === '[]')
      return Array.isArray(value) ? value.flatMap((item, index) => walk(item, at + 1, [...keys, index])) : [];
    return walk(Reflect.get(value as object, step), at + 1, [...keys, step]);
  };
  return walk(root, 0, []);
}

/** Puts a string at a concrete path of a value, in place. */
export function putAt(root: object, keys: readonly (string | number)[], text: string): void {
  const holder = keys.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key) as object, root);
  Reflect.set(holder, keys.at(-1) ?? '', text);
}

/** A concrete path as the door writes it: `$.actors[0].name`. */
export const jsonPath = (keys: readonly (string | number)[]): string =>
  keys.reduce<string>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${key}`), '$');
