import type { Standing } from '../../domain/venue.ts';
import type { Segmented } from '../segmented.ts';
import type { Mention } from './mention.ts';

const VENUE =
  /\b(?:venues?|candidates?|contenders?|short-?list(?:ed)?|(?:possible|potential|likely|proposed|suggested|alternative) (?:\w+ )?(?:locations?|sites?|places?|destinations?|hosts?|cities|city|countr(?:y|ies))|locations? (?:for|of) (?:the|a)|sites? (?:for|of) (?:the|a) (?:\w+ )?(?:summit|talks|meeting|games|conference|trial)|host(?:s|ing)? (?:the|a|an|cities|city)|to host|locations)\b/i;
const LISTS = /\b(?:including|includes?|among(?: them)?|such as|are|were|is|was|as)\b|[:—]/i;
const TALKED =
  /\b(?:discuss|talk(?:ed|s)? about|negotiat\w*|agree(?:d)? on|scout\w*|inspect\w*)\b[^.]{0,40}\b(?:sites?|venues?|locations?|places?)\b/i;
const FUTURE =
  /\b(?:will|would|to be|set to|is to|are to|plans? to|planned|expected to|due to|scheduled|could|may|might|calls? for|hopes? to|intends? to|wants? to|should)\b/i;
const HAPPENS =
  /\b(?:held|hold|take place|meet|met|open|opened|move|moving|build|built|set up|visit|travel|stage|staged|host|hosted|go|gather|convene)\b/i;
const FORMER =
  /\b(?:first|previous|earlier|last|former|inaugural) (?:\w+ )?(?:summit|meeting|talks|round|session|games|conference|encounter|visit)\b|\b(?:previously|years? ago|decades? ago|in the past)\b|\blast year\b/i;
const YEAR = /\b(?:1[5-9]|20)\d\d\b/;
const ORIGIN =
  /(?:\bfrom|\bborn (?:\w+ ){0,3}in|\bnative of|\bgrew up in|\b(?:north|south|east|west|northeast|northwest|southeast|southwest) of(?: the capital,?)?|\b(?:miles|kilomet(?:er|re)s|km)\b[^.]{0,20}|\bto|\blike|\bthan|\bcompared (?:to|with)|\bcapital,|\bknown as(?: the)?|-based|\bheadquarters in|\bbased in|\bcompany in|\bstate of)\s*["“(]?$/i;
const WINDOW = 90;

/**
 * The standing of a place by the words of its sentence: `candidate` where something may happen, `past` where it once did, `talked-about` where
 * the choice of a place was talked about, `scene` where what is reported happens. Null for a place that is only named.
 * `container` marks a name that says where another place is: it is as much the scene, but no candidate.
 */
export function standingOf(text: Segmented, mention: Mention, container: boolean): Standing | null {
  const sentence = text.sentences[text.tokens[mention.from]?.sentence ?? 0];
  if (!sentence) return null;
  const before = text.text.slice(Math.max(sentence.start, mention.start - 400), mention.start);
  const after = text.text.slice(mention.end, Math.min(sentence.end, mention.end + 200));
  if (TALKED.test(after) && /\bin (?:the )?$/.test(before)) return 'talked-about';
  if (!container && isCandidate(before, after)) return 'candidate';
  if (mention.sense === 'government') return null;
  if (FORMER.test(before.slice(-WINDOW)) || FORMER.test(after.slice(0, 30))) return 'past';
  if (ORIGIN.test(before.slice(-60)) || /^-based/.test(after)) return null;
  if (YEAR.test(after.slice(0, 25)) || YEAR.test(before.slice(-25))) return 'past';
  const attributive =
    /^ \p{Ll}/u.test(after) &&
    !/(?:\b(?:in|at|near|on|outside|inside|across|throughout|around|over|of|into|through)|,|\band) (?:the |downtown |northern |southern |eastern |western |central |nearby )?["“]?$/.test(
      before,
    );
  return attributive &&
    !/^ (?:is|was|are|were|has|had|on|in|and|after|when|where|by|for|as|border|city|town|county|region|province|on|during)\b/.test(
      after,
    )
    ? null
    : 'scene';
}

function isCandidate(before: string, after: string): boolean {
  const venue = VENUE.exec(before);
  if (
    venue &&
    LISTS.test(before.slice(venue.index)) &&
    !/\bbetween\b[^,]*$/i.test(before) &&
    !/\bin\s+(?:[\p{L}-]+-ruled )?$/u.test(before.slice(venue.index))
  )
    return true;
  if (
    /^(?:,[^,]{0,60},)? (?:(?:has|have|had|is|was|are|also|could|would|will|may|might) ){0,3}(?:offered|volunteered|proposed|agreed|willing|ready|bid|bidding|chosen|considered|mentioned|named|suggested|floated|touted)? ?(?:to host|host\b|as (?:a|the) (?:possible |potential |likely )?(?:venue|site|location|host))/i.test(
      after,
    )
  )
    return true;
  const close = before.slice(-WINDOW);
  const clause = /[^,;—]*$/.exec(close)?.[0] ?? '';
  return (
    FUTURE.test(clause) && HAPPENS.test(clause) && /\b(?:in|at|into|near)\s+(?:the\s+)?(?:\p{L}+\s)?$/u.test(clause)
  );
}
