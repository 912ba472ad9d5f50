import { readFile } from 'node:fs/promises';
import type { Corpus } from '../../domain/corpus.ts';
import type { Day } from '../../domain/edtf.ts';
import type { AnnotateOptions, Draft, DraftNote } from '../../reader/draft.ts';
import type { RawArticle, ReadProblem } from '../../reader/read/article.ts';
import { EXIT } from './exitCodes.ts';
import { Failure, systemCode } from './failure.ts';
import type { FeedLimits } from './feed/fetchFeed.ts';
import type { Disk } from './file/atomicWrite.ts';
import { carryOver, type LostClaim } from './into/carryOver.ts';
import { onlyChecked } from './into/onlyChecked.ts';
import { passing } from './into/passing.ts';
import type { Reviewed } from './review.ts';
import type { Wishes } from './wishes.ts';

/** What a run needs of the reader and of the world. */
export type World = {
  annotate: (raw: readonly RawArticle[], options: Omit<AnnotateOptions, 'model'>) => Promise<Draft>;
  /** Applies the text of a file of decisions to a draft. */
  review: (draft: Draft, patch: string, where: string) => Promise<Reviewed>;
  signal: AbortSignal;
  feedLimits: FeedLimits;
  progress: (line: string) => void;
  /** Gets the coverage where it is not written into a file. */
  print: (text: string) => void;
  disk?: Disk;
};

const failed = (code: string, expected: string, found: string, where: string) =>
  new Failure(EXIT.notWritten, { code, expected, found, where });

/** The code of a draft that cannot be made because nothing tells on which day the articles were current. */
const NO_DAY = 'no-day';

/** Why no draft could be made, where that is what an error says. */
function problemsIn(error: unknown): ReadProblem[] {
  const { name, problems } = Object(error) as { name?: unknown; problems?: ReadProblem[] };
  return name === 'NoDraft' && Array.isArray(problems) ? problems : [];
}

const withAdvice = (problem: ReadProblem): ReadProblem =>
  problem.code === NO_DAY ? { ...problem, expected: `${problem.expected} (--as-of DAY)` } : problem;

/** Passes a coverage through the door, or throws a `Failure` with all that is wrong with it. */
function checked(corpus: Corpus, notes: DraftNote[]): Corpus {
  const verdict = passing(corpus);
  if ('problems' in verdict)
    throw new Failure(
      EXIT.notWritten,
      ...verdict.problems.map(({ code, expected, found, path }) => ({ code, expected, found, where: path })),
    );
  for (const line of verdict.takenOut) {
    const words = `taken out, since it goes against what people decided: ${line}`;
    notes.push({ code: 'against-decisions', words, where: '' });
  }
  return verdict.corpus;
}

/** Reads articles, keeps what people decided in `base`, applies a file of decisions and checks: all of an import but the writing. */
export async function makeCoverage(
  wishes: Wishes,
  base: Corpus | null,
  all: readonly RawArticle[],
  { annotate, review, signal, progress }: World,
) {
  const { id, title, asOf, minSure } = wishes;
  const read = (day: Day | undefined) =>
    annotate(all, {
      signal,
      onProgress: ({ done, of, name, statements }) =>
        progress(`reading ${done} of ${of}: ${name}, ${statements} statements so far`),
      ...(day === undefined ? {} : { asOf: day }),
      ...(id === undefined ? {} : { id }),
      ...(title === undefined ? {} : { title }),
      ...(minSure === undefined ? {} : { minSure }),
    });
  const draft = await read(asOf)
    .catch((error: unknown) => {
      // Where the articles name no day, the one that the coverage had still holds.
      if (base && problemsIn(error).some(({ code }) => code === NO_DAY)) return read(base.asOf.date);
      throw error;
    })
    .catch((error: unknown) => {
      const problems = problemsIn(error);
      if (problems.length > 0) throw new Failure(EXIT.notWritten, ...problems.map(withAdvice));
      throw error;
    });
  // What is said of articles that were there was said when they came.
  const there = new Set(base?.articles.map(({ text }) => text));
  const fresh = new Set(all.filter(({ text }) => !there.has(text)).map(({ from }) => from.name));
  const notes: DraftNote[] = draft.notes.filter(({ where }) => where === '' || fresh.has(where));
  let { corpus } = draft;
  const lost: LostClaim[] = [];
  if (base) {
    const kept = carryOver(base, corpus);
    corpus = kept.corpus;
    if (id !== undefined) corpus = { ...corpus, id };
    if (title !== undefined) corpus = { ...corpus, title };
    if (asOf !== undefined) corpus = { ...corpus, asOf: draft.corpus.asOf };
    lost.push(...kept.lost);
  }
  corpus = checked(corpus, notes);
  if (wishes.review !== undefined) {
    const patch = await readFile(wishes.review, 'utf8').catch((error: unknown) => {
      throw failed('unreadable', 'a file of decisions', systemCode(error), wishes.review ?? '');
    });
    const decided = await review({ ...draft, corpus }, patch, wishes.review);
    corpus = decided.corpus;
    lost.push(...decided.lost);
    notes.push(...decided.notes);
  }
  if (wishes.onlyChecked) corpus = checked(onlyChecked(corpus), notes);
  return { corpus, lost, notes };
}
