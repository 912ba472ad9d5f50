// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { draftOf, spoken } from './assemble/reading.ts';

const read = async (text: string) => spoken(await draftOf([text]));

describe('clauses that the passes take wrongly', () => {
  it.each([
    [
      'a passive: the subject speaks, who stands after "by" carries',
      'The envoy Paul Reyes was quoted as saying by KCNA that the road would stay closed until May.',
      // How sure it is decides whether it is signed; it is never the agency that speaks.
      {
        words: 'the road would stay closed until May',
        speaker: expect.stringMatching(/^(?:Paul Reyes|\?)$/),
        relay: 'KCNA',
      },
    ],
    [
      'an inverted clause: words about the speaker are not what is said',
      'The road over the old bridge will stay closed, said Ann Reyes, a spokeswoman for the city.',
      { words: 'The road over the old bridge will stay closed', speaker: 'Ann Reyes' },
    ],
    [
      'an apposition after "according to"',
      'According to Ann Reyes, a city official, the road over the old bridge will stay closed.',
      { words: 'the road over the old bridge will stay closed', speaker: 'Ann Reyes' },
    ],
  ])('are mended: %s', async (_, text, expected) => {
    expect(await read(text)).toMatchObject([expected]);
  });

  it('sign nobody for what an outlet tells at the end of a sentence', async () => {
    const statements = await read(
      'President Omar Haddad accepted an offer to visit the northern capital after the talks, state media reported on Thursday.',
    );
    expect(statements.filter(({ speaker }) => speaker === 'Omar Haddad')).toEqual([]);
  });
});
