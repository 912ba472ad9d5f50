import type { Refused } from '../corpus/problem.ts';
import type { CoverageHead } from '../coverage/coverage.ts';
import type { Corpus } from '../domain/corpus.ts';
import type { Filters } from '../domain/filters.ts';
import type { NameIndex } from '../domain/names.ts';
import type { Origin } from '../domain/origin.ts';

/** What is being done with a file: it is read, it is checked, what questions need is looked up. Only reading can be counted. */
export type OpenStage = 'reading' | 'checking' | 'preparing';

/** What the page tells the worker: first a file that is to be opened, then questions about its coverage; those of one moment come together. */
export type ToWorker =
  | { type: 'open'; file: Blob | string; origin: Origin }
  | { type: 'ask'; filters: Filters; asks: Ask[] };

/** A question by its name, and the number under which the page waits for its answer. */
export type Ask = { id: number; question: string; wants: unknown };

/** What is said to a question: an answer, or that it could not be answered. */
type Answered = { id: number; answer: unknown } | { id: number; failed: true };

/** What the worker tells the page: how far it has come, one verdict, and then answers. */
export type FromWorker =
  | { type: 'stage'; stage: OpenStage; done: number; total: number }
  | { type: 'refused'; refused: Refused }
  /** A corpus that passed the door and is small enough for the page, with where its names stand and its digest. */
  | { type: 'corpus'; corpus: Corpus; names: NameIndex; digest: string }
  | { type: 'head'; head: CoverageHead }
  | { type: 'answers'; answers: Answered[] };
