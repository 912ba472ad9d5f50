import type { Refused } from '../corpus/problem.ts';
import type { CORPUS_HEAD, CORPUS_LISTS, Corpus } from '../domain/corpus.ts';
import type { NameIndex } from '../domain/names.ts';

export type ListName = keyof typeof CORPUS_LISTS;
export type CorpusHead = Pick<Corpus, keyof typeof CORPUS_HEAD>;

/** What is being done with a file: it is read, it is checked, the corpus is handed to the page. Only reading and handing over can be counted. */
export type OpenStage = 'reading' | 'checking' | 'handing-over';

/** What the worker that opens a file tells the page. A corpus comes in pieces, so that taking none of them holds the page up. */
export type OpenMessage =
  | { type: 'stage'; stage: OpenStage; done: number; total: number }
  | { type: 'refused'; refused: Refused }
  | { type: 'head'; head: CorpusHead; digest: string }
  | { type: 'items'; list: ListName; items: unknown[] }
  | { type: 'names'; names: NameIndex }
  | { type: 'end' };
