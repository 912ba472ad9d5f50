import type { Corpus } from '../domain/corpus.ts';
import { boundParagraphs, boundText, boundTree } from './bounds.ts';
import { LIMITS } from './limits.ts';
import { faultLine, linesOf } from './lines.ts';
import { indexNames } from './names.ts';
import type { Problem, Refused } from './problem.ts';
import { checkIds, checkReferences } from './references.ts';
import { checkRules } from './rules.ts';
import { readShape } from './shape.ts';
import { allSpans, checkSpans } from './spans.ts';
import { checkSums } from './sums.ts';
import { upgradedTree } from './upgrades.ts';

export type CheckResult = { ok: true; corpus: Corpus } | Refused;

function refused(problems: Problem[]): Refused {
  return {
    ok: false,
    problems: problems.slice(0, LIMITS.problems),
    more: Math.max(0, problems.length - LIMITS.problems),
  };
}

/**
 * The only door: turns anything into a corpus, or into the list of all that is wrong with it. Never throws on data that came
 * from JSON, never changes what it is given, never drops an item. What names stand in the texts is looked up here, for `domain/names.ts`.
 */
export function readCorpus(input: unknown): CheckResult {
  const bounds = boundTree(input);
  if (bounds.some(({ code }) => code !== 'unknown-key')) return refused(bounds);
  const upgraded = upgradedTree(input);
  if ('problem' in upgraded) return refused([upgraded.problem]);
  const { tree } = upgraded;
  const problems: Problem[] = [...bounds];
  const shaped = readShape(tree, problems);
  checkIds(shaped, problems);
  checkReferences(shaped, problems);
  const spans = Object.values(allSpans(shaped)).flat();
  checkSpans(shaped, spans, problems);
  checkRules(shaped, problems);
  checkSums(shaped, problems);
  const seen = new Set<string>();
  const distinct = problems.filter(({ code, path, expected, found }) => {
    // Each broken rule and limit is a problem of its own; a value that is no date, or no address, is one, whatever else it is not.
    const key = `${code} ${path} ${code === 'broken-rule' || code === 'too-many' ? expected : ''} ${found}`;
    return !seen.has(key) && seen.add(key);
  });
  if (distinct.length > 0) return refused(distinct);
  const corpus = tree as Corpus;
  const beyond = boundParagraphs(corpus.articles) ?? indexNames(corpus, spans);
  return beyond === null ? { ok: true, corpus } : refused([beyond]);
}

/** The same verdict with the line of each problem that has a place in the text. */
function withLines(result: CheckResult, text: string): CheckResult {
  if (result.ok) return result;
  const lines = linesOf(
    text,
    result.problems.map(({ path }) => path),
  );
  return {
    ...result,
    problems: result.problems.map((problem) => ({ ...problem, line: lines.get(problem.path) ?? 1 })),
  };
}

function notJson(text: string, error: unknown): Problem {
  const found = error instanceof Error ? error.message : 'something else';
  return { code: 'not-json', path: '$', expected: 'a JSON file', found, line: faultLine(text) ?? 1 };
}

/** Reads a corpus file: bounds the text before it is parsed, then passes it through the door. A byte order mark is allowed. */
export function readCorpusText(text: string): CheckResult {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const bound = boundText(source);
  if (bound) return refused([bound]);
  let input: unknown;
  try {
    input = JSON.parse(source);
  } catch (error) {
    return refused([notJson(source, error)]);
  }
  return withLines(readCorpus(input), source);
}
