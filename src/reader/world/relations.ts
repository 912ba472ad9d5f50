import type { Day } from '../../domain/edtf.ts';
import type { Modality } from '../../domain/relation.ts';
import { type Range, type Segmented, SHAPE } from '../segmented.ts';
import type { ActorUse } from './actors.ts';
import { actorAfter, actorAfterPreposition, type Clause, isWithinActor, joined, subjectOf } from './clause.ts';
import type { DateMention } from './dates.ts';
import type { PloverEvent } from './lexicon.ts';
import { modalityOf } from './modality.ts';
import { type Use, usesIn } from './pairs.ts';
import { type Span, type SpanIndex, spanIndex } from './spanIndex.ts';
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
  evidence: Span;
  why: string[];
};

/** A statement of the article: where its content stands, and who speaks when that is settled. */
export type Claim = { content: readonly Span[]; speaker: string | null };

export type RelationInput = {
  uses: readonly ActorUse[];
  dates?: readonly DateMention[];
  claims?: readonly Claim[];
  /** Sentences that are damaged: no relation is made from them. */
  damaged?: readonly Span[];
  from?: Day | null;
};

const LONGEST_SENTENCE = 150;
const TWO_SIDED: ReadonlySet<PloverEvent> = new Set(['CONSULT', 'COOPERATE', 'AGREE']);
/** Types whose recipient may be the owner of what the verb takes: "criticised Trump's decision". */
const OF_OWNERS: ReadonlySet<PloverEvent> = new Set(['ACCUSE', 'REJECT', 'SUPPORT', 'PROTEST']);
const LIGHT =
  /^(?:hold|holds|held|holding|launch|launched|launches|have|has|had|having|make|made|express|expressed|voice|voiced|file|filed|begin|began|begun|open|opened|resume|resumed|conduct|conducted|stage|staged|impose|imposed|announce|announced|sign|signed|reach|reached|struck|give|gave|given|offer|offered|send|sent|issue|issued|lead|led|leading|declare|declared|wage|waged|carry|carried|carrying|provide|provided|pay|paid|organize|organized|organise|organised|face|faced|level|leveled|levelled|lodge|lodged|maintain|maintained|show|showed|shown|start|started|attend|attended|deliver|delivered|put|plan|planned|planning|accept|accepted|need|needs|seek|sought|lift|lifted|end|ended|ending|broker|brokered|join|joined|approve|approved|approving|orchestrate|orchestrated|order|ordered|authorize|authorized|coordinated|perform|performed|performing|holding|launching|making|expressing|filing|imposing|planning|giving|sending|issuing)$/;

/** Verbs whose participle with "be" says what the subject itself does: "was allied with". */
const ADJECTIVES = /^(?:ally|align|link|associate|unite|engage)$/;
const BEING = /^(?:is|are|was|were|be|been|became|remains|remained)$/;
const PERSON_NOUN = /^(?:critic|ally|allies|supporters?|opponent)$/;

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

type Claims = SpanIndex<Span & { speaker: string | null }>;

type Sides = { actors: ActorUse[]; recipients: ActorUse[]; joint: boolean; why: string; verb: number };

function verbSides(clause: Clause, use: Use, objects: Set<ActorUse>): Sides | null {
  const { trigger } = use;
  const reach = use.passive ? 10 : 9;
  if (use.passive && !ADJECTIVES.test(trigger.word)) {
    const agent = actorAfterPreposition(clause, use.to, new Set(['by']), reach)?.use;
    const acted = subjectOf(clause, use.at, objects);
    if (!agent || !acted) return null;
    return {
      actors: joined(clause, agent, 1),
      recipients: joined(clause, acted, -1),
      joint: false,
      why: 'passive',
      verb: use.at,
    };
  }
  const direct = trigger.after.has('0') ? directObject(clause, use) : null;
  const prepositions = new Set([...trigger.after].filter((one) => one !== '0'));
  const other =
    direct ??
    (prepositions.size > 0
      ? (actorAfterPreposition(clause, use.to, prepositions, trigger.after.has('0') ? 5 : reach)?.use ?? null)
      : null);
  const subject = subjectOf(clause, use.at, objects);
  if (other) objects.add(other);
  if (!subject) return null;
  if (!other) {
    const several = joined(clause, subject, -1);
    const mutual =
      TWO_SIDED.has(trigger.event) &&
      several.length > 1 &&
      /^(?:meet|talk|speak|negotiate|agree|cooperate|co-operate|collaborate|clash|sign)$/.test(trigger.word);
    return mutual ? { actors: several, recipients: [], joint: true, why: 'joint', verb: use.at } : null;
  }
  return {
    actors: joined(clause, subject, -1),
    recipients: joined(clause, other, 1),
    joint: trigger.event === 'CONSULT' && !/^(?:mediate|visit|brief|phone|telephone|contact|write)$/.test(trigger.word),
    why: 'verb',
    verb: use.at,
  };
}

/** The direct object; the owner of it where the type allows; null for "killed Trump's brother". */
function directObject(clause: Clause, use: Use): ActorUse | null {
  const { event } = use.trigger;
  const object = actorAfter(clause, use.to);
  if (object) {
    const owned =
      /^(?:'s|’s)$/.test(clause.tokens[object.to]?.lower ?? '') ||
      (/s$/.test(clause.tokens[object.to - 1]?.lower ?? '') && /^['’]$/.test(clause.tokens[object.to]?.text ?? ''));
    return !owned || OF_OWNERS.has(event) ? object : null;
  }
  if (!OF_OWNERS.has(event)) return null;
  return actorAfterPreposition(clause, use.to, new Set(['by', 'of']), 5)?.use ?? null;
}

function nounSides(clause: Clause, use: Use, objects: Set<ActorUse>): Sides | null {
  const { tokens } = clause;
  const { trigger } = use;
  // "trade talks": the first noun only says what kind the second is.
  if (triggersByForm.get(tokens[use.to]?.lower ?? '')?.some((one) => one.form === 'noun')) return null;
  if (trigger.after.has('between')) {
    const pair = actorAfterPreposition(clause, use.to, new Set(['between']), 5)?.use;
    const both = pair ? joined(clause, pair, 1) : [];
    if (both.length > 1) {
      for (const one of both) objects.add(one);
      return { actors: both, recipients: [], joint: true, why: 'between', verb: use.at };
    }
  }
  const other = actorAfterPreposition(clause, use.to, trigger.after, 6);
  if (!other || (other.use.where && other.preposition !== 'to' && other.preposition !== 'of')) return null;
  const actor = ownerOf(clause, use.at) ?? byAgent(clause, use, other.use) ?? lightSubject(clause, use.at, objects);
  objects.add(other.use);
  if (!actor || (tokens[other.use.to]?.lower === "'s" && !OF_OWNERS.has(trigger.event))) return null;
  return {
    actors: joined(clause, actor.use, -1),
    recipients: joined(clause, other.use, 1),
    joint: trigger.event === 'CONSULT' || (trigger.event === 'COOPERATE' && other.preposition === 'with'),
    why: actor.why,
    verb: actor.verb,
  };
}

/** "Trump's talks": who owns the noun. */
function ownerOf(clause: Clause, at: number): { use: ActorUse; why: string; verb: number } | null {
  for (let k = at; k > Math.max(clause.from, at - 4); k--) {
    const owner = /^(?:'s|’s)$/.test(clause.tokens[k - 1]?.lower ?? '') ? clause.ends.get(k - 1) : undefined;
    if (owner) return { use: owner, why: 'owner', verb: at };
  }
  return null;
}

/** "an attack by A on B", "an attack on B by A". */
function byAgent(clause: Clause, use: Use, other: ActorUse): { use: ActorUse; why: string; verb: number } | null {
  const before = actorAfterPreposition(clause, use.to, new Set(['by', 'from']), 3);
  const after = clause.tokens[other.to]?.lower === 'by' ? actorAfter(clause, other.to + 1) : null;
  const agent = before?.use ?? after;
  return agent && agent !== other ? { use: agent, why: 'by', verb: use.at } : null;
}

/** "A held talks with B": the subject of the verb that carries the noun. */
function lightSubject(
  clause: Clause,
  at: number,
  objects: ReadonlySet<ActorUse>,
): { use: ActorUse; why: string; verb: number } | null {
  for (let k = at - 1; k > Math.max(clause.from, at - 6); k--) {
    const lower = clause.tokens[k]?.lower ?? '';
    if (/^(?:,|;|that|who|which|in|on|at|by|about|over|after|before|for|of)$/.test(lower) || clause.ends.has(k + 1))
      return null;
    if (!LIGHT.test(lower) && !(BEING.test(lower) && PERSON_NOUN.test(clause.tokens[at]?.lower ?? ''))) continue;
    const use = subjectOf(clause, k, objects);
    return use ? { use, why: 'light', verb: k } : null;
  }
  return null;
}

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
