import { type Article, type Paragraph, paragraphNumbers, paragraphsOf } from '../../../domain/article.ts';
import type { Dataset } from '../../../domain/corpus.ts';
import { surfaceParts } from '../../../domain/datedEvent.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { firstWhere } from '../../../domain/firstWhere.ts';
import { inArticle } from '../../../domain/inArticle.ts';
import { isChecked, type Mark } from '../../../domain/mark.ts';
import { mentionsIn } from '../../../domain/names.ts';
import type { Passage, ReadingList } from '../../../domain/reading.ts';
import { hasSigns } from '../../../domain/signs.ts';
import type { Slug } from '../../../domain/slug.ts';
import type { Statement } from '../../../domain/statement.ts';
import type { FlagKind, TextFlag } from '../../../domain/textFlag.ts';
import { textParts } from '../../../domain/unseen.ts';
import { articlesOf } from './reading.ts';
import { around, BITS, cutsOf, type Layer, meets, type Segment, segmentsOf, type TextRange } from './segments.ts';

/** Consecutive segments that belong to one statement, or to none. `open`: nobody has checked it, in a coverage that has signs. */
export type MarkedRun = { key: string; statement: Slug | null; open: boolean; segments: Segment[] };

/** A flaw of a paragraph; `others` where another article has its words, too. */
type FlawNote = { id: Slug; kind: FlagKind; note: string; others: boolean };

/** What stands in the margin beside a statement that begins there: its mark, whether its speaker is settled, and words to know it by. */
export type StatementNote = { id: Slug; mark: Mark; unsettled: boolean; words: string };

/** A paragraph as far as it is shown: `before` and `after` count its characters that are not. `moreFlags` are not listed. */
export type AnnotatedParagraph = Pick<Paragraph, 'number'> & {
  runs: MarkedRun[];
  flags: FlawNote[];
  moreFlags: number;
  /** Statements that begin here, where the coverage has signs. */
  said: StatementNote[];
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
 * Most that is drawn of an article at once: paragraphs and UTF-16 code units; most flags and statements that one paragraph lists; most
 * passages of events that are looked through for the words of a date, and how far into each.
 */
const MOST = { paragraphs: 240, text: 60_000, flags: 20, said: 20, dated: 2_000, dateAt: 2_000 } as const;

/** Where the words of events stand that date them, inside a part of an article. */
function dates(whole: Dataset, article: Slug, part: TextRange): TextRange[] {
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

/** Every mark on a part of an article, in the order in which one lies on another. */
function layersOf(
  whole: Dataset,
  article: Article,
  part: TextRange,
  list: ReadingList | null,
  current: Passage | null,
): Layer[] {
  const layers: Layer[] = [];
  const add = (bit: number, spans: readonly TextRange[], statement = -1) => {
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
  for (const { spans } of list ? (articlesOf(list).get(article.id) ?? []) : []) add(BITS.other, own(spans));
  if (current) add(BITS.current, own(current.spans));
  return layers;
}

const flawNote = ({ id, kind, note, spans }: TextFlag): FlawNote => ({
  id,
  kind,
  note,
  others: spans.some(({ article }) => article !== spans[0]?.article),
});

/** The flags of each paragraph by its number, in their order; only so many, and how many more there are. */
function flagsByParagraph(whole: Dataset, article: Article, { start, end }: TextRange) {
  const found = new Map<number, { flags: FlawNote[]; more: number }>();
  for (const flag of inArticle(whole, article.id).flags) {
    const numbers = new Set<number>();
    for (const span of flag.spans)
      if (span.article === article.id && meets(span, { start, end }))
        for (const number of paragraphNumbers(article, Math.max(span.start, start), Math.min(span.end, end)))
          numbers.add(number);
    for (const number of numbers) {
      const own = found.get(number) ?? { flags: [], more: 0 };
      if (own.flags.length < MOST.flags) own.flags.push(flawNote(flag));
      else own.more += 1;
      found.set(number, own);
    }
  }
  return found;
}

/** The statements whose first words stand in a part of a text, in their order there. */
function beginning(statements: Statement[], { start, end }: TextRange): StatementNote[] {
  const firstOf = ({ content }: Statement) => content[0]?.start ?? -1;
  return statements
    .filter((statement) => firstOf(statement) >= start && firstOf(statement) < end)
    .sort((a, b) => firstOf(a) - firstOf(b))
    .slice(0, MOST.said)
    .map(({ id, mark, speaker, source, content }) => ({
      id,
      mark,
      unsettled: speaker.status === 'unresolved',
      words: source?.exact ?? content[0]?.exact ?? '',
    }));
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
  // A part may end between two paragraphs.
  const here = firstWhere(all.length, (index) => (all[index]?.end ?? 0) > at);
  const near = around(here, all.length, MOST.paragraphs);
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
  const signed = hasSigns(whole);
  const said = signed ? statements : [];
  let index = 0;
  const annotated = paragraphs
    .filter((paragraph) => meets(paragraph, { start, end }))
    .map((paragraph): AnnotatedParagraph => {
      const runs: MarkedRun[] = [];
      while ((segments[index]?.segment.start ?? end) < paragraph.start) index += 1;
      let before: number | null = null;
      for (; (segments[index]?.segment.start ?? end) < Math.min(paragraph.end, end); index += 1) {
        const { segment, statement } = segments[index] as (typeof segments)[number];
        const { id = null, mark } = statements[statement] ?? {};
        const open = signed && mark !== undefined && !isChecked(mark);
        if (before === statement) runs.at(-1)?.segments.push(segment);
        else runs.push({ key: String(segment.start), statement: id, open, segments: [segment] });
        before = statement;
      }
      return {
        number: paragraph.number,
        runs,
        flags: flags.get(paragraph.number)?.flags ?? [],
        moreFlags: flags.get(paragraph.number)?.more ?? 0,
        said: beginning(said, paragraph),
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
