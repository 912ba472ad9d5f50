import type { Pair } from '../../domain/view.ts';
import type { Question } from '../coverage.ts';
import type { Disagreement, Voice } from './tellings/disagreement.ts';
import { type FlagRemark, flagRemarks } from './tellings/flagRemarks.ts';
import { tellingsOf } from './tellings/sideBySide.ts';

/** Voices of an article that one disagreement shows. */
const MOST_VOICES = 12;

/** The first voices of an article, and how many there are. */
export type Voices = { voices: Voice[]; inAll: number };

/** Something that two articles do not tell alike, as it is listed. */
export type DisagreementRow = Pick<Disagreement, 'key' | 'about' | 'what'> & {
  a: Voices;
  b: Voices;
  flags: FlagRemark[];
};

/** The first disagreements of two articles: so many. How many there are is known from the two tellings. */
export const DISAGREEMENTS: Question<{ pair: Pair; rows: number }, DisagreementRow[]> = {
  name: 'disagreements',
  answer: ({ whole }, { pair, rows }) => {
    const voicesOf = (voices: Voice[]): Voices => ({ voices: voices.slice(0, MOST_VOICES), inAll: voices.length });
    const all = tellingsOf(whole, pair)?.disagreements ?? [];
    return all.slice(0, rows).map(({ key, about, what, a, b, flags }) => ({
      key,
      about,
      what,
      a: voicesOf(a),
      b: voicesOf(b),
      flags: flagRemarks(whole, flags),
    }));
  },
};
