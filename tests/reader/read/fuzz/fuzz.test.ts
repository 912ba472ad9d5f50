// @vitest-environment node
import { expect, it } from 'vitest';
import { fileRound } from './round.ts';

it('files that nobody would write come to articles or to problems with a code', async () => {
  const { finds, counts } = await fileRound(1, 0, 400);
  expect(finds).toEqual([]);
  for (const outcome of [
    'read as html',
    'read as text',
    'read as table',
    'read as feed',
    'read as docx',
    'broken-json',
    'broken-xml',
    'summary-only',
  ])
    expect(counts[outcome], outcome).toBeGreaterThan(2);
});
