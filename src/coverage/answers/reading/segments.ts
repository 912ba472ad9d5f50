import type { Article } from '../../../domain/article.ts';
import { type TextPart, textParts } from '../../../domain/unseen.ts';

/** A run of text to which the same marks apply. */
export type Segment = {
  start: number;
  /** Its text, where what cannot be seen stands by itself. */
  parts: TextPart[];
  /** `current` is the shown passage, `other` another one of the list. */
  shown: 'current' | 'other' | null;
  actor: boolean;
  place: boolean;
  date: boolean;
  flagged: boolean;
};

/** What a mark of one bit says of a segment. */
export const BITS = { actor: 1, place: 2, date: 4, flagged: 8, other: 16, current: 32 } as const;

/** A run of a text, half open in UTF-16 code units. */
export type TextRange = { start: number; end: number };
/** A mark on a text: one of the bits, or a statement by its place in its list (-1 for none). */
export type Layer = TextRange & { bit: number; statement: number };

/** Most segments that are drawn at once. */
const MOST_SEGMENTS = 1_600;

/** Whether two runs share a code unit. */
export const meets = (one: TextRange, other: TextRange) => one.start < other.end && other.start < one.end;

/** At most so much of a text around a place: half on each side, and what one side lacks on the other. */
export function around(at: number, length: number, most: number): TextRange {
  const start = Math.max(0, Math.min(at - most / 2, length - most));
  return { start, end: Math.min(length, start + most) };
}

/**
 * The places where a part of a text is cut, in order: where a paragraph, a mark, or what cannot be seen begins and ends. Around `at` there are
 * at most so many as segments are drawn.
 */
export function cutsOf(part: TextRange, at: number, borders: Iterable<number>): number[] {
  const isCut = new Uint8Array(part.end - part.start + 1);
  isCut[0] = isCut[part.end - part.start] = 1;
  for (const border of borders) if (border >= part.start && border <= part.end) isCut[border - part.start] = 1;
  const cuts: number[] = [];
  isCut.forEach((cut, index) => {
    if (cut === 1) cuts.push(part.start + index);
  });
  const middle = cuts.findLastIndex((cut) => cut <= at);
  const { start, end } = around(middle, cuts.length, MOST_SEGMENTS);
  return cuts.slice(start, end + 1);
}

/** The segments between the cuts, each with the statement on it: of several, the last. The cost is that of cuts and layers together. */
export function segmentsOf(article: Article, cuts: readonly number[], layers: readonly Layer[]) {
  const [first = 0, last = 0] = [cuts[0], cuts.at(-1)];
  const segmentAt = new Int32Array(last - first + 1);
  cuts.forEach((cut, index) => {
    segmentAt.fill(index, cut - first, (cuts[index + 1] ?? last + 1) - first);
  });
  const count = cuts.length - 1;
  const changes = Object.values(BITS).map((bit) => ({ bit, at: new Int32Array(count + 1) }));
  const statements = new Int32Array(count).fill(-1);
  // From the last layer to the first; a segment that is taken leads on to the next one that is not.
  const free = Int32Array.from({ length: count + 1 }, (_, index) => index);
  const nextFree = (index: number): number => {
    let root = index;
    while (free[root] !== root) root = free[root] ?? count;
    for (let at = index; at !== root; ) [free[at], at] = [root, free[at] ?? root];
    return root;
  };
  for (const { start, end, bit, statement } of layers.toReversed()) {
    const from = segmentAt[Math.max(start, first) - first] ?? 0;
    const to = end >= last ? count : (segmentAt[end - first] ?? 0);
    if (start >= last || end <= first) continue;
    const change = changes.find((one) => one.bit === bit)?.at;
    if (change) {
      change[from] = (change[from] ?? 0) + 1;
      change[to] = (change[to] ?? 0) - 1;
    } else
      for (let at = nextFree(from); at < to; at = nextFree(at)) {
        statements[at] = statement;
        free[at] = at + 1;
      }
  }
  const open = changes.map(() => 0);
  return Array.from({ length: count }, (_, index) => {
    let bits = 0;
    changes.forEach(({ bit, at }, which) => {
      open[which] = (open[which] ?? 0) + (at[index] ?? 0);
      if (open[which] > 0) bits |= bit;
    });
    const start = cuts[index] ?? 0;
    const segment: Segment = {
      start,
      parts: textParts(article.text, start, cuts[index + 1]),
      shown: bits & BITS.current ? 'current' : bits & BITS.other ? 'other' : null,
      actor: (bits & BITS.actor) > 0,
      place: (bits & BITS.place) > 0,
      date: (bits & BITS.date) > 0,
      flagged: (bits & BITS.flagged) > 0,
    };
    return { segment, statement: statements[index] ?? -1 };
  });
}
