import * as v from 'valibot';
import { EdtfSchema } from './edtf.ts';
import { EvidenceListSchema } from './evidence.ts';
import { MarkSchema } from './mark.ts';
import { SlugSchema, WordsSchema } from './slug.ts';

/** The 16 event types of PLOVER. */
export const PLOVER_EVENTS = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;

export const MODALITIES = ['asserted', 'historical', 'future', 'hypothetical', 'negated'] as const;
export type Modality = (typeof MODALITIES)[number];

export const RelationSchema = v.strictObject({
  id: SlugSchema,
  actors: v.pipe(v.array(SlugSchema), v.minLength(1, 'at least one actor'), v.maxLength(12, 'at most 12 actors')),
  recipients: v.pipe(v.array(SlugSchema), v.maxLength(12, 'at most 12 recipients')),
  event: v.picklist(PLOVER_EVENTS),
  mediator: v.boolean(),
  modality: v.picklist(MODALITIES),
  summary: WordsSchema,
  claimedBy: v.nullable(SlugSchema),
  relay: v.nullable(SlugSchema),
  topics: v.array(SlugSchema),
  until: v.nullable(EdtfSchema),
  evidence: EvidenceListSchema,
  mark: MarkSchema,
});
/**
 * What actors do to recipients, in the words of the articles. No recipients means joint and mutual; `until` is when something past ended,
 * where the articles say it.
 */
export type Relation = v.InferOutput<typeof RelationSchema>;
