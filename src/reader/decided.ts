import { problemLine } from '../corpus/problem.ts';
import { readCorpus } from '../corpus/readCorpus.ts';
import type { Corpus } from '../domain/corpus.ts';
import { firstWhere } from '../domain/firstWhere.ts';
import type { Decision } from './decisions.ts';
import type { Draft } from './draft.ts';
import { mergeActors, splitActor } from './review/actorDecisions.ts';
import { addStatement, decideStatement } from './review/statementDecisions.ts';
import { corpusOf, type LostReason, placeOf, reviewed, type Work, workOn } from './review/work.ts';

/** A decision that could not be carried over, and why. */
export type LostDecision = { decision: Decision; why: string };

/** A draft with what people decided; `lost` is for whoever has to decide again. */
export type Decided = Draft & { lost: LostDecision[] };

/**
 * Replays decisions over a draft, in their order. A decision counts where its words stand exactly once with their context, and is listed as
 * lost else: never matched loosely. Laws: no decisions give the draft; of decisions about different claims the order does not matter; a list
 * twice is as good as once. The result passes the door: what would break a rule of the corpus is lost with the words of the door.
 */
export function decided(draft: Draft, decisions: readonly Decision[]): Decided {
  if (decisions.length === 0) return { ...draft, lost: [] };
  let kept = lastOf(decisions);
  const broken: LostDecision[] = [];
  for (;;) {
    const { corpus, lost } = replayed(draft.corpus, kept);
    const result = readCorpus(corpus);
    if (result.ok) return { ...draft, corpus: result.corpus, lost: [...lost, ...broken] };
    // The first decision with which the door begins to refuse goes; what it refuses without any is an error of the draft.
    const at = firstWhere(
      kept.length + 1,
      (count) => !readCorpus(replayed(draft.corpus, kept.slice(0, count)).corpus).ok,
    );
    const decision = kept[at - 1];
    if (!decision)
      throw new Error(`The door refuses the draft itself: ${result.problems.slice(0, 3).map(problemLine).join('; ')}`);
    const refused = readCorpus(replayed(draft.corpus, kept.slice(0, at)).corpus);
    const why = refused.ok ? '' : refused.problems.slice(0, 1).map(problemLine).join('');
    broken.push({ decision, why: `It would break a rule of the corpus: ${why}` });
    kept = kept.filter((_, i) => i !== at - 1);
  }
}

/** Each decision where it stands last: whoever decides the same again has the last word once more. */
function lastOf(decisions: readonly Decision[]): Decision[] {
  const last = new Map<string, number>();
  const keys = decisions.map((decision) => JSON.stringify(decision));
  for (const [i, key] of keys.entries()) last.set(key, i);
  return decisions.filter((_, i) => last.get(keys[i] ?? '') === i);
}

function replayed(corpus: Corpus, decisions: readonly Decision[]): { corpus: Corpus; lost: LostDecision[] } {
  const work = workOn(corpus);
  const lost: LostDecision[] = [];
  for (const decision of decisions) {
    const why = carry(work, decision);
    if (why !== null) lost.push({ decision, why });
  }
  return { corpus: corpusOf(work), lost };
}

function carry(work: Work, decision: Decision): LostReason {
  switch (decision.what) {
    case 'accept':
      return accept(work, decision);
    case 'remove':
      return remove(work, decision);
    case 'statement':
      return addStatement(work, decision);
    case 'merge':
      return mergeActors(work, decision);
    case 'split':
      return splitActor(work, decision);
    default:
      return decideStatement(work, decision);
  }
}

function accept(work: Work, { of, bulk }: Extract<Decision, { what: 'accept' }>): LostReason {
  const at = placeOf(work, of);
  if (typeof at === 'string') return at;
  const list = work[of.list] as { mark: Parameters<typeof reviewed>[0] }[];
  const one = list[at];
  if (one) list[at] = { ...one, mark: reviewed(one.mark, bulk ? 'bulk' : 'accepted') };
  return null;
}

function remove(work: Work, { of }: Extract<Decision, { what: 'remove' }>): LostReason {
  if (of.list === 'actors') return 'An actor is not removed: what names them is, or they become another one.';
  const at = placeOf(work, of);
  if (typeof at === 'string') return at;
  work[of.list].splice(at, 1);
  if (of.list !== 'places') return null;
  work.venues = work.venues.filter(({ place }) => place !== of.id);
  work.events = work.events.map((one) => (one.place === of.id ? { ...one, place: null } : one));
  work.reference = work.reference.filter((id) => id !== of.id);
  return null;
}
