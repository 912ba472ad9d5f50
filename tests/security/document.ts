import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, recorded } from './figures.ts';

export const DOCUMENT = 'docs/SECURITY-TESTS.md';
const FOLDER = 'docs/security-figures';

/** The parts of the browser tests in their order, with what they do. */
const PARTS: Record<string, string> = {
  'proof-without-policy': 'A page with every unsafe sink, without a policy: the harness must see what happens',
  'proof-with-policy': 'The same page with the policy of the app',
  'proof-without-trusted-types': 'The same page with that policy, but without Trusted Types',
  views: 'Every string in every field, in every view, against what was given',
  titles: 'Every string as the title of a coverage',
  tools: 'The menus of filters, the search, the dialog to share and the wall screen',
  refusals: 'Every string in every field, also where the door does not take it',
  exports: 'Every file, read back by a reader of its format, or opened as a page',
  queries: 'Every string as every value of a link, raw and encoded',
  json: 'JSONTestSuite, in the worker of the door',
  'json-doors': 'JSONTestSuite, through every door',
};

const number = (value: number) => value.toLocaleString('en');
const cellsOf = (figures: Figures) =>
  Object.entries(figures)
    .map(([name, value]) => `${name}: ${number(value)}`)
    .join('; ');

function browserTable(): string {
  const parts = recorded(join(FOLDER, 'browser'));
  const rows = Object.entries(PARTS).map(
    ([part, what]) => `| ${what} | ${parts[part] ? cellsOf(parts[part]) : 'not run yet'} |`,
  );
  return ['| What was done | Figures |', '| --- | --- |', ...rows].join('\n');
}

/** What other commands have counted: each file says its command, and figures by their names. */
function others(): string {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];
  if (files.length === 0) return 'No figures yet.';
  return files
    .map((file) => {
      type Told = { title: string; command: string; figures: Figures };
      const { title, command, figures }: Told = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
      return `### ${title}\n\n\`${command}\`\n\n| Figure | Value |\n| --- | --- |\n${Object.entries(figures)
        .map(([name, value]) => `| ${name} | ${number(value)} |`)
        .join('\n')}`;
    })
    .join('\n\n');
}

/** The text of `docs/SECURITY-TESTS.md`, made of the figures beside it. */
export function documentText(): string {
  const every = recorded(join(FOLDER, 'browser')).sample?.every ?? 1;
  const sources = recorded(join(FOLDER, 'browser')).strings ?? {};
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

\`npm run test:security\`

${every > 1 ? `These figures are of a sample: about every ${every}th corpus and link of the whole.\n\n` : ''}${browserTable()}

The longest task is measured by the clock; one of more than 200 ms by the clock is done again and measured by the time that the processor spent on it.
The rows of the page with unsafe sinks show what the harness sees when there is something to see. They are not the app.

## Other figures

${others()}
`;
}

/** Writes the document. Started by \`npm run test:security\`. */
export async function main(): Promise<number> {
  writeFileSync(DOCUMENT, documentText());
  console.log(`${DOCUMENT} is written.`);
  return 0;
}
