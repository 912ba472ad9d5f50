// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/reader/segment.ts';

const sentences = (text: string) => {
  const { sentences: found } = segment(text);
  return found.map(({ start, end }) => text.slice(start, end));
};
const quotations = (text: string) =>
  segment(text).quotations.map(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end)));

describe('segmenting', () => {
  it.each([
    ['an abbreviation at the end', 'He left the U.S. The talks go on.', ['He left the U.S.', 'The talks go on.']],
    [
      'an abbreviation before a name',
      'U.S. President Harris met Mr. Lee. Sen. Cho came on Jan. 5 with Gen. Ito.',
      ['U.S. President Harris met Mr. Lee.', 'Sen. Cho came on Jan. 5 with Gen. Ito.'],
    ],
    ['initials', 'George W. Mason spoke. J. K. Hill did not.', ['George W. Mason spoke.', 'J. K. Hill did not.']],
    ['a full stop inside quotation marks', '"I am here." She went on.', ['"I am here."', 'She went on.']],
    [
      'a question inside a sentence',
      '"Why?" Lee asked. "Why not?" she said.',
      ['"Why?" Lee asked.', '"Why not?" she said.'],
    ],
    ['curly marks', '“It is over.” Then he left.', ['“It is over.”', 'Then he left.']],
    [
      'a lost space',
      'The talks end.The next ones begin at example.com today.',
      ['The talks end.', 'The next ones begin at example.com today.'],
    ],
    [
      'times and companies',
      'Acme Inc. said at 5 p.m. Tuesday that it paid $3.5 million. It did.',
      ['Acme Inc. said at 5 p.m. Tuesday that it paid $3.5 million.', 'It did.'],
    ],
    ['a dateline', 'SEOUL, Jan. 9 (Wire) -- The president spoke.', ['SEOUL, Jan. 9 (Wire) --', 'The president spoke.']],
  ])('ends sentences: %s', (_, text, expected) => expect(sentences(text)).toEqual(expected));

  it.each([
    ['straight', 'He said "yes" and "no".', [['yes'], ['no']]],
    ['curly', 'He said “yes, ‘maybe’ I say” at last.', [['yes, ‘maybe’ I say']]],
    [
      'British',
      "'I don't know the boys' names,' he said. 'It's the dogs' fault.' The unions' men didn't.",
      [["I don't know the boys' names,"], ["It's the dogs' fault."]],
    ],
    [
      'British and curly',
      '‘We won’t go,’ said O’Hara of the ’90s. ‘It’s “mad”,’ he added.',
      [['We won’t go,'], ['It’s “mad”,']],
    ],
    ['apostrophes alone', "The boys' hats aren't the girls' hats, rock 'n' roll in the '90s.", []],
    ['German', '„Ja“, sagte er. »Nein«, sagte sie.', [['Ja'], ['Nein']]],
    ['French', '« Oui », dit-il. «Non», dit-elle.', [['Oui'], ['Non']]],
    ['over paragraphs', '“One.\n\n“Two,” she said.\n\n“Three.”', [['One.', 'Two,'], ['Three.']]],
    ['straight over paragraphs', '"One.\n\n"Two," she said. And "three".', [['One.', 'Two,'], ['three']]],
    ['never closed', 'She said "I will\n\nAnd then "he" left.', [['I will'], ['he']]],
    ['inches', 'At 5\'10" she said "yes".', [['yes']]],
  ])('finds quotations: %s', (_, text, expected) => expect(quotations(text)).toEqual(expected));

  it('joins lines that are wrapped at a width, and no others', () => {
    const wrapped =
      'The minister said on Monday that the long and\nwinding talks about the border would not end\nthis week, and that nobody should expect that\nthey would.\n\nNobody did.';
    expect(segment(wrapped).paragraphs).toHaveLength(2);
    expect(segment('One is here.\nTwo is there.\r\nThree.').paragraphs).toHaveLength(3);
  });

  it('places every token in one sentence, one paragraph, and the text', () => {
    const text = 'PARIS (Wire) — “It’s done,” Mr. Lee said.\n\n\uD83D\uDE00 …and \uD800 so on ';
    const { tokens, sentences: found, paragraphs } = segment(text);
    expect(tokens.map((token) => token.text).join('')).toBe(text.replace(/\s/g, ''));
    for (const [i, token] of tokens.entries()) {
      expect(text.slice(token.start, token.end)).toBe(token.text);
      for (const range of [found[token.sentence], paragraphs[token.paragraph]])
        expect(range && i >= range.from && i < range.to).toBe(true);
    }
  });

  it.each([
    ['signs', '.,"\'?!”“'],
    ['marks apart', '\' " . '],
    ['apostrophes', "a'"],
    ['initials', 'A.'],
    ['hyphens', 'a-'],
    ['addresses', 'www.a@b.'],
    ['one paragraph', "The man said 'no' to it. "],
    ['lines', 'a\n'],
  ])('takes time that grows with the text only: %s', (_, unit) => {
    const cost = (length: number) => {
      const text = unit.repeat(length / unit.length);
      const before = process.cpuUsage().user;
      segment(text);
      return process.cpuUsage().user - before;
    };
    cost(10_000);
    const small = Math.min(cost(25_000), cost(25_000), cost(25_000));
    expect(Math.min(cost(100_000), cost(100_000))).toBeLessThan(small * 12 + 100_000);
  });
});
