import { type CheckResult, readCorpusText } from '../corpus/readCorpus.ts';
import { type NameIndex, namesOf } from '../domain/names.ts';
import { answer } from '../workers/startWorker.ts';

/** The verdict, with where the names of a corpus stand. */
export type Verdict = { result: CheckResult; names: NameIndex | null };

function verdictOn(text: string): Verdict {
  const result = readCorpusText(text);
  return { result, names: result.ok ? namesOf(result.corpus) : null };
}

// Beside the page: checking every span of a large corpus would hold up typing and scrolling. A page that can start no worker asks this file
// itself, so that the door is in no other.
if (typeof document === 'undefined') answer(verdictOn);
else Reflect.set(window, 'datelineDoor', verdictOn);
