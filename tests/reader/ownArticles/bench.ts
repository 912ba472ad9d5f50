import { readFileSync, writeFileSync } from 'node:fs';
import { readOwnArticles } from './readOwn.ts';

const DOCUMENT = 'docs/READER.md';
const BEGIN = '<!-- own articles: npm run bench:own -->';
const END = '<!-- end of own articles -->';

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
const short = (text: string) => (text.length > 90 ? `${text.slice(0, 87)}…` : text);

/** Prints every fault of the reader on the twenty articles of our own, and writes the table into docs/READER.md with `--write`. */
export async function main(args: string[]): Promise<number> {
  const readings = await readOwnArticles();
  const faults = readings.flatMap((reading) => reading.faults);
  const asked = readings.reduce((sum, { expected }) => sum + expected.statements.length, 0);
  const found = readings.reduce((sum, reading) => sum + reading.found, 0);
  const count = (kind: string) => faults.filter((fault) => fault.kind === kind).length;
  const table = [
    `${found} of ${asked} statements found; wrong names ${count('wrong name')}, not settled ${count('not settled')}, invented ${count('invented')}, relays not found ${count('no relay')}.`,
    '',
    '| Article | Style | Statements found | Fault | Words | Expected | Found |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...readings.flatMap(({ expected, found: own, faults: all }) => {
      const head = `| ${expected.file} | ${expected.style} | ${own} of ${expected.statements.length} |`;
      if (all.length === 0) return [`${head} none | | | |`];
      return all.map(
        (fault, i) =>
          `${i === 0 ? head : '| | | |'} ${fault.kind} | ${cell(short(fault.words))} | ${cell(short(fault.expected))} | ${cell(short(fault.found))} |`,
      );
    }),
  ].join('\n');
  console.log(table);
  if (args.includes('--write')) {
    const page = readFileSync(DOCUMENT, 'utf8');
    const [before, rest] = page.split(BEGIN);
    const after = rest?.split(END)[1];
    if (before === undefined || after === undefined) throw new Error(`${DOCUMENT} has no place for the table`);
    writeFileSync(DOCUMENT, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
  }
  return 0;
}
