import type { Evidence } from '../../domain/evidence.ts';
import type { Speaker, Statement } from '../../domain/statement.ts';
import { digestOf } from '../assemble/ids.ts';
import type { Chosen, Decision, Quote } from '../decisions.ts';
import { allAt, evidenceAt } from './quotes.ts';
import {
  actorNow,
  type LostReason,
  NO_ACTOR,
  NO_CLAIM,
  NOT_FOUND,
  reviewed,
  statementAt,
  statementOrder,
  type Work,
} from './work.ts';

type Of<What extends Decision['what']> = Extract<Decision, { what: What }>;
type OnStatement = Of<'speaker' | 'edges' | 'kind' | 'relay' | 'addressee'>;

/** Carries over a decision about one statement. */
export function decideStatement(work: Work, decision: OnStatement): LostReason {
  const words = allAt(work.articles, decision.words);
  if (!words) return NOT_FOUND;
  const at = statementAt(work, words);
  const one = work.statements[at];
  if (!one) return NO_CLAIM;
  const change = changeOf(work, decision, one);
  if (typeof change === 'string') return change;
  work.statements[at] = { ...one, ...change, mark: reviewed(one.mark, 'corrected') };
  return null;
}

function changeOf(work: Work, decision: OnStatement, one: Statement): Partial<Statement> | string {
  switch (decision.what) {
    case 'speaker':
      return withSpeaker(work, decision.speaker, one.content[0]?.article ?? '');
    case 'edges': {
      const words = wordsOf(work, decision);
      // Other words are no longer those of the other articles.
      return typeof words === 'string'
        ? words
        : { ...words, same: sameWords(words.content, one.content) ? one.same : null };
    }
    case 'kind':
      return decision.kind === 'indirect'
        ? { kind: 'indirect', quoted: [] }
        : { kind: 'direct', quoted: [...one.content] };
    case 'relay': {
      if (decision.relay === null) return { relay: null };
      const actor = actorNow(work, decision.relay.actor);
      const evidence = evidenceAt(work.articles, decision.relay.words);
      if (!actor) return NO_ACTOR;
      return evidence ? { relay: { actor, evidence } } : NOT_FOUND;
    }
    case 'addressee': {
      const addressee = decision.actor === null ? null : actorNow(work, decision.actor);
      return addressee === null && decision.actor !== null ? NO_ACTOR : { addressee };
    }
  }
}

const sameWords = (a: readonly Evidence[], b: readonly Evidence[]) =>
  a.map(({ exact }) => exact).join(' ') === b.map(({ exact }) => exact).join(' ');

function withSpeaker(work: Work, chosen: Chosen, home: string): { speaker: Speaker } | string {
  if (chosen.status === 'unresolved') {
    const candidates = chosen.candidates.map((id) => actorNow(work, id));
    if (!candidates.every((id) => id !== null)) return NO_ACTOR;
    return { speaker: { status: 'unresolved', candidates: [...new Set(candidates)], reason: chosen.reason } };
  }
  const actor = actorNow(work, chosen.actor);
  if (!actor) return NO_ACTOR;
  const because = allAt(work.articles, chosen.because);
  if (!because) return NOT_FOUND;
  if (because.length === 0) return { speaker: { status: 'named', actor } };
  const method = because.some(({ article }) => article !== home) ? 'sibling-article' : 'coreference';
  return { speaker: { status: 'resolved', actor, method, because } };
}

type Edges = { content: Quote[]; quoted: Quote[]; cue: Quote[]; source: Quote | null };

function wordsOf(
  { articles }: Work,
  { content, quoted, cue, source }: Edges,
): Pick<Statement, 'kind' | 'content' | 'quoted' | 'cue' | 'source'> | string {
  const [all, marked, cues] = [content, quoted, cue].map((quotes) => allAt(articles, quotes));
  const from = source && evidenceAt(articles, source);
  if (!all || !marked || !cues || (source && !from)) return NOT_FOUND;
  const covered = all.every((one) => marked.some((two) => two.start <= one.start && two.end >= one.end));
  const kind = marked.length === 0 ? 'indirect' : covered ? 'direct' : 'mixed';
  return { kind, content: all, quoted: marked, cue: cues, source: from };
}

/** Carries over a statement that a person found; the same words are no second one. */
export function addStatement(work: Work, decision: Of<'statement'>): LostReason {
  const words = wordsOf(work, decision);
  if (typeof words === 'string') return words;
  const home = words.content[0]?.article ?? '';
  const speaker = withSpeaker(work, decision.speaker, home);
  if (typeof speaker === 'string') return speaker;
  const places = words.content.flatMap(({ article, start, end }) => [article, start, end]);
  const id = `s-person-${digestOf(...places)}`;
  const made: Statement = {
    id,
    ...words,
    ...speaker,
    relay: null,
    addressee: null,
    said: null,
    same: null,
    topics: [],
    mark: { by: 'person' },
  };
  const known = work.statements.findIndex((one) => one.id === id);
  if (known >= 0) {
    work.statements[known] = made;
    return null;
  }
  if (statementAt(work, words.content) >= 0) return 'A statement with these words is there already.';
  const order = statementOrder(work);
  const at = work.statements.findIndex((one) => order(made, one) < 0);
  work.statements.splice(at < 0 ? work.statements.length : at, 0, made);
  return null;
}
