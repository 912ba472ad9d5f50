// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readEdtf } from '../../../src/domain/edtf.ts';
import { segment } from '../../../src/reader/segment.ts';
import { findDates } from '../../../src/reader/world/dates.ts';
import { findEvents } from '../../../src/reader/world/events.ts';
import { findSaid } from '../../../src/reader/world/said.ts';

/** A Wednesday. */
const DAY = '2021-06-16';
const dates = (words: string, from: string | null = DAY) => findDates(segment(words), from).map(({ date }) => date);

describe('dates', () => {
  it.each([
    ['It rained on Monday.', '2021-06-14'],
    ['It rained on Wednesday.', '2021-06-16'],
    ['The vote will be held on Monday.', '2021-06-21'],
    ['They met last Thursday.', '2021-06-10'],
    ['They met yesterday.', '2021-06-15'],
    ['They meet tomorrow.', '2021-06-17'],
    ['They met last week.', '2021-06-07/2021-06-13'],
    ['They met last month.', '2021-05'],
    ['They met last March.', '2021-03'],
    ['They met last September.', '2020-09'],
    ['They met in August.', '2020-08'],
    ['The fair will open in August.', '2021-08'],
    ['They met on Jan. 8.', '2021-01-08'],
    ['They met on December 24.', '2020-12-24'],
    ['They met on 3 May 1998.', '1998-05-03'],
    ['They met on May 3, 1998.', '1998-05-03'],
    ['The fair runs June 3–7.', '2021-06-03/2021-06-07'],
    ['They met in May 2020.', '2020-05'],
    ['The law of 1998 stands.', '1998'],
    ['He ruled 1980–1987.', '1980/1987'],
    ['In the 1990s it grew.', '1990/1999'],
    ['They met three years ago.', '2018~'],
    ['It fell in the second quarter of 2020.', '2020-04/2020-06'],
    ['It grew in spring 2019.', '2019-03/2019-05'],
    ['They met on 2020-02-29.', '2020-02-29'],
  ])('%s', (words, date) => {
    expect(dates(words)).toEqual([date]);
    expect(readEdtf(date)).not.toBeNull();
  });

  it.each(['He may march with 1998 people.', 'It cost 2,019 dollars.', 'Room 1998 is shut.', 'June said so.'])(
    'are not made up: %s',
    (words) => expect(dates(words)).toEqual([]),
  );

  it('without a day to count from are open, unless the words have the year', () => {
    expect(dates('They met on Monday.', null)).toEqual([null]);
    expect(dates('They met on May 3, 1998.', null)).toEqual(['1998-05-03']);
  });

  it('in quotation marks count from the day on which the words were said', () =>
    expect(dates('She spoke on Monday. "It happened yesterday," she said.')).toEqual(['2021-06-14', '2021-06-13']));

  it('have the words that they stand in, and say when they are worked out', () => {
    const [date] = findDates(segment('They met last March in Rome.'), DAY);
    expect(date).toMatchObject({ surface: 'last March', certainty: 'inferred', start: 9, end: 19 });
  });
});

describe('dated events', () => {
  const place = (start: number) => ({
    name: 'Turin',
    aliases: [],
    kind: 'city' as const,
    known: true,
    country: 'IT',
    code: null,
    point: null,
    area: null,
    mentions: [{ start, end: start + 5 }],
    standing: null,
    evidence: [],
  });

  it('have the clause, its actors and its place', () => {
    const words = 'Ana opened the fair in Turin on Monday, but Ben stayed away.';
    const events = findEvents(
      segment(words),
      findDates(segment(words), DAY),
      [place(words.indexOf('Turin'))],
      [
        { start: 0, end: 3, actor: 'ana' },
        { start: words.indexOf('Ben'), end: words.indexOf('Ben') + 3, actor: 'ben' },
      ],
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      date: '2021-06-14',
      actors: ['ana'],
      place: 0,
      label: 'Ana opened the fair in Turin',
    });
  });

  it('are contested when two sentences give one event two days', () => {
    const words =
      'Ana visited the new steel factory in Turin on Monday. Ana was seen visiting a steel factory in Turin on Tuesday with workers.';
    const both = {
      ...place(words.indexOf('Turin')),
      mentions: [words.indexOf('Turin'), words.lastIndexOf('Turin')].map((start) => ({ start, end: start + 5 })),
    };
    const events = findEvents(
      segment(words),
      findDates(segment(words), DAY),
      [both],
      [words.indexOf('Ana'), words.lastIndexOf('Ana')].map((start) => ({ start, end: start + 3, actor: 'ana' })),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ date: '[2021-06-14,2021-06-15]', certainty: 'contested' });
    expect(events[0]?.evidence).toHaveLength(2);
  });
});

describe('the day of a statement', () => {
  const saidIn = (words: string, cue: string, content: string) => {
    const text = segment(words);
    const span = (part: string) => ({ start: words.indexOf(part), end: words.indexOf(part) + part.length });
    return findSaid(text, findDates(text, DAY), span(cue), [span(content)])?.date ?? null;
  };

  it('is what stands beside the cue', () => {
    expect(saidIn('Ana said on Monday that rain had fallen in May.', 'said', 'rain had fallen in May')).toBe(
      '2021-06-14',
    );
    expect(saidIn('On Tuesday, Ana said rain would fall.', 'said', 'rain would fall')).toBe('2021-06-15');
  });

  it('is not a day inside what is said, or of another clause', () => {
    expect(saidIn('Ana said that rain fell on Monday.', 'said', 'that rain fell on Monday')).toBeNull();
    expect(saidIn('Ana, who resigned on Monday, told reporters that she was glad.', 'told', 'she was glad')).toBeNull();
  });
});
