// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckResult, readCorpus, readCorpusText } from '../../src/corpus/readCorpus.ts';
import { changed, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';
import { problemsOf, withLimits } from '../fixtures/problemsOf.ts';

const small = smallCorpus();
const LISTS = [
  'articles',
  'actors',
  'places',
  'topics',
  'statements',
  'relations',
  'venues',
  'events',
  'flags',
] as const;

describe('the lists of a file', () => {
  it.each(LISTS)('%s are there, and are a list', (name) => {
    const told = (value: unknown) => problemsOf(changed(minimalCorpus(), name, value));
    expect(told(undefined)).toEqual([`missing-key $.${name}: expected a list, found nothing`]);
    for (const [value, found] of [
      [null, 'null'],
      [{ length: 1 }, 'an object'],
      [1, '1'],
    ])
      expect(told(value)).toEqual([`wrong-shape $.${name}: expected a list, found ${found}`]);
  });

  it.each(LISTS)('%s hold objects, each of which is told by its place', (name) => {
    const items: unknown[] = [...small[name], null, 'text', 7];
    expect(problemsOf({ ...small, [name]: items })).toEqual(
      ['null', '"text"', '7'].map(
        (found, index) => `wrong-shape $.${name}[${small[name].length + index}]: expected an object, found ${found}`,
      ),
    );
  });
});

it.each(LISTS)('%s of a program may have holes, and each is told', (name) => {
  const items: unknown[] = [...small[name]];
  items.length += 1;
  const place = `$.${name}[${small[name].length}]`;
  for (const list of [items, [...small[name], undefined]])
    expect(problemsOf({ ...small, [name]: list })).toEqual([`wrong-shape ${place}: expected an object, found nothing`]);
});

it('a list within an item is expected to be one', () => {
  expect(problemsOf(changed(small, 'actors.0.aliases', 'Moon'))).toEqual([
    'wrong-shape $.actors[0].aliases: expected a list, found "Moon"',
  ]);
});

describe('keys that nobody knows', () => {
  it('are each named, wherever they stand in an item, beside what else is wrong', () => {
    let broken = changed(small, 'statements.0.speaker.one', 1);
    broken = changed(broken, 'statements.0.speaker.two', 2);
    broken = changed(broken, 'statements.0.content.0.three', 3);
    broken = changed(broken, 'statements.0.four', 4);
    broken = changed(broken, 'statements.0.cue.0.start', -1);
    const found = problemsOf(broken);
    for (const [path, key] of [
      ['.speaker.one', 'one'],
      ['.speaker.two', 'two'],
      ['.content[0].three', 'three'],
      ['.four', 'four'],
    ])
      expect(found).toContain(
        `unknown-key $.statements[0]${path}: expected only the keys of the corpus format, found the key "${key}"`,
      );
    expect(found).toContain(
      'wrong-shape $.statements[0].cue[0].start: expected a number that is not negative, found -1',
    );
    expect(found).toHaveLength(5);
  });

  it('of the file and of its head are named, too', () => {
    let broken = changed(small, 'one', 1);
    broken = changed(broken, 'asOf.two', 2);
    broken = changed(broken, 'asOf.three', 3);
    expect(problemsOf(broken)).toEqual([
      'unknown-key $.one: expected only the keys of the corpus format, found the key "one"',
      'unknown-key $.asOf.two: expected only the keys of the corpus format, found the key "two"',
      'unknown-key $.asOf.three: expected only the keys of the corpus format, found the key "three"',
    ]);
  });

  it('are told apart up to a hundred', () => {
    const extra = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, at]));
    const [topic] = small.topics;
    const told = (count: number) => problemsOf({ ...small, topics: [{ ...topic, ...extra(count) }] }).length;
    expect([told(1), told(50), told(100)]).toEqual([1, 50, 100]);
    expect(told(300)).toBeGreaterThan(99);
    expect(told(300)).toBeLessThan(103);
  });

  it('are no more than one beside more than a hundred other flaws of their item', () => {
    const [flag] = small.flags;
    const told = (flaws: number) => {
      const spans = Array.from({ length: flaws }, () => ({ ...flag?.spans[0], start: -1 }));
      const found = problemsOf({ ...small, flags: [{ ...flag, spans, one: 1, two: 2 }] });
      return found.filter((line) => line.startsWith('unknown-key')).length;
    };
    expect([told(1), told(99), told(100)]).toEqual([2, 2, 1]);
  });

  it('stay in what was given', () => {
    const input = changed(small, 'actors.0.extra', { deep: [1] });
    const before = JSON.stringify(input);
    readCorpus(input);
    expect(JSON.stringify(input)).toBe(before);
  });
});

describe('a key that is missing', () => {
  it.each(['schemaVersion', 'id', 'title', 'asOf', 'asOf.date', 'asOf.basis'])('%s is named', (path) => {
    const key = path.split('.').at(-1);
    expect(problemsOf(changed(small, path, undefined))).toEqual([
      `missing-key $.${path}: expected the key "${key}", found nothing`,
    ]);
  });

  it.each(LISTS.filter((name) => name !== 'venues'))('of the first of %s is named, whichever it is', (name) => {
    for (const key of Object.keys(small[name][0] ?? {}))
      expect(problemsOf(changed(small, `${name}.0.${key}`, undefined))[0], key).toBe(
        `missing-key $.${name}[0].${key}: expected the key "${key}", found nothing`,
      );
  });

  it('is not one that a program has set to nothing', () => {
    expect(problemsOf({ ...small, topics: [...small.topics, { id: 'war', label: undefined }] })).toEqual([
      'wrong-shape $.topics[1].label: expected string, found nothing',
    ]);
    const [gap] = problemsOf({ ...small, topics: [...small.topics, undefined] });
    expect(gap).toMatch(/^[a-z-]+ \$\.topics\[1\]: .* found nothing$/);
  });

  it('is not found in what the objects of a program inherit', () => {
    const input = Object.create(small) as object;
    expect(problemsOf(input).slice(0, 2)).toEqual([
      'missing-key $.schemaVersion: expected the key "schemaVersion", found nothing',
      'missing-key $.id: expected the key "id", found nothing',
    ]);
  });
});

describe('the problems of a file', () => {
  const broken = { ...small, topics: [1, 2, 3, 4] };
  const told = (limit: number): CheckResult => withLimits({ problems: limit }, () => readCorpus(broken));

  it('are kept up to a limit, and those beyond it are counted', () => {
    // A statement names a topic that is not there.
    expect(told(100)).toMatchObject({ ok: false, more: 0, problems: { length: 5 } });
    expect(told(5)).toMatchObject({ ok: false, more: 0, problems: { length: 5 } });
    expect(told(3)).toMatchObject({
      ok: false,
      more: 2,
      problems: [0, 1, 2].map((at) => ({ path: `$.topics[${at}]` })),
    });
  });

  it('have the line of what is wrong, or of what it is missing in', () => {
    const input = changed(changed(small, 'actors.2.kind', 'dog'), 'places.0.kind', undefined);
    const text = JSON.stringify(input, null, 1);
    const result = readCorpusText(text);
    const lines = text.split('\n');
    const lineOf = (start: string) => lines.findIndex((line) => line.trim().startsWith(start)) + 1;
    expect(result).toMatchObject({
      ok: false,
      problems: [
        { path: '$.actors[2].kind', line: lineOf('"kind": "dog"') },
        { path: '$.places[0].kind', line: lineOf('"places"') + 1 },
      ],
    });
    expect(readCorpusText(`\ufeff\n\n${text}`)).toMatchObject({
      problems: [{ line: lineOf('"kind": "dog"') + 2 }, { line: lineOf('"places"') + 3 }],
    });
  });

  it('have no line where there is no text', () => {
    const result = readCorpus(changed(small, 'actors.2.kind', 'dog'));
    expect(result.ok ? [] : result.problems.map((problem) => 'line' in problem)).toEqual([false]);
  });

  it('of a text that is no JSON are one, with its line and what the parser says', () => {
    const text = JSON.stringify(small, null, 1);
    for (const at of [1, 40, text.length - 3]) {
      const lines = text.split('\n');
      const index = Math.min(at, lines.length - 2);
      lines[index] = `${lines[index]} #`;
      expect(readCorpusText(lines.join('\n')), String(at)).toMatchObject({
        ok: false,
        more: 0,
        problems: [
          { code: 'not-json', path: '$', expected: 'a JSON file', line: index + 1, found: expect.stringMatching(/\S/) },
        ],
      });
    }
    // What ends too soon is wrong at its end.
    expect(readCorpusText('{\n"a": 1,\n')).toMatchObject({ problems: [{ code: 'not-json', line: 3 }] });
  });

  it('law: a text is read as its tree is, whatever is changed in it', () => {
    const places = ['title', 'actors.0.name', 'statements.1.kind', 'events.0.date', 'flags.0.spans.0.start', 'topics'];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 1 }), (path, value) => {
        const input = JSON.parse(JSON.stringify(changed(small, path, value)));
        const [tree, text] = [readCorpus(input), readCorpusText(JSON.stringify(input))];
        if (tree.ok || text.ok) expect(text).toEqual(tree);
        else expect({ ...text, problems: text.problems.map(({ line, ...problem }) => problem) }).toEqual(tree);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a file of another version', () => {
  it('that is newer is told first, and alone', () => {
    expect(problemsOf({ schemaVersion: 7, nothing: 1 })).toEqual([
      'newer-version $.schemaVersion: expected schema version 2 or older; this file was made for a newer Dateline, which can open it, found 7',
    ]);
  });
});
