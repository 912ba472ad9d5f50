import * as v from 'valibot';
import { EvidenceListSchema } from './evidence.ts';
import { MarkSchema } from './mark.ts';
import { SlugSchema, WordsSchema } from './slug.ts';

export const FLAG_KINDS = [
  'typo',
  'garbled',
  'truncated',
  'boilerplate',
  'repeated',
  'contradiction',
  'shared-passage',
  'dangling-reference',
  'ambiguous-speaker',
] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export const TextFlagSchema = v.strictObject({
  id: SlugSchema,
  kind: v.picklist(FLAG_KINDS),
  note: WordsSchema,
  spans: EvidenceListSchema,
  mark: MarkSchema,
});
/** A flaw of the text, marked and never repaired. A contradiction or a shared passage has two spans or more. */
export type TextFlag = v.InferOutput<typeof TextFlagSchema>;
