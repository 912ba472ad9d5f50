// @vitest-environment node
import { expect, it } from 'vitest';
import { isInferred } from '../../src/domain/corpus.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';

it('the day of a coverage is called inferred where its basis says so, and nowhere else', () => {
  expect(isInferred(bundledCorpus().asOf)).toBe(true);
  const isSo = (basis: string) => isInferred({ date: '2021-03-18', basis });
  expect(isSo('Inferred: no article carries a day of publication.')).toBe(true);
  expect(
    ['Given by whoever had the articles read.', 'The latest article says so; nothing is inferred.'].map(isSo),
  ).toEqual([false, false]);
});
