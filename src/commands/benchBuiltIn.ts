import { readFile } from 'node:fs/promises';
import { readCorpusText } from '../corpus/readCorpus.ts';
import type { Corpus } from '../domain/corpus.ts';
import { annotate } from '../reader/annotate.ts';
import { readModel } from '../reader/modelFile.ts';
import { readArticle } from '../reader/read/readArticle.ts';
import { type Comparison, compare } from './compareCorpora.ts';

const CORPUS = 'src/data/corpus.json';
const MODEL = 'src/reader/model-en.bin';

/** The hand-made corpus, and what the reader makes of its articles. They carry no day: the one that people worked out is given. */
export async function builtIn(): Promise<{ hand: Corpus; read: Corpus }> {
  const result = readCorpusText(await readFile(CORPUS, 'utf8'));
  if (!result.ok) throw new Error(`${CORPUS} does not pass the door`);
  const hand = result.corpus;
  const raw = [];
  for (const { text, from } of hand.articles) {
    const { articles } = await readArticle(new TextEncoder().encode(text), { name: from?.name ?? 'article.txt' });
    raw.push(...articles);
  }
  const model = readModel(await readFile(MODEL));
  const { corpus } = await annotate(raw, { model, asOf: hand.asOf.date });
  return { hand, read: corpus };
}

/** Something that has to hold, and whether it does. */
export type Must = { words: string; holds: boolean };

/** What the reader has to reach on the two articles. */
export function musts({ hand, read }: { hand: Corpus; read: Corpus }, { pairs, wrongSpeakers }: Comparison): Must[] {
  const direct = pairs.filter((one) => one.hand.kind === 'direct');
  const found = direct.filter((one) => one.read?.quoted.length);
  const nameOf = new Map(read.actors.map(({ id, name }) => [id, name]));
  const supports = read.relations.filter(
    ({ event, actors, recipients }) =>
      event === 'SUPPORT' &&
      actors.some((id) => nameOf.get(id) === 'China') &&
      recipients.some((id) => nameOf.get(id) === 'United States'),
  );
  const furniture = hand.flags.filter(({ kind }) => kind === 'boilerplate').flatMap(({ spans }) => spans);
  const isFurniture = (form: string) =>
    furniture.some(({ exact }) => exact.includes(form)) &&
    !hand.articles.some(({ text }) => without(text, furniture).includes(form));
  const candidates = (corpus: Corpus) =>
    corpus.venues
      .filter(({ standing }) => standing === 'candidate')
      .map(({ place }) => corpus.places.find(({ id }) => id === place)?.name)
      .sort()
      .join(', ');
  return [
    { words: `direct quotations found: ${found.length} of ${direct.length}`, holds: found.length === direct.length },
    { words: `wrong signed speakers: ${wrongSpeakers.length}`, holds: wrongSpeakers.length === 0 },
    { words: 'the cut sentence “China supports the U.S.” makes no tie', holds: supports.length === 0 },
    {
      words: 'the football line and the message of a server make no actor',
      holds: !read.actors.some(({ name, aliases }) => [name, ...aliases].some(isFurniture)),
    },
    { words: `candidate venues: ${candidates(read)}`, holds: candidates(read) === candidates(hand) },
  ];
}

const without = (text: string, spans: readonly { exact: string }[]) =>
  spans.reduce((rest, { exact }) => rest.replaceAll(exact, ' '), text);

/** Prints every difference between the hand-made corpus and what the reader makes of its articles. */
export async function main(): Promise<number> {
  const both = await builtIn();
  const comparison = compare(both.hand, both.read);
  const { differences, pairs } = comparison;
  for (const { what, hand, read, grave } of differences)
    console.log(`${grave ? '!' : ' '} ${what}\n      hand  ${hand}\n      read  ${read}`);
  console.log(
    `\n${differences.length} differences, ${differences.filter(({ grave }) => grave).length} of them grave (!).`,
  );
  console.log(`${pairs.filter(({ read }) => read).length} of ${pairs.length} statements found.`);
  const all = musts(both, comparison);
  for (const { words, holds } of all) console.log(`${holds ? 'holds' : 'FAILS'}  ${words}`);
  return all.every(({ holds }) => holds) ? 0 : 1;
}
