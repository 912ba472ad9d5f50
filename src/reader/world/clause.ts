import type { Token } from '../segmented.ts';
import { SHAPE } from '../segmented.ts';
import type { ActorUse } from './actorUse.ts';
import type { Use } from './pairs.ts';

/** A sentence with its actors by first and last token: what the search for arguments walks on. */
export type Clause = {
  tokens: readonly Token[];
  from: number;
  to: number;
  starts: ReadonlyMap<number, ActorUse>;
  ends: ReadonlyMap<number, ActorUse>;
};

const AUXILIARY =
  /^(?:has|have|had|is|are|was|were|be|been|being|will|would|can|could|may|might|shall|should|must|do|does|did|not|n't|never|to|also|then|later|both|all|already|still|even|only|first|again|once|just|yet|soon|previously|recently|often|usually|sometimes|now|twice|eventually|subsequently|reportedly|allegedly|jointly|publicly|'ve|'d|'ll|'re|started|began|begun|continued|continues|kept|keeps|tried|tries|attempted|managed|helped|going|set|due|about|able)$/;
const isAdverb = (lower: string) =>
  AUXILIARY.test(lower) ||
  (lower.length > 4 && lower.endsWith('ly')) ||
  /^(?:yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|on)$/.test(lower);
const PREPOSITION =
  /^(?:of|in|with|by|for|from|to|at|on|against|between|about|over|after|before|under|during|into|through|including|near|like|than|as|via|without|among|since|toward|towards|around|behind|amid|despite|upon|outside|inside)$/;
const QUANTITY =
  /^(?:hundreds|thousands|millions|dozens|group|groups|number|crowd|crowds|members|some|many|several|most|all|majority|team|coalition|lots|scores|tens|one|two|three|four|five|few)$/;
const STOP = /^(?:;|:|"|“|”|that|if|whether|because|when|where|while|although|though|said|says|say|unless)$/;
const FURTHEST = 30;

/** The first token of the group of helpers and adverbs before a verb. */
function groupStart(clause: Clause, at: number): number {
  let k = at;
  while (k > clause.from && isAdverb(clause.tokens[k - 1]?.lower ?? '') && !clause.ends.has(k)) k--;
  return k;
}

/** Whether nothing but a preposition governs a mention: it is then no subject. */
function governor(clause: Clause, use: ActorUse): string {
  let k = use.from - 1;
  for (let steps = 0; k >= clause.from && steps < 4; k--, steps++) {
    const token = clause.tokens[k];
    const lower = token?.lower ?? '';
    if (PREPOSITION.test(lower)) return lower;
    const skips =
      /^(?:the|a|an|his|her|its|their|our|some|many|several|other|more|most|local|former|alleged|suspected|armed|new)$/.test(
        lower,
      ) ||
      token?.shape === SHAPE.number ||
      /(?:ese|ian|ish|can|al|ed)$/.test(lower);
    if (!skips) return '';
  }
  return '';
}

/** Who does what a verb says; null when the words do not settle it. `objects` are mentions that earlier verbs have taken. */
export function subjectOf(clause: Clause, at: number, objects: ReadonlySet<ActorUse>, depth = 0): ActorUse | null {
  const { tokens } = clause;
  let j = groupStart(clause, at) - 1;
  if (depth > 3) return null;
  for (let steps = 0; j >= clause.from && steps < FURTHEST; steps++) {
    const use = clause.ends.get(j + 1);
    const lower = tokens[j]?.lower ?? '';
    if (use) {
      const near = governor(clause, use);
      // "after Trump spoke": before a verb these begin a clause.
      const before =
        /^(?:after|before|since|until|as|than|like)$/.test(near) && j === groupStart(clause, at) - 1 ? '' : near;
      const quantity =
        before === 'of' && QUANTITY.test(tokens[use.from - 2]?.lower ?? tokens[use.from - 3]?.lower ?? '');
      if ((before === '' || quantity) && !use.where) return use;
      j = use.from - 1;
      while (j >= clause.from && !PREPOSITION.test(tokens[j]?.lower ?? '')) j--;
      j--;
      // "the leader of Iran": the noun before the preposition is the subject, and no actor unless it is one.
      if (!clause.ends.has(j + 1)) return participial(clause, at) ? sharedSubject(clause, j, objects) : null;
      continue;
    }
    if (STOP.test(lower) && lower !== 'that') return null;
    if (/^(?:who|which|that)$/.test(lower)) {
      const comma = tokens[j - 1]?.text === ',' ? j - 1 : j;
      return clause.ends.get(comma) ?? null;
    }
    if (lower === ')' || lower === ']') {
      while (j > clause.from && tokens[j]?.text !== '(' && tokens[j]?.text !== '[') j--;
      j--;
      continue;
    }
    if (lower === ',') {
      const jumped = beforeApposition(clause, j);
      if (jumped) return jumped;
      return /^(?:and|but|or)$/.test(tokens[j + 1]?.lower ?? '') || at - j < 3
        ? sharedSubject(clause, j, objects)
        : null;
    }
    if (/^(?:and|but|or|then)$/.test(lower)) return sharedSubject(clause, j, objects);
    if (/^(?:after|before|while|by|when|without|for|in|from|of)$/.test(lower) && at - j <= 2)
      return sharedSubject(clause, j, objects);
    if (
      tokens[j + 1]?.lower === 'to' &&
      /^(?:plan|plans|offer|offers|effort|efforts|attempt|attempts|bid|decision|pledge|promise|threat|threats|invitation|deal|agreement|permission|order|orders|call|calls)$/.test(
        lower,
      )
    ) {
      for (let k = j - 1; k > Math.max(clause.from, j - 4); k--)
        if (/(?:ed|ing|s|ade|ave|as|et|an)$/.test(tokens[k]?.lower ?? '') && tokens[k]?.shape === SHAPE.lower)
          return subjectOf(clause, k, objects, depth + 1);
      return null;
    }
    // "vowed to attack", "its plan to attack": the one who intends it.
    if (
      tokens[j + 1]?.lower === 'to' &&
      at - j < 5 &&
      /(?:ed|s|ing|ose|ant|eek|eks|ought|ade|old|an|et|dy|le)$/.test(lower)
    )
      return subjectOf(clause, j, objects, depth + 1);
    return participial(clause, at) ? sharedSubject(clause, j, objects) : null;
  }
  return null;
}

/** Whether a verb is a participle that goes on with the clause's subject: "posted a message blaming Iran". */
const participial = (clause: Clause, at: number) =>
  /ing$/.test(clause.tokens[at]?.lower ?? '') && groupStart(clause, at) === at;

/** The mention before a pair of commas: "Lu, a spokesman," gives "Lu". */
function beforeApposition(clause: Clause, comma: number): ActorUse | null {
  for (let k = comma - 1, steps = 0; k > clause.from && steps < 20; k--, steps++) {
    const text = clause.tokens[k]?.text;
    if (text === ',' || text === '—') {
      const use = clause.ends.get(k);
      return use && governor(clause, use) === '' && !use.where ? use : null;
    }
  }
  return null;
}

/** The subject of the clause that goes on: the nearest free mention to the left that no verb has taken as its object. */
function sharedSubject(clause: Clause, from: number, objects: ReadonlySet<ActorUse>): ActorUse | null {
  for (let k = from, steps = 0; k > clause.from && steps < FURTHEST; k--, steps++) {
    const use = clause.ends.get(k);
    if (
      use &&
      !objects.has(use) &&
      !use.where &&
      governor(clause, use) === '' &&
      !/^(?:'s|’s)$/.test(clause.tokens[use.to]?.lower ?? '')
    )
      return use;
    if (STOP.test(clause.tokens[k - 1]?.lower ?? '')) return null;
  }
  return null;
}

const FILLER =
  /^(?:the|a|an|his|her|its|their|our|all|some|any|several|other|former|alleged|suspected|at|least|more|than|another|both|local|many|most|about|around|up|nearly|over|of|members|new|its|fellow|armed|young|senior|top|prime|vice|deputy|national|federal|state|second|third|black|white)$/;

const FOLLOWS =
  /^(?:a|an|the|this|that|these|his|her|its|their|and|or|but|nor|as|if|when|while|who|which|whose|whom|where|than|then|so|because|until|not|more|again|back|home|also|too|is|are|was|were|has|had|have|will|would|could|can|may|might|should|did|does|do|be|been|yesterday|today|tomorrow|last|next|early|late|earlier|later|ago|there|here|what|how|why|it|he|she|they|him|them|dead|alive|guilty|responsible|accountable|away|down|up|out|off|such|following|according|despite|including|both|all|only|even|just|alone|directly|one|two|three|several|some|any|no|each|every|other)$/;

/** Whether a mention is the head of its phrase and no modifier: "Trump" is none in "the Trump summit". */
function isHead(clause: Clause, use: ActorUse): boolean {
  const next = clause.tokens[use.to];
  if (next && /^['’]/.test(next.text)) return true;
  if (!next || use.to >= clause.to || next.shape !== SHAPE.lower)
    return !next || next.shape !== SHAPE.capital || use.to >= clause.to || isWeekday(next.lower);
  return FOLLOWS.test(next.lower) || PREPOSITION.test(next.lower) || /(?:ly|ing|ed)$/.test(next.lower);
}
const isWeekday = (lower: string) =>
  /day$/.test(lower) ||
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(lower);

/** The mention that begins after a token, across articles, numbers and adjectives; null when other words stand first. */
export function actorAfter(clause: Clause, from: number): ActorUse | null {
  for (let k = from, steps = 0; k < clause.to && steps < 6; k++, steps++) {
    const use = clause.starts.get(k);
    if (use) return isHead(clause, use) ? use : null;
    const token = clause.tokens[k];
    const lower = token?.lower ?? '';
    const adjective =
      token?.shape === SHAPE.lower && /(?:ese|ian|ish|ian|al|ed|ic|ive|ous|ful|ant|ent|ary)$/.test(lower);
    if (
      !FILLER.test(lower) &&
      token?.shape !== SHAPE.number &&
      !adjective &&
      !/^(?:american|russian|chinese|french|german|british|turkish|iranian|israeli|palestinian|syrian|iraqi)$/.test(
        lower,
      ) &&
      token?.text !== '"' &&
      token?.text !== '['
    )
      return null;
  }
  return null;
}

/** The mention after one of some prepositions, not further than a few words; null when a clause ends before. */
export function actorAfterPreposition(
  clause: Clause,
  from: number,
  prepositions: ReadonlySet<string>,
  reach: number,
): { use: ActorUse; preposition: string } | null {
  for (let k = from; k < Math.min(clause.to, from + reach); k++) {
    const lower = clause.tokens[k]?.lower ?? '';
    if (STOP.test(lower) || /^(?:,|who|which|and|but)$/.test(lower)) return null;
    if (!prepositions.has(lower)) continue;
    const use = actorAfter(clause, k + 1);
    return use ? { use, preposition: lower } : null;
  }
  return null;
}

/** A mention and those joined to it by commas and "and". */
export function joined(clause: Clause, first: ActorUse, step: 1 | -1): ActorUse[] {
  const all = [first];
  let at = first;
  for (let hops = 0; hops < 4; hops++) {
    let k = step === 1 ? at.to : at.from - 1;
    const links: string[] = [];
    while (
      /^(?:,|and|or|as|well|the|both|nor)$/.test(clause.tokens[k]?.lower ?? '') &&
      links.length < 4 &&
      k >= clause.from &&
      k < clause.to
    ) {
      links.push(clause.tokens[k]?.lower ?? '');
      k += step;
    }
    const next = step === 1 ? clause.starts.get(k) : clause.ends.get(k + 1);
    if (!next || !(links.includes('and') || links.includes('or') || links.includes('nor'))) break;
    all.push(next);
    at = next;
  }
  return all;
}

/** Whether a use of a trigger lies within a name. */
export const isWithinActor = (clause: Clause, use: Use) =>
  [...clause.starts.values()].some(
    (actor) => actor.from <= use.at && use.at < actor.to && clause.tokens[use.at]?.shape !== SHAPE.lower,
  );
