import type { Slug } from '../domain/slug.ts';

/** Something with names: an actor or a place. */
export type Bearer = { id: Slug; aliases: readonly string[]; metonyms?: readonly string[] };

/** Finds names in a text: triples of begin and end in UTF-16 code units and number of the name, in order and without overlap. */
export type NameFinder = {
  /** Who bears each name, by place in the list. */
  bearers: number[][];
  /** Null where there are more than `most` places at which a name stands. */
  find: (text: string, most: number) => Int32Array<ArrayBuffer> | null;
};

/** Stands in the tree of names wherever no word goes on; it is no UTF-16 code unit. */
const BORDER = 0x10000;

/** Tells whether a word goes on, with a letter or a digit, at a place of a text. Remembers what it has asked of Unicode. */
function wordReader(): (text: string, at: number) => boolean {
  const known = new Uint8Array(BORDER);
  return (text, at) => {
    if (at < 0 || at >= text.length) return false;
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdfff) return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
    known[unit] ||= /[\p{L}\p{N}]/u.test(text.charAt(at)) ? 2 : 1;
    return known[unit] === 2;
  };
}

/** Edges of a tree in one table, so that a node with many of them costs no more than one with few. Nodes are numbers from 0. */
function edgeTable(most: number) {
  const size = 2 ** Math.ceil(Math.log2(most * 2 + 2));
  const [from, by, to] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const slot = (node: number, sign: number): number => {
    let hash = Math.imul(node ^ Math.imul(sign, 0x9e3779b1), 0x85ebca6b);
    hash ^= hash >>> 15;
    let at = hash & (size - 1);
    while (to[at] !== 0 && (from[at] !== node || by[at] !== sign)) at = (at + 1) & (size - 1);
    return at;
  };
  return {
    /** Where a sign leads from a node; 0 where it leads nowhere. */
    next: (node: number, sign: number): number => to[slot(node, sign)] ?? 0,
    put: (node: number, sign: number, target: number): void => {
      const at = slot(node, sign);
      [from[at], by[at], to[at]] = [node, sign, target];
    },
  };
}

/**
 * Makes the finder of a list: whole words in the same case, the longest name first, so that "James Kim" is never read as "Kim". It reads names
 * and texts backwards with an automaton (Aho and Corasick, 1975), which gives for each place the longest name that begins there. The cost
 * is the sum of the letters of all names and of the text, whatever they are.
 */
export function nameFinder(list: readonly Bearer[]): NameFinder {
  const goesOn = wordReader();
  const numbers = new Map<string, number>();
  const bearers: number[][] = [];
  list.forEach(({ aliases, metonyms = [] }, place) => {
    for (const name of new Set([...aliases, ...metonyms])) {
      const number = numbers.get(name) ?? bearers.push([]) - 1;
      numbers.set(name, number);
      bearers[number]?.push(place);
    }
  });
  const names = [...numbers.keys()];
  const most = names.reduce((sum, name) => sum + 2 * name.length, 1);
  const edges = edgeTable(most);
  const [parent, sign, fall] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  /** The longest name that ends with a node, by its number and 1 more; 0 for none. */
  const ending = new Int32Array(most);
  const depth = new Uint16Array(most);
  let nodes = 1;
  const grown = (node: number, by: number): number => {
    const known = edges.next(node, by);
    if (known !== 0) return known;
    edges.put(node, by, nodes);
    [parent[nodes], sign[nodes], depth[nodes]] = [node, by, (depth[node] ?? 0) + 1];
    nodes += 1;
    return nodes - 1;
  };
  names.forEach((name, number) => {
    let node = 0;
    for (let at = name.length; at > 0; at -= 1) {
      if (!goesOn(name, at)) node = grown(node, BORDER);
      node = grown(node, name.charCodeAt(at - 1));
    }
    if (node !== 0) ending[node] = number + 1;
  });
  const step = (node: number, by: number): number => {
    for (let at = node; ; at = fall[at] ?? 0) {
      const next = edges.next(at, by);
      if (next !== 0 || at === 0) return next;
    }
  };
  // Shorter beginnings first: what a node falls back to is shorter than itself.
  for (const node of byDepth(depth, nodes)) {
    const [above, by] = [parent[node] ?? 0, sign[node] ?? 0];
    fall[node] = above === 0 ? 0 : step(fall[above] ?? 0, by);
    ending[node] ||= ending[fall[node] ?? 0] ?? 0;
  }

  const find = (text: string, limit: number): Int32Array<ArrayBuffer> | null => {
    const found: number[] = [];
    let node = 0;
    for (let at = text.length; at > 0; at -= 1) {
      if (!goesOn(text, at)) node = step(node, BORDER);
      if (node === 0) continue;
      node = step(node, text.charCodeAt(at - 1));
      const name = ending[node] ?? 0;
      if (name === 0) continue;
      // The sign before may be of two units; half a pair is a sign by itself.
      const isPair = (text.charCodeAt(at - 2) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 3) & 0xfc00) === 0xd800;
      if (goesOn(text, at - (isPair ? 3 : 2))) continue;
      if (found.push(at - 1, name - 1) > 2 * limit) return null;
    }
    const triples = new Int32Array((found.length / 2) * 3);
    let [size, last] = [0, 0];
    for (let index = found.length - 2; index >= 0; index -= 2) {
      const [start = 0, name = 0] = [found[index], found[index + 1]];
      if (start < last) continue;
      last = start + (names[name]?.length ?? 0);
      triples.set([start, last, name], size);
      size += 3;
    }
    return triples.slice(0, size);
  };
  return { bearers, find };
}

/** The nodes of a tree but its root, nearest to the root first. */
function byDepth(depth: Uint16Array, nodes: number): Int32Array {
  const starts = new Int32Array(0x10001);
  for (let node = 1; node < nodes; node += 1)
    starts[(depth[node] ?? 0) + 1] = (starts[(depth[node] ?? 0) + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const order = new Int32Array(nodes - 1);
  for (let node = 1; node < nodes; node += 1) {
    const at = depth[node] ?? 0;
    order[starts[at] ?? 0] = node;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  return order;
}
