// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoryText, STORY_LIMITS, STORY_TEXT_LIMIT, type Story, storyText } from '../../src/domain/story.ts';
import { packStory, unpackStory } from '../../src/features/share/packStory.ts';

const words = (most: number) =>
  fc.string({ unit: 'binary', maxLength: most }).map((text) => text.toWellFormed().slice(0, most).toWellFormed());
const story: fc.Arbitrary<Story> = fc.record({
  kind: fc.constant('dateline-story' as const),
  version: fc.constant(1 as const),
  title: words(40),
  coverage: fc.option(words(20)),
  steps: fc.array(fc.record({ view: words(60), says: words(60) }), { minLength: 1, maxLength: 8 }),
});

describe('a story', () => {
  it('is the same when it is read back from its file', () => {
    fc.assert(
      fc.property(
        story,
        (one) => void expect(readStoryText(`\uFEFF${storyText(one)}`)).toEqual({ ok: true, story: one }),
      ),
    );
  });

  it('is the same when it is read back from a link, in letters that links may have', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (one) => {
        const packed = await packStory(one);
        expect(packed).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(await unpackStory(packed)).toEqual({ ok: true, story: one });
      }),
    );
  });

  it('that was cut off, or is none, is refused with a sentence', async () => {
    const one: Story = {
      kind: 'dateline-story',
      version: 1,
      title: 'Three accounts',
      coverage: null,
      steps: [{ view: 'v=1&article=b', says: 'What B says of the visit, and of the places for a second summit.' }],
    };
    const packed = await packStory(one);
    for (let length = 0; length < packed.length; length += 1)
      expect((await unpackStory(packed.slice(0, length))).ok, String(length)).toBe(false);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 60 }),
        async (text) => void expect((await unpackStory(text)).ok).toBe(false),
      ),
    );
  });

  it('that unpacks to more than a story can be is refused', async () => {
    const says = 'a'.repeat(STORY_LIMITS.says);
    const bomb = await packStory({
      kind: 'dateline-story',
      version: 1,
      title: '',
      coverage: null,
      steps: Array.from({ length: 5000 }, () => ({ view: '', says })),
    });
    expect(bomb.length).toBeLessThan(20_000);
    expect((await unpackStory(bomb)).ok).toBe(false);
  });

  it.each([
    ['{"kind":"dateline-story"', '$', 'a JSON file'],
    ['[]', '$.kind', '"kind"'],
    [
      '{"kind":"other","version":1,"title":"","coverage":null,"steps":[{"view":"","says":""}]}',
      '$.kind',
      '"dateline-story"',
    ],
    [
      '{"kind":"dateline-story","version":2,"title":"","coverage":null,"steps":[{"view":"","says":""}]}',
      '$.version',
      '1',
    ],
    ['{"kind":"dateline-story","version":1,"title":"","coverage":null,"steps":[]}', '$.steps', 'at least one step'],
    [
      '{"kind":"dateline-story","version":1,"title":"","coverage":null,"steps":[{"view":7,"says":""}]}',
      '$.steps.0.view',
      'string',
    ],
    ['"'.padEnd(STORY_TEXT_LIMIT + 1), '$', `at most ${STORY_TEXT_LIMIT} characters`],
  ])('%.40s is refused: where, and what was expected', (text, path, expected) => {
    const read = readStoryText(text);
    expect(read.ok ? [] : read.problems[0]).toMatchObject({ path, expected });
  });
});
