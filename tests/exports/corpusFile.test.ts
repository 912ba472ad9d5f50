// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/corpus/problem.ts';
import { readCorpusText } from '../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { activeFilters } from '../../src/domain/filterNames.ts';
import { CORPUS_FILE } from '../../src/exports/corpusFile.ts';
import { corpusDigest } from '../../src/exports/digest.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { CORPORA, fileOf, filtersFor, VIEWS, viewOf } from './views.ts';

/** What the door makes of a file. */
function through(text: string): Corpus {
  const result = readCorpusText(text);
  if (!result.ok) throw new Error(result.problems.map(problemLine).join('\n'));
  return result.corpus;
}

describe('a corpus file', () => {
  it.each(CORPORA)('of all of %s is that coverage, with the same digest', (_, whole) => {
    const back = through(fileOf(CORPUS_FILE, viewOf(whole)));
    expect(back).toEqual(whole);
    expect(corpusDigest(back)).toBe(corpusDigest(whole));
  });

  it.each(VIEWS)('%s: holds the view and says what it is a part of', (_, exported) => {
    const { whole, slice, filters } = exported;
    const back = through(fileOf(CORPUS_FILE, exported));
    expect(back).toEqual({ ...slice, title: back.title });
    if (activeFilters(whole, filters).length > 0) expect(back.title).toContain(`Part of “${whole.title}”: Only `);
  });

  it.each(CORPORA)('of any part of %s passes the door again and is that part', (_, whole) => {
    fc.assert(
      fc.property(filtersFor(whole), (filters) => {
        const exported = viewOf(whole, filters);
        const back = through(fileOf(CORPUS_FILE, exported));
        expect(back).toEqual({ ...exported.slice, title: back.title });
        expect(back.title.length).toBeLessThanOrEqual(300);
      }),
      { numRuns: Math.max(10, Math.min(100, Math.round(8_000 / (whole.statements.length + 50)))) },
    );
  });

  it('names the filters in its title as the chips do, as far as a title may go', () => {
    const whole = bundledCorpus();
    const one = viewOf(whole, { actors: ['moon-jae-in'], text: 'turn\u202eed' });
    expect(through(fileOf(CORPUS_FILE, one)).title).toBe(`Part of “${whole.title}”: Only Moon; “turned”`);
    const many = viewOf({ ...whole, title: '😀'.repeat(150) }, { actors: whole.actors.map(({ id }) => id) });
    const { title } = through(fileOf(CORPUS_FILE, many));
    expect(title.length).toBeLessThanOrEqual(300);
    expect(title.isWellFormed()).toBe(true);
    expect(title).toMatch(/^Part of “(?:😀)+…”: Only .*…$/u);
    expect(viewOf(whole).told.filters).toBe('All of the coverage');
  });

  it('is indented, one thing in a line', () => {
    expect(fileOf(CORPUS_FILE, viewOf(bundledCorpus()))).toMatch(/^\{\n {2}"schemaVersion": 2,\n/);
  });
});
