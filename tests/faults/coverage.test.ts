// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCorpusText } from '../../src/corpus/readCorpus.ts';
import { asOf, driftedSpan, schemaVersion, shrunk, wrongSchema } from './coverage.ts';

const text = readFileSync('src/data/corpus.json', 'utf8');

describe('the coverage of the rows', () => {
  it('passes the door where the fault is not in its form', () => {
    const newer = readCorpusText(asOf('2019-01-11')(text));
    expect(newer.ok && newer.corpus.asOf.date).toBe('2019-01-11');
    const less = readCorpusText(shrunk(text));
    expect(less.ok && less.corpus.statements.length).toBeLessThan(JSON.parse(text).statements.length / 2);
    expect(less.ok && less.corpus.statements.length).toBeGreaterThan(0);
  });

  it('is refused there where it is', () => {
    for (const wrong of [wrongSchema, driftedSpan, schemaVersion(0), schemaVersion(3)])
      expect(readCorpusText(wrong(text)).ok).toBe(false);
  });
});
