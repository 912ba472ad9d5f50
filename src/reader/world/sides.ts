import type { ActorUse } from './actorUse.ts';
import { actorAfter, actorAfterPreposition, type Clause, joined, subjectOf } from './clause.ts';
import type { PloverEvent } from './lexicon.ts';
import type { Use } from './pairs.ts';
import { triggersByForm } from './triggers.ts';

const TWO_SIDED: ReadonlySet<PloverEvent> = new Set(['CONSULT', 'COOPERATE', 'AGREE']);

/** Types whose recipient may be the owner of what the verb takes: "criticised Trump's decision". */
const OF_OWNERS: ReadonlySet<PloverEvent> = new Set(['ACCUSE', 'REJECT', 'SUPPORT', 'PROTEST']);

const LIGHT =
  /^(?:hold|holds|held|holding|launch|launched|launches|have|has|had|having|make|made|express|expressed|voice|voiced|file|filed|begin|began|begun|open|opened|resume|resumed|conduct|conducted|stage|staged|impose|imposed|announce|announced|sign|signed|reach|reached|struck|give|gave|given|offer|offered|send|sent|issue|issued|lead|led|leading|declare|declared|wage|waged|carry|carried|carrying|provide|provided|pay|paid|organize|organized|organise|organised|face|faced|level|leveled|levelled|lodge|lodged|maintain|maintained|show|showed|shown|start|started|attend|attended|deliver|delivered|put|plan|planned|planning|accept|accepted|need|needs|seek|sought|lift|lifted|end|ended|ending|broker|brokered|join|joined|approve|approved|approving|orchestrate|orchestrated|order|ordered|authorize|authorized|coordinated|perform|performed|performing|holding|launching|making|expressing|filing|imposing|planning|giving|sending|issuing)$/;

/** Verbs whose participle with "be" says what the subject itself does: "was allied with". */
const ADJECTIVES = /^(?:ally|align|link|associate|unite|engage)$/;

const BEING = /^(?:is|are|was|were|be|been|became|remains|remained)$/;

const PERSON_NOUN = /^(?:critic|ally|allies|supporters?|opponent)$/;

export type Sides = { actors: ActorUse[]; recipients: ActorUse[]; joint: boolean; why: string; verb: number };

export function verbSides(clause: Clause, use: Use, objects: Set<ActorUse>): Sides | null {
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

export function nounSides(clause: Clause, use: Use, objects: Set<ActorUse>): Sides | null {
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
