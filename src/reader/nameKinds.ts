import { isKnownBody } from './lexicons/names.ts';
import { BODIES, FEMALE, MALE, OUTLETS, PEOPLES, PERSON_NOUNS, TITLES } from './lexicons/titles.ts';
import type { NameRun } from './names.ts';
import { type Segmented, SHAPE, type Token } from './segmented.ts';
import type { ActorKind } from './types.ts';
import { fold, spotsByName } from './world/gazetteer.ts';

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on']);

/** Nouns before the name of a firm or body: "the pharmaceutical conglomerate Tong Ren Tang". */
const FIRM_NOUNS =
  /^(?:conglomerate|company|firm|giant|maker|carmaker|manufacturer|retailer|supermarket|airline|bank|brewer|developer|operator|publisher|charity|think-tank|start-up|startup|chain|brand|supplier|utility|insurer|consultancy|group|militia|movement|union|band|website|newspaper|broadcaster)$/;

const SAYS = /^(?:said|says|told|tells|added|asked|replied|recalled|argued|explained|insisted|wrote|joked|laughed)$/;
const HELPERS = /^(?:has|had|have|also|later|then|once|earlier|again|repeatedly|previously|reportedly|already|never)$/;
const AFTER_SPEAKER = /^(?:[.,;]|who|at|on|in|while|after|during|yesterday|today)$|day$/;

/** Countries that are surnames or first names as well. */
const SURNAMES = new Set(
  'holland jordan chad georgia israel ireland england wales france cuba singapore malta'.split(' '),
);

/** Endings of names of firms and bodies that are no nouns for bodies by themselves. */
const FIRM_ENDINGS =
  /^(?:limited|international|usa|railways?|schools|restaurants|hotels|stores|voices|frontieres|borders|presse|insider|today|geographic|bulletin|airport|aerospace|rights|labs?|brewery|breweries|farms?|works|mills|stadium|arena|championships?|festival|comicon|expo|polska|deutschland|espana)$/;

/** Whether a name ends like a plural that names many: "Fellow Democrats". */
const isPlural = ({ lower }: Token) => /(?:crats|icans|ists|ians|qis|nis)$/.test(lower);

/** Whether a name has a word for a body in it; "Un" is one only as "UN". */
export function isBody({ tokens }: Segmented, { core, to }: NameRun): boolean {
  return tokens
    .slice(core, to)
    .some(({ lower, shape }) => BODIES.has(lower) && (lower !== 'un' || shape === SHAPE.capitals));
}

/** Whether the end of a name, or a sign within it, shows a firm: "Netflix Japan", "Reporters Without Borders", "Keel & Sons". */
function isFirm(words: readonly string[], name: string): boolean {
  const last = words.at(-1) ?? '';
  const country = spotsByName.get(last)?.[0]?.kind === 'country' && !SURNAMES.has(last);
  return name.includes('&') || FIRM_ENDINGS.test(last) || country;
}

/** Whether a name stands beside a verb of speaking: "Abe told reporters", "said Abe". */
function speaks({ tokens }: Segmented, { from, to }: NameRun): boolean {
  // "Abe has previously said".
  let at = to;
  while (at < to + 3 && HELPERS.test(tokens[at]?.lower ?? '')) at++;
  if (SAYS.test(tokens[at]?.lower ?? '')) return true;
  return SAYS.test(tokens[from - 1]?.lower ?? '') && AFTER_SPEAKER.test(tokens[to]?.lower ?? '.');
}

/** The kind of actor that a name shows, by its words and what stands beside it. `words` are those of the name, folded. */
export function kindOf(segmented: Segmented, run: NameRun, words: readonly string[]): ActorKind {
  const { text, tokens } = segmented;
  const name = text.slice(tokens[run.core]?.start ?? 0, tokens[run.to - 1]?.end ?? 0);
  if (run.core > run.from) return 'person';
  const before = tokens[run.from - 1];
  const last = tokens[run.to - 1] as Token;
  if (PEOPLES.has(last.lower) || (words.length < 3 && run.to - run.core === 1 && /-\p{Ll}/u.test(last.text)))
    return 'group';
  if (before?.shape === SHAPE.lower && TITLES.has(before.lower)) return 'person';
  const first = words[0] ?? '';
  if (before?.shape === SHAPE.lower && FIRM_NOUNS.test(before.lower)) return 'organisation';
  if (isBody(segmented, run)) return OUTLETS.test(name) ? 'outlet' : 'organisation';
  if (OUTLETS.test(name) && words.length < 3) return 'outlet';
  if (spotsByName.has(fold(name))) return 'state';
  if (words.length > 1 && isPlural(last) && !FEMALE.has(first) && !MALE.has(first)) return 'group';
  if (run.to - run.core === 1 && tokens[run.core]?.shape === SHAPE.capitals) return 'organisation';
  if (FEMALE.has(first) || MALE.has(first))
    return words.length > 1 || !(TITLES.has(first) || PERSON_NOUNS.has(first)) ? 'person' : 'organisation';
  if (words.length > 1 && isFirm(words, name)) return 'organisation';
  // "Fallows said": a bare name that nobody introduced is more often a surname than a body, unless a list has it.
  if (words.length === 1) return speaks(segmented, run) && !isKnownBody(first) ? 'person' : 'organisation';
  const the = /^(?:the|in|at|near|into|across|throughout)$/.test(before?.lower ?? '');
  return words.length > 1 && words.length < 5 && !the && !words.some((word) => SMALL.has(word))
    ? 'person'
    : 'organisation';
}
