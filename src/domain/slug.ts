import * as v from 'valibot';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SLUG_LENGTH = 80;

/** An id: lower-case words of letters and digits joined by single hyphens, at most 80 characters. */
export const SlugSchema = v.pipe(
  v.string(),
  v.regex(SLUG, 'a lower-case slug such as "kim-jong-un"'),
  v.maxLength(SLUG_LENGTH, `a slug of at most ${SLUG_LENGTH} characters`),
);
export type Slug = v.InferOutput<typeof SlugSchema>;

/** The ids that one item names. */
export const IdsSchema = v.pipe(v.array(SlugSchema), v.maxLength(100, 'at most 100 ids'));

/** True for a string that can be an id of a corpus; says nothing about whether any corpus has it. */
export function isSlug(text: string): boolean {
  return text.length <= SLUG_LENGTH && SLUG.test(text);
}

/** Text with something to see in it, however long. Surrounding space is kept: nothing from a corpus is cleaned. */
export const TextSchema = v.pipe(
  v.string(),
  v.regex(/(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u, 'text that is not blank'),
);

/** Words about an article or a claim, which are shown in a row of a list. */
export const WordsSchema = v.pipe(TextSchema, v.maxLength(2000, 'at most 2,000 characters'));

/** Controls that turn the direction of what stands around them. */
const DIRECTION_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** A name or a label of ours, not a text of an article: no direction controls, at most 300 characters. */
export const NameSchema = v.pipe(
  WordsSchema,
  v.maxLength(300, 'at most 300 characters'),
  v.check((text) => !DIRECTION_CONTROLS.test(text), 'a name without direction controls'),
);

/** The forms of a name that a text uses. */
export const NameListSchema = v.pipe(
  v.array(v.pipe(NameSchema, v.maxLength(200, 'at most 200 characters'))),
  v.maxLength(200, 'at most 200 names'),
);
