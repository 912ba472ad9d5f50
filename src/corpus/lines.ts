import { visit } from 'jsonc-parser';

/** A node of the paths that are looked for. */
type Wanted = { paths: string[]; children: Map<string, Wanted> };

const newWanted = (): Wanted => ({ paths: [], children: new Map() });

/** The keys of a JSON path as `problem.ts` writes it: indices and keys, both as text. */
function keysOf(path: string): string[] {
  return [...path.matchAll(/\.([A-Za-z_][A-Za-z0-9_]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)].map(
    ([, word, index, quoted]) => word ?? index ?? (JSON.parse(quoted ?? '""') as string),
  );
}

function wantedTree(paths: Iterable<string>): Wanted {
  const root = newWanted();
  for (const path of paths) {
    let at = root;
    for (const key of keysOf(path)) {
      const next = at.children.get(key) ?? newWanted();
      at.children.set(key, next);
      at = next;
    }
    at.paths.push(path);
  }
  return root;
}

/**
 * The lines of a JSON text, counted from 1, at which values stand, by their JSON paths. A path without a value, such as that of a missing
 * key, has the line of the nearest thing around it. The text must be valid JSON within the door's bounds.
 */
export function linesOf(text: string, paths: Iterable<string>): Map<string, number> {
  const lines = new Map<string, number>();
  const note = (wanted: Wanted, line: number) => {
    for (const path of wanted.paths) lines.set(path, line);
    // Whatever lies below and is not found stands nearest here.
    for (const child of wanted.children.values()) note(child, line);
  };
  const around: { wanted: Wanted; index: number }[] = [];
  /** What is wanted of the value that comes next; and whether a list or object is passed over, in which nothing is wanted. */
  let next: Wanted | undefined = wantedTree(paths);
  let isPassedOver = false;
  const onBegin = (_offset: number, _length: number, line: number): boolean => {
    if (next) note(next, line + 1);
    isPassedOver = !next || next.children.size === 0;
    if (!next || isPassedOver) return false;
    around.push({ wanted: next, index: 0 });
    next = next.children.get('0');
    return true;
  };
  const onEnd = () => {
    if (!isPassedOver) around.pop();
    isPassedOver = false;
    next = undefined;
  };
  visit(text, {
    onObjectBegin: onBegin,
    onArrayBegin: onBegin,
    onObjectEnd: onEnd,
    onArrayEnd: onEnd,
    onObjectProperty: (key) => {
      next = around.at(-1)?.wanted.children.get(key);
    },
    onSeparator: (sign) => {
      const top = around.at(-1);
      if (sign !== ',' || !top) return;
      top.index += 1;
      next = top.wanted.children.get(String(top.index));
    },
    onLiteralValue: (_value, _offset, _length, line) => {
      if (next) note(next, line + 1);
      next = undefined;
    },
  });
  return lines;
}

/** The line of the first thing that keeps a text from being JSON, counted from 1; null where nothing is wrong. */
export function faultLine(text: string): number | null {
  let found: number | null = null;
  try {
    visit(
      text,
      {
        onError: (_error, _offset, _length, line) => {
          found ??= line + 1;
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    );
  } catch {
    // Nested deeper than the parser can follow.
    found ??= 1;
  }
  return found;
}
