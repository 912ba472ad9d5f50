import type { Refused } from '../../corpus/problem.ts';

/** What is being done: the file is fetched or read, checked, and what the desk looks up is worked out. `total` is 0 where it cannot be counted. */
export type Running = {
  name: string;
  stage: 'loading' | 'reading' | 'checking' | 'preparing';
  done: number;
  total: number;
};

/** A file that was not opened: what the door found, or what failed before it could look. */
export type Refusal = { name: string; refused: Refused } | { name: string; code: string; words: string };

/** A coverage that is open, as a list shows it. `key` is its digest; '' for the one that comes with the app. */
export type OpenCoverage = {
  key: string;
  title: string;
  band: string | null;
  asOf: string;
  articles: number;
  statements: number;
  /** Names of it that look like a name of another open coverage, with the ids that tell them apart. */
  alike: { name: string; id: string; other: string; otherId: string }[];
};

/** A number of things: `1 article`, `2,000 statements`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** How far an opening has come, in words. */
export function runningWords({ stage, done, total }: Running): string {
  switch (stage) {
    case 'loading':
      return total > 0 ? `${megabytes(done)} of at most ${megabytes(total)} loaded` : `${megabytes(done)} loaded`;
    case 'reading':
      return `${megabytes(done)} of ${megabytes(total)} read`;
    case 'checking':
      return 'Every sentence is checked against its article';
    case 'preparing':
      return 'The desk is being made ready';
  }
}

/** How many problems a file has, those that were not kept included. */
export const problemCount = ({ problems, more }: Refused): number => problems.length + more;

/** All problems of a refused file as lines of text, for the person who has to mend it. */
export function problemText(name: string, { problems, more }: Refused): string {
  const lines = problems.map(
    ({ path, line, expected, found, code }) =>
      `${path}${line === undefined ? '' : `, line ${line}`}: expected ${expected}, found ${found} (${code})`,
  );
  if (more > 0) lines.push(`and ${more} more`);
  return [`${name}: ${counted(problemCount({ ok: false, problems, more }), 'problem')}`, ...lines].join('\n');
}
