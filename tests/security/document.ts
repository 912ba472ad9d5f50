import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Round } from '../fuzz/round.ts';
import { FIGURES, type Figures, keepFigures, keptFigures } from './figures.ts';
import { PRODUCTS } from './products.ts';

export const DOCUMENT = 'docs/SECURITY-TESTS.md';
const FOLDER = 'docs/security-figures';

/** The parts of the browser tests in their order, with what they do. */
const PARTS: Record<string, string> = {
  'proof-without-policy': 'A page with every unsafe sink, without a policy: the harness must see what happens',
  'proof-with-policy': 'The same page with the policy of the app',
  'proof-without-trusted-types': 'The same page with that policy, but without Trusted Types',
  views: 'A chosen file: every string in every field, in every view, against what was given',
  embeds: 'The built-in file: the same in every embed, which opens no other file',
  doors: 'Every other way in: every string in every field, in the paper edition, which shows most of them',
  titles: 'Every string as the title of a coverage, and some of them in the citation',
  tools: 'The menus of filters, the search, the dialog to share and the wall screen',
  refusals: 'Every way in: every string in every field, also where it is not taken',
  exports: 'Every file, read back by a reader of its format, or opened as a page',
  queries: 'Every string as every value of a link, raw and encoded',
  json: 'JSONTestSuite, in the worker of the door',
  'json-doors': 'JSONTestSuite, through every way in',
  large: 'A file of 100,000 statements, chosen and shown; the longest task by the time of the processor',
  'fuzz-corpora': 'Corpora that nobody would write, chosen as files in the open app',
  'fuzz-queries': 'Links that nobody would write, followed in the open app',
};

const number = (value: number) => value.toLocaleString('en');
/** Figures in words; those of a sample say so first. */
const cellsOf = ({ every, ...figures }: Figures) =>
  [
    ...(every ? [`**a sample**, about every ${every}th`] : []),
    ...Object.entries(figures).map(([name, value]) => `${name}: ${number(value)}`),
  ].join('; ');

function browserTable(): string {
  const parts = keptFigures(join(FOLDER, 'browser'));
  const rows = Object.entries(PARTS).map(
    ([part, what]) => `| ${what} | ${parts[part] ? cellsOf(parts[part]) : 'not run yet'} |`,
  );
  return ['| What was done | Figures |', '| --- | --- |', ...rows].join('\n');
}

/** The products of two sizes, from the list that drives their tests. */
function productTable(): string {
  const figures = keptFigures(join(FOLDER, 'browser'));
  const rows = PRODUCTS.map(({ name, computation, sizes, where, bound, over, most }) => {
    const longest = figures[`product-${name}`]?.['longest task, ms'];
    const tests = [
      ...(over ? [`\`${over.code}\` beyond it`] : []),
      ...(most ? [`${most.views.join(', ')}: ${longest === undefined ? 'not run yet' : `${longest} ms`}`] : []),
    ];
    return `| ${computation} | ${sizes} | ${where} | ${bound} | ${name}: ${tests.join('; ')} |`;
  });
  return ['| Computation | Sizes | Where | Bound | Test |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** Where the figures of `npm run fuzz` are kept: the file that its `--out` has written. */
const FUZZ = join(FOLDER, 'fuzz.json');

/** What a million corpora and ten million links came to outside of a browser. */
function fuzzText(): string {
  if (!existsSync(FUZZ)) return 'Not run yet.';
  const { seed, from, rounds }: { seed: number; from: number; rounds: Round[] } = JSON.parse(
    readFileSync(FUZZ, 'utf8'),
  );
  const count = (kind: string) => rounds.find((round) => round.kind === kind)?.cases ?? 0;
  const command = `npm run fuzz -- --corpus ${count('corpus')} --queries ${count('query')} --seed ${seed} --from ${from}`;
  const tables = rounds.map(({ kind, cases, seconds, counts, slowest, finds }) => {
    const rows = [
      ['cases', number(cases)],
      ['seconds', number(Math.round(seconds))],
      ['finds: cases that broke a law', number(finds.length)],
      ['the slowest case, ms', number(Math.ceil(slowest[0]?.milliseconds ?? 0))],
      ...Object.entries(counts).map(([outcome, times]) => [`came to: ${outcome}`, number(times)]),
    ];
    const title = kind === 'corpus' ? 'Corpora' : 'Links';
    return `### ${title}\n\n| Figure | Value |\n| --- | --- |\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}`;
  });
  return [`\`${command}\`. A case may come to several problems, and counts for each.`, ...tables].join('\n\n');
}

/** The text of `docs/SECURITY-TESTS.md`, made of the figures beside it. */
export function documentText(): string {
  const minutes = keptFigures(join(FOLDER, 'browser')).duration?.minutes;
  const sources = keptFigures(join(FOLDER, 'browser')).strings ?? {};
  const strings = Object.values(sources).reduce((sum, count) => sum + count, 0);
  return `# What was tried against the app

Made by \`npm run test:security\` from the figures in \`docs/security-figures\`; not written by hand.

## What must hold

Text is text, from whatever corpus, file or link it comes: scripts run 0, elements planted 0, uncaught errors 0, policy violations 0, foreign
requests 0, prototypes changed 0, no task of more than 200 ms; what is shown is what was given, character for character; what is
refused is refused with a code and a path; and as many rows come out, shown or refused, as went in.

## What was tried

${number(strings)} different strings (${Object.entries(sources)
    .map(([name, count]) => `${name} ${number(count)}`)
    .join(
      ', ',
    )}), and the files of JSONTestSuite, in a real Chromium, on the built app. A string is put into every field of the corpus format
that holds text: \`tests/security/fields.ts\` finds them in the schema. The figure *strings in fields* counts each string in each field once.

\`npm run test:security\`${minutes === undefined ? '' : `, ${minutes} minutes for all of it`}

A row is of all corpora and links, or says that it is of a sample. The parts may be run one after the other:
\`npm run test:security -- exports.spec.ts\` replaces the rows of that part.

${browserTable()}

The longest task is measured by the clock, on corpora of 24 strings: as many articles as a coverage that somebody may read, with two statements each.
One of more than 200 ms by the clock is done again under a trace, and judged by the time that the processor spent on it: by the clock it also takes
as long as the machine does something else. All views and files are looked at through one way in; the others are tried with larger corpora, without
that bound. An embed opens no file of somebody else. A PNG has no text to compare: it is made, and its size is looked at.
The rows of the page with unsafe sinks show what the harness sees when there is something to see. They are not the app.

## Costs that are a product of two sizes

Work that grows with one size of a file is done in a worker or in portions. What grows with two of them has a bound: a file beyond it is refused
with a code, or the page works off a part and says so. Each of these files is made to reach the product, and is opened in the built app; the
longest task is that of the processor, over the views that are named.

${productTable()}

## Corpora and links that nobody would write, outside of a browser

${fuzzText()}
`;
}

/** Writes the document. Started by \`npm run test:security\`. */
export async function main(): Promise<number> {
  keepFigures(FIGURES, join(FOLDER, 'browser'), Number(process.env.SECURITY_EVERY ?? 1));
  writeFileSync(DOCUMENT, documentText());
  console.log(`${DOCUMENT} is written.`);
  return 0;
}
