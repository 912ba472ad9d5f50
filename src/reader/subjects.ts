import type { Entities, NamelessSubject } from './entities.ts';
import { FUNCTION_WORDS } from './lexicons/functionWords.ts';
import { PRONOUNS } from './lexicons/sourceWords.ts';
import { SPEECH_FORMS } from './lexicons/speechVerbs.ts';
import { PERSON_NOUNS } from './lexicons/titles.ts';
import { type Segmented, SHAPE, type Token } from './segmented.ts';

/** How many sentences back a pronoun is led to a subject without a name, and the longest such subject in tokens. */
const FARTHEST = 3;
const LONGEST = 6;
const DETERMINER =
  /^(?:the|an?|one|two|three|four|some|several|many|most|both|other|another|all|local|state|these|those)$/;
const VERB = /^(?:is|are|was|were|has|have|had|will|would|could|can|did|does|do|who|also|later|then|told)$|ed$/;
/** Endings of nouns for people by what they do. */
const DOER = /(?:[^aeiou]er|tor|sor|ist|man|woman|cian|clerk|nurse|priest|guard|guest|child|boy|girl|student|goat)$/;
/** Nouns that end so and mean no people. */
const NO_DOER = /^(?:.*(?:mber|ther|wer|nter|mmer|tter|ster|per|rder|nder)|letter|order|border|centre|list)$/;
const NUMBERS: Record<string, boolean> = {
  police: true,
  people: true,
  authorities: true,
  men: true,
  women: true,
  children: true,
};

/** Reads the subject without a name that a sentence begins with; null when it begins otherwise. */
function subjectAt({ tokens }: Segmented, entities: Entities, from: number, to: number): NamelessSubject | null {
  let head = from;
  const limit = Math.min(to, from + LONGEST);
  while (head < limit) {
    const token = tokens[head] as Token;
    const next = tokens[head + 1];
    if (token.shape === SHAPE.other || PRONOUNS.has(token.lower)) return null;
    if (head > from && FUNCTION_WORDS.has(token.lower) && !DETERMINER.test(token.lower)) return null;
    const ends = next === undefined || next.text === ',' || SPEECH_FORMS.has(next.lower) || VERB.test(next.lower);
    if (ends && token.shape !== SHAPE.number && !(entities.runAt[head] !== -1 && head > from)) break;
    head++;
  }
  if (head >= limit) return null;
  const { lower } = tokens[head] as Token;
  const one = lower.endsWith('s') ? lower.slice(0, -1) : lower;
  const plural = NUMBERS[lower] === true || (one !== lower && !lower.endsWith('ss'));
  const known = PERSON_NOUNS.has(one) || NUMBERS[lower] === true;
  if (!known && (!DOER.test(one) || NO_DOER.test(one))) return null;
  if (head === from && !plural) return null;
  return { run: { from, to: head + 1 }, noun: lower, plural, known };
}

/** The nearest subjects without a name before a token: of its own sentence, and of those before it. */
export function namelessSubjects(segmented: Segmented, entities: Entities, at: number): NamelessSubject[] {
  const { tokens, sentences } = segmented;
  const here = (tokens[at] as Token).sentence;
  const found: NamelessSubject[] = [];
  for (let n = here; n >= Math.max(0, here - FARTHEST); n--) {
    const sentence = sentences[n];
    if (!sentence || (tokens[sentence.from] as Token).quotation > 0) continue;
    const subject = subjectAt(segmented, entities, sentence.from, n === here ? Math.min(at, sentence.to) : sentence.to);
    if (subject) found.push(subject);
  }
  return found;
}
