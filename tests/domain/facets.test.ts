// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFilters } from '../../src/domain/applyFilters.ts';
import { facetDomain, facetValues, knownFilters, tieCount } from '../../src/domain/facets.ts';
import { asFacet, type Filters, filterCount, LIST_FACETS, NO_FILTERS, toggled } from '../../src/domain/filters.ts';
import { bundledCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

const whole = bundledCorpus();
const small = smallCorpus();
const only = (filters: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...filters });

const facet = fc.constantFrom(...LIST_FACETS);
const someFilters: fc.Arbitrary<Filters> = fc
  .record({
    ...Object.fromEntries(
      LIST_FACETS.map((name) => [
        name,
        fc.oneof(
          fc.constant([]),
          fc.constant([]),
          fc.subarray(facetDomain(whole, name)).map((values) => asFacet(values.slice(0, 3))),
        ),
      ]),
    ),
    from: fc.constantFrom(null, null, '2018-06-01', '2019-01-08'),
    to: fc.constantFrom(null, null, '2018-12-31', '2019-01-08'),
    text: fc.constantFrom('', '', 'kim', 'summit'),
  })
  .map((filters) => ({ ...NO_FILTERS, ...filters }));

describe('the values of a facet', () => {
  it('are those of the corpus, each once', () => {
    for (const name of LIST_FACETS) {
      const domain = facetDomain(whole, name);
      expect(new Set(domain).size, name).toBe(domain.length);
      expect(domain.length, name).toBeGreaterThan(1);
    }
    expect(facetDomain(small, 'relays')).toEqual(['moon', 'xinhua']);
    expect(facetDomain(small, 'ties')).toEqual(['talks_kim~moon']);
  });

  it('count what a chip would show given all the other filters', () => {
    expect(facetValues(small, NO_FILTERS, 'articles')).toEqual([
      { value: 'a', count: 2, active: false },
      { value: 'b', count: 1, active: false },
    ]);
    const kinds = facetValues(small, only({ articles: ['b'], kinds: ['mixed'] }), 'kinds');
    expect(kinds).toEqual([
      { value: 'direct', count: 1, active: false },
      { value: 'mixed', count: 0, active: true },
      { value: 'indirect', count: 0, active: false },
    ]);
    expect(facetValues(small, NO_FILTERS, 'tieKinds').map(({ count }) => count)).toEqual([0, 0, 1, 0]);
  });

  it('count what applying the filter gives, whatever else is chosen', () => {
    fc.assert(
      fc.property(someFilters, facet, (filters, name) => {
        for (const { value, count, active } of facetValues(whole, filters, name)) {
          const slice = applyFilters(whole, { ...filters, [name]: [value] });
          expect(count, value).toBe(name === 'tieKinds' ? tieCount(slice, value) : slice.statements.length);
          const chosen: string[] = filters[name];
          expect(active).toBe(chosen.includes(value));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a value that the corpus does not have', () => {
  it('is told apart, and the rest is kept', () => {
    const filters = only({
      actors: ['kim', 'nobody'],
      ties: ['talks_kim~moon', 'conflict_kim_moon'],
      relays: ['korea'],
      topics: ['war'],
    });
    expect(knownFilters(small, filters)).toEqual({
      known: only({ actors: ['kim'], ties: ['talks_kim~moon'], relays: ['korea'] }),
      unknown: [
        { facet: 'actors', value: 'nobody' },
        { facet: 'topics', value: 'war' },
        { facet: 'ties', value: 'conflict_kim_moon' },
      ],
    });
  });

  it('is not there, and the filters stay the same object', () => {
    fc.assert(
      fc.property(someFilters, (filters) => {
        const { known, unknown } = knownFilters(whole, filters);
        expect(unknown).toEqual([]);
        expect(known).toBe(filters);
      }),
    );
  });

  it('may have the name of something else', () => {
    const filters = only({ actors: ['hanoi', 'constructor'], places: ['kim'] });
    expect(knownFilters(small, filters).known).toEqual(NO_FILTERS);
  });
});

describe('a click on a chip', () => {
  it('puts a value in, sorted, and a second click takes it back', () => {
    expect(toggled(only({ actors: ['moon'] }), 'actors', 'kim').actors).toEqual(['kim', 'moon']);
    fc.assert(
      fc.property(someFilters, facet, fc.nat(), (filters, name, index) => {
        const domain = facetDomain(whole, name);
        const value = domain[index % domain.length] ?? '';
        const there = toggled(toggled(filters, name, value as never), name, value as never);
        expect({ ...there, [name]: [...there[name]].sort() }).toEqual(filters);
      }),
    );
  });

  it('adds one thing to take back', () => {
    expect(filterCount(NO_FILTERS)).toBe(0);
    expect(filterCount(only({ actors: ['kim', 'moon'], from: '2019-01-01', to: '2019-01-02', text: ' kim ' }))).toBe(4);
    expect(filterCount(only({ to: '2019-01-02', text: '  ' }))).toBe(1);
  });
});
