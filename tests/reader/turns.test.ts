// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { draftOf, spoken } from './assemble/reading.ts';

const read = async (text: string) => spoken(await draftOf([text])).map(({ speaker, words }) => ({ speaker, words }));

const TRANSCRIPT = `REPORTER: Will the bridge be ready by May?

MAYOR LENA VOSS: It will be ready by April.

The first cars can cross on Easter Monday.

REPORTER: And who pays for it?

VOSS: The province does.

The bridge was closed in 2017.`;

describe('a transcript', () => {
  it('gives each turn to the name that it begins with, over paragraphs, by surname, too; who only asks says nothing', async () => {
    expect(await read(TRANSCRIPT)).toEqual([
      {
        speaker: 'LENA VOSS',
        words: 'It will be ready by April … The first cars can cross on Easter Monday',
      },
      { speaker: 'LENA VOSS', words: 'The province does' },
    ]);
  });

  it.each([
    ['captions', 'Image: The bridge at night\n\nImage: The mayor on Monday\n\nImage: The old ferry'],
    ['a heading with a colon', 'Interview: the mayor on bridges\n\nThe bridge will be closed, it seems.'],
    ['labels of which each stands once', 'Winner: Ann Reyes\n\nSecond: Lena Voss\n\nThird: Omar Haddad'],
  ])('is none: %s', async (_, text) => {
    const statements = await read(`${text}\n\nThe council met on 4 March 2019.`);
    expect(statements).toEqual([]);
  });
});

describe('words of hearsay', () => {
  it('name nobody: who they stand beside has not said it', async () => {
    const statements = await read(
      'The minister Omar Haddad reportedly met the envoys of both islands in the harbour on 4 March 2019.',
    );
    expect(statements.filter(({ speaker }) => speaker !== '?')).toEqual([]);
  });
});
