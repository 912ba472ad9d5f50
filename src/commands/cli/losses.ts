import type { Corpus } from '../../domain/corpus.ts';
import type { ReadProblem } from '../../reader/read/article.ts';
import { EXIT } from './exitCodes.ts';
import { Failure } from './failure.ts';
import { CLAIM_LISTS, type Claim, isUnchecked, wordsOf } from './into/claims.ts';

const words = (claim: Claim): string =>
  wordsOf(claim)
    .map(({ exact }) => exact)
    .join(' ')
    .replace(/\s+/g, ' ');

/** Which share of the old statements the new coverage has no words of, in percent; of the articles, where there are no statements. */
function vanishing(old: Corpus, now: Corpus): { gone: number; of: number; what: string; percent: number } {
  const isOfArticles = old.statements.length === 0;
  const all = isOfArticles ? old.articles.map(({ text }) => text) : old.statements.map(words);
  const there = new Set(isOfArticles ? now.articles.map(({ text }) => text) : now.statements.map(words));
  const gone = all.filter((one) => !there.has(one)).length;
  return { gone, of: all.length, what: isOfArticles ? 'articles' : 'statements', percent: (100 * gone) / all.length };
}

/** How many decisions of people the new coverage does not have. */
function decisionsGone(old: Corpus, now: Corpus): number {
  const decisions = (corpus: Corpus) =>
    CLAIM_LISTS.flatMap((list) =>
      (corpus[list] as Claim[]).filter((claim) => !isUnchecked(claim)).map((claim) => `${list} ${words(claim)}`),
    );
  const there = new Set(decisions(now));
  return decisions(old).filter((one) => !there.has(one)).length;
}

/**
 * Throws a `Failure` where a coverage should not take the place of an old one: more of it would vanish than is allowed, or, while nothing was
 * said of keeping them (`keeps`), decisions of people. At 100 % everything may vanish.
 */
export function refuseLosses(old: Corpus, now: Corpus, maxLoss: number, keeps: boolean, where: string): void {
  if (maxLoss >= 100) return;
  const refuse = (problem: Omit<ReadProblem, 'where'>) => new Failure(EXIT.notWritten, { ...problem, where });
  const decisions = keeps ? 0 : decisionsGone(old, now);
  if (decisions > 0)
    throw refuse({
      code: 'would-lose-decisions',
      expected: 'what people decided to be kept; --into keeps it, --max-loss 100% gives it up',
      found: `${decisions} ${decisions === 1 ? 'decision' : 'decisions'} that would vanish`,
    });
  const { gone, of, what, percent } = vanishing(old, now);
  if (percent > maxLoss)
    throw refuse({
      code: 'would-lose-too-much',
      expected: `at most ${maxLoss}% of the old ${what} to vanish (--max-loss)`,
      found: `${gone} of ${of} that would`,
    });
}
