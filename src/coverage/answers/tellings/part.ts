import { type Article, paragraphsOf } from '../../../domain/article.ts';
import type { Dataset } from '../../../domain/corpus.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { inArticle } from '../../../domain/inArticle.ts';
import { spansOf } from '../../../domain/statement.ts';

/**
 * What of two articles is laid side by side at most: of each its first paragraphs and characters, and of both the first marks of each list,
 * in passages of a hundred characters. Everything is compared with everything, so the time grows with their products.
 */
const COMPARED = { paragraphs: 300, characters: 30_000, statements: 2000, marks: 250 } as const;

/** A part of a dataset, and of two of its articles; all of them where that is little enough. */
export type ComparedPart = { part: Dataset; a: Article; b: Article; left: string | null };

/** The beginning of an article that is compared; it ends with a paragraph, or where a first one is too long, with a character. */
function beginning(article: Article): Article {
  const { text } = article;
  const paragraphs = paragraphsOf(article);
  if (text.length <= COMPARED.characters && paragraphs.length <= COMPARED.paragraphs) return article;
  const last = paragraphs.findLastIndex(
    ({ number, end }) => number <= COMPARED.paragraphs && end <= COMPARED.characters,
  );
  const cut = paragraphs[last]?.end ?? COMPARED.characters;
  return {
    ...article,
    text: text
      .slice(0, cut)
      .toWellFormed()
      .replace(/\uFFFD$/, ''),
  };
}

const weightOf = (spans: readonly Evidence[]) =>
  spans.reduce((sum, { start, end }) => sum + 1 + (end - start) / 100, 0);

/** The part of a dataset that two of its articles are compared in. */
export function comparedPart(whole: Dataset, wholeA: Article, wholeB: Article): ComparedPart {
  const [a, b] = [beginning(wholeA), beginning(wholeB)];
  const inside = ({ article, start }: Evidence) =>
    (article === a.id && start < a.text.length) || (article === b.id && start < b.text.length);
  const [inA, inB] = [inArticle(whole, a.id), inArticle(whole, b.id)];
  let marks = 0;
  const first = <T>(all: T[], here: T[], most: number, spans: (one: T) => Evidence[], names = (_: T) => 0) => {
    const own = new Set(here);
    let room = most;
    return all.filter((one) => {
      if (!own.has(one)) return false;
      if (room > 0 && spans(one).some(inside)) {
        room -= weightOf(spans(one)) + names(one);
        return true;
      }
      marks += 1;
      return false;
    });
  };
  const part: Dataset = {
    ...whole,
    statements: first(
      whole.statements,
      [...inA.statements, ...inB.statements],
      COMPARED.statements,
      spansOf,
      ({ topics }) => topics.length,
    ),
    relations: first(whole.relations, [...inA.relations, ...inB.relations], COMPARED.marks, ({ evidence }) => evidence),
    events: first(whole.events, [...inA.events, ...inB.events], COMPARED.marks, ({ evidence }) => evidence),
    flags: first(whole.flags, [...inA.flags, ...inB.flags], COMPARED.marks, ({ spans }) => spans),
  };
  const whichever = [
    ...(a === wholeA && b === wholeB
      ? []
      : [
          `their beginnings, up to ${COMPARED.paragraphs} paragraphs and ${COMPARED.characters.toLocaleString('en')} characters`,
        ]),
    ...(marks === 0 ? [] : [`the first of their marks, ${marks.toLocaleString('en')} are left out`]),
  ];
  const left = whichever.length === 0 ? null : `Too large to be compared whole. Here are ${whichever.join('; and ')}.`;
  return { part, a, b, left };
}
