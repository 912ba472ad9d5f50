/**
 * Something in a file that keeps it from being read as a corpus. `path` is a JSON path such as `$.statements[3].content[0].exact`; `line`
 * counts from 1, and is there when the text of the file was at hand.
 */
export type Problem = { code: ProblemCode; path: string; expected: string; found: string; line?: number };

export type ProblemCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many'
  | 'unreadable'
  | 'not-utf-8'
  | 'not-json'
  | 'newer-version'
  | 'wrong-shape'
  | 'unknown-key'
  | 'missing-key'
  | 'duplicate-id'
  | 'dangling-reference'
  | 'drifted-span'
  | 'broken-rule';

/** Appends a key or an index to a JSON path; keys that are not plain words are quoted. */
export function step(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(clip(key))}]`;
}

/** Shortens long text in the middle of nowhere with an ellipsis, never inside a surrogate pair. */
export function clip(text: string, length = 80): string {
  return text.length <= length
    ? text
    : `${text
        .slice(0, length - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`;
}

/** Says in a few words what a value is: text in quotation marks, numbers as they are, lists and objects by name. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `"${clip(value)}"`;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** One line for a terminal or a report. */
export function problemLine({ code, path, expected, found, line }: Problem): string {
  const place = line === undefined ? path : `${path}, line ${line}`;
  return `${place}: expected ${expected}, found ${found} (${code})`;
}

/** The result of the door: a corpus, or every problem of the file. `more` counts problems beyond the kept ones. */
export type Refused = { ok: false; problems: Problem[]; more: number };
