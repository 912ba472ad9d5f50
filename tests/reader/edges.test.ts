// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { withContentEdges } from '../../src/reader/contentEdges.ts';
import { segment } from '../../src/reader/segment.ts';
import type { Segmented } from '../../src/reader/segmented.ts';
import { withAppositions, withCited, withTrimmedSources } from '../../src/reader/sourceEdges.ts';
import type { TokenRun } from '../../src/reader/spans.ts';
import type { RoughStatement } from '../../src/reader/statements.ts';

const run = ({ text, tokens }: Segmented, words: string): TokenRun => {
  const start = text.indexOf(words);
  const from = tokens.findIndex((token) => token.end > start);
  return { from, to: tokens.findLastIndex((token) => token.start < start + words.length) + 1 };
};
const words = ({ text, tokens }: Segmented, one: TokenRun | null | undefined) =>
  one ? text.slice(tokens[one.from]?.start, tokens[one.to - 1]?.end) : null;

function read(text: string, source: string, cue: string, content: string) {
  const segmented = segment(text);
  const statement: RoughStatement = {
    cue: { ...run(segmented, cue), margin: 1 },
    source: run(segmented, source),
    content: [run(segmented, content)],
    sourceMargin: 1,
    contentMargin: 1,
    relay: null,
    floating: null,
  };
  return { segmented, statement };
}

describe('source words', () => {
  it.each([
    [
      'The ruling made proclamations which analysts said were new.',
      'The ruling made proclamations which analysts',
      'analysts',
    ],
    ['Toronto Police, which closed the road, said no.', 'Toronto Police, which closed the road', 'Toronto Police'],
    ['The movement began; Novak said no.', 'The movement began; Novak', 'Novak'],
    ['Anna Novak later said no.', 'Anna Novak later', 'Anna Novak'],
    ['The royal family said no.', 'The royal family', 'The royal family'],
    ['In the story of the court he said no.', 'the court he', 'he'],
    ['Reyes and his supporters said no.', 'Reyes', 'Reyes and his supporters'],
  ])('are trimmed to who speaks: %s', (text, source, expected) => {
    const { segmented, statement } = read(text, source, 'said', text.split('said ')[1] ?? '');
    const [one] = withTrimmedSources(segmented, [statement]);
    expect(words(segmented, one?.source)).toBe(expected);
  });

  it('are a name and the description beside it', () => {
    const text = 'Fredys Cerrato, the trade minister of Honduras, said the price would rise.';
    const { segmented, statement } = read(text, 'the trade minister of Honduras', 'said', 'the price would rise');
    const [one] = withAppositions(segmented, [statement]);
    expect(words(segmented, one?.source)).toBe('Fredys Cerrato, the trade minister of Honduras');
  });

  it('take a name from the beginning of content', () => {
    const text = 'According to his wife, Amanda, Huber was ill.';
    const { segmented, statement } = read(text, 'his wife', 'According to', 'Amanda, Huber was ill');
    const [one] = withAppositions(segmented, [statement]);
    expect([words(segmented, one?.source), words(segmented, one?.content[0])]).toEqual([
      'his wife, Amanda',
      'Huber was ill',
    ]);
  });

  it('are those of whom a medium cites, and the medium carries them', () => {
    const text = 'Reuters, citing local officials, said the road was closed.';
    const { segmented, statement } = read(text, 'Reuters, citing local officials', 'said', 'the road was closed');
    const [one] = withCited(segmented, [statement]);
    expect([words(segmented, one?.source), words(segmented, one?.relay)]).toEqual(['local officials', 'Reuters']);
  });
});

describe('content', () => {
  it.each([
    [
      'Novak said in response to the attack that the road was closed.',
      'in response to the attack that the road was closed',
      'the road was closed',
    ],
    ['Novak urged residents to stay at home.', 'residents to stay at home', 'to stay at home'],
    [
      'Novak said yesterday morning the road was closed.',
      'yesterday morning the road was closed',
      'the road was closed',
    ],
    ['Novak told Reuters the road was closed.', 'Reuters the road was closed', 'the road was closed'],
  ])('begins behind to whom, when and how it is said: %s', (text, content, expected) => {
    const cue = /said|urged|told/.exec(text)?.[0] ?? '';
    const { segmented, statement } = read(text, 'Novak', cue, content);
    const [one] = withContentEdges(segmented, [statement]);
    expect(words(segmented, one?.content[0])).toBe(expected);
  });
});
