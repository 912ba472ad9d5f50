import type { Problem } from '../../../corpus/problem.ts';
import { problemLine } from '../../../corpus/problem.ts';
import { readCorpus } from '../../../corpus/readCorpus.ts';
import type { Corpus } from '../../../domain/corpus.ts';
import { CLAIM_LISTS, type Claim, type ClaimList, isUnchecked } from './claims.ts';

/** The verdict of the door on a coverage; `takenOut` are claims of the reader that go against what people decided, each with the reason. */
export type Passing = { corpus: Corpus; takenOut: string[] } | { problems: Problem[] };

const PLACE = /^\$\.(\w+)\[(\d+)\]/;
const isClaimList = (name: string): name is ClaimList => CLAIM_LISTS.some((list) => list === name);

/**
 * Passes a coverage through the door. Where the only trouble is claims of the reader that nobody has checked, beside what people have decided (it
 * takes words for a tie that a person has marked as furniture, say), these are taken out and named.
 */
export function passing(made: Corpus): Passing {
  let corpus = made;
  const takenOut: string[] = [];
  for (;;) {
    const result = readCorpus(corpus);
    if (result.ok) return { corpus: result.corpus, takenOut };
    const out: Record<string, Map<number, string>> = {};
    for (const problem of result.problems) {
      const [, list = '', at = ''] = PLACE.exec(problem.path) ?? [];
      const claim = isClaimList(list) ? (corpus[list] as Claim[])[Number(at)] : undefined;
      if (result.more > 0 || !claim || !isUnchecked(claim)) return { problems: result.problems };
      out[list] ??= new Map();
      out[list].set(Number(at), problemLine(problem));
    }
    for (const [list, places] of Object.entries(out)) {
      if (!isClaimList(list)) continue;
      takenOut.push(...places.values());
      corpus = { ...corpus, [list]: (corpus[list] as Claim[]).filter((_, at) => !places.has(at)) };
    }
  }
}
