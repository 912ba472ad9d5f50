// @vitest-environment node
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCsv, type Table, writeCsv } from '../../src/exports/csv.ts';
import { FORMULAS, HAS_SHARED, NAUGHTY, SPECTRUM, TROJAN } from './sharedStrings.ts';

/** What a spreadsheet takes for the beginning of a formula, after the white space that some of them skip. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** The cells of a file as another program reads it, with the separator of its system. */
function cellsOf(csv: string, delimiter: string): string[] {
  return Papa.parse<string[]>(csv.slice(1), { delimiter }).data.flat();
}

/** The cells that would be run; with the separator that is ours, those that begin with a line break or a tab, too. */
const runnable = (csv: string) => [
  ...cellsOf(csv, ',').filter((cell) => /^[\t\r\n]/.test(cell)),
  ...[',', ';', '\t'].flatMap((delimiter) => cellsOf(csv, delimiter).filter((cell) => FORMULA.test(cell))),
];

const roundTrip = ({ columns, rows }: Table): void =>
  expect(readCsv(writeCsv(columns, rows))).toEqual({ columns, rows });

/** Cells of the signs that matter, in every order. */
const nasty = fc.string({
  unit: fc.constantFrom(
    ...'\'=+-@＝＋－＠\t\r\n;," |',
    'a',
    '1',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '\0',
    '\ud83d',
    '😀',
    '"";=',
  ),
  maxLength: 12,
});
const cell = fc.oneof({ weight: 4, arbitrary: nasty }, fc.string({ unit: 'binary' }), fc.string());
const tables = fc.integer({ min: 1, max: 4 }).chain((width) => {
  const row = fc.array(cell, { minLength: width, maxLength: width });
  return fc.record({ columns: row, rows: fc.array(row, { maxLength: 5 }) });
});

describe('a CSV file', () => {
  it('has a byte order mark, CRLF, and every cell in quotation marks', () => {
    expect(
      writeCsv(
        ['a', 'b'],
        [
          ['1', 'say "hi"'],
          ['', 'two\nlines'],
        ],
      ),
    ).toBe('\uFEFF"a","b"\r\n"1","say ""hi"""\r\n"","two\nlines"');
    expect(writeCsv(['a'], [])).toBe('\uFEFF"a"');
  });

  it('guards what a spreadsheet would run, and nothing else', () => {
    const guards: [string, string][] = [
      ['=1+1', "'=1+1"],
      ['  @SUM(A1)', "'  @SUM(A1)"],
      ["'quoted'", "''quoted'"],
      ['＝1', "'＝1"],
      ['a;=1', "a;'=1"],
      ['a;" "=1', 'a;" "\'=1'],
      ["a\n'b", "a\n''b"],
      ['1-1', '1-1'],
      ['a=b; c-d', 'a=b; c-d'],
      ['Xi’s “offer” - or not', 'Xi’s “offer” - or not'],
    ];
    for (const [plain, written] of guards) {
      expect(cellsOf(writeCsv(['x'], [[plain]]), ',')[1]).toBe(written);
      roundTrip({ columns: ['x'], rows: [[plain]] });
    }
  });

  it('comes back exactly, whatever is in its cells', () => {
    fc.assert(
      fc.property(tables, (table) => void roundTrip(table)),
      { numRuns: 1_000 },
    );
  });

  it('starts no cell with a formula, with commas, semicolons or tabs for separators', () => {
    fc.assert(
      fc.property(tables, ({ columns, rows }) => void expect(runnable(writeCsv(columns, rows))).toEqual([])),
      { numRuns: 1_000 },
    );
  });

  it('starts no cell with a formula where a program does not know quotation marks', () => {
    fc.assert(
      fc.property(tables, ({ columns, rows }) => {
        const pieces = writeCsv(columns, rows)
          .slice(1)
          .split(/[;\t\r\n]/);
        // One mark opens a cell and two are an empty one; three begin a cell that begins with a mark.
        expect(pieces.filter((piece) => /^\s*(?:"|(?:"")*)\s*[=+\-@＝＋－＠]/.test(piece))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe.skipIf(!HAS_SHARED)('strings from beside the project', () => {
  it.each(SPECTRUM)('$name of csv-spectrum is read as it should be', ({ csv, json }) => {
    const { columns, rows } = readCsv(csv);
    expect(rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])))).toEqual(json);
    roundTrip({ columns, rows });
  });

  it.each([
    ['formulas', FORMULAS, 6],
    ['the big list of naughty strings', NAUGHTY, 500],
    ['trojan source lines', TROJAN, 81],
  ])('%s come back exactly, and none is run', (_, strings, count) => {
    expect(strings.length).toBeGreaterThanOrEqual(count);
    const rows = strings.map((text) => [text, `a;${text}`, `${text}\n${text}`]);
    roundTrip({ columns: ['a', 'b', 'c'], rows });
    expect(runnable(writeCsv(['a', 'b', 'c'], rows))).toEqual([]);
  });
});
