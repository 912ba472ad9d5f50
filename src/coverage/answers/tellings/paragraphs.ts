import { type Article, paragraphNumbers, paragraphsOf } from '../../../domain/article.ts';
import type { Dataset } from '../../../domain/corpus.ts';
import { byPlaceInText, type Evidence } from '../../../domain/evidence.ts';
import { inArticle } from '../../../domain/inArticle.ts';
import { once } from '../../../domain/once.ts';
import type { Opened } from '../../../domain/view.ts';
import type { Run } from '../../../domain/wording.ts';
import type { Join } from './joins.ts';

/**
 * What a paragraph is beside the other article: joined to one of its paragraphs, told only here, or not part of the article
 * (furniture of the page, or a line that stands several times).
 */
type ParagraphKind = 'shared' | 'only' | 'boilerplate' | 'repeated';

/** A run of a paragraph to which the same applies. `only`: words that the joined paragraph lacks; null where there is no such paragraph. */
type ParagraphPiece = { start: number; text: string; join: string | null; only: boolean | null };

export type ToldParagraph = {
  article: string;
  /** One number, or the first and the last of consecutive paragraphs with the same words. */
  numbers: [number, ...number[]];
  kind: ParagraphKind;
  pieces: ParagraphPiece[];
  /** Keys of the joins that this paragraph belongs to. */
  joins: string[];
  /** What the reader opens for it; null when nothing in it is marked. */
  opened: Opened | null;
};

const paragraphKey = (article: string, number: number) => `${article}#${number}`;

/**
 * What to open for each paragraph of some articles, by `article#number`: a statement in it, else a relation, an event, a venue or a flag.
 * Passages are numbered as the reader numbers them, in text order.
 */
export function openings(whole: Dataset, given: readonly Article[]): Map<string, Opened> {
  const found = new Map<string, Opened>();
  const articles = new Map(given.map((article) => [article.id, article]));
  const add = (span: Evidence, opened: Opened) => {
    const article = articles.get(span.article);
    if (!article) return;
    for (const number of paragraphNumbers(article, span.start, span.end)) {
      const key = paragraphKey(span.article, number);
      if (!found.has(key)) found.set(key, opened);
    }
  };
  const order = byPlaceInText(whole.articles.map(({ id }) => id));
  const here = given.map(({ id }) => inArticle(whole, id));
  for (const { id, content } of here.flatMap(({ statements }) => statements))
    for (const span of content) add(span, { mark: id, passage: 1 });
  const deeds = [...here.flatMap(({ relations }) => relations), ...here.flatMap(({ events }) => events)];
  for (const { id, evidence } of deeds)
    [...evidence].sort(order).forEach((span, index) => {
      add(span, { mark: id, passage: index + 1 });
    });
  for (const { id, spans } of here.flatMap(({ flags }) => flags))
    spans.forEach((span, index) => {
      add(span, { mark: id, passage: index + 1 });
    });
  return found;
}

type OutsideKind = 'boilerplate' | 'repeated';
const outsideOf = once((flags: Dataset['flags']) =>
  once((article: Article): ReadonlyMap<number, OutsideKind> => {
    const kinds = new Map<number, OutsideKind>();
    const paragraphs = paragraphsOf(article);
    for (const { kind, spans } of flags) {
      if (kind !== 'boilerplate' && kind !== 'repeated') continue;
      for (const span of spans) {
        if (span.article !== article.id) continue;
        for (const number of paragraphNumbers(article, span.start, span.end)) {
          const { start, end } = paragraphs[number - 1] ?? span;
          const uncovered = article.text.slice(start, Math.max(start, span.start)) + article.text.slice(span.end, end);
          if (uncovered.trim() === '' && !kinds.has(number)) kinds.set(number, kind);
        }
      }
    }
    return kinds;
  }),
);

/** The paragraphs of an article that a flag covers whole as furniture of the page or as a repeated line, by number. */
export const outsideKinds = ({ flags }: Dataset, article: Article) => outsideOf(flags)(article);

/** The runs of a paragraph, cut where joined passages and words of this telling alone begin and end. */
function piecesOf(article: Article, paragraph: Run & { number: number }, joins: readonly Join[]): ParagraphPiece[] {
  const { start, end, number } = paragraph;
  const own = joins.map((join) => ({ join, side: join.a.article === article.id ? join.a : join.b }));
  const first = own.find(({ side }) => side.numbers[0] === number);
  const only = (first?.side.onlyHere ?? []).map((run) => ({ start: run.start + start, end: run.end + start }));
  const spans = own.flatMap(({ join, side }) => side.spans.map((span) => ({ ...span, key: join.key })));
  const cuts = [...new Set([start, end, ...[...only, ...spans].flatMap((run) => [run.start, run.end])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const inside = (run: Run) => run.start <= from && run.end >= to;
    return {
      start: from,
      text: article.text.slice(from, to),
      join: spans.find(inside)?.key ?? null,
      only: first ? only.some(inside) : null,
    };
  });
}

/** The paragraphs of an article in order, each with what it is beside the other; equal neighbours outside the article are one row. */
export function toldParagraphs(
  whole: Dataset,
  article: Article,
  joins: readonly Join[],
  opened: ReadonlyMap<string, Opened>,
): ToldParagraph[] {
  const rows: ToldParagraph[] = [];
  const outside = outsideKinds(whole, article);
  for (const paragraph of paragraphsOf(article)) {
    const { number } = paragraph;
    const own = joins.filter(({ a, b }) => (a.article === article.id ? a : b).numbers.includes(number));
    const kind = own.length > 0 ? 'shared' : (outside.get(number) ?? 'only');
    const pieces = piecesOf(article, paragraph, own);
    const before = rows.at(-1);
    if (before && (kind === 'repeated' || kind === 'boilerplate') && before.kind === kind) {
      const words = (list: readonly ParagraphPiece[]) => list.map(({ text }) => text.trim()).join('');
      if (words(before.pieces) === words(pieces)) {
        before.numbers.push(number);
        continue;
      }
    }
    rows.push({
      article: article.id,
      numbers: [number],
      kind,
      pieces,
      joins: own.map(({ key }) => key),
      opened: own[0]
        ? (own[0].a.article === article.id ? own[0].a : own[0].b).opened
        : (opened.get(paragraphKey(article.id, number)) ?? null),
    });
  }
  return rows;
}
