import * as v from 'valibot';
import { EvidenceSchema } from './evidence.ts';
import { MarkSchema } from './mark.ts';
import { NameListSchema, NameSchema, SlugSchema, WordsSchema } from './slug.ts';

const ACTOR_KINDS = ['person', 'state', 'government-body', 'organisation', 'outlet', 'group'] as const;

export const ActorSchema = v.strictObject({
  id: SlugSchema,
  name: NameSchema,
  sortName: NameSchema,
  fullName: v.nullable(NameSchema),
  kind: v.picklist(ACTOR_KINDS),
  aliases: NameListSchema,
  metonyms: NameListSchema,
  side: v.nullable(SlugSchema),
  role: v.nullable(v.strictObject({ text: WordsSchema, evidence: EvidenceSchema })),
  mark: MarkSchema,
});
/**
 * A person, state, body, outlet or group that acts, speaks or is named in the articles. `name` is the fullest form that they give;
 * `fullName` is a fuller one from outside them, and is shown as such.
 */
export type Actor = v.InferOutput<typeof ActorSchema>;
