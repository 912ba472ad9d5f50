// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultLine, linesOf } from '../../src/corpus/lines.ts';
import { step } from '../../src/corpus/problem.ts';

/** Every path of a tree, with the value there. */
function pathsOf(value: unknown, path = '$'): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, inner]) => pathsOf(inner, step(path, key)))];
}

describe('the lines of a JSON text', () => {
  it('are those of the values, whatever lies between them', () => {
    const text = '{ "a": [1,\n  {"b c": "x\\"]}"}\n, null],\n\n"d": {\n} }';
    const paths = ['$', '$.a[0]', '$.a[1]["b c"]', '$.a[2]', '$.d', '$.d.missing', '$.gone'];
    expect(Object.fromEntries(linesOf(text, paths))).toEqual({
      $: 1,
      '$.a[0]': 1,
      '$.a[1]["b c"]': 2,
      '$.a[2]': 3,
      '$.d': 5,
      '$.d.missing': 5,
      '$.gone': 1,
    });
  });

  it('law: a value by itself on its line is found on that line', () => {
    const tree = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(0, -1.5e3, true, null, '', 'a"b\\'),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c d', 'é"'), tie('tree'), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).tree;
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value, null, 1);
        const all = pathsOf(value);
        const found = linesOf(text, all);
        // Indented so, each value begins a line of its own, in the order in which a reader meets it.
        expect(all.map((path) => found.get(path))).toEqual(linesByReading(text));
      }),
    );
  });

  it('are those of what the text says, with any spaces, escapes and numbers in it', () => {
    const text = '\ufeff\r\n\t{"a\\"b":\r\n"x\\\\","c":[-1.5E+3,\n1e-7,"]}",\n{}\r\n,[],\n"\\"\\\\"],"\\u0064":\n7}';
    const paths = ['$["a\\"b"]', '$.c', '$.c[0]', '$.c[1]', '$.c[2]', '$.c[3]', '$.c[4]', '$.c[5]', '$.d'];
    expect([...linesOf(text, paths).values()]).toEqual([3, 3, 3, 4, 4, 5, 6, 7, 8]);
    // What nobody asks about is passed over as it is.
    for (const path of paths) expect(linesOf(text, [path]).get(path), path).toBe(linesOf(text, paths).get(path));
  });

  it('law: do not depend on what else is asked for', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), fc.constantFrom(0, 1, 3), (value, at, indent) => {
        const text = JSON.stringify(value, null, indent);
        const all = pathsOf(value);
        const path = all[at % all.length] ?? '$';
        expect(linesOf(text, [path]).get(path)).toBe(linesOf(text, all).get(path));
        expect(linesOf(text, [`${path}.missing`]).get(`${path}.missing`)).toBe(linesOf(text, all).get(path));
      }),
      { numRuns: 300 },
    );
  });

  it('law: each item of a list stands on the line after the one before it, however long the list is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_200 }), fc.nat(), (count, place) => {
        const at = place % count;
        const text = JSON.stringify({ list: new Array(count).fill(0) }, null, 1);
        expect(linesOf(text, [`$.list[${at}]`]).get(`$.list[${at}]`)).toBe(at + 3);
      }),
    );
  });
});

/** The numbers of the lines that do not only close something, which is where values begin. */
function linesByReading(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (/^\s*[\]}],?$/.test(line) ? [] : [index + 1]));
}

describe('what keeps a text from being JSON', () => {
  it.each([
    '{"a":1,}',
    '[1 2]',
    '{"a" 1}',
    '{"a":tru}',
    '"ab\n"',
    '["\\x"]',
    '[1',
    '',
    '01',
    '{}{}',
    '"\\u00g0"',
    '"\\u00e',
    '"\\',
    '"\t"',
    '"\u001f"',
    '"abc',
    '[1,]',
    '[,1]',
    '{,}',
    '{"a":1,"b"}',
    '{"a":1]',
    '[1}',
    '{"a"',
    '{a:1}',
    '{:1}',
    '{"a":1,:2}',
    '{1:1}',
    '-',
    '[-a]',
    '1.',
    '1.e5',
    '.5',
    '+1',
    '1e',
    '1e+',
    'nul',
    'nulll',
    '\u00a01',
    '1\f',
    ']',
    '}',
    '{"a":}',
  ])('%s has one, in the line where it stands', (text) => {
    expect(faultLine(text)).toBe(text.startsWith('"ab\n') ? 1 : text.trimEnd().split('\n').length);
    expect(faultLine(`[1,\n2,\n${text}`)).toBeGreaterThanOrEqual(3);
  });

  it.each([
    '"a\\/\\b\\f\\n\\r\\t\\"\\\\"',
    '"\u007f "',
    '[1e+5,-0.0E-12,0]',
    '1e5',
    '[2E07]',
    '[true,false,null]',
    '\r\n\t 1 ',
    '[[],{},[{}]]',
    ' {"a":[1,{"b":null}]} ',
  ])('%s has none', (text) => expect(faultLine(text)).toBeNull());

  it('law: there is a fault where the parser finds one, and nowhere else', () => {
    const signs = fc.array(fc.constantFrom(...'{}[]:,"\\ 01-.e+tfn\n', 'true', 'null', '"a"', '\\u00e9'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        signs.map((parts) => parts.join('')),
        (text) => {
          expect(faultLine(text) === null).toBe(parses(text));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('law: a sign that stands for nothing is found in its line, wherever it is put', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), (value, place) => {
        const text = JSON.stringify(value, null, 1);
        const at = place % (text.length + 1);
        const broken = `${text.slice(0, at)}#${text.slice(at)}`;
        if (parses(broken)) expect(faultLine(broken)).toBeNull();
        else expect(faultLine(broken)).toBe(broken.slice(0, at).split('\n').length);
      }),
      { numRuns: 500 },
    );
  });

  it('law: a text that is cut off is wrong in its last line', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), (value, place) => {
        const text = JSON.stringify({ value }, null, 1);
        const cut = text.slice(0, place % text.length);
        expect(faultLine(cut)).toBe(cut.split('\n').length);
      }),
      { numRuns: 500 },
    );
  });

  const suite = '../shared/security/json-test-suite-parsing';
  it.skipIf(!existsSync(suite))('agrees with the parser on every file of the test suite', () => {
    const files = readdirSync(suite, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    for (const name of files) {
      const text = readFileSync(`${suite}/${name}`, 'utf8');
      expect(faultLine(text) === null, name).toBe(parses(text));
    }
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
