import * as v from 'valibot';
import { EvidenceListSchema } from './evidence.ts';
import { MarkSchema } from './mark.ts';
import { SlugSchema, WordsSchema } from './slug.ts';

export const STANDINGS = ['candidate', 'talked-about', 'past', 'scene'] as const;
/** How a place comes into the coverage: it may happen there, it did, it was talked about, or what is reported happens there. */
export type Standing = (typeof STANDINGS)[number];
const CLAIM_SUBJECTS = ['access', 'mediation', 'politics', 'site-talks', 'precedent', 'other'] as const;

export const VenueSchema = v.strictObject({
  place: SlugSchema,
  standing: v.picklist(STANDINGS),
  claims: v.pipe(
    v.array(v.strictObject({ about: v.picklist(CLAIM_SUBJECTS), text: WordsSchema, evidence: EvidenceListSchema })),
    v.maxLength(100, 'at most 100 claims'),
  ),
  attributedTo: WordsSchema,
  evidence: EvidenceListSchema,
  mark: MarkSchema,
});
/** A place where it may happen, did happen, or was talked about, with what each article says for it. */
export type Venue = v.InferOutput<typeof VenueSchema>;
