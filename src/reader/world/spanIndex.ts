/** The words of something in a text, in UTF-16 code units, half open. */
export type IndexedSpan = { start: number; end: number };

/** Looks up which of some spans overlap another, without walking all of them. */
export type SpanIndex<T extends IndexedSpan> = {
  /** The spans that share at least one character with another, in order. */
  overlapping(span: IndexedSpan): T[];
  touches(span: IndexedSpan): boolean;
};

/** Makes the index of some spans in any order; they may overlap each other. */
export function spanIndex<T extends IndexedSpan>(spans: readonly T[]): SpanIndex<T> {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let furthest = 0;
  const reach = sorted.map((span) => {
    furthest = Math.max(furthest, span.end);
    return furthest;
  });
  const overlapping = (span: IndexedSpan): T[] => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < span.end) low = middle + 1;
      else high = middle;
    }
    const found: T[] = [];
    for (let i = low - 1; i >= 0 && (reach[i] ?? 0) > span.start; i--) {
      const one = sorted[i];
      if (one && one.end > span.start) found.unshift(one);
    }
    return found;
  };
  return { overlapping, touches: (span) => sorted.length > 0 && overlapping(span).length > 0 };
}
