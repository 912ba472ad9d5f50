// @vitest-environment node
import { expect, it } from 'vitest';
import { annotate } from '../../../src/reader/annotate.ts';
import { readArticle } from '../../../src/reader/read/readArticle.ts';
import { model } from './reading.ts';

const letters = (n: number) => n.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? 'q');

/** A text of so many characters without two equal sentences, a name in each. */
function textOf(size: number, between: string): string {
  const sentences: string[] = [];
  for (let i = 0, length = 0; length < size; i++) {
    const who = `Ana R${letters(i % 900)}`;
    const sentence =
      i % 4 === 0
        ? `"We will rebuild ${letters(i * 7)} street before the winter," Mayor ${who} said on Monday.`
        : `The ${letters(i)} bridge over the river has been shut since May, when a ship struck it near Lisbon, and ${who} was not there.`;
    sentences.push(sentence);
    length += sentence.length + between.length;
  }
  return sentences.join(between);
}

async function timed(text: string): Promise<number> {
  const before = process.cpuUsage();
  const { articles } = await readArticle(new TextEncoder().encode(text), { name: 'a.txt' });
  const { corpus } = await annotate(articles, { model, asOf: '2021-03-18' });
  const { user, system } = process.cpuUsage(before);
  expect(corpus.statements.length).toBeGreaterThan(50);
  return user + system;
}

it.each([
  ['one article', '\n\n'],
  ['one paragraph', ' '],
])(
  'a megabyte takes about twice as long as half of one: %s',
  async (_, between) => {
    await timed(textOf(100_000, between));
    const half = await timed(textOf(500_000, between));
    // Four would be the square of it.
    expect((await timed(textOf(1_000_000, between))) / half).toBeLessThan(3);
  },
  240_000,
);

it('ten megabytes of signs are refused with a sentence', async () => {
  const { articles, problems } = await readArticle(new TextEncoder().encode('.,"\'?! '.repeat(1_430_000)), {
    name: 'a.txt',
  });
  expect(articles).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(['no-text']);
});

it('words and signs of ten megabytes are left unread, which is noted', async () => {
  const { articles, problems } = await readArticle(new TextEncoder().encode('a., "b" ?! '.repeat(910_000)), {
    name: 'a.txt',
  });
  const before = await annotate(
    [...articles, ...(await readArticle(new TextEncoder().encode('He said no.'), { name: 'b.txt' })).articles],
    {
      model,
      asOf: '2021-03-18',
    },
  );
  expect(problems.length + before.notes.filter(({ code }) => code === 'text-too-long').length).toBe(1);
});
