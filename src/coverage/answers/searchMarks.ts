import type { Dataset } from '../../domain/corpus.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { inArticle } from '../../domain/inArticle.ts';
import { once } from '../../domain/once.ts';
import { readingList } from '../../domain/reading.ts';
import type { Slug } from '../../domain/slug.ts';
import { spansOf } from '../../domain/statement.ts';
import type { Stretch } from '../../domain/stretches.ts';
import type { Opened } from '../../domain/view.ts';

/** One passage of a mark. Lower ranks are opened first: statement, relation, event, flag, words around a statement. */
type Mark = { id: Slug; rank: number; start: number; end: number };

const indexOf = once((_: Dataset) => new Map<Slug, Mark[]>());

/** The passages of all marks in an article. Worked out once for a dataset and article. */
function marksIn(dataset: Dataset, article: Slug): Mark[] {
  const index = indexOf(dataset);
  const known = index.get(article);
  if (known) return known;
  const marks: Mark[] = [];
  const add = (id: Slug, rank: number, spans: readonly Evidence[]) => {
    for (const span of spans) if (span.article === article) marks.push({ id, rank, start: span.start, end: span.end });
  };
  const { statements, relations, events, flags } = inArticle(dataset, article);
  for (const { id, content } of statements) add(id, 0, content);
  for (const { id, evidence } of relations) add(id, 1, evidence);
  for (const { id, evidence } of events) add(id, 2, evidence);
  for (const { id, spans } of flags) add(id, 3, spans);
  for (const statement of statements) add(statement.id, 4, spansOf(statement));
  index.set(article, marks);
  return marks;
}

const meet = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;

/** Where a search leads: to a mark, or to none, because the sentence has none or because the filters leave other passages of it only. */
export type HitWay = { opened: Opened } | 'no mark' | 'filtered out';

/** The number under which the reader shows a passage of the mark that meets the run; null when it would show other words. */
function passageAt(whole: Dataset, slice: Dataset, mark: Mark, article: Slug, run: Stretch): Opened | null {
  if (mark.rank === 0 || mark.rank === 4) return { mark: mark.id, passage: 1 };
  // As the reader does: in what passes the filters, or else in all of the coverage.
  const list = readingList(slice, mark.id) ?? readingList(whole, mark.id);
  const passage = list?.passages.find(({ spans }) => spans.some((span) => span.article === article && meet(span, run)));
  return passage?.opened ?? null;
}

/** What to open for a sentence: a statement before a relation, an event or a flag; of equals one that has a hit, then the first. */
export function wayTo(
  whole: Dataset,
  slice: Dataset,
  article: Slug,
  sentence: Stretch,
  hits: readonly Stretch[],
): HitWay {
  const missed = (mark: Mark) => Number(!hits.some((hit) => meet(hit, mark)));
  const marks = marksIn(whole, article)
    .filter((mark) => meet(mark, sentence))
    .sort((a, b) => a.rank - b.rank || missed(a) - missed(b) || a.start - b.start);
  for (const mark of marks) {
    const opened = passageAt(whole, slice, mark, article, sentence);
    if (opened) return { opened };
  }
  return marks.length === 0 ? 'no mark' : 'filtered out';
}
