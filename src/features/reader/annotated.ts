import { type Article, type Paragraph, paragraphNumbers, paragraphsOf } from '../../domain/article.ts';
import type { Dataset } from '../../domain/corpus.ts';
import { surfaceParts } from '../../domain/datedEvent.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { inArticle } from '../../domain/inArticle.ts';
import { mentionsIn } from '../../domain/names.ts';
import type { Passage, ReadingList } from '../../domain/reading.ts';
import type { Slug } from '../../domain/slug.ts';
import type { TextFlag } from '../../domain/textFlag.ts';
import { textParts } from '../../domain/unseen.ts';
import { passagesByArticle } from './model.ts';

/** A run of text to which the same marks apply. */
export type Segment = {
  start: number;
  text: string;
  /** `current` is the shown passage, `other` another one of the list. */
  shown: 'current' | 'other' | null;
  actor: boolean;
  place: boolean;
  date: boolean;
  flagged: boolean;
};

/** Consecutive segments that belong to one statement, or to none. */
export type Run = { key: string; statement: Slug | null; segments: Segment[] };

/** A paragraph as far as it is shown: `before` and `after` count its characters that are not. `moreFlags` are not listed. */
export type AnnotatedParagraph = Pick<Paragraph, 'number'> & {
  runs: Run[];
  flags: TextFlag[];
  moreFlags: number;
  before: number;
  after: number;
};

/** The part of an article around a place, half open in UTF-16 code units, with its paragraphs and how many unseen characters it marks. */
export type AnnotatedText = {
  start: number;
  end: number;
  whole: boolean;
  paragraphs: AnnotatedParagraph[];
  unseen: number;
};

/**
 * Most that is drawn of an article at once: paragraphs, UTF-16 code units, and segments; most flags that one paragraph lists; most
 * passages of events that are looked through for the words of a date, and how far into each.
 */
const MOST = { paragraphs: 240, text: 60_000, segments: 1_600, flags: 20, dated: 2_000, dateAt: 2_000 } as const;

/** What a mark of one bit says of a segment. */
const BITS = { actor: 1, place: 2, date: 4, flagged: 8, other: 16, current: 32 } as const;

type Range = { start: number; end: number };
type Layer = Range & { bit: number; statement: number };

/** At most so much of a text around a place: half on each side, and what one side lacks on the other. */
function around(at: number, length: number, most: number): Range {
  const start = Math.max(0, Math.min(at - most / 2, length - most));
  return { start, end: Math.min(length, start + most) };
}

/** Where the words of events stand that date them, inside a part of an article. */
function dates(whole: Dataset, article: Slug, part: Range): Range[] {
  const spans = inArticle(whole, article).events.flatMap((event) =>
    event.evidence.filter((span) => span.article === article && meets(span, part)).map((span) => ({ span, event })),
  );
  return spans.slice(0, MOST.dated).flatMap(({ span, event }) => {
    const text = span.exact.slice(0, MOST.dateAt);
    return surfaceParts(event).flatMap((words) => {
      const at = text.indexOf(words);
      return at < 0 ? [] : [{ start: span.start + at, end: span.start + at + words.length }];
    });
  });
}

const meets = (one: Range, other: Range) => one.start < other.end && other.start < one.end;

/** Every mark on a part of an article, in the order in which one lies on another. */
function layersOf(
  whole: Dataset,
  article: Article,
  part: Range,
  list: ReadingList | null,
  current: Passage | null,
): Layer[] {
  const layers: Layer[] = [];
  const add = (bit: number, spans: readonly Range[], statement = -1) => {
    for (const span of spans) {
      if (!meets(span, part)) continue;
      layers.push({ start: Math.max(span.start, part.start), end: Math.min(span.end, part.end), bit, statement });
    }
  };
  const own = (spans: readonly Evidence[]) => spans.filter((span) => span.article === article.id);
  const here = inArticle(whole, article.id);
  here.statements.forEach(({ content }, index) => {
    add(0, own(content), index);
  });
  const passage = { article: article.id, ...part };
  add(BITS.actor, mentionsIn(whole, 'actors', passage));
  add(BITS.place, mentionsIn(whole, 'places', passage));
  add(BITS.date, dates(whole, article.id, part));
  for (const { spans } of here.flags) add(BITS.flagged, own(spans));
  for (const { spans } of list ? (passagesByArticle(list).get(article.id) ?? []) : []) add(BITS.other, own(spans));
  if (current) add(BITS.current, own(current.spans));
  return layers;
}

/**
 * The places where a part of a text is cut, in order: where a paragraph, a mark, or what cannot be seen begins and ends. Around `at` there are
 * at most so many as segments are drawn.
 */
function cutsOf(part: Range, at: number, borders: Iterable<number>): number[] {
  const isCut = new Uint8Array(part.end - part.start + 1);
  isCut[0] = isCut[part.end - part.start] = 1;
  for (const border of borders) if (border >= part.start && border <= part.end) isCut[border - part.start] = 1;
  const cuts: number[] = [];
  isCut.forEach((cut, index) => {
    if (cut === 1) cuts.push(part.start + index);
  });
  const middle = cuts.findLastIndex((cut) => cut <= at);
  const { start, end } = around(middle, cuts.length, MOST.segments);
  return cuts.slice(start, end + 1);
}

/** The segments between the cuts, each with the statement on it: of several, the last. The cost is that of cuts and layers together. */
function segmentsOf(article: Article, cuts: readonly number[], layers: readonly Layer[]) {
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
      text: article.text.slice(start, cuts[index + 1]),
      shown: bits & BITS.current ? 'current' : bits & BITS.other ? 'other' : null,
      actor: (bits & BITS.actor) > 0,
      place: (bits & BITS.place) > 0,
      date: (bits & BITS.date) > 0,
      flagged: (bits & BITS.flagged) > 0,
    };
    return { segment, statement: statements[index] ?? -1 };
  });
}

/** The flags of each paragraph by its number, in their order; only so many, and how many more there are. */
function flagsByParagraph(whole: Dataset, article: Article, { start, end }: Range) {
  const found = new Map<number, { flags: TextFlag[]; more: number }>();
  for (const flag of inArticle(whole, article.id).flags) {
    const numbers = new Set<number>();
    for (const span of flag.spans)
      if (span.article === article.id && meets(span, { start, end }))
        for (const number of paragraphNumbers(article, Math.max(span.start, start), Math.min(span.end, end)))
          numbers.add(number);
    for (const number of numbers) {
      const own = found.get(number) ?? { flags: [], more: 0 };
      if (own.flags.length < MOST.flags) own.flags.push(flag);
      else own.more += 1;
      found.set(number, own);
    }
  }
  return found;
}

/**
 * The text of an article around a place, paragraph by paragraph, cut where marks begin and end. The text itself is never changed. All
 * of an ordinary article is there; of one that is long, or dense with marks, as much as can be drawn at once.
 */
export function annotatedText(
  whole: Dataset,
  article: Article,
  list: ReadingList | null,
  current: Passage | null,
  at: number,
): AnnotatedText {
  const all = paragraphsOf(article);
  const near = around((paragraphNumbers(article, at, at + 1)[0] ?? 1) - 1, all.length, MOST.paragraphs);
  const [low, high] = [all[near.start]?.start ?? 0, all[near.end - 1]?.end ?? 0];
  const text = around(at - low, high - low, MOST.text);
  const part = { start: low + text.start, end: low + text.end };
  const layers = layersOf(whole, article, part, list, current);
  const unseen = textParts(article.text, part.start, part.end).filter((one) => one.unseen !== null);
  const paragraphs = all.slice(near.start, near.end);
  const borders = [
    ...paragraphs.flatMap(({ start, end }) => [start, end]),
    ...unseen.flatMap(({ start, text: { length } }) => [start, start + length]),
  ];
  for (const { start, end } of layers) borders.push(start, end);
  const cuts = cutsOf(part, at, borders);
  const [start = 0, end = 0] = [cuts[0], cuts.at(-1)];
  const segments = segmentsOf(article, cuts, layers);
  const flags = flagsByParagraph(whole, article, { start, end });
  const { statements } = inArticle(whole, article.id);
  let index = 0;
  const annotated = paragraphs
    .filter((paragraph) => meets(paragraph, { start, end }))
    .map((paragraph): AnnotatedParagraph => {
      const runs: Run[] = [];
      while ((segments[index]?.segment.start ?? end) < paragraph.start) index += 1;
      let before: number | null = null;
      for (; (segments[index]?.segment.start ?? end) < Math.min(paragraph.end, end); index += 1) {
        const { segment, statement } = segments[index] as (typeof segments)[number];
        const id = statements[statement]?.id ?? null;
        if (before === statement) runs.at(-1)?.segments.push(segment);
        else runs.push({ key: String(segment.start), statement: id, segments: [segment] });
        before = statement;
      }
      return {
        number: paragraph.number,
        runs,
        flags: flags.get(paragraph.number)?.flags ?? [],
        moreFlags: flags.get(paragraph.number)?.more ?? 0,
        before: Math.max(0, start - paragraph.start),
        after: Math.max(0, paragraph.end - end),
      };
    });
  const marked = unseen.filter((one) => one.start >= start && one.start < end && all.length > 0);
  const isWhole = start <= (all[0]?.start ?? 0) && end >= (all.at(-1)?.end ?? 0);
  return {
    start,
    end,
    whole: isWhole,
    paragraphs: annotated,
    unseen: marked.reduce((sum, one) => sum + (one.unseen?.times ?? 0), 0),
  };
}
