// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { Entities } from '../../src/reader/entities.ts';
import { findNames } from '../../src/reader/names.ts';
import { readArticle } from '../../src/reader/read/readArticle.ts';
import { segment } from '../../src/reader/segment.ts';
import { findTurns } from '../../src/reader/turns.ts';
import { draftOf, spoken } from './assemble/reading.ts';

/** The names of a text without their titles. */
function names(text: string): string[] {
  const segmented = segment(text);
  return findNames(segmented)
    .filter(({ core, to }) => core < to)
    .map(({ core, to }) => text.slice(segmented.tokens[core]?.start, segmented.tokens[to - 1]?.end));
}

describe('names', () => {
  it.each([
    ['"Nobody crosses today," said Lena Voss.', ['Lena Voss']],
    ['Everyone was asked. Neither Rusk nor Anna Novak came.', ['Rusk', 'Anna Novak']],
    ['Both Lena Voss and Most of the rest agreed. Others, Voss said, did not.', ['Lena Voss', 'Voss']],
    ['“Somebody has to,” Ito said. “Anyone will do.”', ['Ito']],
    ['Shoppers said it was late. Firefighters were there.', []],
  ])('are no pronouns or nouns that only begin a sentence: %s', (text, expected) => {
    expect(names(text)).toEqual(expect.arrayContaining(expected));
    for (const name of names(text))
      expect(name).not.toMatch(/^(?:Nobody|Everyone|Neither|Both|Others|Somebody|Anyone|Shoppers|Firefighters)/);
  });

  it.each([
    'West Yorkshire Fire and Rescue Service',
    'Health and Safety Executive',
    'Securities & Exchange Commission',
    'Marine and Coastguard Agency',
    'National Oceanic and Atmospheric Administration',
  ])('of a body may hold two fields: %s', (name) => expect(names(`The ${name} said so.`)).toEqual([name]));

  it('of two are not joined', () => {
    expect(names('Lena Voss and Harbour Police said so.')).toEqual(['Lena Voss', 'Harbour Police']);
    expect(names('Norway and Tarn Ferries said so.')).toEqual(['Norway', 'Tarn Ferries']);
  });

  it.each([
    ['Shopkeeper Effie Muir', 'Effie Muir'],
    ['Geologist Nadia Farouk', 'Nadia Farouk'],
    ['Beekeeper Tom de Vries', 'Tom de Vries'],
    ['Cellist Ana Lind', 'Cellist Ana Lind'],
    ['Baker Mayfield', 'Baker Mayfield'],
  ])('hold no occupation before a full name: %s', (written, name) =>
    expect(names(`${written} said that it was over.`)).toEqual([name]),
  );

  it.each([
    [
      'The Scottish government, which pays for the ferries, said that it would look again.',
      /^The Scottish government$/,
    ],
    ['A fisherman, who did not give a name, said that the nets were empty.', /^(?:A )?fisherman$/i],
    ['The harbour council, where the vote was lost, said that it would try again.', /^(?:(?:The )?harbour )?council$/i],
  ])('of actors hold no clause about them: %s', async (text, name) => {
    const { corpus } = await draftOf([text]);
    for (const actor of corpus.actors) expect(actor.name).toMatch(name);
  });

  it('of several form no organisation "Nobody"', async () => {
    const draft = await draftOf(['"Nobody crosses today," said Lena Voss, a spokeswoman for the city.']);
    expect(draft.corpus.actors.map(({ name }) => name)).toEqual(['Lena Voss']);
    expect(spoken(draft)).toMatchObject([{ speaker: 'Lena Voss' }]);
  });
});

describe('labels before a colon', () => {
  it.each(['INTERVIEW', 'Interview', 'ANALYSIS', 'Exclusive', 'Full Transcript'])('are no turn: %s', (label) => {
    const text = `${label}: The minister on water\n\nVOSS: Why?\n\nMINISTER: Because it is old.\n\nVOSS: Who pays?`;
    const segmented = segment(text);
    const words = findTurns(segmented).map(({ label: { from } }) => segmented.tokens[from]?.text);
    expect(words).toEqual(['VOSS', 'MINISTER', 'VOSS']);
  });
});

describe('a text broken at a width', () => {
  const WRAPPED = `The council of the town said on Monday that the long and
winding talks about the border would not end this week,
and that nobody should expect that they would. Mayor
Ana Reyes said the town would pay for a new bridge that
is to be built in the spring by the
harbour.
Nobody else was asked. The bridge has been shut since
May, when a ship struck it, and the town has had no way
across the river since, said Paul Ito, an engineer.`;

  it('ends paragraphs where a sentence ends and the next word had room', () => {
    const { paragraphs, tokens } = segment(WRAPPED);
    expect(paragraphs.map(({ from }) => tokens[from]?.text)).toEqual(['The', 'Nobody']);
  });

  it('keeps its text and offsets, and is not cut off at the ends of lines', async () => {
    const { articles } = await readArticle(new TextEncoder().encode(WRAPPED), { name: 'a.txt' });
    const { corpus } = await draftOf(articles);
    expect(corpus.articles[0]?.text).toBe(WRAPPED);
    expect(corpus.flags.filter(({ kind }) => kind === 'truncated')).toEqual([]);
    for (const { content } of corpus.statements)
      for (const { exact, start, end } of content) expect(WRAPPED.slice(start, end)).toBe(exact);
    expect(corpus.statements.map(({ content }) => content[0]?.exact)).toContain(
      'the town would pay for a new bridge that\nis to be built in the spring by the\nharbour',
    );
  });

  it('may have two lines only', () => {
    const text = 'Mayor Ana Reyes said the town would pay for a new bridge\nthat is to be built in the spring.';
    expect(segment(text).paragraphs).toHaveLength(1);
  });

  it.each([
    'Roses are red,\nViolets are blue,\nSugar is sweet,\nAnd so are you.',
    'First item of the list\nSecond item\nThird item that is longer\nFourth',
    'Mayor Ana Reyes said the town would pay for a new bridge across it.\nThe council said nothing of it.\nNobody else spoke at the meeting, which ended late at night.',
  ])('is not one whose lines end where they like', (text) => {
    expect(segment(text).paragraphs).toHaveLength(text.split('\n').length);
  });
});

describe('the kind of somebody whom nothing introduces', () => {
  it.each([
    ['Okabe has previously said that he wants a new start.', 'Okabe', 'person'],
    ['"It is late," said Ferrante.', 'Ferrante', 'person'],
    ['Google said that it would wait.', 'Google', 'organisation'],
    [
      'They toured a mill run by the pharmaceutical conglomerate Lao Feng Tang on Tuesday.',
      'Lao Feng Tang',
      'organisation',
    ],
  ])('follows the words beside the name: %s', (text, name, kind) => {
    const segmented = segment(text);
    const found = new Entities(segmented, findNames(segmented)).all.find((one) => one.name === name);
    expect(found?.kind).toBe(kind);
  });
});
