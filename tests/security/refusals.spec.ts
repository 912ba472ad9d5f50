import { readCorpus } from '../../src/corpus/readCorpus.ts';
import { listedIn } from './batch.ts';
import { chosenFile, DOORS, type Door } from './doors.ts';
import { asFigures, record } from './figures.ts';
import { hostileCorpus, inLots } from './hostileCorpora.ts';
import { countsOf, expect, expectQuiet, FULL, some, test } from './stage.ts';
import { allStrings, pickedStrings } from './strings.ts';

const STRINGS = (FULL ? allStrings() : pickedStrings()).flatMap(({ strings }) => strings);
const lots = inLots(STRINGS, FULL ? 120 : 10).map((strings, index) => ({ name: `refused-${index + 1}`, strings }));
const tried = FULL ? some(lots) : lots.slice(0, 1);

/** With all other tests the dialog is enough: what is refused elsewhere is listed by the same table. */
const shortly = (door: Door) => (door === chosenFile ? ' @short' : '');

for (const door of DOORS)
  for (const part of FULL ? inLots(tried, 14) : [tried])
    test(`${door.name}, from ${part[0]?.name}: what is refused is listed with a code and a path, and nothing of it acts${shortly(door)}`, async ({
      page,
      watched,
    }) => {
      for (const { name, strings } of part) {
        const { refusedFiles, taken, refused } = hostileCorpus(name, strings);
        let told = 0;
        // What is left of a file once all that was named has been taken out goes through the first door only.
        const whole = FULL && door === DOORS[0];
        for (const file of whole ? refusedFiles : refusedFiles.slice(0, 1)) {
          const expected = readCorpus(file);
          const problems = expected.ok ? [] : expected.problems;
          expect(await door.open(page, JSON.stringify(file)), name).toBe('refused');
          const { rows, more } = await listedIn(page);
          expect(
            rows.filter(([path, code]) => !/^\$/.test(path) || !/^[a-z]+(?:-[a-z]+)*$/.test(code)),
            name,
          ).toEqual([]);
          expect(rows, name).toEqual(problems.slice(0, 200).map(({ path, code }) => [path, code]));
          expect(rows.length + more, name).toBe(problems.length);
          told += rows.length + more;
        }
        if (whole) expect(told, `${name}: rows in = rows taken + rows refused`).toBe(refused.length);
        record('refusals', {
          corpora: 1,
          'problems listed or counted, each with a code and a path': told,
          ...(whole
            ? { 'rows in': taken.length + refused.length, 'rows taken': taken.length, 'rows refused': refused.length }
            : {}),
        });
      }
      record('refusals', asFigures(await countsOf(watched, door.asks)));
      await expectQuiet(watched, door.asks);
    });
