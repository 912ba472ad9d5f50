import type { Options } from './arguments.ts';
import { CHECK_OPTIONS, DIFF_OPTIONS, IMPORT_OPTIONS, READ_OPTIONS } from './options.ts';

/** A command as its help has it. */
export type Described = { usage: string; says: string; options: Options; codes: string };

export const DESCRIBED = {
  import: {
    usage: 'import FILES… --out coverage.json',
    says: 'Reads articles (text, saved pages, feeds, tables, Word documents) and writes a coverage. FILES are files, folders, patterns, or - for the standard input.',
    options: IMPORT_OPTIONS,
    codes:
      '0 written, or nothing new; 1 written, and something was refused or lost; 2 wrong usage; 3 not written, the old file stands; 75 another run holds the lock',
  },
  check: {
    usage: 'check FILE…',
    says: 'Says what is in a coverage, or all that is wrong with it.',
    options: CHECK_OPTIONS,
    codes: '0 clean; 1 some of several files are not; 2 wrong usage; 3 none is',
  },
  read: {
    usage: 'read FILE…',
    says: 'Prints what is read from a file: headline, publisher, day, text, and what is left out.',
    options: READ_OPTIONS,
    codes: '0 read; 1 something was refused; 2 wrong usage; 3 nothing was read',
  },
  diff: {
    usage: 'diff A B',
    says: 'Prints in what two coverages differ.',
    options: DIFF_OPTIONS,
    codes: '0 in nothing; 1 in something; 2 wrong usage; 3 one of them cannot be read',
  },
} as const satisfies Record<string, Described>;
export type CommandName = keyof typeof DESCRIBED;

/** Breaks words into lines of at most 78 letters. */
function wrapped(text: string, before = ''): string {
  const lines = [before];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.trim() !== '' && line.length + word.length > 78) lines.push(`${' '.repeat(before.length)}${word}`);
    else lines[lines.length - 1] = line === '' || line.endsWith(' ') ? line + word : `${line} ${word}`;
  }
  return lines.join('\n');
}

/** How one command is used. */
export function helpFor(name: CommandName): string {
  const { usage, says, options, codes }: Described = DESCRIBED[name];
  const rows = Object.entries({ ...options, help: { says: 'says this' } } as Options).map(([option, { value, says }]) =>
    wrapped(says, `  --${option}${value === undefined ? '' : ` ${value}`}`.padEnd(24).concat(' ')),
  );
  return [`dateline ${usage}`, '', wrapped(says), '', ...rows, '', wrapped(`Exit codes: ${codes}.`), ''].join('\n');
}

/** What there is. */
export function helpForAll(): string {
  const rows = Object.values(DESCRIBED).map(
    ({ usage, says }) => `  dateline ${usage}\n      ${says.split('. ')[0]?.replace(/\.$/, '')}.`,
  );
  return `News articles in, a coverage of who said what out.\n\n${rows.join('\n')}\n\n  --help after a command says more; --version says which version this is.\n`;
}
