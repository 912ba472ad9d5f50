import * as v from 'valibot';
import { EdtfSchema } from './edtf.ts';
import { EvidenceListSchema } from './evidence.ts';
import { MarkSchema } from './mark.ts';
import { IdsSchema, NameSchema, SlugSchema, WordsSchema } from './slug.ts';

const EVENT_CERTAINTIES = ['stated', 'inferred', 'contested'] as const;

export const DatedEventSchema = v.strictObject({
  id: SlugSchema,
  label: NameSchema,
  date: EdtfSchema,
  surface: v.pipe(WordsSchema, v.maxLength(300, 'at most 300 characters')),
  certainty: v.picklist(EVENT_CERTAINTIES),
  actors: IdsSchema,
  place: v.nullable(SlugSchema),
  topics: IdsSchema,
  evidence: EvidenceListSchema,
  mark: MarkSchema,
});
/** Something with a day, month or order in time. `surface` keeps the article's words; two wordings are joined by " / ". */
export type DatedEvent = v.InferOutput<typeof DatedEventSchema>;

/** The wordings that date an event, one for each article or sentence that words it differently. */
export function surfaceParts({ surface }: Pick<DatedEvent, 'surface'>): string[] {
  return surface.split(' / ');
}
