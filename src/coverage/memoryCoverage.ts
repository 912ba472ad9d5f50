import { applyFilters } from '../domain/applyFilters.ts';
import type { Corpus, Dataset } from '../domain/corpus.ts';
import type { Filters } from '../domain/filters.ts';
import { hasSigns } from '../domain/signs.ts';
import { sizesOf } from '../domain/sizes.ts';
import type { Coverage, CoverageHead, Selected } from './coverage.ts';
import { keptSelections } from './selections.ts';

/** What is known of a corpus before anything is asked. */
export function headOf(corpus: Corpus, { origin, digest }: Pick<CoverageHead, 'origin' | 'digest'>): CoverageHead {
  const { id, title, asOf, made } = corpus;
  const articles = corpus.articles.map(({ id, badge, headline }) => ({ id, badge, headline }));
  return { id, title, asOf, made, origin, digest, articles, sizes: sizesOf(corpus), signed: hasSigns(corpus) };
}

/** A corpus at one state of the filters; they are applied when something is asked that depends on them. */
export function selected(whole: Dataset, filters: Filters, head: CoverageHead): Selected {
  let slice: Dataset | null = null;
  return {
    head,
    whole,
    filters,
    get slice() {
      slice ??= applyFilters(whole, filters);
      return slice;
    },
  };
}

/** A corpus in the memory of whoever asks: every answer comes at once. */
export function memoryCoverage(corpus: Corpus, from: Pick<CoverageHead, 'origin' | 'digest'>): Coverage {
  const head = headOf(corpus, from);
  return {
    head,
    waits: false,
    select: keptSelections((filters) => {
      const of = selected(corpus, filters, head);
      return { ask: (question, wants) => question.answer(of, wants) };
    }),
    close: () => {},
  };
}
