import type { Dataset } from '../domain/corpus.ts';
import type { Filters } from '../domain/filters.ts';
import type { Origin } from '../domain/origin.ts';
import type { Sizes } from '../domain/sizes.ts';
import type { Slug } from '../domain/slug.ts';

/** What is known of a coverage before anything is asked. */
export type CoverageHead = {
  id: Slug;
  title: string;
  asOf: Dataset['asOf'];
  made: Dataset['made'];
  /** Where it came from, and the first 16 hexadecimal digits of its corpus digest. */
  origin: Origin;
  digest: string;
  /** In the order of its table; the place of an article in it decides the colour of its badge. */
  articles: { id: Slug; badge: string; headline: string }[];
  sizes: Sizes;
  /** Whether something in it was made by a machine, so that marks have signs. */
  signed: boolean;
};

/** The part of a coverage that an answer is of: all of it, what passes the filters, and the filters. */
export type Selected = {
  readonly head: CoverageHead;
  readonly whole: Dataset;
  readonly slice: Dataset;
  readonly filters: Filters;
};

/**
 * One thing that may be asked of a coverage. `answer` is pure and says it in plain data of bounded size: the first rows, and how many
 * there are. An engine that keeps its data elsewhere goes by `name`.
 */
export type Question<Wants, Answer> = {
  readonly name: string;
  readonly answer: (of: Selected, wants: Wants) => Answer;
  /** There where an answer is long and wanted once, such as a file: nobody keeps it. */
  readonly passing?: true;
};

/** A question whatever it wants and whatever is answered. */
export type AnyQuestion = Question<unknown, unknown>;

export type MaybePromise<T> = T | Promise<T>;

/** A coverage at one state of the filters. The same question gets the same answer: the same object, or the same promise of it. */
export type Selection = {
  ask: <Wants, Answer>(question: Question<Wants, Answer>, wants: Wants) => MaybePromise<Answer>;
};

/** A coverage, wherever it is kept. */
export type Coverage = {
  readonly head: CoverageHead;
  /** Whether answers are promises; else each comes at once. */
  readonly waits: boolean;
  /** Selections of equal filters are one for as long as they are among the last few that were asked for. */
  select: (filters: Filters) => Selection;
  /** Gives back what it takes to answer; nothing is asked after that. */
  close: () => void;
};
