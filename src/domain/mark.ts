import * as v from 'valibot';

/**
 * The codes of what makes a machine claim something; a file with another one is refused. `markWords.ts` has what a screen says for them.
 */
const WHY_CODES = [
  'cue:said',
  'cue:verb',
  'cue:passive',
  'cue:according-to',
  'name-before-cue',
  'name-after-cue',
  'chain:pronoun',
  'chain:surname',
  'chain:title',
  'twin',
  'relay',
  'floating',
  'turn',
  'two-candidates',
  'far-apart',
  'damaged',
  'speaker:goes-on',
  'speaker:described',
  'speaker:group',
  'speaker:document',
  'speaker:several-together',
  'speaker:nobody',
  'speaker:two-articles',
  'language',
  'name:written',
  'name:title',
  'name:repeated',
  'name:metonym',
  'join:full-name',
  'join:surname',
  'join:acronym',
  'join:country',
  'join:place',
  'place:gazetteer',
  'place:several',
  'venue:word',
  'venue:past',
  'venue:talked-about',
  'venue:scene',
  'date:written',
  'date:counted',
  'tie:verb',
  'tie:modal',
  'tie:noun',
  'tie:together',
  'date:two',
  'flaw:repeated',
  'flaw:furniture',
  'flaw:cut',
  'flaw:spelling',
] as const;
export type Why = (typeof WHY_CODES)[number];

const REVIEWS = ['none', 'accepted', 'corrected', 'bulk'] as const;
/** What people have done with a machine's claim. `bulk`: accepted at once with others, not looked at one by one. */
export type Review = (typeof REVIEWS)[number];

export const MarkSchema = v.variant('by', [
  v.strictObject({ by: v.literal('person') }),
  v.strictObject({
    by: v.literal('machine'),
    sure: v.pipe(v.number(), v.minValue(0, 'a number from 0 to 100'), v.maxValue(100, 'a number from 0 to 100')),
    why: v.pipe(v.array(v.picklist(WHY_CODES)), v.maxLength(20, 'at most 20 reasons')),
    review: v.picklist(REVIEWS),
  }),
]);
/**
 * Who says so: a person, or a machine, with how sure it is (0 to 100, calibrated: of those at 80, eight in ten are right), why, and
 * whether people have checked it. Nobody is named.
 */
export type Mark = v.InferOutput<typeof MarkSchema>;

export const CHECKS = ['yes', 'no'] as const;
/** Whether a person stands behind a claim, as a value of the filter. */
export type Check = (typeof CHECKS)[number];

/** Whether a person stands behind a claim: made it, or checked what a machine made. */
export function isChecked(mark: Mark): boolean {
  return mark.by === 'person' || mark.review !== 'none';
}
