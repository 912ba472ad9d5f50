// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/corpus/problem.ts';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import { applyFilters } from '../../src/domain/applyFilters.ts';
import type { Dataset } from '../../src/domain/corpus.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { facetDomain } from '../../src/domain/facets.ts';
import { asFacet, type Filters, LIST_FACETS, type ListFacet, NO_FILTERS } from '../../src/domain/filters.ts';
import { tieKey, tiesOf } from '../../src/domain/tie.ts';
import { bundledCorpus, changed, smallCorpus } from '../fixtures/markedCorpus.ts';
import { plainlyFiltered } from '../fixtures/plainFilters.ts';

const whole = bundledCorpus();
const small = smallCorpus();
const only = (filters: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...filters });

/** What a dataset shows, one name for each passage: `r-met a 120`. A flag that needs two passages counts as one thing. */
function shown(dataset: Dataset): Set<string> {
  const names = (id: string, passages: Evidence[]) => passages.map(({ article, start }) => `${id} ${article} ${start}`);
  return new Set([
    ...dataset.statements.map(({ id }) => id),
    ...dataset.relations.flatMap(({ id, evidence }) => names(id, evidence)),
    ...dataset.events.flatMap(({ id, evidence }) => names(id, evidence)),
    ...dataset.venues.flatMap(({ place, evidence, claims }) => [
      ...names(place, evidence),
      ...claims.flatMap((claim) => names(`${place} ${claim.text}`, claim.evidence)),
    ]),
    ...dataset.flags.flatMap(({ id, spans }) => names(id, spans)),
  ]);
}

const ids = (list: { id: string }[]) => list.map(({ id }) => id);

const days = [
  '2018-01-01',
  '2018-06-30',
  '2018-12-31',
  '2019-01-07',
  '2019-01-08',
  '2019-01-09',
  '2019-01-10',
  '2020-01-01',
];
const day = fc.option(fc.constantFrom(...days), { freq: 1 });
const words = fc.constantFrom('', '', '', ' ', 'Kim', 'summit', 'XI trump', 'sanctions', 'zzz', 'côuntries');
const facetOf = (facet: ListFacet) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    {
      weight: 2,
      arbitrary: fc.subarray(facetDomain(whole, facet), { minLength: 1 }).map((values) => asFacet(values.slice(0, 4))),
    },
  );

/** Filters of the values that the bundled corpus has. */
const someFilters: fc.Arbitrary<Filters> = fc
  .record({
    ...Object.fromEntries(LIST_FACETS.map((facet) => [facet, facetOf(facet)])),
    from: day,
    to: day,
    text: words,
  })
  .map((filters) => ({ ...NO_FILTERS, ...filters }));

describe('laws, for any filters', () => {
  const holds = (law: (filters: Filters, slice: Dataset) => void, numRuns = 1_000) =>
    fc.assert(
      fc.property(someFilters, (filters) => void law(filters, applyFilters(whole, filters))),
      { numRuns },
    );

  it('one pass leaves what was left when whatever nothing carried was taken away until nothing more fell', () => {
    const values = LIST_FACETS.flatMap((facet) => facetDomain(whole, facet).map((value) => ({ [facet]: [value] })));
    for (const single of values)
      expect(applyFilters(whole, only(single))).toEqual(plainlyFiltered(whole, only(single)));
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.constantFrom(...values), (one, other) => {
        const both = only({ ...one, ...other });
        expect(applyFilters(whole, both)).toEqual(plainlyFiltered(whole, both));
      }),
      { numRuns: 300 },
    );
  });

  it('closed: what comes out passes the door', () =>
    holds((_, slice) => {
      const result = readCorpus(slice);
      expect(result.ok ? [] : result.problems.map(problemLine)).toEqual([]);
    }, 300));

  it('idempotent: a second time changes nothing', () =>
    holds((filters, slice) => expect(applyFilters(slice, filters)).toEqual(slice)));

  it('narrowing: every passage was there before, and nothing stays without one', () => {
    const before = shown(whole);
    holds((_, slice) => {
      for (const name of shown(slice)) expect(before).toContain(name);
      for (const { evidence } of [...slice.relations, ...slice.venues, ...slice.events])
        expect(evidence.length).toBeGreaterThan(0);
      for (const { evidence } of slice.venues.flatMap(({ claims }) => claims))
        expect(evidence.length).toBeGreaterThan(0);
      for (const { spans } of slice.flags) expect(spans.length).toBeGreaterThan(0);
    });
  });

  it('reference tables are not even copied, and items that lose nothing are the same objects', () =>
    holds((_, slice) => {
      for (const table of ['articles', 'actors', 'places', 'topics', 'asOf'] as const)
        expect(slice[table]).toBe(whole[table]);
      const known = new Set<unknown>(whole.statements);
      for (const statement of slice.statements) expect(known.has(statement)).toBe(true);
    }));

  it('all across: one more facet never shows more', () => {
    const facet = fc.constantFrom(...LIST_FACETS, 'from' as const, 'to' as const, 'text' as const);
    fc.assert(
      fc.property(someFilters, facet, (filters, added) => {
        const without = applyFilters(whole, { ...filters, [added]: NO_FILTERS[added] });
        const more = shown(without);
        for (const name of shown(applyFilters(whole, filters))) expect(more).toContain(name);
      }),
      { numRuns: 1_000 },
    );
  });

  it('any within: two values show at least what each shows, and no statement besides when there is no other facet', () => {
    const pair = fc
      .constantFrom(...LIST_FACETS)
      .chain((facet) =>
        fc.tuple(fc.constant(facet), fc.shuffledSubarray(facetDomain(whole, facet), { minLength: 2, maxLength: 2 })),
      );
    fc.assert(
      fc.property(pair, someFilters, ([facet, values], others) => {
        const statementsOf = (filters: Filters, chosen: string[]) =>
          ids(applyFilters(whole, { ...filters, [facet]: asFacet(chosen) }).statements);
        const each = (filters: Filters) => values.flatMap((value) => statementsOf(filters, [value]));
        expect(statementsOf(others, values)).toEqual(expect.arrayContaining(each(others)));
        expect(statementsOf(NO_FILTERS, values).sort()).toEqual(asFacet(each(NO_FILTERS)));
      }),
      { numRuns: 500 },
    );
  });

  it('the filter of nothing gives the same object', () => {
    expect(applyFilters(whole, NO_FILTERS)).toBe(whole);
    expect(applyFilters(whole, only({ text: ' \n ' }))).toBe(whole);
  });

  it('in whatever order two facets come, the same is shown', () => {
    const facet = fc.constantFrom(...LIST_FACETS);
    fc.assert(
      fc.property(someFilters, facet, (filters, first) => {
        const both = shown(applyFilters(whole, filters));
        const firstAlone = applyFilters(whole, only({ [first]: filters[first] }));
        for (const name of shown(applyFilters(firstAlone, filters))) expect(both).toContain(name);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a reader sees', () => {
  it('article B alone leaves only passages of B, and a tie told in both articles is told once', () => {
    const slice = applyFilters(small, only({ articles: ['b'] }));
    expect(ids(slice.statements)).toEqual(['s-wait-b']);
    expect(slice.relations.map(({ evidence }) => evidence.map(({ exact }) => exact))).toEqual([['Moon and Kim met']]);
    expect(slice.venues[0]?.claims.map(({ text }) => text)).toEqual(['By train']);
    expect(applyFilters(small, only({ articles: ['a'] })).venues[0]?.claims).toEqual([]);
    expect(slice.events).toEqual([]);
    expect(slice.flags).toEqual([]);
    const passages = applyFilters(whole, only({ articles: ['b'] })).relations.flatMap(({ evidence }) => evidence);
    expect(new Set(passages.map(({ article }) => article))).toEqual(new Set(['b']));
  });

  it('as told by Xinhua: what Xinhua carries', () => {
    const { statements, relations } = applyFilters(whole, only({ relays: ['xinhua'] }));
    expect(ids(statements)).toEqual(expect.arrayContaining(['a-kim-make-efforts', 'b-xi-rare-opportunity']));
    for (const { relay } of statements) expect(relay?.actor).toBe('xinhua');
    for (const { relay, claimedBy } of relations) expect([relay, claimedBy]).toContain('xinhua');
    expect(relations.length).toBeGreaterThan(0);
  });

  it('unresolved speakers alone: nobody has a name', () => {
    const { statements } = applyFilters(whole, only({ certainties: ['unresolved'] }));
    expect(ids(statements)).toEqual(expect.arrayContaining(['a-he-sino-us', 'b-he-sino-us']));
    for (const { speaker } of statements) expect(speaker.status).toBe('unresolved');
  });

  it('an actor: what they say, may have said, are told, and do', () => {
    const slice = applyFilters(small, only({ actors: ['kim'] }));
    expect(ids(slice.statements)).toEqual(expect.arrayContaining(['s-wait', 's-wait-b']));
    expect(ids(slice.relations)).toEqual(['r-met']);
  });

  it('a tie: its passages and what is said beside them', () => {
    const [tie = ''] = small.relations.flatMap(tiesOf).map(tieKey);
    const slice = applyFilters(small, only({ ties: [tie] }));
    expect(ids(slice.relations)).toEqual(['r-met']);
    expect(ids(slice.statements)).toEqual(['s-peace', 's-wait-b']);
    expect(applyFilters(small, only({ tieKinds: ['conflict'] })).statements).toEqual([]);
  });

  it('a place: its venue, its events and the paragraphs that they stand in', () => {
    const slice = applyFilters(small, only({ places: ['hanoi'] }));
    expect(slice.venues).toEqual(small.venues);
    expect(ids(slice.events)).toEqual(['e-tuesday']);
    expect(ids(slice.statements)).toEqual(['s-wait', 's-wait-b']);
  });

  it('words: without regard to case, accents and order', () => {
    const found = (text: string) => ids(applyFilters(small, only({ text })).statements);
    expect(found('PEACE near')).toEqual(['s-peace']);
    expect(found('néar pèace')).toEqual(['s-peace']);
    expect(found('we wait for kim')).toEqual(['s-wait', 's-wait-b']);
    expect(found('moon wait')).toEqual(['s-wait']);
    expect(found('peace war')).toEqual([]);
  });

  it('days: both ends count, and a month or an open date that touches them stays', () => {
    const dates = (from: string | null, to: string | null) => ids(applyFilters(whole, only({ from, to })).events);
    expect(dates('2019-01-08', '2019-01-08')).toEqual(
      expect.arrayContaining([
        'e-kim-birthday',
        'e-trump-tweet',
        'e-factory-visit',
        'e-kim-visit',
        'e-officials-vietnam',
      ]),
    );
    expect(dates('2019-01-08', '2019-01-08')).not.toEqual(expect.arrayContaining(['e-trade-talks-start']));
    expect(dates('2018-03-31', '2018-03-31')).toEqual(
      expect.arrayContaining(['e-first-visit', 'e-talks-previous-year']),
    );
    expect(dates(null, '2017-12-31')).toContain('e-officials-vietnam');
    expect(dates(null, '2017-12-31')).not.toContain('e-talks-previous-year');
    expect(dates('2020-01-01', null)).toContain('e-second-meeting');
    expect(dates('2020-01-01', null)).not.toContain('e-kim-visit');
  });

  it('a contested day is on one of its days, not between them', () => {
    const [event] = small.events;
    const contested = event ? [{ ...event, date: '[2019-01-05,2019-01-09]', certainty: 'contested' as const }] : [];
    const on = (day: string) => ids(applyFilters({ ...small, events: contested }, only({ from: day, to: day })).events);
    expect(on('2019-01-05')).toEqual(['e-tuesday']);
    expect(on('2019-01-09')).toEqual(['e-tuesday']);
    expect(on('2019-01-07')).toEqual([]);
  });

  it('a topic: a tie and an event that have their own are judged by them, the others follow their paragraph', () => {
    const peace = { ...NO_FILTERS, topics: ['peace'] };
    const shown = (corpus: unknown) => applyFilters(corpus as Dataset, peace);
    // The tie stands in the paragraph of a statement on peace.
    expect(shown(smallCorpus()).relations.map(({ evidence }) => evidence.length)).toEqual([1]);
    expect(shown(smallCorpus()).events).toEqual([]);
    const told = { ...smallCorpus(), topics: [...smallCorpus().topics, { id: 'rain', label: 'Rain' }] };
    expect(shown(changed(told, 'relations.0.topics', ['rain'])).relations).toEqual([]);
    const own = shown(changed(changed(told, 'relations.0.topics', ['rain', 'peace']), 'events.0.topics', ['peace']));
    expect(own.relations.map(({ evidence }) => evidence.length)).toEqual([2]);
    expect(own.events.map(({ id }) => id)).toEqual(['e-tuesday']);
  });

  it('days: a statement that words date is judged by its day, the others follow their paragraph', () => {
    const tuesday = { ...NO_FILTERS, from: '2019-01-08', to: '2019-01-08' };
    const [first] = smallCorpus().statements;
    const said = (date: string) => ({ date, certainty: 'inferred', evidence: first?.cue[0] });
    const ids = (path: string, date: string) =>
      applyFilters(changed(smallCorpus(), path, said(date)) as Dataset, tuesday).statements.map(({ id }) => id);
    expect(applyFilters(smallCorpus(), tuesday).statements.map(({ id }) => id)).toEqual(['s-wait']);
    expect(ids('statements.0.said', '2019-01-09')).toEqual([]);
    expect(ids('statements.1.said', '2019-01')).toEqual(['s-wait', 's-peace']);
  });

  it('words: the fuller name of a speaker finds what they say', () => {
    const corpus = changed(smallCorpus(), 'actors.0.fullName', 'Moon Jae-in') as Dataset;
    expect(applyFilters(corpus, { ...NO_FILTERS, text: 'jae-in' }).statements.map(({ id }) => id)).toEqual([
      's-wait',
      's-peace',
    ]);
  });

  it('days the wrong way round show nothing', () =>
    expect(applyFilters(whole, only({ from: '2019-01-09', to: '2018-06-01' })).events).toEqual([]));

  it('a value that the corpus does not have shows nothing', () => {
    for (const facet of LIST_FACETS)
      expect(shown(applyFilters(whole, { ...NO_FILTERS, [facet]: ['nobody'] })), facet).toEqual(new Set());
  });
});
