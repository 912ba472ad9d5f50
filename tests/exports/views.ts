import fc from 'fast-check';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import { PLACED_VENUES } from '../../src/coverage/answers/placedVenues.ts';
import { SHOWN } from '../../src/coverage/answers/shown.ts';
import type { CoverageHead, Question, Selected } from '../../src/coverage/coverage.ts';
import { selected } from '../../src/coverage/memoryCoverage.ts';
import type { Corpus, Dataset } from '../../src/domain/corpus.ts';
import { facetDomain } from '../../src/domain/facets.ts';
import { asFacet, type Filters, LIST_FACETS, type ListFacet, NO_FILTERS } from '../../src/domain/filters.ts';
import type { BaseMap } from '../../src/draw/baseMap.ts';
import { venuesGeoJson } from '../../src/exports/geojson.ts';
import { type Exported, type Provenance, provenanceOf } from '../../src/exports/provenance.ts';
import { TABLE_FILE, type TableName } from '../../src/exports/tables.ts';
import { headFor } from '../fixtures/head.ts';
import { bundledCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';
import { FIXTURES } from '../gallery/fixtures/fixtures.ts';
import { naughtyCorpus } from './naughtyCorpus.ts';

/** A view of a corpus, with what is asked of it, and what all that is exported of it says of itself. */
export type ExportedView = Selected & { exported: Exported; told: Provenance };

/** A view of a corpus, ready to be exported. */
export function viewOf(whole: Dataset, patch: Partial<Filters> = {}, origin?: CoverageHead['origin']): ExportedView {
  const filters = { ...NO_FILTERS, ...patch };
  const link = `https://desk.example/?v=1&q=${encodeURIComponent(filters.text.toWellFormed())}`;
  const head = headFor(whole, origin);
  const of = selected(whole, filters, head);
  const exported = { head, filters, link, made: '2026-11-22' };
  return { head, whole, slice: of.slice, filters, exported, told: provenanceOf(exported, SHOWN.answer(of, null)) };
}

/** The text of a file of a view. */
export const fileOf = (file: Question<Provenance, string>, view: ExportedView): string => file.answer(view, view.told);

/** One table of a view as a CSV file. */
export const csvOf = (view: ExportedView, table: TableName): string =>
  TABLE_FILE.answer(view, { table, told: view.told });

/** The venues of a view as GeoJSON. */
export const geoJsonOf = (view: ExportedView, map: BaseMap | null): string =>
  venuesGeoJson(PLACED_VENUES.answer(view, null), view.told, map);

function throughTheDoor(name: string, input: unknown): [name: string, corpus: Corpus] {
  const result = readCorpus(input);
  if (!result.ok) throw new Error(`${name} is refused: ${JSON.stringify(result.problems.slice(0, 3))}`);
  return [name, result.corpus];
}

/** Every corpus that the writers are tried on, through the door. */
export const CORPORA: [name: string, corpus: Corpus][] = [
  throughTheDoor('bundled', bundledCorpus()),
  throughTheDoor('small', smallCorpus()),
  ...Object.entries(FIXTURES).map(([name, make]) => throughTheDoor(name, make())),
  throughTheDoor('naughty', naughtyCorpus()),
];

/** The views that every writer is tried on: no filter, a filter, nothing left, and all of the above. */
export const VIEWS: [name: string, view: ExportedView][] = [
  ['no filter', viewOf(bundledCorpus())],
  ['one actor', viewOf(bundledCorpus(), { actors: ['moon-jae-in'] })],
  ['nothing left', viewOf(bundledCorpus(), { text: 'zzz=1+1 \ud83d\u202e]]>' })],
  ...CORPORA.slice(1).map(([name, corpus]): [string, ExportedView] => [name, viewOf(corpus)]),
  ['naughty, an actor', viewOf(naughtyCorpus(), { actors: ['actor-2', 'actor-9'] })],
];

/** Filters of the values that a corpus has. */
export function filtersFor(whole: Dataset): fc.Arbitrary<Filters> {
  const values = (facet: ListFacet) => {
    const domain = facetDomain(whole, facet);
    const some = fc
      .subarray(domain, { minLength: Math.min(1, domain.length) })
      .map((list) => asFacet(list.slice(0, 3)));
    return fc.oneof({ weight: 4, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: some });
  };
  const day = fc.option(fc.constantFrom('2018-06-30', '2019-01-08', '2019-01-10', '2020-01-01'), { freq: 1 });
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.constant('') },
    fc.constantFrom('said', 'Kim', '=', 'zzz', '\u202e', '\ud83d', 'W'.repeat(200), 'ﷺ '.repeat(100)),
  );
  return fc
    .record({ ...Object.fromEntries(LIST_FACETS.map((facet) => [facet, values(facet)])), from: day, to: day, text })
    .map((filters) => ({ ...NO_FILTERS, ...filters }));
}
