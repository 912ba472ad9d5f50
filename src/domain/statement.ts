import * as v from 'valibot';
import { EdtfSchema } from './edtf.ts';
import { type Evidence, EvidenceListSchema, EvidenceSchema } from './evidence.ts';
import { MarkSchema } from './mark.ts';
import { IdsSchema, type Slug, SlugSchema, WordsSchema } from './slug.ts';

export const STATEMENT_KINDS = ['direct', 'mixed', 'indirect'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const CERTAINTIES = ['named', 'resolved', 'unresolved'] as const;
/** How sure the speaker is: named in the sentence, settled from elsewhere in the coverage, or not settled. */
export type Certainty = (typeof CERTAINTIES)[number];

const SpeakerSchema = v.variant('status', [
  v.strictObject({ status: v.literal('named'), actor: SlugSchema }),
  v.strictObject({
    status: v.literal('resolved'),
    actor: SlugSchema,
    method: v.picklist(['coreference', 'sibling-article']),
    because: EvidenceListSchema,
  }),
  v.strictObject({ status: v.literal('unresolved'), candidates: IdsSchema, reason: WordsSchema }),
]);
export type Speaker = v.InferOutput<typeof SpeakerSchema>;

const PiecesSchema = v.pipe(v.array(EvidenceSchema), v.maxLength(500, 'at most 500 passages'));

/** Whether words name the day on which something was said, or it has to be worked out from them. */
const SAID_CERTAINTIES = ['stated', 'inferred'] as const;

export const StatementSchema = v.strictObject({
  id: SlugSchema,
  kind: v.picklist(STATEMENT_KINDS),
  content: EvidenceListSchema,
  quoted: PiecesSchema,
  cue: PiecesSchema,
  source: v.nullable(EvidenceSchema),
  speaker: SpeakerSchema,
  relay: v.nullable(v.strictObject({ actor: SlugSchema, evidence: EvidenceSchema })),
  addressee: v.nullable(SlugSchema),
  said: v.nullable(
    v.strictObject({ date: EdtfSchema, certainty: v.picklist(SAID_CERTAINTIES), evidence: EvidenceSchema }),
  ),
  same: v.nullable(SlugSchema),
  topics: IdsSchema,
  mark: MarkSchema,
});
/** One attribution in one article: content, cue and source, who is behind them, and the day of the speech act where words date it. */
export type Statement = v.InferOutput<typeof StatementSchema>;

/** The actor a statement belongs to; null while the speaker is unresolved. Candidates are never speakers. */
export function speakerOf(statement: Statement): Slug | null {
  return statement.speaker.status === 'unresolved' ? null : statement.speaker.actor;
}

/** Every span of a statement: content, cue, source and relay, not the words that settle the speaker. */
export function spansOf(statement: Statement): Evidence[] {
  const { content, cue, source, relay } = statement;
  return [...content, ...cue, ...(source ? [source] : []), ...(relay ? [relay.evidence] : [])];
}

/** Number of words inside quotation marks. */
export function quotedWords(statement: Statement): number {
  return statement.quoted.reduce(
    (sum, piece) => sum + (piece.exact.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []).length,
    0,
  );
}
