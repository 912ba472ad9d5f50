// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCorpusText } from '../../src/corpus/readCorpus.ts';
import { pinOf } from '../../src/domain/pin.ts';
import { pinDifferences } from '../../src/domain/pinDifferences.ts';
import { pin } from '../../src/url/codecs.ts';
import { headFor } from '../fixtures/head.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';

/** The pin of the built-in coverage in version 1 of the format, as links hold it. */
const FIRST = '80823bcfbe858d0d.kim-xi-january-2019.2019-01-10.2-37-42-6-19-32';

describe('a pin on the built-in coverage of version 1', () => {
  const first = pin.read(FIRST);
  if (!first) throw new Error('the pin is none');

  it('says in what the coverage is another one now', () => {
    const head = headFor(bundledCorpus());
    expect(pinDifferences(first, head)).toEqual(['42 relations are 43 now']);
    expect(pinDifferences(pinOf(head), head)).toEqual([]);
  });

  it('says nothing on that coverage itself, though it is upgraded when it is read', () => {
    const result = readCorpusText(readFileSync('tests/fixtures/corpus.v1.json', 'utf8'));
    if (!result.ok) throw new Error('the file is refused');
    expect(pinDifferences(first, headFor(result.corpus))).toEqual([]);
  });
});
