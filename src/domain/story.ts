import * as v from 'valibot';
import { shortName } from './shortList.ts';

/** Most steps of a story, and longest sentence and view of a step, in UTF-16 code units. */
export const STORY_LIMITS = { steps: 99, says: 400, title: 120, view: 8_000 } as const;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most, `at most ${most} characters`));

/** One view with a sentence: `view` is the query of its link, without the question mark; '' is the default view. */
const StepSchema = v.strictObject({ view: text(STORY_LIMITS.view), says: text(STORY_LIMITS.says) });

/** An ordered list of views with a sentence each. The same file is a kiosk's playlist. */
const StorySchema = v.strictObject({
  kind: v.literal('dateline-story'),
  version: v.literal(1),
  title: text(STORY_LIMITS.title),
  /** The id of the coverage that it was made on; null when it does not say. */
  coverage: v.nullable(text(80)),
  steps: v.pipe(
    v.array(StepSchema),
    v.minLength(1, 'at least one step'),
    v.maxLength(STORY_LIMITS.steps, `at most ${STORY_LIMITS.steps} steps`),
  ),
});
export type Story = v.InferOutput<typeof StorySchema>;
export type StoryStep = Story['steps'][number];

/** Why a text is no story: what was expected and found, and where, as a JSON path. */
export type StoryProblem = { path: string; expected: string; found: string };
export type ReadStory = { ok: true; story: Story } | { ok: false; problems: StoryProblem[] };

/** Longest text that is read, in UTF-16 code units. */
export const STORY_TEXT_LIMIT = 1_000_000;

const shortened = (found: string) => shortName(found, 81);

/** Reads a story from anything that came from JSON. Nothing is repaired; all problems are listed, the first twelve of them. */
export function readStory(input: unknown): ReadStory {
  const read = v.safeParse(StorySchema, input);
  if (read.success) return { ok: true, story: read.output };
  const problems = read.issues.slice(0, 12).map((issue): StoryProblem => {
    const keys = issue.path?.map(({ key }) => shortName(String(key))) ?? [];
    const expected: string =
      issue.type === 'max_length' || issue.type === 'min_length' ? issue.message : issue.expected;
    return { path: ['$', ...keys].join('.'), expected, found: shortened(String(issue.received)) };
  });
  return { ok: false, problems };
}

/** Reads the text of a story file. A byte order mark is allowed. */
export function readStoryText(text: string): ReadStory {
  if (text.length > STORY_TEXT_LIMIT) {
    const expected = `at most ${STORY_TEXT_LIMIT} characters`;
    return { ok: false, problems: [{ path: '$', expected, found: `${text.length}` }] };
  }
  try {
    return readStory(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const found = error instanceof Error ? shortened(error.message) : 'something else';
    return { ok: false, problems: [{ path: '$', expected: 'a JSON file', found }] };
  }
}

/** The text of a story file. */
export const storyText = (story: Story): string => `${JSON.stringify(story, null, 2)}\n`;
