// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readCorpusText } from '../../src/corpus/readCorpus.ts';
import { bandOf } from '../../src/domain/origin.ts';
import { ANNOTATION_FILE } from '../../src/exports/annotations.ts';
import { citation } from '../../src/exports/citation.ts';
import { CORPUS_FILE } from '../../src/exports/corpusFile.ts';
import { NETWORK_FILE } from '../../src/exports/gexf.ts';
import { fileName } from '../../src/exports/provenance.ts';
import { byMachine } from '../fixtures/byHand.ts';
import { headFor } from '../fixtures/head.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { csvOf, type ExportedView, fileOf, geoJsonOf, viewOf } from './views.ts';

const BAND = 'Data from data.example.org, not from Dateline’s editors';

const THEIRS = { kind: 'address', host: 'data.example.org', address: 'https://data.example.org/x' } as const;
const foreign = (filters = {}) => viewOf(bundledCorpus(), filters, THEIRS);

describe('data of somebody else', () => {
  it('is told from ours by where it came from', () => {
    expect(bandOf(headFor(bundledCorpus()))).toBeNull();
    expect(bandOf(headFor(bundledCorpus(), THEIRS))).toBe(BAND);
    expect(bandOf(headFor(bundledCorpus(), { kind: 'file', name: 'a.json' }))).toBe(
      'Data from the file “a.json”, not from Dateline’s editors',
    );
  });

  it('that a machine read says so, and how much of it people have checked', () => {
    const [first, ...rest] = bundledCorpus().statements;
    if (!first) throw new Error('nothing is said');
    const made = { reader: 'dateline', version: '1.0', on: null };
    const corpus = { ...bundledCorpus(), made, statements: [{ ...first, ...byMachine(80) }, ...rest] };
    const words = 'Read by a machine. 36 of 37 statements checked by a person';
    expect(bandOf(headFor(corpus))).toBe(words);
    expect(bandOf(headFor(corpus, THEIRS))).toBe(`${BAND}. ${words}`);
    expect(csvOf(viewOf(corpus), 'events')).toContain(words);
    expect(citation(viewOf(corpus).told)).toContain(words);
  });

  it.each([
    ['the statements', (view: ExportedView) => csvOf(view, 'statements')],
    ['a table without rows', (view) => csvOf({ ...view, slice: { ...view.slice, events: [] } }, 'events')],
    ['annotations', (view) => fileOf(ANNOTATION_FILE, view)],
    ['the map', (view) => geoJsonOf(view, null)],
    ['the network', (view) => fileOf(NETWORK_FILE, view)],
    ['a citation', (view) => citation(view.told)],
    ['a part as a corpus', (view) => fileOf(CORPUS_FILE, view)],
  ] as [string, (view: ExportedView) => string][])('says so in %s', (_, write) => {
    const filters = { actors: ['moon-jae-in'] };
    expect(write(foreign(filters))).toContain(BAND);
    expect(write(viewOf(bundledCorpus(), filters))).not.toContain('not from Dateline');
  });

  it('says so in the name of every file', () => {
    expect(fileName(foreign().exported, 'statements', 'csv')).toMatch(/^dateline_from-data-example-org_/);
    expect(fileName(viewOf(bundledCorpus()).exported, 'statements', 'csv')).toMatch(/^dateline_(?!from-)/);
  });

  it('passes the door again as a part', () => {
    const name = `${'long '.repeat(40)}\u202Ename`;
    const view = viewOf(bundledCorpus(), { actors: ['moon-jae-in'] }, { kind: 'file', name });
    expect(readCorpusText(fileOf(CORPUS_FILE, view))).toMatchObject({ ok: true });
  });
});
