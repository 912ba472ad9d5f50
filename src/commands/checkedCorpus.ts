import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { problemLine } from '../corpus/problem.ts';
import { readCorpusText } from '../corpus/readCorpus.ts';
import { BUNDLED_CORPUS } from './corpusCheck.ts';

/** A build with a corpus that does not pass the door fails, and says all that is wrong with it. */
export function checkedCorpus(file = BUNDLED_CORPUS): Plugin {
  return {
    name: 'dateline:checked-corpus',
    apply: 'build',
    buildStart() {
      this.addWatchFile(file);
      const result = readCorpusText(readFileSync(file, 'utf8'));
      if (!result.ok) this.error(['The bundled corpus is refused:', ...result.problems.map(problemLine)].join('\n'));
    },
  };
}
