import * as v from 'valibot';
import { ActorSchema } from './actor.ts';
import { ArticleSchema } from './article.ts';
import { DatedEventSchema } from './datedEvent.ts';
import { DaySchema } from './edtf.ts';
import { once } from './once.ts';
import { PlaceSchema } from './place.ts';
import { RelationSchema } from './relation.ts';
import { NameSchema, type Slug, SlugSchema, TextSchema } from './slug.ts';
import { StatementSchema } from './statement.ts';
import { TextFlagSchema } from './textFlag.ts';
import { VenueSchema } from './venue.ts';

export const SCHEMA_VERSION = 2;

const TopicSchema = v.strictObject({ id: SlugSchema, label: NameSchema });
export type Topic = v.InferOutput<typeof TopicSchema>;

/** The lists of a corpus file and the shape of one item of each. */
export const CORPUS_LISTS = {
  articles: ArticleSchema,
  actors: ActorSchema,
  places: PlaceSchema,
  topics: TopicSchema,
  statements: StatementSchema,
  relations: RelationSchema,
  venues: VenueSchema,
  events: DatedEventSchema,
  flags: TextFlagSchema,
} as const;

/**
 * What stands in a corpus file beside its lists. `made` is the program that read the articles, null when people did; `reference` are the
 * places that distances are told from.
 */
export const CORPUS_HEAD = {
  schemaVersion: v.literal(SCHEMA_VERSION),
  id: SlugSchema,
  title: NameSchema,
  made: v.nullable(
    v.strictObject({
      reader: SlugSchema,
      version: v.pipe(NameSchema, v.maxLength(40, 'at most 40 characters')),
      on: v.nullable(DaySchema),
    }),
  ),
  reference: v.pipe(v.array(SlugSchema), v.maxLength(6, 'at most 6 places')),
  asOf: v.strictObject({
    date: DaySchema,
    basis: v.pipe(TextSchema, v.maxLength(20_000, 'at most 20,000 characters')),
  }),
} as const;

export const CorpusSchema = v.strictObject({
  ...CORPUS_HEAD,
  articles: v.pipe(v.array(ArticleSchema), v.minLength(1, 'at least one article')),
  actors: v.array(ActorSchema),
  places: v.array(PlaceSchema),
  topics: v.array(TopicSchema),
  statements: v.array(StatementSchema),
  relations: v.array(RelationSchema),
  venues: v.array(VenueSchema),
  events: v.array(DatedEventSchema),
  flags: v.array(TextFlagSchema),
});
/** A whole corpus file that passed the door. */
export type Corpus = v.InferOutput<typeof CorpusSchema>;

/**
 * What the panels read: reference tables (articles, actors, places, topics), which are never filtered, and observations
 * (statements, relations, venues, events, flags), which are. A filtered dataset has the shape of a whole one.
 */
export type Dataset = Corpus;

const indexOf = once((list: readonly { id: Slug }[]) => new Map(list.map((item) => [item.id, item])));

/** The item of a list with that id. The list is indexed once and must not be changed. */
export function itemById<T extends { id: Slug }>(list: readonly T[], id: Slug): T | undefined {
  return indexOf(list).get(id) as T | undefined;
}

/** The name of an actor as the screen shows it; the id itself where the table has no such actor. */
export function actorName(dataset: Dataset, id: Slug): string {
  return itemById(dataset.actors, id)?.name ?? id;
}

/** Whether the day of a coverage is our estimate: its basis then begins with "Inferred". */
export const isInferred = ({ basis }: Corpus['asOf']): boolean => /^inferred\b/i.test(basis);
