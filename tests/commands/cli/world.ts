import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readArguments } from '../../../src/commands/cli/arguments.ts';
import { FEED_LIMITS } from '../../../src/commands/cli/feed/fetchFeed.ts';
import { importOnce } from '../../../src/commands/cli/importOnce.ts';
import type { World } from '../../../src/commands/cli/makeCoverage.ts';
import { IMPORT_OPTIONS } from '../../../src/commands/cli/options.ts';
import type { Outcome } from '../../../src/commands/cli/outcome.ts';
import { reviewed } from '../../../src/commands/cli/review.ts';
import { wishesOf } from '../../../src/commands/cli/wishes.ts';
import { plainAnnotate } from './plainReader.ts';

/** A folder for one test file, and ways to put files into it. */
export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
  return {
    folder,
    path: (name: string) => join(folder, name),
    put: (name: string, content: string | Uint8Array): string => {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs one import as the command would, with a plain reader. */
export function importWith(args: readonly string[], world: Partial<World> = {}): Promise<Outcome> {
  const wishes = wishesOf(readArguments(args, IMPORT_OPTIONS), () => '2019-01-20');
  return importOnce(wishes, {
    annotate: plainAnnotate,
    review: reviewed,
    signal: new AbortController().signal,
    feedLimits: FEED_LIMITS,
    progress: () => {},
    print: () => {},
    ...world,
  });
}

export const FERRY = `Ferry talks go on

"The quay is safe", said Ana Reyes on Tuesday.

"We sail again soon", said Tom Baker.
`;

export const BRIDGE = `Bridge closed

"Nobody crosses today", said Lena Voss.
`;
