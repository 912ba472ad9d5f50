// @vitest-environment node
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { segment } from '../../../src/reader/segment.ts';
import { findActors } from '../../../src/reader/world/actors.ts';
import { findDates } from '../../../src/reader/world/dates.ts';
import { findEvents } from '../../../src/reader/world/events.ts';
import { findFlaws } from '../../../src/reader/world/flaws.ts';
import { findPlaces } from '../../../src/reader/world/places.ts';
import { findRelations } from '../../../src/reader/world/relations.ts';
import { findNames } from '../../../src/reader/world/resolve.ts';

it('the gazetteer and the lexicons weigh at most 90 kB compressed', () => {
  const weigh = (name: string) => gzipSync(readFileSync(`src/reader/world/${name}`), { level: 9 }).length;
  const weight = ['gazetteer.json', 'lexicon.ts', 'words.ts'].reduce((sum, name) => sum + weigh(name), 0);
  expect(weight).toBeLessThanOrEqual(90_000);
});

/** CPU milliseconds of all stages on a text, without cutting it into tokens. */
function cost(words: string): number {
  const text = segment(words);
  const before = process.cpuUsage();
  const skip = findFlaws(text)
    .filter((flaw) => flaw.skip)
    .flatMap(({ spans }) => spans);
  const names = findNames(text);
  const { places } = findPlaces(text, skip, names);
  const { uses } = findActors(text, skip, names);
  const dates = findDates(text, '2021-06-16');
  findEvents(text, dates, places, uses, skip);
  findRelations(text, { uses, dates, from: '2021-06-16' });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const SENTENCES =
  'On Monday Peru accused Chile of spying near Lima. He met Ana Silva in Quito, Ecuador, and they left. Nobody came from Xyzzy, Foo, Bar and Baz to the town of Qux in 1998. ';
/** Texts that could cost more than their length. */
const HOSTILE: [string, string][] = [
  ['sentences in one paragraph', SENTENCES],
  ['one name without an end', 'Peru Chile '],
  ['a list without an end', 'Lima, Quito and '],
  ['verbs without an end', 'attacked and accused by '],
  ['dates without an end', 'on Monday May 3 '],
  ['brackets', '( , [ '],
  ['pronouns', 'he said they '],
  ['lines', 'Related Foo Bar Baz\n\n'],
];

it.each(HOSTILE)(
  'four times the text takes about four times as long: %s',
  (_, unit) => {
    const text = (size: number) => unit.repeat(Math.ceil(size / unit.length));
    cost(text(15_000));
    const small = Math.min(cost(text(15_000)), cost(text(15_000)));
    const large = Math.min(cost(text(60_000)), cost(text(60_000)));
    expect(large / Math.max(small, 4)).toBeLessThan(10);
  },
  60_000,
);
