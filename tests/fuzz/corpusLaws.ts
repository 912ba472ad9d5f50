import type { ProblemCode } from '../../src/corpus/problem.ts';
import { type CheckResult, readCorpusText } from '../../src/corpus/readCorpus.ts';

/** What a case came to: `fault` says which law it broke, `outcomes` are to be counted, `milliseconds` is what the reading itself took. */
export type Outcome = { fault: string | null; outcomes: string[]; milliseconds: number };

const CODES: Record<ProblemCode, true> = {
  'too-large': true,
  'too-deep': true,
  'too-many': true,
  unreadable: true,
  'not-utf-8': true,
  'not-json': true,
  'newer-version': true,
  'wrong-shape': true,
  'unknown-key': true,
  'missing-key': true,
  'duplicate-id': true,
  'dangling-reference': true,
  'drifted-span': true,
  'broken-rule': true,
};

/** Everything in a tree that claims to be words of an article. */
function claimsIn(value: unknown): { article: string; start: number; end: number; exact: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(claimsIn);
  return 'exact' in value ? [value as ReturnType<typeof claimsIn>[number], ...inside] : inside;
}

/** Why an accepted corpus should not have been, or null. Knows nothing of how the door checks. */
function faultOfAccepted(text: string, corpus: unknown): string | null {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const written = JSON.stringify(JSON.parse(plain));
  if (JSON.stringify(corpus) !== written) return 'the door changed what it was given';
  const again = readCorpusText(text);
  if (!again.ok || JSON.stringify(again.corpus) !== written) return 'reading it twice gives another corpus';
  const articles = new Map<string, string>(
    (corpus as { articles: { id: string; text: string }[] }).articles.map(({ id, text }) => [id, text]),
  );
  for (const { article, start, end, exact } of claimsIn(corpus))
    if (exact === '' || articles.get(article)?.slice(start, end) !== exact)
      return `the span "${exact}" is not in ${article}`;
  return null;
}

function faultOfRefused(text: string, { problems, more }: Extract<CheckResult, { ok: false }>): string | null {
  const lines = text.split('\n').length;
  if (problems.length === 0) return 'refused without a problem';
  if (more < 0 || !Number.isInteger(more)) return `refused with ${more} more problems`;
  for (const { code, path, expected, found, line } of problems) {
    if (!Object.hasOwn(CODES, code)) return `a problem with the code ${code}`;
    if (!path.startsWith('$')) return `a problem at ${path}`;
    if (line !== undefined && !(Number.isInteger(line) && line >= 1 && line <= lines))
      return `a problem at line ${line}`;
    if (expected === '' || found === '') return `a problem at ${path} that does not say what was expected and found`;
  }
  return null;
}

/** Reads a text through the door and holds the answer against the laws of the door. */
export function corpusOutcome(text: string): Outcome {
  const start = performance.now();
  let result: CheckResult;
  try {
    result = readCorpusText(text);
  } catch (error) {
    return { fault: `the door threw: ${error}`, outcomes: ['thrown'], milliseconds: performance.now() - start };
  }
  const milliseconds = performance.now() - start;
  if (result.ok) return { fault: faultOfAccepted(text, result.corpus), outcomes: ['accepted'], milliseconds };
  const codes = new Set(result.problems.map(({ code }) => code));
  return { fault: faultOfRefused(text, result), outcomes: ['refused', ...codes], milliseconds };
}
