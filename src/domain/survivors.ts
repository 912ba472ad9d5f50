import { FOLLOWS, HAS } from './facetIndex.ts';
import type { ToldIndex } from './passages.ts';

/** What each told thing is to a facet that narrows: it has a value asked for, lacks it, or follows its paragraph. */
export type Owns = Uint8Array;

/** The told things that stand, and what they stand on. It is used again and again, and left empty by `clear`. */
export type Standing = {
  /** 1 for a thing that stands. */
  alive: Uint8Array;
  /** Lets these things stand, and takes away what does not hold, until nothing more falls. None of them lacks a facet. */
  settle: (things: Int32Array, count: number, facets: readonly Owns[]) => void;
  /** Takes all of these away. */
  clear: (things: Int32Array, count: number, facets: readonly Owns[]) => void;
};

/**
 * Keeps what has the property, and what follows a paragraph in which something kept has it. Each fall looks again only at those that may
 * have stood on it, so the work grows with the number of things that are let stand.
 *
 * @param most number of facets at once
 */
export function standing(
  { things, itemOf, ofItem, leads, paragraphs, inParagraph }: ToldIndex,
  most: number,
): Standing {
  const alive = new Uint8Array(things.length);
  const leaders = new Int32Array(ofItem.starts.length - 1);
  const rooms = inParagraph.starts.length - 1;
  /** How many things that stand have a facet's property themselves, by facet and paragraph. */
  const carriers = new Int32Array(most * rooms);
  const stack: number[] = [];
  const { starts, items } = paragraphs;

  const carry = (thing: number, facet: number, by: number) => {
    for (let at = starts[thing] ?? 0; at < (starts[thing + 1] ?? 0); at += 1) {
      const place = facet * rooms + (items[at] ?? 0);
      carriers[place] = (carriers[place] ?? 0) + by;
    }
  };
  const carried = (thing: number, facet: number): boolean => {
    for (let at = starts[thing] ?? 0; at < (starts[thing + 1] ?? 0); at += 1)
      if ((carriers[facet * rooms + (items[at] ?? 0)] ?? 0) > 0) return true;
    return false;
  };
  const stands = (thing: number, facets: readonly Owns[]): boolean => {
    if ((leaders[itemOf[thing] ?? 0] ?? 0) === 0) return false;
    for (let facet = 0; facet < facets.length; facet += 1)
      if (facets[facet]?.[thing] === FOLLOWS && !carried(thing, facet)) return false;
    return true;
  };
  const lookAgain = (list: { starts: Int32Array; items: Int32Array }, number: number) => {
    for (let at = list.starts[number] ?? 0; at < (list.starts[number + 1] ?? 0); at += 1) {
      const other = list.items[at] ?? 0;
      if (alive[other] === 1) stack.push(other);
    }
  };
  const fall = (thing: number, facets: readonly Owns[]) => {
    alive[thing] = 0;
    const item = itemOf[thing] ?? 0;
    if (leads[thing] === 1) {
      const left = (leaders[item] ?? 0) - 1;
      leaders[item] = left;
      if (left === 0) lookAgain(ofItem, item);
    }
    for (let facet = 0; facet < facets.length; facet += 1) {
      if (facets[facet]?.[thing] !== HAS) continue;
      carry(thing, facet, -1);
      for (let at = starts[thing] ?? 0; at < (starts[thing + 1] ?? 0); at += 1) {
        const paragraph = items[at] ?? 0;
        if (carriers[facet * rooms + paragraph] === 0) lookAgain(inParagraph, paragraph);
      }
    }
  };
  return {
    alive,
    settle: (given, count, facets) => {
      for (let at = 0; at < count; at += 1) {
        const thing = given[at] ?? 0;
        alive[thing] = 1;
        if (leads[thing] === 1) leaders[itemOf[thing] ?? 0] = (leaders[itemOf[thing] ?? 0] ?? 0) + 1;
        for (let facet = 0; facet < facets.length; facet += 1)
          if (facets[facet]?.[thing] === HAS) carry(thing, facet, 1);
      }
      for (let at = 0; at < count; at += 1) {
        const first = given[at] ?? 0;
        if (alive[first] === 0 || stands(first, facets)) continue;
        fall(first, facets);
        for (let thing = stack.pop(); thing !== undefined; thing = stack.pop())
          if (alive[thing] === 1 && !stands(thing, facets)) fall(thing, facets);
      }
    },
    clear: (given, count, facets) => {
      for (let at = 0; at < count; at += 1) {
        const thing = given[at] ?? 0;
        if (alive[thing] === 0) continue;
        alive[thing] = 0;
        if (leads[thing] === 1) leaders[itemOf[thing] ?? 0] = (leaders[itemOf[thing] ?? 0] ?? 0) - 1;
        for (let facet = 0; facet < facets.length; facet += 1)
          if (facets[facet]?.[thing] === HAS) carry(thing, facet, -1);
      }
    },
  };
}
