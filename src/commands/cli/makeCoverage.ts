import { readFile } from 'node:fs/promises';
import type { Problem } from '../../corpus/problem.ts';
import { problemLine } from '../../corpus/problem.ts';
import { readCorpus } from '../../corpus/readCorpus.ts';
import type { Corpus } from '../../domain/corpus.ts';
import type { Day } from '../../domain/edtf.ts';
import type { Slug } from '../../domain/slug.ts';
import type { AnnotateOptions, Draft, DraftNote } from '../../reader/draft.ts';
import type { RawArticle, ReadProblem } from '../../reader/read/article.ts';
import { EXIT } from './exitCodes.ts';
import { Failure, systemCode } from './failure.ts';
import type { FeedLimits } from './feed/fetchFeed.ts';
import type { Disk } from './file/atomicWrite.ts';
import { carryOver, type LostClaim } from './into/carryOver.ts';
import { CLAIM_LISTS, type Claim, type ClaimList, isUnchecked } from './into/claims.ts';
import { namedActors } from './into/keptNames.ts';
import type { Reviewed } from './review.ts';
import type { Wishes } from './wishes.ts';

/** The verdict of the door on a coverage; `takenOut` are claims of the reader that go against what people decided, each with the reason. */
type Passing = { corpus: Corpus; takenOut: string[] } | { problems: Problem[] };

const PLACE = /^\$\.(\w+)\[(\d+)\]/;
const isClaimList = (name: string): name is ClaimList => CLAIM_LISTS.some((list) => list === name);

/**
 * Passes a coverage through the door. Where the only trouble is claims of the reader that nobody has checked, beside what people have decided (it
 * takes words for a tie that a person has marked as furniture, say), these are taken out and named.
 */
function passing(made: Corpus): Passing {
  let corpus = made;
  const takenOut: string[] = [];
  for (;;) {
    const result = readCorpus(corpus);
    if (result.ok) return { corpus: result.corpus, takenOut };
    const out: Record<string, Map<number, string>> = {};
    for (const problem of result.problems) {
      const [, list = '', at = ''] = PLACE.exec(problem.path) ?? [];
      const claim = isClaimList(list) ? (corpus[list] as Claim[])[Number(at)] : undefined;
      if (result.more > 0 || !claim || !isUnchecked(claim)) return { problems: result.problems };
      out[list] ??= new Map();
      out[list].set(Number(at), problemLine(problem));
    }
    for (const [list, places] of Object.entries(out)) {
      if (!isClaimList(list)) continue;
      takenOut.push(...places.values());
      corpus = { ...corpus, [list]: (corpus[list] as Claim[]).filter((_, at) => !places.has(at)) };
    }
  }
}

/** Keeps what people have checked, and the actors and places that it names. */
function onlyChecked(corpus: Corpus): Corpus {
  const checked = <T extends Parameters<typeof isUnchecked>[0]>(list: readonly T[]) =>
    list.filter((one) => !isUnchecked(one));
  const claims = {
    statements: checked(corpus.statements),
    relations: checked(corpus.relations),
    venues: checked(corpus.venues),
    events: checked(corpus.events),
    flags: checked(corpus.flags),
  };
  const actors = namedActors(claims);
  const places = new Set<Slug | null>([
    ...corpus.reference,
    ...[...claims.venues, ...claims.events].map(({ place }) => place),
  ]);
  const isKept = (named: ReadonlySet<Slug | null>) => (one: Corpus['actors'][number] | Corpus['places'][number]) =>
    named.has(one.id) || !isUnchecked(one);
  for (const actor of corpus.actors) if (isKept(actors)(actor) && actor.side !== null) actors.add(actor.side);
  return {
    ...corpus,
    ...claims,
    actors: corpus.actors.filter(isKept(actors)),
    places: corpus.places.filter(isKept(places)),
  };
}

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
