import type { Finding, RawArticle, ReadProblem } from '../../reader/read/article.ts';
import { choiceOf, type Given, WrongUsage } from './arguments.ts';
import { exitFor } from './checkCommand.ts';
import { findInputs } from './inputs.ts';
import { FORMATS } from './options.ts';
import { readInput } from './readInputs.ts';
import { faultLine, inLine, printable, type Talk } from './talk.ts';

const line = (what: string, finding: Finding | null): string =>
  `${what}: ${finding ? `${inLine(finding.value)} (${inLine(finding.found)})` : 'unknown'}\n`;

/** An article as a person reads it: what is known of it, its text, and what was left out. */
function shownArticle(article: RawArticle, shown: string): string {
  const { headline, publisher, published, url, language, from, notes, text, leftOut } = article;
  return [
    line('headline', headline),
    line('publisher', publisher),
    line('day', published),
    line('address', url),
    line('language', language),
    `from: ${from.format}, ${inLine(shown)}, SHA-256 ${from.sha256}\n`,
    ...notes.map(({ words }) => `note: ${inLine(words)}\n`),
    `\n${printable(text)}${text.endsWith('\n') ? '' : '\n'}`,
    ...(leftOut.length > 0 ? [`\nleft out:\n`] : []),
    ...leftOut.map((piece) => `- ${inLine(piece.where)}: ${inLine(piece.text)}\n`),
  ].join('');
}

/** The command `read`: prints what was read from files, so that a person sees it before a machine annotates it. */
export async function readCommand(given: Given, talk: Talk): Promise<number> {
  if (given.rest.length === 0) throw new WrongUsage('Which file? read FILE, or - for the standard input');
  const format = choiceOf(given, 'format', FORMATS) ?? 'auto';
  const found = await findInputs(given.rest);
  const articles: { shown: string; article: RawArticle }[] = [];
  const problems: ReadProblem[] = [...found.problems];
  for (const input of found.inputs) {
    const result = await readInput(input, format);
    problems.push(...result.problems);
    articles.push(...result.articles.map((article) => ({ shown: input.shown, article })));
  }
  if (given.has('json'))
    talk.data(`${JSON.stringify({ articles: articles.map(({ article }) => article), problems })}\n`);
  else
    for (const [at, { article, shown }] of articles.entries())
      talk.data(`${at === 0 ? '' : '\n————\n\n'}${shownArticle(article, shown)}`);
  for (const problem of problems) talk.fault(faultLine(problem));
  if (articles.length === 0) return exitFor(1, 1);
  return exitFor(problems.length > 0 ? 1 : 0, 2);
}
