// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/corpus/problem.ts';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import { applyFilters } from '../../src/domain/applyFilters.ts';
import type { Dataset } from '../../src/domain/corpus.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { type FacetValue, facetDomain, facetValues, tieCount } from '../../src/domain/facets.ts';
import { asFacet, type Filters, LIST_FACETS, type ListFacet, NO_FILTERS } from '../../src/domain/filters.ts';
import { largeCorpus } from '../fixtures/largeCorpus.ts';
import { machineMade } from '../fixtures/machineMade.ts';
import { bySentence, plainlyFiltered } from '../fixtures/plainFilters.ts';

/** A few articles, crowded enough that paragraphs share what they hold. */
const SIZES = {
  statements: 40,
  articles: 4,
  actors: 9,
  places: 6,
  venues: 4,
  topics: 3,
  relations: 16,
  events: 8,
  flags: 12,
};

const corpora = fc.integer({ min: 1, max: 500 }).map((seed) => {
  const byHand = largeCorpus(SIZES, seed);
  return seed % 2 === 0 ? byHand : machineMade(byHand);
});

/** The same corpus with a line break in the middle of some passages, so that they begin in one paragraph and end in the next. */
function crossing(whole: Dataset, every: number): Dataset {
  const texts = new Map(whole.articles.map(({ id, text }) => [id, text]));
  for (const [at, { content }] of whole.statements.entries()) {
    const [first] = content;
    const text = texts.get(first?.article ?? '');
    if (!first || text === undefined || at % every !== 0) continue;
    const space = text.indexOf(' ', (first.start + first.end) >> 1);
    if (space > 0 && space < first.end) texts.set(first.article, `${text.slice(0, space)}\n${text.slice(space + 1)}`);
  }
  const again = (_: string, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('exact' in value)) return value;
    const { article, start, end } = value as Evidence;
    return { ...value, exact: texts.get(article)?.slice(start, end) };
  };
  const { articles, ...rest } = whole;
  const read = readCorpus({
    ...JSON.parse(JSON.stringify(rest), again),
    articles: articles.map((one) => ({ ...one, text: texts.get(one.id) ?? '' })),
  });
  if (!read.ok) throw new Error(read.problems.slice(0, 3).map(problemLine).join('; '));
  return read.corpus;
}

const filtersOf = (whole: Dataset): fc.Arbitrary<Filters> =>
  fc
    .record({
      ...Object.fromEntries(
        LIST_FACETS.map((facet) => [
          facet,
          fc.oneof(
            { weight: 3, arbitrary: fc.constant<string[]>([]) },
            { weight: 1, arbitrary: fc.subarray(facetDomain(whole, facet)).map((some) => asFacet(some.slice(0, 4))) },
          ),
        ]),
      ),
      from: fc.constantFrom(null, null, null, '2016-06-01', '2017-02-01'),
      to: fc.constantFrom(null, null, null, '2017-12-31'),
      text: fc.constantFrom('', '', '', 'said', 'trade', 'of a'),
    })
    .map((filters) => ({ ...NO_FILTERS, ...filters }));

const cases = corpora.chain((whole) =>
  fc.record({ whole: fc.constant(whole), filters: filtersOf(whole), facet: fc.constantFrom(...LIST_FACETS) }),
);

/** What the values of a facet are by their definition: each applied beside all the other filters. */
function valuesByDefinition(whole: Dataset, filters: Filters, facet: ListFacet): FacetValue[] {
  const others = applyFilters(whole, { ...filters, [facet]: [] });
  const chosen: string[] = filters[facet];
  return facetDomain(whole, facet).map((value) => {
    const shown = applyFilters(others, { ...filters, [facet]: [value] });
    const count = facet === 'tieKinds' ? tieCount(shown, value) : shown.statements.length;
    return { value, count, active: chosen.includes(value) };
  });
}

describe('a made-up corpus of any seed', () => {
  it('passes the door', () => {
    fc.assert(
      fc.property(corpora, (whole) => {
        const read = readCorpus(whole);
        expect(read.ok ? [] : read.problems.slice(0, 3)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('filters', () => {
  it('leave what the sentence of the law leaves, also of passages that go over a line break', () => {
    const crossed = corpora.chain((whole) => fc.integer({ min: 1, max: 4 }).map((every) => crossing(whole, every)));
    const law = crossed.chain((whole) => fc.record({ whole: fc.constant(whole), filters: filtersOf(whole) }));
    fc.assert(
      fc.property(law, ({ whole, filters }) => {
        expect(applyFilters(whole, filters)).toEqual(plainlyFiltered(whole, filters, bySentence));
      }),
      { numRuns: 200 },
    );
  });

  it('leave what is left when whatever nothing carries is taken away until nothing more falls', () => {
    fc.assert(
      fc.property(cases, ({ whole, filters }) => {
        expect(applyFilters(whole, filters)).toEqual(plainlyFiltered(whole, filters));
      }),
      { numRuns: 300 },
    );
  });

  it('count for all values of a facet at once what each shows when it is applied', () => {
    fc.assert(
      fc.property(cases, ({ whole, filters, facet }) => {
        expect(facetValues(whole, filters, facet)).toEqual(valuesByDefinition(whole, filters, facet));
      }),
      { numRuns: 300 },
    );
  });
});
