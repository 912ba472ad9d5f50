import type { Corpus } from '../../domain/corpus.ts';
import { decided } from '../../reader/decided.ts';
import { type Decision, type Quote, readDecisions } from '../../reader/decisions.ts';
import type { Draft, DraftNote } from '../../reader/draft.ts';
import { EXIT } from './exitCodes.ts';
import { Failure } from './failure.ts';
import type { LostClaim } from './into/carryOver.ts';

/** A coverage with what a file of decisions says. */
export type Reviewed = { corpus: Corpus; lost: LostClaim[]; notes: DraftNote[] };

/** The words or names that a decision is about, for a list of what is lost. */
function aboutWhat(decision: Decision): string {
  if (decision.what === 'merge' || decision.what === 'split') return decision.actor;
  if (decision.what === 'accept' || decision.what === 'remove') {
    const { of } = decision;
    return 'words' in of ? wordsOf(of.words) : 'place' in of ? of.place : of.id;
  }
  return wordsOf(decision.what === 'statement' ? decision.content : decision.words);
}

const wordsOf = (quotes: readonly Quote[]) => quotes.map(({ exact }) => exact).join(' … ');

function treeOf(patch: string, where: string): unknown {
  try {
    return JSON.parse(patch.replace(/^\uFEFF/, ''));
  } catch {
    throw new Failure(EXIT.notWritten, {
      code: 'not-json',
      expected: 'a file of decisions, in JSON',
      found: 'something else',
      where,
    });
  }
}

/** Applies the text of a file of decisions to a draft. Throws a `Failure` where it is no such file; what it decides of words that are gone is lost. */
export async function reviewed(draft: Draft, patch: string, where: string): Promise<Reviewed> {
  const read = readDecisions(treeOf(patch, where));
  if (!read.ok)
    throw new Failure(
      EXIT.notWritten,
      ...read.problems.map((problem) => ({
        code: 'not-decisions',
        expected: problem.expected,
        found: problem.found,
        where: `${where}: ${problem.path}`,
      })),
    );
  const { coverage, decisions } = read.file;
  const { corpus, lost } = decided(draft, decisions);
  const words = `made on the coverage “${coverage}”, applied to “${draft.corpus.id}”`;
  return {
    corpus,
    lost: lost.map(({ decision, why }) => ({
      kind: `decision (${decision.what})`,
      id: '',
      words: aboutWhat(decision),
      where,
      reason: why,
    })),
    notes: coverage === draft.corpus.id ? [] : [{ code: 'decisions-of-another', words, where }],
  };
}
