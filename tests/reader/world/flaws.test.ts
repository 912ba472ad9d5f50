// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { segment } from '../../../src/reader/segment.ts';
import { findFlaws, findSharedPassages } from '../../../src/reader/world/flaws.ts';
import { isOneEdit } from '../../../src/reader/world/misspelt.ts';

const flawsOf = (words: string) =>
  findFlaws(segment(words)).map(({ kind, spans }) => [kind, ...spans.map(({ start, end }) => words.slice(start, end))]);
const BODY =
  'The ministers met in Oslo on Friday and talked about fish.\n\nThey will meet again in spring.\n\nNobody else was asked to come.';

describe('flaws', () => {
  it('are none in a sound article', () => {
    expect(flawsOf(BODY)).toEqual([]);
    expect(
      flawsOf(
        'He was born in the U.S.\n\n“We won!” she said. Mr. Lee of Acme Inc. agreed. It ended at 5 p.m. yesterday in Rome.',
      ),
    ).toEqual([]);
  });

  it('are a headline that stands twice, and a sentence that does', () => {
    const headline = 'Ministers of seven countries talk about fish';
    expect(flawsOf(`${headline}\n\n${headline}\n\n${BODY}`)).toEqual([['repeated', headline, headline]]);
    const twice = 'The catch of herring fell by a third.';
    expect(flawsOf(`${BODY} ${twice}\n\n${twice} It may fall again.`)).toEqual([['repeated', twice, twice]]);
  });

  it.each(['Related news', 'More news: Rovers sign keeper', 'Advertisement', '© 2019 The Paper. All rights reserved'])(
    'are lines of the page: %s',
    (line) => expect(flawsOf(`${BODY}\n\n${line}`)).toEqual([['boilerplate', line]]),
  );

  it('are what a server says, and nothing else of its line', () =>
    expect(flawsOf(`${BODY}\n\n[an error occurred while processing this directive]The talks go on.`)).toEqual([
      ['boilerplate', '[an error occurred while processing this directive]'],
    ]));

  it('are a headline about somebody of whom the article says nothing', () => {
    const line = 'Harlow United sign Bristow from Grimley Rovers';
    expect(flawsOf(`${BODY}\n\n${line}\n\nThe ministers ate herring.\n\nOslo was cold.`)).toEqual([
      ['boilerplate', line],
    ]);
  });

  it('are sentences cut at the end and at the beginning', () => {
    expect(flawsOf(`${BODY}\n\nThe letter was then signed by the Norwegian minister, Mr.`)[0]?.[0]).toBe('truncated');
    expect(flawsOf(`${BODY}\n\nThe letter was then signed and read aloud by the`)[0]?.[0]).toBe('truncated');
    expect(flawsOf('The talks ended late. -South fisheries pact and hopes for more. Nobody smiled.')).toEqual([
      ['garbled', '-South fisheries pact and hopes for more.'],
    ]);
  });

  it('are misspelt cities, which stay as they are', () => {
    expect(flawsOf('The trains to Lisbon are late. She flew to Lisbn to see her aunt.')).toEqual([['typo', 'Lisbn']]);
    expect(flawsOf('She flew to Lisburn to see her aunt in Lisbon.')).toEqual([]);
  });

  it('say what no relation may be read from', () => {
    const flaws = findFlaws(
      segment('Advertisement\n\nThe talks ended late. -South fisheries pact and hopes for more.'),
    );
    expect(flaws.every(({ damaged }) => damaged)).toBe(true);
    expect(flaws.filter(({ skip }) => skip)).toHaveLength(1);
  });
});

it('tells one edit from none and two', () => {
  for (const [a, b] of [
    ['bijing', 'beijing'],
    ['oslo', 'osla'],
    ['oslo', 'oslow'],
    ['teh', 'the'],
  ] as const)
    expect(isOneEdit(a, b), `${a} ${b}`).toBe(true);
  for (const [a, b] of [
    ['oslo', 'oslo'],
    ['oslo', 'olsos'],
    ['rome', 'roam'],
  ] as const)
    expect(isOneEdit(a, b), `${a} ${b}`).toBe(false);
});

it('finds sentences that two articles share', () => {
  const shared = 'The catch of herring fell by a third in a year.';
  const articles = [
    `${BODY} ${shared}`,
    `Other words stand here. ${shared}`,
    'Nothing is shared in this one at all.',
  ].map((words, i) => ({ id: `a${i}`, text: segment(words) }));
  expect(findSharedPassages(articles).map(({ spans }) => spans.map(({ article }) => article))).toEqual([['a0', 'a1']]);
});
