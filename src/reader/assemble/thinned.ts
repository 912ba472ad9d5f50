import { paragraphNumbers } from '../../domain/article.ts';
import type { Corpus } from '../../domain/corpus.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Slug } from '../../domain/slug.ts';
import type { DraftNote } from '../draft.ts';

/**
 * Leaves at most so many marks on a paragraph of each article: statements before relations, events and venues, in the order of the text. A note for
 * each article says how many were left out. Only texts without paragraphs, or made to break something, carry as many.
 */
export function thinned(corpus: Corpus, most: number): { corpus: Corpus; notes: DraftNote[] } {
  const articles = new Map(corpus.articles.map((article) => [article.id, article]));
  const marks = new Map<string, number>();
  // What is no part of the article has its own room: passages of a flag count one by one.
  const furniture = new Map<string, number>();
  const lost = new Map<Slug, number>();
  const fits = (spans: readonly Evidence[], counts: Map<string, number>): boolean => {
    const keys = new Set(
      spans.flatMap(({ article: id, start, end }) => {
        const article = articles.get(id);
        return article ? paragraphNumbers(article, start, end).map((number) => `${id} ${number}`) : [];
      }),
    );
    if ([...keys].some((key) => (counts.get(key) ?? 0) >= most)) {
      const id = spans[0]?.article ?? '';
      lost.set(id, (lost.get(id) ?? 0) + 1);
      return false;
    }
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return true;
  };
  const statements = corpus.statements.filter(({ content, cue }) => fits([...content, ...cue], marks));
  const relations = corpus.relations.filter(({ evidence }) => fits(evidence, marks));
  const events = corpus.events.filter(({ evidence }) => fits(evidence, marks));
  const venues = corpus.venues.filter(({ evidence }) => fits(evidence, marks));
  const flags = corpus.flags.filter(({ spans, kind }) =>
    kind === 'boilerplate' || kind === 'repeated' ? spans.every((span) => fits([span], furniture)) : fits(spans, marks),
  );
  const notes = [...lost].map(([id, count]) => ({
    code: 'too-many-marks',
    words: `${count} ${count === 1 ? 'mark was' : 'marks were'} left out: the text has paragraphs with more than can be shown.`,
    where: articles.get(id)?.from?.name ?? '',
  }));
  return { corpus: { ...corpus, statements, relations, events, venues, flags }, notes };
}
