import type { Modality } from '../../domain/relation.ts';
import type { Clause } from './clause.ts';
import { INTENDING, NEGATIONS } from './lexicon.ts';

const FUTURE = new Set(['will', 'shall', "'ll", 'going', 'would']);
const POSSIBLE = new Set(['could', 'may', 'might', 'can', 'should', 'must', 'if', 'whether', 'unless', 'ought']);
const CALLING =
  /^(?:ask|asked|asks|asking|urge|urged|urges|urging|call|called|calls|calling|demand|demanded|demands|want|wanted|wants|request|requested|beg|begged|tell|told|order|ordered|encourage|encouraged|allow|allowed|force|forced|need|needs|needed|try|tried|tries|trying|attempt|attempted|attempting|able|seek|seeks|sought|seeking)$/;
const PAST = new Set(['had', 'formerly', 'previously', 'once', 'used', 'earlier', 'originally']);
const intending = (lower: string) =>
  INTENDING.has(lower) ||
  INTENDING.has(lower.replace(/(?:ed|es|s|d|ing)$/, '')) ||
  INTENDING.has(lower.replace(/(?:ed|ing|d)$/, 'e')) ||
  INTENDING.has(lower.replace(/nned$/, 'n'));

/** The modality of a verb from the helpers and governing words before it. `past` is whether the sentence is dated before the report's events. */
export function modalityOf(clause: Clause, at: number, past: boolean): Modality {
  let infinitive = false;
  for (let k = at - 1, steps = 0; k >= clause.from && steps < 8; k--, steps++) {
    const lower = clause.tokens[k]?.lower ?? '';
    if (/^[,;:"“”.]$|^(?:who|which|that|and|but|said|because)$/.test(lower)) break;
    if (NEGATIONS.has(lower)) return 'negated';
    if (POSSIBLE.has(lower)) return 'hypothetical';
    if (lower === 'to') {
      infinitive = true;
      continue;
    }
    if (FUTURE.has(lower)) return 'future';
    if (infinitive) {
      if (intending(lower)) return 'future';
      if (CALLING.test(lower)) return 'hypothetical';
    }
    if (PAST.has(lower)) return 'historical';
    if (clause.ends.has(k + 1) && !infinitive) break;
  }
  const head = clause.tokens[clause.from]?.lower;
  if (head === 'if' || head === 'unless') return 'hypothetical';
  return infinitive && !past ? 'hypothetical' : past ? 'historical' : 'asserted';
}
