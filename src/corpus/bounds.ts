import { type Article, paragraphsOf } from '../domain/article.ts';
import { LIMITS } from './limits.ts';
import { type Problem, step } from './problem.ts';

/** Own keys that JSON may carry and that are not what they seem once they are properties of an object. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

const tooDeep = (path: string): Problem => ({
  code: 'too-deep',
  path,
  expected: `at most ${LIMITS.depth} lists and objects inside one another`,
  found: 'more',
});
/** Says that a file has more of something than is looked at. */
export const tooMany = (path: string, limit: number, what: string): Problem => ({
  code: 'too-many',
  path,
  expected: `at most ${limit.toLocaleString('en')} ${what}`,
  found: 'more',
});

/** Where a string ends that begins at `start`: its closing quotation mark, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c && end - 1 - slashes > start) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/**
 * Bounds a JSON text before it is parsed: bytes, depth, values, and items in each list of the outer object.
 * Looks at every character once, without recursion; says nothing about whether the text is valid JSON. Null when it is within bounds.
 */
export function boundText(text: string): Problem | null {
  const bytes = text.length > LIMITS.bytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes > LIMITS.bytes) {
    const found = `${(bytes / 1e6).toFixed(1)} MB`;
    return { code: 'too-large', path: '$', expected: `at most ${LIMITS.bytes / 1e6} MB`, found };
  }
  let depth = 0;
  let values = 0;
  let items = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Most of a file are strings: they are passed over at once.
    if (unit === 0x22) index = endOfString(text, index);
    else if (unit === 0x5b || unit === 0x7b) {
      depth += 1;
      values += 1;
      if (depth === 2) items = 0;
      if (depth > LIMITS.depth) return tooDeep('$');
    } else if (unit === 0x5d || unit === 0x7d) depth -= 1;
    else if (unit === 0x2c) {
      values += 1;
      if (depth === 2) items += 1;
      if (items >= LIMITS.items) return tooMany('$', LIMITS.items, 'items in one list');
    }
    if (values > LIMITS.values) return tooMany('$', LIMITS.values, 'values');
  }
  return null;
}

type Visit = { value: object; depth: number; path: string };

/**
 * Bounds a tree that somebody else parsed, by an explicit stack, so that no tree can overflow it; a tree that contains itself
 * is too deep. Lists the keys that JSON allows and that are names of `Object.prototype`.
 */
export function boundTree(root: unknown): Problem[] {
  const problems: Problem[] = [];
  if (typeof root !== 'object' || root === null) return problems;
  const stack: Visit[] = [{ value: root, depth: 1, path: '$' }];
  let values = 0;
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { value, depth, path } = visit;
    if (depth > LIMITS.depth) return [tooDeep(path)];
    const list = Array.isArray(value);
    const keys = list ? [] : Object.keys(value);
    const size = list ? value.length : keys.length;
    values += size;
    if (depth === 2 && size > LIMITS.items) return [tooMany(path, LIMITS.items, 'items in one list')];
    if (values > LIMITS.values) return [tooMany(path, LIMITS.values, 'values')];
    for (let index = 0; index < size; index += 1) {
      const key = list ? index : (keys[index] ?? '');
      if (typeof key === 'string' && INHERITED.has(key)) {
        const expected = 'only the keys of the corpus format';
        if (problems.length < LIMITS.problems)
          problems.push({ code: 'unknown-key', path: step(path, key), expected, found: `the key "${key}"` });
        continue;
      }
      const child: unknown = Reflect.get(value, key);
      if (typeof child === 'object' && child !== null)
        stack.push({ value: child, depth: depth + 1, path: step(path, key) });
    }
  }
  return problems;
}

/** Bounds the paragraphs of all articles: the page keeps a number for each. */
export function boundParagraphs(articles: readonly Article[]): Problem | null {
  let paragraphs = 0;
  for (const article of articles) paragraphs += paragraphsOf(article).length;
  return paragraphs > LIMITS.paragraphs ? tooMany('$.articles', LIMITS.paragraphs, 'paragraphs') : null;
}
