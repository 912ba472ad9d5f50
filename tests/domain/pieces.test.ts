// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/domain/pieces.ts';
import { statement } from '../features/deskCorpus.ts';
import { markedArticle } from '../fixtures/markedCorpus.ts';

const speaker = { status: 'unresolved' as const, candidates: [], reason: 'Nobody is named.' };
const wordsOf = (marked: string) => {
  const { article, all } = markedArticle('a', marked);
  const made = statement('s', { content: all('c'), quoted: all('q'), speaker });
  return piecesOf(made, article.text).map(({ text }) => text);
};

describe('the pieces of a statement', () => {
  it('are its words, without the space between them', () => {
    expect(wordsOf('[c:"[q:We wait]" "[q:and see]" there]')).toEqual(['We wait', 'and see', ' there']);
  });

  it('are shown as they are where there is nothing but space: no card is without words', () => {
    expect(wordsOf('x[c:[q: \u00a0\ufeff]]x')).toEqual([' \u00a0\ufeff']);
  });
});
