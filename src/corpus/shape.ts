import * as v from 'valibot';
import { CORPUS_HEAD, CORPUS_LISTS, type Corpus } from '../domain/corpus.ts';
import type { Slug } from '../domain/slug.ts';
import { clip, describe, type Problem, step } from './problem.ts';

type ListName = keyof typeof CORPUS_LISTS;
const LIST_NAMES = Object.keys(CORPUS_LISTS) as ListName[];

/** What has the right shape: the items that passed, each with its JSON path. Items that failed are missing, but their ids are known. */
export type Shaped = {
  lists: { [Name in ListName]: { item: Corpus[Name][number]; path: string }[] };
  idsOfFailed: Set<string>;
  /** The places that distances are told from; none where the file does not say it in the right shape. */
  reference: Slug[];
  /** The file says that no program made it. */
  byHand: boolean;
};

function expectedOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message;
  const expected = issue.expected ?? 'something else';
  if (expected === 'Object') return 'an object';
  if (expected === 'Array') return 'a list';
  return expected.replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ' or ');
}

/** One problem from a finding of the schema library, with the place spelt as a JSON path below `path`. */
function problemOf(issue: v.BaseIssue<unknown>, path: string): Problem {
  const keys = (issue.path ?? []).map((part) => part.key as string | number);
  const place = keys.reduce<string>(step, path);
  if (isUnknownKey(issue)) {
    const expected = 'only the keys of the corpus format';
    return { code: 'unknown-key', path: place, expected, found: `the key ${clip(issue.received)}` };
  }
  const missing = issue.type === 'strict_object' && issue.input === undefined && keys.length > 0;
  const expected = missing ? `the key ${issue.expected}` : expectedOf(issue);
  return { code: missing ? 'missing-key' : 'wrong-shape', path: place, expected, found: describe(issue.input) };
}

/** More unknown keys than this in one item are not told apart. */
const UNKNOWN_KEYS = 100;

/** The schema library stops at the first unknown key of an object, so each one found is taken out of a copy and the rest asked again. */
function check(schema: v.GenericSchema, value: unknown, path: string, problems: Problem[]): boolean {
  let result = v.safeParse(schema, value);
  const passed = result.success;
  for (const issue of result.issues ?? []) problems.push(problemOf(issue, path));
  let copy: unknown;
  // An item that is wrong all over is not asked again: each round costs as much as the first.
  const rounds = (result.issues ?? []).length > UNKNOWN_KEYS ? 0 : UNKNOWN_KEYS;
  for (let round = 0; round < rounds; round += 1) {
    const unknown = (result.issues ?? []).filter(isUnknownKey);
    if (unknown.length === 0) break;
    copy ??= structuredClone(value);
    for (const issue of unknown)
      removeAt(
        copy,
        (issue.path ?? []).map(({ key }) => key as string | number),
      );
    result = v.safeParse(schema, copy);
    for (const issue of (result.issues ?? []).filter(isUnknownKey)) problems.push(problemOf(issue, path));
  }
  return passed;
}

function isUnknownKey(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

function removeAt(root: unknown, keys: (string | number)[]): void {
  const holder = keys.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(at as object, key), root);
  const last = keys.at(-1);
  if (last !== undefined) Reflect.deleteProperty(holder as object, last);
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** Checks every item of a file against its schema, one at a time, so that one bad item hides no problem of another. */
export function readShape(input: unknown, problems: Problem[]): Shaped {
  const lists = Object.fromEntries(LIST_NAMES.map((name) => [name, []])) as unknown as Shaped['lists'];
  const shaped: Shaped = { lists, idsOfFailed: new Set(), reference: [], byHand: false };
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    problems.push({ code: 'wrong-shape', path: '$', expected: 'an object', found: describe(input) });
    return shaped;
  }
  const known = new Set<string>([...Object.keys(CORPUS_HEAD), ...LIST_NAMES]);
  for (const key of Object.keys(input)) {
    if (known.has(key)) continue;
    problems.push({
      code: 'unknown-key',
      path: step('$', key),
      expected: 'only the keys of the corpus format',
      found: `the key "${clip(key)}"`,
    });
  }
  const passed = new Set<string>();
  for (const [key, schema] of Object.entries(CORPUS_HEAD)) {
    const path = step('$', key);
    if (!Object.hasOwn(input, key))
      problems.push({ code: 'missing-key', path, expected: `the key "${key}"`, found: 'nothing' });
    else if (check(schema, own(input, key), path, problems)) passed.add(key);
  }
  if (passed.has('reference')) shaped.reference = own(input, 'reference') as Slug[];
  shaped.byHand = passed.has('made') && own(input, 'made') === null;
  for (const name of LIST_NAMES) readList(input, name, shaped, problems);
  return shaped;
}

function readList(input: object, name: ListName, shaped: Shaped, problems: Problem[]): void {
  const list = own(input, name);
  const path = step('$', name);
  if (!Array.isArray(list)) {
    problems.push({
      code: list === undefined ? 'missing-key' : 'wrong-shape',
      path,
      expected: 'a list',
      found: describe(list),
    });
    return;
  }
  if (name === 'articles' && list.length === 0) {
    problems.push({ code: 'wrong-shape', path, expected: 'at least one article', found: 'an empty list' });
  }
  const into = shaped.lists[name] as { item: unknown; path: string }[];
  // A list made by a program may have holes, which `forEach` would pass over.
  Array.from<unknown>(list).forEach((item, index) => {
    const place = step(path, index);
    if (check(CORPUS_LISTS[name], item, place, problems)) into.push({ item, path: place });
    else if (typeof item === 'object' && item !== null) {
      const id = own(item, 'id');
      if (typeof id === 'string') shaped.idsOfFailed.add(id);
    }
  });
}
