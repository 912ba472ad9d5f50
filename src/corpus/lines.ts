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

const BACKSLASH = 0x5c;
const QUOTE = 0x22;

/**
 * The lines of a JSON text, counted from 1, at which values stand, by their JSON paths. A path without a value, such as that of a missing
 * key, has the line of the nearest thing around it. The text must be valid JSON within the door's bounds; each character is read once.
 */
export function linesOf(text: string, paths: Iterable<string>): Map<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;

  const skipSpace = () => {
    for (; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === 0x0a) line += 1;
      else if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d && unit !== 0xfeff) return;
    }
  };
  const skipString = () => {
    for (at += 1; at < text.length && text.charCodeAt(at) !== QUOTE; at += 1)
      if (text.charCodeAt(at) === BACKSLASH) at += 1;
    at += 1;
  };
  const note = (wanted: Wanted) => {
    for (const path of wanted.paths) lines.set(path, line);
    // Whatever lies below and is not found stands nearest here.
    for (const child of wanted.children.values()) note(child);
  };
  /** Over a value that nobody asks about, without a look at what is in it. */
  const skipValue = () => {
    let depth = 0;
    do {
      skipSpace();
      const unit = text.charCodeAt(at);
      if (unit === QUOTE) skipString();
      else {
        if (unit === 0x5b || unit === 0x7b) depth += 1;
        if (unit === 0x5d || unit === 0x7d) depth -= 1;
        at += 1;
        while (/[\w.+-]/.test(text.charAt(at))) at += 1;
      }
    } while (depth > 0 && at < text.length);
  };
  const readValue = (wanted: Wanted | undefined) => {
    skipSpace();
    if (wanted) note(wanted);
    const open = text.charAt(at);
    if (!wanted || wanted.children.size === 0 || (open !== '[' && open !== '{')) {
      skipValue();
      return;
    }
    at += 1;
    for (let index = 0; at < text.length; index += 1) {
      skipSpace();
      if (text.charAt(at) === ']' || text.charAt(at) === '}') break;
      let key = String(index);
      if (open === '{') {
        const start = at;
        skipString();
        key = JSON.parse(text.slice(start, at)) as string;
        skipSpace();
        at += 1;
      }
      readValue(wanted.children.get(key));
      skipSpace();
      if (text.charAt(at) === ',') at += 1;
    }
    at += 1;
  };
  readValue(wantedTree(paths));
  return lines;
}

/** The line of a place in a text, counted from 1. */
export function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
