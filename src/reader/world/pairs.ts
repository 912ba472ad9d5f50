import { type Segmented, SHAPE, type Token } from '../segmented.ts';
import { NEGATIONS, type PloverEvent, REFUSING } from './lexicon.ts';
import type { IndexedSpan } from './spanIndex.ts';
import { endingForms, isCooperative, type Trigger, triggersByForm } from './triggers.ts';

const BE = new Set("is are was were be been being get gets got am 's".split(' '));
const DETERMINERS = new Set([
  'a',
  'an',
  'the',
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'your',
  'this',
  'that',
  'these',
  'those',
  'no',
  'any',
  'new',
  'more',
  'such',
]);
const MODALS = new Set('to will would can could may might shall should must not never has have had'.split(' '));

/** A trigger at a token, with how it is used there. `to` is the token after it and its particle. */
export type Use = {
  at: number;
  to: number;
  trigger: Trigger;
  passive: boolean /** How far its reading is from sure: 0 is a finite verb. */;
  doubt: number;
};

/** The uses of triggers among some tokens: verbs that stand where verbs stand, nouns that stand where nouns do. */
export function usesIn(tokens: readonly Token[], from: number, to: number): Use[] {
  const uses: Use[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    const triggers = token ? triggersByForm.get(token.lower) : undefined;
    if (!token || !triggers || (token.text !== token.lower && i > from && token.text.length > 1)) continue;
    const before = tokens[i - 1]?.lower ?? '';
    const noun = triggers.find((trigger) => trigger.form === 'noun');
    const nominal = isNominal(tokens, i);
    const fitting = triggers.filter((trigger) => trigger.form !== 'noun' && particleEnd(tokens, i, trigger) !== null);
    const phrasal = fitting.filter((trigger) => trigger.particle !== null);
    const verbs = phrasal.length > 0 ? phrasal : fitting;
    const [verb] = verbs;
    const third =
      verb?.form === 'third' &&
      tokens[i - 1]?.shape === SHAPE.lower &&
      i > from &&
      !/^(?:who|which|that|he|she|it|also|and|now|often|still)$|ly$/.test(before);
    if (
      noun &&
      (nominal ||
        !verb ||
        before === 'and' ||
        third ||
        (i === from && verb.form !== 'ing') ||
        isAdjectival(tokens[i - 1]))
    ) {
      uses.push({ at: i, to: i + 1, trigger: noun, passive: false, doubt: 1 });
      continue;
    }
    if (!verb) continue;
    if (
      token.lower === 'visiting' &&
      /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '') &&
      !/^(?:after|before|while|when|by|of|,|was|is|were|are|been)$/.test(before)
    )
      continue;
    // "the attack", "his support" without a noun entry, and adjectives such as "the wounded man".
    if (nominal && verb.form !== 'ing' && before !== 'that' && !MODALS.has(before)) continue;
    if (nominal && verb.form === 'ing' && DETERMINERS.has(before)) continue;
    if (verb.form === 'base' && i > from && !mayPrecedeBase(before)) {
      if (noun) uses.push({ at: i, to: i + 1, trigger: noun, passive: false, doubt: 1 });
      continue;
    }
    for (const trigger of verbs)
      uses.push({
        at: i,
        to: particleEnd(tokens, i, trigger) ?? i + 1,
        trigger,
        passive: isPassive(tokens, i, trigger),
        doubt: trigger.form === 'ing' ? 1 : 0,
      });
  }
  return uses;
}

const isAdjectival = (token: Token | undefined) =>
  /(?:ary|ial|ual|ian|ful|ous|ive|ical|ese|ish)$/.test(token?.lower ?? '') ||
  /^\p{Lu}\p{L}+an$/u.test(token?.text ?? '');

/** Whether a word stands where nouns stand: after an article, a possessive, or an article and an adjective. */
function isNominal(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.lower ?? '';
  if (DETERMINERS.has(before) || before === 'of' || before === "'s" || before === '’s') return true;
  const earlier = tokens[i - 2]?.lower ?? '';
  return (
    (/(?:ed|ing)$|-/.test(before) || isAdjectival(tokens[i - 1])) &&
    (DETERMINERS.has(earlier) || earlier === 'and' || earlier === "'s")
  );
}

/** Whether a word may be the subject or helper of a verb in its base form: "will attack", "rebels attack". */
const mayPrecedeBase = (before: string) =>
  MODALS.has(before) ||
  /s$|^(?:now|often|still|they|we|i|you|who|which|that|people|police|and|or|then|also|not|men|women|let|help|helped|make|made|do|does|did|please|ly)$|ly$/.test(
    before,
  );

/** The type of a use among its words: what is refused or ended turns round. */
function turned(tokens: readonly Token[], use: Use): PloverEvent {
  const { event, form } = use.trigger;
  const cooperative = isCooperative(event);
  const thing = form === 'noun' || form === 'third' || form === 'base' || form === 'past';
  let ended = false;
  for (let k = use.at - 1, steps = 0; k >= 0 && steps < 7; k--, steps++) {
    const lower = tokens[k]?.lower ?? '';
    if (/^[,;:.]$|^(?:that|which|who|but|said|and)$/.test(lower)) break;
    if (ended) {
      if (NEGATIONS.has(lower) || REFUSING.has(lower)) return event;
      continue;
    }
    if (thing && endingForms.has(lower) && k < use.at) {
      ended = true;
      continue;
    }
    if (cooperative && steps < 5 && (NEGATIONS.has(lower) || REFUSING.has(lower)))
      return event === 'AID' && lower !== 'not' ? 'SANCTION' : 'REJECT';
  }
  if (!ended) return event;
  if (cooperative) return event === 'AID' ? 'SANCTION' : 'REJECT';
  return event === 'SANCTION' || event === 'COERCE' || event === 'ASSAULT' || event === 'ACCUSE' ? 'CONCEDE' : event;
}

function particleEnd(tokens: readonly Token[], i: number, trigger: Trigger): number | null {
  if (trigger.particle === null) return i + 1;
  const words = trigger.particle.split(' ');
  for (const [k, word] of words.entries()) if (tokens[i + 1 + k]?.lower !== word) return null;
  return i + 1 + words.length;
}

/** "was (recently) accused", "accused by": the subject is acted upon. */
function isPassive(tokens: readonly Token[], i: number, trigger: Trigger): boolean {
  if (trigger.form !== 'past' && trigger.form !== 'participle') return false;
  let k = i - 1;
  for (let steps = 0; steps < 4 && k >= 0; steps++, k--) {
    const lower = tokens[k]?.lower ?? '';
    if (BE.has(lower)) return true;
    if (!/ly$|^(?:not|also|never|since|first|all|both|then|again|later|and)$/.test(lower)) break;
  }
  return tokens[i + 1]?.lower === 'by';
}

/** Names the type of what the source does to the target, both given; null when the words between them tell nothing. */
export function relateSpans(text: Segmented, source: IndexedSpan, target: IndexedSpan): PloverEvent | null {
  const { tokens } = text;
  const tokenAt = (offset: number) => {
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const [sourceFrom, sourceTo] = [tokenAt(source.start), tokenAt(source.end - 1) + 1];
  const [targetFrom, targetTo] = [tokenAt(target.start), tokenAt(target.end - 1) + 1];
  const sentence = text.sentences[tokens[sourceFrom]?.sentence ?? 0];
  const [first, end] = [sentence?.from ?? 0, Math.max(sentence?.to ?? 0, targetTo)];
  let best: { event: PloverEvent; score: number } | null = null;
  for (const use of usesIn(tokens, first, end)) {
    if ((use.at >= targetFrom && use.at < targetTo) || (use.at >= sourceFrom && use.at < sourceTo - 1)) continue;
    const between =
      sourceTo <= targetFrom ? use.at >= sourceTo && use.at < targetFrom : use.at >= targetTo && use.at < sourceFrom;
    const reversed = targetTo <= sourceFrom;
    let score = between ? 4 : 0;
    const prep = tokens[targetFrom - 1]?.lower ?? '';
    const gap = Math.max(0, targetFrom - use.to);
    if (!reversed && between) {
      if (gap === 0 && use.trigger.after.has('0')) score += 3;
      else if (use.trigger.after.has(prep)) score += 3;
      else if (gap > 0 && use.trigger.after.has('0') && gap < 4) score += 1.5;
      score -= Math.min(4, gap * 0.25) + Math.min(2, (use.at - sourceTo) * 0.15);
      if (use.passive && tokens[use.to]?.lower !== 'by') score -= 2;
    }
    if (reversed && between) score += use.passive || tokens[sourceFrom - 1]?.lower === 'by' ? 3 : -1;
    if (!between)
      score +=
        use.at < Math.min(sourceFrom, targetFrom) && use.trigger.form === 'noun'
          ? 1.5
          : use.at >= targetTo && !reversed
            ? 0.5 - (use.at - targetTo) * 0.15
            : -1;
    score -= use.doubt * 0.3;
    if (!best || score > best.score) best = { event: turned(tokens, use), score };
  }
  return best && best.score > MARGIN ? best.event : null;
}

/** Below this score the words are too far from the pair to answer. */
const MARGIN = 2.2;
