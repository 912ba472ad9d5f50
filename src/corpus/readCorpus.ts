import type { Corpus } from '../domain/corpus.ts';
import { boundText, boundTree } from './bounds.ts';
import { LIMITS } from './limits.ts';
import type { Problem, Refused } from './problem.ts';
import { checkIds, checkReferences } from './references.ts';
import { checkRules } from './rules.ts';
import { readShape } from './shape.ts';
import { allSpans, checkSpans } from './spans.ts';

export type ReadResult = { ok: true; corpus: Corpus } | Refused;

function refused(problems: Problem[]): Refused {
  return {
    ok: false,
    problems: problems.slice(0, LIMITS.problems),
    more: Math.max(0, problems.length - LIMITS.problems),
  };
}

/**
 * The only door: turns anything into a corpus, or into the list of all that is wrong with it. Never throws on data that came
 * from JSON, never changes what it is given, never drops an item.
 */
export function readCorpus(input: unknown): ReadResult {
  const bounds = boundTree(input);
  if (bounds.some(({ code }) => code !== 'unknown-key')) return refused(bounds);
  const problems: Problem[] = [...bounds];
  const shaped = readShape(input, problems);
  checkIds(shaped, problems);
  checkReferences(shaped, problems);
  checkSpans(shaped, Object.values(allSpans(shaped)).flat(), problems);
  checkRules(shaped, problems);
  const seen = new Set<string>();
  const distinct = problems.filter(({ code, path, found }) => {
    const key = `${code} ${path} ${found}`;
    return !seen.has(key) && seen.add(key);
  });
  return distinct.length === 0 ? { ok: true, corpus: input as Corpus } : refused(distinct);
}

/** Reads a corpus file: bounds the text before it is parsed, then passes it through the door. A byte order mark is allowed. */
export function readCorpusText(text: string): ReadResult {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const bound = boundText(source);
  if (bound) return refused([bound]);
  let input: unknown;
  try {
    input = JSON.parse(source);
  } catch (error) {
    const found = error instanceof Error ? error.message : 'something else';
    return refused([{ code: 'not-json', path: '$', expected: 'a JSON file', found }]);
  }
  return readCorpus(input);
}
