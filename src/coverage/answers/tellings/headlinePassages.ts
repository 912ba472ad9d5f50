import type { Article } from '../../../domain/article.ts';
import type { Dataset } from '../../../domain/corpus.ts';
import { byPlaceInText, type Evidence, overlaps } from '../../../domain/evidence.ts';
import { inArticle } from '../../../domain/inArticle.ts';
import type { Relation } from '../../../domain/relation.ts';
import type { Statement } from '../../../domain/statement.ts';
import type { Opened } from '../../../domain/view.ts';
import type { Run } from '../../../domain/wording.ts';

/** An event type and those who act in it. */
type Deed = Pick<Relation, 'event' | 'actors'>;
/** A passage with who speaks or acts in it. */
export type FoundPassage = { spans: Evidence[]; statement: Statement | null; opened: Opened; deeds: Deed[] };

/** The statements of an article with the ties that their words hold, and the passages of ties outside statements. */
export function passagesOf(whole: Dataset, article: Article): FoundPassage[] {
  const order = byPlaceInText(whole.articles.map(({ id }) => id));
  const here = inArticle(whole, article.id);
  const found = here.statements
    .filter(({ content }) => content[0]?.article === article.id)
    .map(
      (statement): FoundPassage => ({
        spans: statement.content,
        statement,
        opened: { mark: statement.id, passage: 1 },
        deeds: [],
      }),
    );
  const statements = [...found];
  for (const { id, evidence, event, actors } of here.relations) {
    const deed: Deed = { event, actors };
    [...evidence].sort(order).forEach((span, index) => {
      if (span.article !== article.id || span.start >= article.text.length) return;
      const within = statements.filter(({ spans }) => spans.some((one) => overlaps(one, span)));
      for (const { deeds } of within) if (deeds.at(-1) !== deed) deeds.push(deed);
      if (within.length === 0)
        found.push({
          spans: [span],
          statement: null,
          opened: { mark: id, passage: index + 1 },
          deeds: [deed],
        });
    });
  }
  return found;
}

/** The stretch of text from the first to the last span, with quotation marks that touch it. */
export function stretchOf(article: Article, spans: readonly Evidence[]): Run {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const isMark = (at: number) => /["“”]/.test(article.text.charAt(at));
  return { start: start - (isMark(start - 1) ? 1 : 0), end: end + (isMark(end) ? 1 : 0) };
}
