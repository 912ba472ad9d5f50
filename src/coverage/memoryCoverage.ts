import { applyFilters } from '../domain/applyFilters.ts';
import type { Corpus, Dataset } from '../domain/corpus.ts';
import { tieCount } from '../domain/facets.ts';
import type { Filters } from '../domain/filters.ts';
import { isChecked } from '../domain/mark.ts';
import { hasSigns } from '../domain/signs.ts';
import type { Coverage, CoverageHead, Selected } from './coverage.ts';
import { keptSelections } from './selections.ts';

/** What is known of a corpus before anything is asked. */
export function headOf(corpus: Corpus, { origin, digest }: Pick<CoverageHead, 'origin' | 'digest'>): CoverageHead {
  const { id, title, asOf, made, statements, relations, venues, events, flags } = corpus;
  return {
    id,
    title,
    asOf,
    made,
    origin,
    digest,
    articles: corpus.articles.map(({ id, badge, headline }) => ({ id, badge, headline })),
    sizes: {
      statements: statements.length,
      ties: tieCount(corpus),
      relations: relations.length,
      venues: venues.length,
      events: events.length,
      flags: flags.length,
    },
    checked: statements.filter(({ mark }) => isChecked(mark)).length,
    signed: hasSigns(corpus),
  };
}

/** A corpus at one state of the filters; they are applied when something is asked that depends on them. */
export function selected(whole: Dataset, filters: Filters): Selected {
  let slice: Dataset | null = null;
  return {
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
  return {
    head: headOf(corpus, from),
    select: keptSelections((filters) => {
      const of = selected(corpus, filters);
      return { ask: (question, wants) => question.answer(of, wants) };
    }),
  };
}
