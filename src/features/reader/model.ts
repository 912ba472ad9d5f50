import { type Article, paragraphsOf } from '../../domain/article.ts';
import { type Dataset, itemById } from '../../domain/corpus.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { inArticle } from '../../domain/inArticle.ts';
import { mentionsIn } from '../../domain/mentions.ts';
import { type Passage, type ReadingList, readingList } from '../../domain/reading.ts';
import type { Slug } from '../../domain/slug.ts';
import type { TextFlag } from '../../domain/textFlag.ts';
import { unseenCount } from '../../domain/unseen.ts';
import type { Opened } from '../../domain/view.ts';

/** A run of text to which the same marks apply. */
export type Segment = {
  start: number;
  text: string;
  /** `current` is the shown passage, `other` another one of the list. */
  shown: 'current' | 'other' | null;
  actor: boolean;
  place: boolean;
  date: boolean;
  flags: Slug[];
};

/** Consecutive segments that belong to one statement, or to none. */
export type Run = { key: string; statement: Slug | null; segments: Segment[] };

export type AnnotatedParagraph = { number: number; runs: Run[]; flags: TextFlag[]; current: boolean };

const byArticle = new WeakMap<readonly Passage[], Map<Slug, Passage[]>>();

/** The passages of a list by their article. Computed once per list. */
export function passagesByArticle({ passages }: ReadingList): Map<Slug, Passage[]> {
  const known = byArticle.get(passages);
  if (known) return known;
  const found = new Map<Slug, Passage[]>();
  for (const passage of passages) {
    const own = found.get(passage.article);
    if (own) own.push(passage);
    else found.set(passage.article, [passage]);
  }
  byArticle.set(passages, found);
  return found;
}

type Layer = { start: number; end: number; put: (segment: Segment & { statement: Slug | null }) => void };

function spansIn(article: Article, spans: Evidence[]): Evidence[] {
  return spans.filter((span) => span.article === article.id);
}

function layersOf(whole: Dataset, article: Article, list: ReadingList | null, current: Passage | null): Layer[] {
  const layers: Layer[] = [];
  const add = (spans: { start: number; end: number }[], put: Layer['put']) => {
    for (const { start, end } of spans) layers.push({ start, end, put });
  };
  const here = inArticle(whole, article.id);
  for (const { id, content } of here.statements)
    add(spansIn(article, content), (segment) => {
      segment.statement = id;
    });
  add(mentionsIn(article.text, whole.actors), (segment) => {
    segment.actor = true;
  });
  add(mentionsIn(article.text, whole.places), (segment) => {
    segment.place = true;
  });
  for (const { surface, evidence } of here.events) {
    for (const span of spansIn(article, evidence)) {
      for (const words of surface.split(' / ')) {
        const at = span.exact.indexOf(words);
        if (at >= 0)
          add([{ start: span.start + at, end: span.start + at + words.length }], (segment) => {
            segment.date = true;
          });
      }
    }
  }
  for (const { id, spans } of here.flags) add(spansIn(article, spans), (segment) => segment.flags.push(id));
  for (const passage of list ? (passagesByArticle(list).get(article.id) ?? []) : [])
    add(spansIn(article, passage.spans), (segment) => {
      segment.shown = 'other';
    });
  if (current)
    add(spansIn(article, current.spans), (segment) => {
      segment.shown = 'current';
    });
  return layers;
}

type Cut = Segment & { statement: Slug | null };

/** The first index of a sorted list whose value is not below `value`. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The whole text cut wherever a paragraph or a mark begins or ends, each piece with the marks that lie on it. */
function cutText(article: Article, layers: Layer[]): Cut[] {
  const { text } = article;
  const borders = [...paragraphsOf(article), ...layers].flatMap(({ start, end }) => [
    start,
    Math.min(end, text.length),
  ]);
  const cuts = [...new Set([0, text.length, ...borders])].sort((a, b) => a - b);
  const pieces = cuts.slice(0, -1).map((start, index): Cut => {
    const plain = { shown: null, actor: false, place: false, date: false, flags: [], statement: null };
    return { start, text: text.slice(start, cuts[index + 1]), ...plain };
  });
  for (const { start, end, put } of layers) {
    const last = lowerBound(cuts, Math.min(end, text.length));
    for (let index = lowerBound(cuts, start); index < last; index += 1) {
      const piece = pieces[index];
      if (piece) put(piece);
    }
  }
  return pieces;
}

/** The text of an article, paragraph by paragraph, cut where marks begin and end. The text itself is never changed. */
export function annotatedParagraphs(
  whole: Dataset,
  article: Article,
  list: ReadingList | null,
  current: Passage | null,
): AnnotatedParagraph[] {
  const pieces = cutText(article, layersOf(whole, article, list, current));
  const starts = pieces.map(({ start }) => start);
  return paragraphsOf(article).map(({ number, start, end }) => {
    const runs: Run[] = [];
    const flags = new Set<Slug>();
    let isCurrent = false;
    for (let index = lowerBound(starts, start); (starts[index] ?? end) < end; index += 1) {
      const piece = pieces[index];
      if (!piece) break;
      const { statement, ...segment } = piece;
      for (const flag of segment.flags) flags.add(flag);
      if (segment.shown === 'current') isCurrent = true;
      const last = runs.at(-1);
      if (last && last.statement === statement) last.segments.push(segment);
      else runs.push({ key: String(segment.start), statement, segments: [segment] });
    }
    return { number, runs, flags: [...flags].flatMap((id) => itemById(whole.flags, id) ?? []), current: isCurrent };
  });
}

const unseenCache = new WeakMap<Article, string | null>();

/** A sentence that says how many unseen characters the paragraphs of an article hold; null when there are none. */
export function unseenSentence(article: Article): string | null {
  const known = unseenCache.get(article);
  if (known !== undefined) return known;
  const count = paragraphsOf(article).reduce((sum, { start, end }) => sum + unseenCount(article.text, start, end), 0);
  const sentence =
    count === 0 ? null : `${count} unseen ${count === 1 ? 'character is' : 'characters are'} marked in this article.`;
  unseenCache.set(article, sentence);
  return sentence;
}

/** What the reader shows for an opened mark. `outside` says that the filters hide it. Null when the coverage has no such mark. */
export type Reading = { list: ReadingList; index: number; current: Passage; outside: boolean };

/** Finds an opened mark in the slice, or else in the whole; a passage number beyond the end is the last one. */
export function readingOf(whole: Dataset, slice: Dataset, opened: Opened): Reading | null {
  const inSlice = readingList(slice, opened.mark);
  const list = inSlice ?? readingList(whole, opened.mark);
  if (!list) return null;
  const exact = list.passages.findIndex(
    (passage) => passage.opened.mark === opened.mark && passage.opened.passage === opened.passage,
  );
  const last = list.passages.findLastIndex((passage) => passage.opened.mark === opened.mark);
  const index = exact >= 0 ? exact : last;
  const current = list.passages[index];
  return current ? { list, index, current, outside: inSlice === null } : null;
}
