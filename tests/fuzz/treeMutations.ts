import type { Random } from './random.ts';
import { TOKENS } from './tokens.ts';

type Key = string | number;

/** A place in a tree: the keys that lead to an object or a list, and the last one. */
export type Spot = { way: Key[]; key: Key };

/** Every place of a tree that holds a value, the outermost left out. */
export function spotsOf(value: unknown, way: Key[] = []): Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys: Key[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [{ way, key }, ...spotsOf(Reflect.get(value, key), [...way, key])]);
}

/** The object or list at the end of a way, or null when an earlier change has taken it out. */
function holderAt(root: object, way: readonly Key[]): object | null {
  let here: unknown = root;
  for (const key of way) {
    if (typeof here !== 'object' || here === null) return null;
    here = Object.hasOwn(here, key) ? Reflect.get(here, key) : null;
  }
  return typeof here === 'object' ? here : null;
}

/** Sets an own value also where the key is `__proto__`. */
function set(holder: object, key: Key, value: unknown): void {
  Object.defineProperty(holder, key, { value, configurable: true, enumerable: true, writable: true });
}

const OTHERS: readonly unknown[] = [
  ...[null, true, false, 0, -0, 1, -1, 2, 0.5, 1e21, 1e308, -5e-324, 2 ** 31, 2 ** 32, 2 ** 53, '', 'a', 'moon', []],
  ...[[[]], [null], ['a', 'a'], {}, { id: 'a' }, { length: 1 }, { article: 'a', start: 0, end: 1, exact: 'M' }],
];
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'id',
  'article',
  'start',
  'exact',
  'evidence',
  'ID',
  'id ',
  'length',
  '',
];

/** A value made anew: nothing that is put in twice may be the same object. */
const fresh = (value: unknown): unknown => (typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value);

function nested(random: Random): unknown {
  let value: unknown = random.pick(OTHERS);
  for (let depth = random.below(40); depth > 0; depth -= 1) value = random.once(2) ? [value] : { a: value };
  return value;
}

/** A string changed in one place, or another in its stead. */
function otherWords(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const token = random.pick(TOKENS);
  switch (random.below(8)) {
    case 0:
      return token;
    case 1:
      return text.slice(0, at);
    case 2:
      return text.slice(0, at) + text.slice(at + 1);
    case 3:
      return text.slice(0, at) + String.fromCharCode(0xd800 + random.below(0x800)) + text.slice(at);
    case 4:
      return text + token;
    case 5:
      return random.once(2) ? text.toUpperCase() : ` ${text}`;
    case 6:
      return text + text;
    default:
      return text.slice(0, at) + token + text.slice(at);
  }
}

function otherNumber(value: number, random: Random): number {
  return random.pick([
    value + 1,
    value - 1,
    -value,
    value + 0.5,
    value * 1e6,
    value + 2 ** 32,
    2 ** 53,
    1e300,
    value + 5,
  ]);
}

/** What is done at one place of a tree. `spots` are those of the tree as it was. */
type Change = (holder: object, key: Key, random: Random, spots: readonly Spot[], root: object) => void;

const CHANGES: Change[] = [
  (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  },
  (holder, key, random) => {
    const copy = fresh(Reflect.get(holder, key));
    if (Array.isArray(holder)) holder.splice(random.below(holder.length + 1), 0, copy);
    else set(holder, random.pick(KEYS), copy);
  },
  (holder, key, random) => {
    const keys: Key[] = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder);
    const other = random.pick(keys);
    const value = Reflect.get(holder, key);
    set(holder, key, Reflect.get(holder, other));
    set(holder, other, value);
  },
  (holder, key, random) => set(holder, key, fresh(random.pick(OTHERS))),
  (holder, key, random) => set(holder, key, nested(random)),
  (holder, _, random) => {
    const value = fresh(random.pick(OTHERS));
    // A list has no keys that JSON would write.
    if (Array.isArray(holder)) holder.push(value);
    else set(holder, random.pick(KEYS), value);
  },
  // The value of another place: ids become other ids, spans lie in other articles.
  (holder, key, random, spots, root) => {
    const spot = random.pick(spots);
    const other = holderAt(root, spot.way);
    if (other && Object.hasOwn(other, spot.key)) set(holder, key, fresh(Reflect.get(other, spot.key)));
  },
  changeValue,
  changeValue,
  changeValue,
];

function changeValue(holder: object, key: Key, random: Random): void {
  const value: unknown = Reflect.get(holder, key);
  if (typeof value === 'string') set(holder, key, otherWords(value, random));
  else if (typeof value === 'number') set(holder, key, otherNumber(value, random));
  else if (typeof value === 'boolean') set(holder, key, !value);
  else if (Array.isArray(value)) set(holder, key, [...value].reverse());
  else set(holder, key, random.pick(TOKENS));
}

/** The text of a tree with one to four changes; `spots` are those of the tree of `text`. */
export function mutatedTree(text: string, spots: readonly Spot[], random: Random): string {
  const root = JSON.parse(text) as object;
  let more = 1;
  while (more < 4 && random.once(3)) more += 1;
  for (; more > 0; more -= 1) {
    const { way, key } = random.pick(spots);
    const holder = holderAt(root, way);
    if (holder && Object.hasOwn(holder, key)) random.pick(CHANGES)(holder, key, random, spots, root);
  }
  return JSON.stringify(root);
}
