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

/** True for a string that can be an id of a corpus; says nothing about whether any corpus has it. */
export function isSlug(text: string): boolean {
  return text.length <= SLUG_LENGTH && SLUG.test(text);
}

/** Text that is not blank. Surrounding space is kept: nothing from a corpus is cleaned. */
export const WordsSchema = v.pipe(v.string(), v.regex(/\S/, 'text that is not blank'));
