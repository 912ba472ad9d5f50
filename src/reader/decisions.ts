import * as v from 'valibot';
import { describe, type Problem, step } from '../corpus/problem.ts';
import { PLOVER_EVENTS } from '../domain/relation.ts';
import { NameSchema, SlugSchema, WordsSchema } from '../domain/slug.ts';
import { FLAG_KINDS } from '../domain/textFlag.ts';

/** The version of the file of decisions. */
const DECISIONS_VERSION = 1;

/**
 * Words of an article with what stands around them, as `quoteOf` makes them. `article` is where they stood: where that text is no longer
 * there, they are looked for in all. They are found only where the three stand together exactly once.
 */
const QuoteSchema = v.strictObject({
  article: SlugSchema,
  before: v.pipe(v.string(), v.maxLength(2000)),
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(5000)),
  after: v.pipe(v.string(), v.maxLength(2000)),
});
export type Quote = v.InferOutput<typeof QuoteSchema>;

const QuotesSchema = v.pipe(v.array(QuoteSchema), v.maxLength(500));
const SomeQuotesSchema = v.pipe(QuotesSchema, v.minLength(1));

/** A claim of a draft, by its words: content of a statement, evidence of a tie or an event, spans of a flag. Places and actors go by their ids. */
const TargetSchema = v.variant('list', [
  v.strictObject({ list: v.literal('statements'), words: SomeQuotesSchema }),
  v.strictObject({
    list: v.literal('relations'),
    words: SomeQuotesSchema,
    event: v.picklist(PLOVER_EVENTS),
    actors: v.array(SlugSchema),
    recipients: v.array(SlugSchema),
  }),
  v.strictObject({ list: v.literal('events'), words: SomeQuotesSchema, surface: WordsSchema }),
  v.strictObject({ list: v.literal('flags'), words: SomeQuotesSchema, kind: v.picklist(FLAG_KINDS) }),
  v.strictObject({ list: v.literal('venues'), place: SlugSchema }),
  v.strictObject({ list: v.literal('places'), id: SlugSchema }),
  v.strictObject({ list: v.literal('actors'), id: SlugSchema }),
]);
export type Target = v.InferOutput<typeof TargetSchema>;

/** Who speaks, in a decision: no words that settle it means that the sentence names them. */
const ChosenSchema = v.variant('status', [
  v.strictObject({ status: v.literal('settled'), actor: SlugSchema, because: QuotesSchema }),
  v.strictObject({
    status: v.literal('unresolved'),
    candidates: v.pipe(v.array(SlugSchema), v.maxLength(100)),
    reason: WordsSchema,
  }),
]);
export type Chosen = v.InferOutput<typeof ChosenSchema>;

/** The words of a statement, in a decision. */
const EdgesSchema = {
  content: SomeQuotesSchema,
  quoted: QuotesSchema,
  cue: QuotesSchema,
  source: v.nullable(QuoteSchema),
};

const DecisionSchema = v.variant('what', [
  /** What a machine said is right. `bulk`: at once with others, not looked at one by one. */
  v.strictObject({ what: v.literal('accept'), of: TargetSchema, bulk: v.boolean() }),
  /** What a machine said is nothing. A statement, tie, event, flag or venue goes; a place goes with its venue. */
  v.strictObject({ what: v.literal('remove'), of: TargetSchema }),
  v.strictObject({ what: v.literal('speaker'), words: SomeQuotesSchema, speaker: ChosenSchema }),
  v.strictObject({ what: v.literal('edges'), words: SomeQuotesSchema, ...EdgesSchema }),
  /** All of the content is quoted, or none of it; what is mixed is said with `edges`. */
  v.strictObject({ what: v.literal('kind'), words: SomeQuotesSchema, kind: v.picklist(['direct', 'indirect']) }),
  v.strictObject({
    what: v.literal('relay'),
    words: SomeQuotesSchema,
    relay: v.nullable(v.strictObject({ actor: SlugSchema, words: QuoteSchema })),
  }),
  v.strictObject({ what: v.literal('addressee'), words: SomeQuotesSchema, actor: v.nullable(SlugSchema) }),
  /** A statement that the machine missed. */
  v.strictObject({ what: v.literal('statement'), ...EdgesSchema, speaker: ChosenSchema }),
  /** Two actors are one: everything of the first becomes the second's. */
  v.strictObject({ what: v.literal('merge'), actor: SlugSchema, into: SlugSchema }),
  /** One actor is two: what these articles say of them is of somebody else with that name. */
  v.strictObject({
    what: v.literal('split'),
    actor: SlugSchema,
    articles: v.pipe(v.array(SlugSchema), v.minLength(1)),
    name: NameSchema,
  }),
]);
/** Something that a person decided about a draft. */
export type Decision = v.InferOutput<typeof DecisionSchema>;

const DecisionsFileSchema = v.strictObject({
  decisionsVersion: v.literal(DECISIONS_VERSION),
  /** The id of the coverage that they were made on. */
  coverage: SlugSchema,
  decisions: v.pipe(v.array(DecisionSchema), v.maxLength(100_000)),
});
/** A file of decisions: a list that only grows, of which the last word on something counts. Nobody is named in it. */
export type DecisionsFile = v.InferOutput<typeof DecisionsFileSchema>;

/** Reads the tree of a file of decisions, or says what is wrong with it and where. */
export function readDecisions(input: unknown): { ok: true; file: DecisionsFile } | { ok: false; problems: Problem[] } {
  const result = v.safeParse(DecisionsFileSchema, input);
  if (result.success) return { ok: true, file: result.output };
  const problems = result.issues.slice(0, 100).map((issue): Problem => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number).reduce<string>(step, '$');
    const expected = issue.kind === 'validation' ? issue.message : (issue.expected ?? 'something else');
    return { code: 'wrong-shape', path, expected, found: describe(issue.input) };
  });
  return { ok: false, problems };
}
