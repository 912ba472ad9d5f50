import * as v from 'valibot';
import { EvidenceListSchema } from './evidence.ts';
import { type Slug, SlugSchema, WordsSchema } from './slug.ts';

export const STANDINGS = ['candidate', 'past', 'talked-about'] as const;
export type Standing = (typeof STANDINGS)[number];
export const CLAIM_SUBJECTS = ['access', 'mediation', 'politics', 'site-talks', 'precedent', 'other'] as const;

export const VenueSchema = v.strictObject({
  place: SlugSchema,
  standing: v.picklist(STANDINGS),
  claims: v.pipe(
    v.array(v.strictObject({ about: v.picklist(CLAIM_SUBJECTS), text: WordsSchema, evidence: EvidenceListSchema })),
    v.maxLength(100, 'at most 100 claims'),
  ),
  attributedTo: WordsSchema,
  evidence: EvidenceListSchema,
});
/** A place where it may happen, did happen, or was talked about, with what each article says for it. */
export type Venue = v.InferOutput<typeof VenueSchema>;

/** The cities that distances are counted from. They are reference data: a corpus without them has no such column. */
export const ORIGINS: readonly Slug[] = ['pyongyang', 'washington'];
