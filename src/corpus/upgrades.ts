import { SCHEMA_VERSION } from '../domain/corpus.ts';
import { ADDED_IN_2, formerReference } from '../domain/earlier.ts';
import type { Problem } from './problem.ts';

/** Makes of the tree of a corpus file of one schema version that of the next, and leaves the old one as it is; `schemaVersion` is set for it. */
export type FormatUpgrade = (tree: Tree) => Tree;
type Tree = Record<string, unknown>;

/** A list with keys added to each item that lacks them; what is no list of objects is left to the schema. */
function eachWith(list: unknown, added: () => object): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? { ...added(), ...item } : item,
  );
}

/**
 * Version 2 says who makes a claim, what a text was read from, when something was said, which names come from outside, and where
 * distances are told from. A file of version 1 was made by people, and distances were told from Pyongyang and Washington where it had them.
 */
function toVersion2(tree: Tree): Tree {
  const reference = formerReference(Array.isArray(tree.places) ? tree.places : []);
  const upgraded: Tree = { made: null, reference, ...tree };
  for (const [name, added] of Object.entries(ADDED_IN_2))
    if (Object.hasOwn(tree, name)) upgraded[name] = eachWith(tree[name], added);
  return upgraded;
}

/**
 * `UPGRADES[0]` takes a file of version 1 to version 2, and so on. A step is added when the format changes, and never changed or taken
 * out: a good file stays a good file. A step may take for granted that the tree is within bounds, and nothing else of it.
 */
const UPGRADES: readonly FormatUpgrade[] = [toVersion2];

/**
 * A parsed file as this version of the format has it: an older one goes through the steps that it still needs, a newer one is a problem,
 * and what has no version that can be read is left to the schema.
 */
export function upgradedTree(
  tree: unknown,
  steps: readonly FormatUpgrade[] = UPGRADES,
  newest: number = SCHEMA_VERSION,
): { tree: unknown } | { problem: Problem } {
  if (typeof tree !== 'object' || tree === null || !Object.hasOwn(tree, 'schemaVersion')) return { tree };
  const version = Reflect.get(tree, 'schemaVersion') as unknown;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { tree };
  if (version > newest) {
    const expected = `schema version ${newest} or older; this file was made for a newer Dateline, which can open it`;
    return { problem: { code: 'newer-version', path: '$.schemaVersion', expected, found: String(version) } };
  }
  return {
    tree: steps
      .slice(version - 1)
      .reduce<unknown>(
        (current, step, index) => ({ ...step(current as Record<string, unknown>), schemaVersion: version + index + 1 }),
        tree,
      ),
  };
}
