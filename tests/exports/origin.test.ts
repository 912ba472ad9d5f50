// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readCorpusText } from '../../src/corpus/readCorpus.ts';
import { markOrigin, originBand } from '../../src/domain/origin.ts';
import { webAnnotations } from '../../src/exports/annotations.ts';
import { citation } from '../../src/exports/citation.ts';
import { corpusFile } from '../../src/exports/corpusFile.ts';
import { venuesGeoJson } from '../../src/exports/geojson.ts';
import { networkGexf } from '../../src/exports/gexf.ts';
import { fileName, provenanceOf } from '../../src/exports/provenance.ts';
import { tableCsv } from '../../src/exports/tables.ts';
import { byMachine } from '../fixtures/byHand.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { viewOf } from './views.ts';

const BAND = 'Data from data.example.org, not from Dateline’s editors';

function foreign() {
  const corpus = bundledCorpus();
  markOrigin(corpus, { kind: 'address', host: 'data.example.org', address: 'https://data.example.org/x' });
  return corpus;
}

describe('data of somebody else', () => {
  it('is told from ours by where it came from', () => {
    expect(originBand(bundledCorpus())).toBeNull();
    expect(originBand(foreign())).toBe(BAND);
    const file = bundledCorpus();
    markOrigin(file, { kind: 'file', name: 'a.json' });
    expect(originBand(file)).toBe('Data from the file “a.json”, not from Dateline’s editors');
  });

  it('that a machine read says so, and how much of it people have checked', () => {
    const [first, ...rest] = bundledCorpus().statements;
    if (!first) throw new Error('nothing is said');
    const made = { reader: 'dateline', version: '1.0', on: null };
    const corpus = { ...bundledCorpus(), made, statements: [{ ...first, ...byMachine(80) }, ...rest] };
    const words = 'Read by a machine. 36 of 37 statements checked by a person';
    expect(originBand(corpus)).toBe(words);
    markOrigin(corpus, { kind: 'address', host: 'data.example.org', address: 'https://data.example.org/x' });
    expect(originBand(corpus)).toBe(`${BAND}. ${words}`);
    expect(tableCsv(viewOf(corpus), 'events')).toContain(words);
    expect(citation(provenanceOf(viewOf(corpus)))).toContain(words);
  });

  it.each([
    ['the statements', (view: ReturnType<typeof viewOf>) => tableCsv(view, 'statements')],
    ['a table without rows', (view) => tableCsv({ ...view, slice: { ...view.slice, events: [] } }, 'events')],
    ['annotations', webAnnotations],
    ['the map', (view) => venuesGeoJson(view, null)],
    ['the network', networkGexf],
    ['a citation', (view) => citation(provenanceOf(view))],
    ['a part as a corpus', corpusFile],
  ] as [string, (view: ReturnType<typeof viewOf>) => string][])('says so in %s', (_, write) => {
    const filters = { actors: ['moon-jae-in'] };
    expect(write(viewOf(foreign(), filters))).toContain(BAND);
    expect(write(viewOf(bundledCorpus(), filters))).not.toContain('not from Dateline');
  });

  it('says so in the name of every file', () => {
    expect(fileName(viewOf(foreign()), 'statements', 'csv')).toMatch(/^dateline_from-data-example-org_/);
    expect(fileName(viewOf(bundledCorpus()), 'statements', 'csv')).toMatch(/^dateline_(?!from-)/);
  });

  it('passes the door again as a part', () => {
    const name = `${'long '.repeat(40)}\u202Ename`;
    const corpus = bundledCorpus();
    markOrigin(corpus, { kind: 'file', name });
    expect(readCorpusText(corpusFile(viewOf(corpus, { actors: ['moon-jae-in'] })))).toMatchObject({ ok: true });
  });
});
