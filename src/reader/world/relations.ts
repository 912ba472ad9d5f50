import type { Day } from '../../domain/edtf.ts';
import type { Modality } from '../../domain/relation.ts';
import { type Range, type Segmented, SHAPE } from '../segmented.ts';
import type { ActorUse } from './actorUse.ts';
import { type Clause, isWithinActor } from './clause.ts';
import type { DateMention } from './dates.ts';
import type { PloverEvent } from './lexicon.ts';
import { modalityOf } from './modality.ts';
import { type Use, usesIn } from './pairs.ts';
import { nounSides, type Sides, verbSides } from './sides.ts';
import { type IndexedSpan, type SpanIndex, spanIndex } from './spanIndex.ts';
import { triggersByForm } from './triggers.ts';

/** What actors do to recipients in one clause; recipients [] when it is joint. Ids are those of the mentions given. */
export type FoundRelation = {
  actors: string[];
  recipients: string[];
  event: PloverEvent;
  mediator: boolean;
  modality: Modality;
  /** The speaker of the statement that says it; null for the reporter's own voice. */
  claimedBy: string | null;
  evidence: IndexedSpan;
  why: string[];
};

/** A statement of the article: where its content stands, and who speaks when that is settled. */
type Claim = { content: readonly IndexedSpan[]; speaker: string | null };

export type RelationInput = {
  uses: readonly ActorUse[];
  dates?: readonly DateMention[];
  claims?: readonly Claim[];
  /** Sentences that are damaged: no relation is made from them. */
  damaged?: readonly IndexedSpan[];
  from?: Day | null;
};

const LONGEST_SENTENCE = 150;

/** Stage 13 finds relations between the actors of one clause. It abstains where the words leave actor or recipient open. Linear in the text. */
export function findRelations(text: Segmented, input: RelationInput): FoundRelation[] {
  const bySentence = new Map<number, ActorUse[]>();
  for (const use of input.uses) {
    const sentence = text.tokens[use.from]?.sentence ?? 0;
    const own = bySentence.get(sentence);
    if (own) own.push(use);
    else bySentence.set(sentence, [use]);
  }
  const found: FoundRelation[] = [];
  const damaged = spanIndex(input.damaged ?? []);
  const claims = spanIndex(
    (input.claims ?? []).flatMap(({ content, speaker }) => content.map((span) => ({ ...span, speaker }))),
  );
  const pastSentences = pastOf(input);
  for (const [n, uses] of bySentence) {
    const sentence = text.sentences[n];
    if (!sentence || sentence.to - sentence.from > LONGEST_SENTENCE || damaged.touches(sentence)) continue;
    found.push(...relationsIn(text, sentence, withSpeaker(text, sentence, uses, claims), pastSentences.has(n), claims));
  }
  return found;
}

function relationsIn(
  text: Segmented,
  sentence: Range,
  uses: readonly ActorUse[],
  past: boolean,
  claims: Claims,
): FoundRelation[] {
  const clause: Clause = {
    tokens: text.tokens,
    from: sentence.from,
    to: sentence.to,
    starts: new Map(uses.map((use) => [use.from, use])),
    ends: new Map(uses.map((use) => [use.to, use])),
  };
  const objects = new Set<ActorUse>();
  const found = pairRelations(text, uses, sentence.to);
  const taken = new Set<number>();
  for (const use of usesIn(text.tokens, sentence.from, sentence.to)) {
    if (taken.has(use.at) || isWithinActor(clause, use)) continue;
    const sides = use.trigger.form === 'noun' ? nounSides(clause, use, objects) : verbSides(clause, use, objects);
    if (!sides) continue;
    taken.add(use.at);
    const relation = related(text, clause, use, sides, past, claims);
    if (
      relation &&
      !found.some(
        (one) =>
          one.event === relation.event &&
          `${one.actors} ${one.recipients}` === `${relation.actors} ${relation.recipients}` &&
          one.modality === relation.modality,
      )
    )
      found.push(relation);
  }
  return found;
}

type Claims = SpanIndex<IndexedSpan & { speaker: string | null }>;

function related(
  text: Segmented,
  clause: Clause,
  use: Use,
  sides: Sides,
  past: boolean,
  claims: Claims,
): FoundRelation | null {
  const ids = (list: readonly ActorUse[]) => [...new Set(list.map((one) => one.actor))];
  const actors = ids(sides.actors);
  const recipients = ids(sides.recipients).filter((id) => !actors.includes(id));
  const everyone = sides.joint ? [...actors, ...recipients] : actors;
  if (actors.length === 0 || (sides.joint ? everyone.length < 2 : recipients.length === 0)) return null;
  const all = [...sides.actors, ...sides.recipients];
  const start = Math.min(text.tokens[use.at]?.start ?? 0, ...all.map((one) => one.start));
  const end = Math.max(text.tokens[use.to - 1]?.end ?? 0, ...all.map((one) => one.end));
  const word = text.tokens[use.at];
  const claim = word ? claims.overlapping(word)[0] : undefined;
  return {
    actors: everyone,
    recipients: sides.joint ? [] : recipients,
    event: use.trigger.event,
    mediator: /^mediat/.test(use.trigger.word) && !sides.joint,
    modality: modalityOf(clause, sides.verb, past),
    claimedBy: claim?.speaker ?? null,
    evidence: { start, end },
    why: [`relation:${sides.why}`, `word:${use.trigger.word}`],
  };
}

/** The sentences that are dated in a year before the article's. */
function pastOf({ dates, from }: RelationInput): Set<number> {
  const year = from?.slice(0, 4);
  return new Set(
    (dates ?? [])
      .filter(({ date }) => date !== null && year !== undefined && date.slice(0, 4) < year)
      .map(({ sentence }) => sentence),
  );
}

/** Adds who "I" is in words whose speaker is settled. */
function withSpeaker(text: Segmented, sentence: Range, uses: readonly ActorUse[], claims: Claims): readonly ActorUse[] {
  if (!claims.touches(sentence)) return uses;
  const made = [...uses];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = text.tokens[i];
    if (token?.text !== 'I' && token?.lower !== 'me') continue;
    const speaker = claims.overlapping(token)[0]?.speaker;
    if (speaker) made.push({ start: token.start, end: token.end, from: i, to: i + 1, actor: speaker, where: false });
  }
  return made.sort((a, b) => a.from - b.from);
}

/** "China-US trade talks", "the Kim-Trump meeting": two actors in one word before a noun. */
function pairRelations(text: Segmented, uses: readonly ActorUse[], end: number): FoundRelation[] {
  const found: FoundRelation[] = [];
  for (const [n, first] of uses.entries()) {
    const second = uses[n + 1];
    if (!second || second.from !== first.from) continue;
    for (let k = first.to; k < Math.min(end, first.to + 3); k++) {
      const token = text.tokens[k];
      const noun = triggersByForm
        .get(token?.lower ?? '')
        ?.find((one) => one.form === 'noun' && one.after.has('between'));
      if (!token || token.shape !== SHAPE.lower) break;
      if (!noun || triggersByForm.get(text.tokens[k + 1]?.lower ?? '')?.some((one) => one.form === 'noun')) continue;
      found.push({
        actors: [first.actor, second.actor],
        recipients: [],
        event: noun.event,
        mediator: false,
        modality: 'asserted',
        claimedBy: null,
        evidence: { start: first.start, end: token.end },
        why: ['relation:pair', `word:${noun.word}`],
      });
      break;
    }
  }
  return found;
}
