import * as v from 'valibot';
import { EvidenceSchema } from './evidence.ts';
import { NameListSchema, NameSchema, SlugSchema, WordsSchema } from './slug.ts';

export const ACTOR_KINDS = ['person', 'state', 'government-body', 'organisation', 'outlet', 'group'] as const;

export const ActorSchema = v.strictObject({
  id: SlugSchema,
  name: NameSchema,
  sortName: NameSchema,
  kind: v.picklist(ACTOR_KINDS),
  aliases: NameListSchema,
  metonyms: NameListSchema,
  side: v.nullable(SlugSchema),
  role: v.nullable(v.strictObject({ text: WordsSchema, evidence: EvidenceSchema })),
});
/** A person, state, body, outlet or group that acts, speaks or is named in the articles. */
export type Actor = v.InferOutput<typeof ActorSchema>;
