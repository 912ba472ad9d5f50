import { FUNCTION_WORDS } from './lexicons/functionWords.ts';
import { SPEECH_FORMS } from './lexicons/speechVerbs.ts';
import { BODIES, DOCUMENTS, FEMALE, MALE, PEOPLES, PERSON_NOUNS, TITLES } from './lexicons/titles.ts';
import { SHAPE, type Shape } from './segmented.ts';

const listed = (words: string, value: number): [string, number][] => words.split(' ').map((word) => [word, value]);

/** Words of grammar by what they do, and signs; 0 is none of these. */
const CLASSES = new Map<string, number>([
  ...listed('he she they it we i you', 1),
  ...listed('who which whom whose', 2),
  ...listed('the a an this these those some several many few both another other each every all most', 3),
  ...listed('his her their its our my your', 4),
  ...listed('of in on at by for with from about after before into over under between during against without to', 5),
  ...listed('and or but nor', 6),
  ...listed('as if because while when where although though since until unless whether how why what', 7),
  ...listed('is are was were be been being has have had do does did', 8),
  ...listed('will would could should may might must can', 9),
  ...listed('not no never', 10),
  ...listed('that', 11),
  ...listed('also then so there later earlier further yesterday today tomorrow', 12),
  ...listed("'s", 13),
  ...listed('according', 14),
  ...listed(', ;', 20),
  ...listed('. ? ! …', 21),
  ...listed('" “ ” \' ‘ ’ « » „', 22),
  ...listed(':', 23),
  ...listed('( [', 24),
  ...listed(') ]', 25),
  ...listed('- – — --', 26),
]);
const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** Class of a capitalised word that no list holds; classes from here on are names. */
export const NAME_CLASS = 40;

const singular = (word: string) => (word.endsWith('s') ? word.slice(0, -1) : word);

/** Tells the class of a word: a coarse part of speech from lists and endings, for words that were never seen. */
export function classOf(lower: string, shape: Shape): number {
  const known = CLASSES.get(lower);
  if (known !== undefined && !(shape === SHAPE.capitals && lower.length > 1)) return known;
  if (shape === SHAPE.other) return 27;
  if (shape === SHAPE.number) return 28;
  if (shape === SHAPE.lower) {
    if (SPEECH_FORMS.has(lower)) return 30;
    const one = singular(lower);
    if (PERSON_NOUNS.has(one)) return one === lower ? 31 : 32;
    if (DOCUMENTS.has(lower)) return 33;
    if (BODIES.has(lower) || BODIES.has(one)) return 34;
    if (TITLES.has(lower)) return 31;
    if (FUNCTION_WORDS.has(lower)) return 15;
    if (lower.endsWith('ly')) return 35;
    if (lower.endsWith('ing')) return 36;
    if (lower.endsWith('ed')) return 37;
    return lower.endsWith('s') ? 38 : 39;
  }
  if (DAY.test(lower)) return 29;
  if (TITLES.has(lower)) return NAME_CLASS + 1;
  if (BODIES.has(lower)) return NAME_CLASS + 2;
  if (PEOPLES.has(lower)) return NAME_CLASS + 3;
  if (FEMALE.has(lower) || MALE.has(lower)) return NAME_CLASS + 4;
  return shape === SHAPE.capitals ? NAME_CLASS + 5 : NAME_CLASS;
}

/** Folds the classes of names into one: for sequences, where a longer name is no other thing. */
export const coarse = (kind: number) => (kind >= NAME_CLASS ? NAME_CLASS : kind);
