import * as v from 'valibot';
import type { Corpus } from '../../src/domain/corpus.ts';
import { NameListSchema, NameSchema, WordsSchema } from '../../src/domain/slug.ts';
import { coverage } from '../gallery/fixtures/coverage.ts';
import { OWN } from '../gallery/fixtures/hostileStrings.ts';
import { FORMULAS, NAUGHTY, TROJAN } from './sharedStrings.ts';

const every = [...OWN, ...NAUGHTY, ...FORMULAS, ...TROJAN];
const asName = every.filter((text) => v.is(NameSchema, text) && v.is(NameListSchema, [text]));
const asWords = every.filter((text) => v.is(WordsSchema, text));

/** A corpus of strings that try to be something else, wherever the door takes them: all of them, or every so many-th of the words. */
export function naughtyCorpus(step = 1): Corpus {
  const words = asWords.filter((text, index) => index % step === 0 || FORMULAS.includes(text));
  const some = asWords.filter((_, index) => index % 9 === 0);
  return coverage({
    id: 'naughty',
    headlines: FORMULAS.length > 0 ? FORMULAS.slice(0, 4) : OWN.slice(14, 18),
    actors: asName,
    places: [...asName].reverse().slice(0, 8),
    topics: asName.slice(0, 20),
    words,
    events: asName,
    notes: some,
    count: { statements: words.length, relations: 120, venues: 6, events: 80, flags: 40 },
  });
}
