import * as v from 'valibot';
import { CORPUS_HEAD, CORPUS_LISTS, type Corpus } from '../domain/corpus.ts';
import { clip, describe, type Problem, step } from './problem.ts';

type ListName = keyof typeof CORPUS_LISTS;
const LIST_NAMES = Object.keys(CORPUS_LISTS) as ListName[];

/** What has the right shape: the items that passed, each with its JSON path. Items that failed are missing, but their ids are known. */
export type Shaped = {
  head: Pick<Corpus, 'asOf'> | null;
  lists: { [Name in ListName]: { item: Corpus[Name][number]; path: string }[] };
  idsOfFailed: Set<string>;
};

function expectedOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message;
  const expected = issue.expected ?? 'something else';
  if (expected === 'Object') return 'an object';
  if (expected === 'Array') return 'a list';
  return expected.replaceAll(' | ', ' or ');
}

/** One problem from a finding of the schema library, with the place spelt as a JSON path below `path`. */
function problemOf(issue: v.BaseIssue<unknown>, path: string): Problem {
  const keys = (issue.path ?? []).map((part) => part.key as string | number);
  const place = keys.reduce<string>(step, path);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const expected = 'only the keys of the corpus format';
    return { code: 'unknown-key', path: place, expected, found: `the key ${clip(issue.received)}` };
  }
  const missing = issue.type === 'strict_object' && issue.input === undefined;
  const expected = missing ? `the key ${issue.expected}` : expectedOf(issue);
  return { code: missing ? 'missing-key' : 'wrong-shape', path: place, expected, found: describe(issue.input) };
}

function check(schema: v.GenericSchema, value: unknown, path: string, problems: Problem[]): boolean {
  const result = v.safeParse(schema, value);
  for (const issue of result.issues ?? []) problems.push(problemOf(issue, path));
  return result.success;
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** Checks every item of a file against its schema, one at a time, so that one bad item hides no problem of another. */
export function readShape(input: unknown, problems: Problem[]): Shaped {
  const lists = Object.fromEntries(LIST_NAMES.map((name) => [name, []])) as unknown as Shaped['lists'];
  const shaped: Shaped = { head: null, lists, idsOfFailed: new Set() };
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
  let headIsGood = true;
  for (const [key, schema] of Object.entries(CORPUS_HEAD)) {
    if (!check(schema, own(input, key), step('$', key), problems) && key === 'asOf') headIsGood = false;
  }
  if (headIsGood) shaped.head = { asOf: own(input, 'asOf') as Corpus['asOf'] };
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
  list.forEach((item: unknown, index) => {
    const place = step(path, index);
    if (check(CORPUS_LISTS[name], item, place, problems)) into.push({ item, path: place });
    else if (typeof item === 'object' && item !== null) {
      const id = own(item, 'id');
      if (typeof id === 'string') shaped.idsOfFailed.add(id);
    }
  });
}
