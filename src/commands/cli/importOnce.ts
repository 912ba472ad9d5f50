import type { Corpus } from '../../domain/corpus.ts';
import { corpusDigest } from '../../exports/digest.ts';
import type { DraftNote } from '../../reader/draft.ts';
import type { RawArticle } from '../../reader/read/article.ts';
import { EXIT } from './exitCodes.ts';
import { Failure } from './failure.ts';
import { keepFeedState, readFeedState } from './feed/feedState.ts';
import { atomicWrite, removeLeftovers, targetOf } from './file/atomicWrite.ts';
import { takeLock } from './file/lock.ts';
import { type OldFile, oldFile } from './file/oldFile.ts';
import { type Gathered, gather } from './gather.ts';
import { type Together, together } from './into/keptArticles.ts';
import { refuseLosses } from './losses.ts';
import { makeCoverage, type World } from './makeCoverage.ts';
import { countsOf, type Outcome } from './outcome.ts';
import type { TakenArticles } from './readInputs.ts';
import type { Wishes } from './wishes.ts';

/** Above this many UTF-16 code units the lines are not indented: white space must not push a file over the door's limit. */
const INDENTED = 6_000_000;

/** The text of a coverage as it is written. */
function fileText(corpus: Corpus): string {
  const compact = JSON.stringify(corpus);
  return compact.length > INDENTED ? `${compact}\n` : `${JSON.stringify(corpus, null, 2)}\n`;
}

/**
 * The articles to be read: those of the coverage that they come into, too. What is new is told by `base`, or by the file that will be replaced;
 * `beyond` is how many new ones there were beyond the limit.
 */
function put(base: Corpus | null, old: Corpus | null, all: readonly TakenArticles[], limit: number | undefined) {
  const found = base ?? old;
  const against = (taken: readonly TakenArticles[]): Together =>
    found ? together(found, taken) : { all: [], added: [...taken], replaced: [], known: [] };
  const { added } = against(all);
  const cut = new Set(limit === undefined ? [] : added.slice(limit));
  const taken = all.filter((one) => !cut.has(one));
  const put = against(taken);
  return { ...put, all: base ? put.all : taken.map(({ article }) => article), beyond: cut.size };
}

/** Where nothing came: nothing new, or nothing that could be read. */
function nothing(gathered: Gathered, outcome: Outcome): Outcome {
  if (gathered.refused.length === 0) return outcome;
  const found = `${gathered.refused.length} ${gathered.refused.length === 1 ? 'refusal' : 'refusals'}`;
  const problem = { code: 'nothing-read', expected: 'an article', found, where: '' };
  return { ...outcome, exit: EXIT.notWritten, problems: [problem] };
}

type Files = { base: OldFile | null; old: OldFile | null; target: string | null; all: RawArticle[]; keeps: boolean };

/** The second half of a run: from what was gathered to what is written. `outcome` is filled in. */
async function finish(
  wishes: Wishes,
  outcome: Outcome,
  { base, old, target, all, keeps }: Files,
  gathered: Gathered,
  world: World,
  { keepFeeds }: { keepFeeds: () => Promise<void> },
): Promise<Outcome> {
  const onlyOld = wishes.words.length === 0 && wishes.feeds.length === 0 && wishes.watch === undefined;
  const isAsked = gathered.taken.length > 0 || onlyOld || wishes.review !== undefined;
  if (all.length === 0 || !isAsked) return nothing(gathered, outcome);
  const { corpus, lost, notes } = await makeCoverage(wishes, base?.corpus ?? null, all, world);
  outcome.notes.push(...notes);
  outcome.lost = lost;
  outcome.counts = countsOf(corpus);
  if (lost.length > 0) outcome.exit = EXIT.partly;
  const shown = outcome.file ?? '';
  if (old) refuseLosses(old.corpus, corpus, wishes.maxLoss, keeps, shown);
  const text = fileText(corpus);
  if (wishes.dryRun) return outcome;
  world.signal.throwIfAborted();
  if (target === null) world.print(text);
  const isNew = target === null || !old || (old.text !== text && corpusDigest(old.corpus) !== corpusDigest(corpus));
  const disk = world.disk ? { disk: world.disk } : {};
  if (target !== null && isNew) await atomicWrite(target, text, { shown, signal: world.signal, ...disk });
  await keepFeeds();
  return { ...outcome, written: isNew };
}

async function run(wishes: Wishes, target: string | null, world: World): Promise<Outcome> {
  const { into, out } = wishes;
  const shown = out ?? null;
  const old: OldFile | null = target === null ? null : await oldFile(target, shown ?? target);
  const intoTarget = into === undefined ? null : await targetOf(into);
  const base = intoTarget === null ? null : intoTarget === target ? old : await oldFile(intoTarget, into);
  const feeds = old && target !== null ? await readFeedState(target) : {};
  const gathered = await gather(wishes, {
    leaveOut: [...(target === null ? [] : [target]), ...(intoTarget === null ? [] : [intoTarget])],
    feeds,
    // What does not come again has to be in the coverage that is added to.
    conditional: base !== null,
    signal: world.signal,
    limits: world.feedLimits,
    progress: world.progress,
  });
  const { all, added, replaced, known, beyond } = put(
    base?.corpus ?? null,
    old?.corpus ?? null,
    gathered.taken,
    wishes.limit,
  );
  const notes: DraftNote[] = gathered.notes.map((words) => ({ code: 'note', words, where: '' }));
  if (beyond > 0)
    notes.push({ code: 'note', words: `passed over: ${beyond} beyond --limit ${wishes.limit}`, where: '' });
  const outcome: Outcome = {
    exit: gathered.refused.length > 0 ? EXIT.partly : EXIT.good,
    written: false,
    file: shown,
    added: added.map((one) => one.shown),
    replaced: replaced.map((one) => one.shown),
    known: known.length,
    refused: gathered.refused,
    lost: [],
    notes,
    counts: null,
    problems: [],
  };
  try {
    return await finish(wishes, outcome, { base, old, target, all, keeps: intoTarget === target }, gathered, world, {
      keepFeeds: async () => {
        if (target !== null && beyond === 0 && gathered.feeds !== feeds) await keepFeedState(target, gathered.feeds);
      },
    });
  } catch (error) {
    if (error instanceof Failure) return { ...outcome, exit: error.exit, problems: [...error.problems] };
    throw error;
  }
}

/**
 * Imports once: gathers, reads, keeps what people decided, checks and writes. Never rejects for anything that was given: what goes wrong is in the
 * outcome. Rejects with the reason of `signal` when that is aborted; then no file was touched.
 */
export async function importOnce(wishes: Wishes, world: World): Promise<Outcome> {
  const { out, dryRun } = wishes;
  const refused = (failure: Failure): Outcome => ({
    exit: failure.exit,
    written: false,
    file: out ?? null,
    added: [],
    replaced: [],
    known: 0,
    refused: [],
    lost: [],
    notes: [],
    counts: null,
    problems: [...failure.problems],
  });
  let letGo = () => {};
  try {
    const target = typeof out === 'string' ? await targetOf(out) : null;
    if (target !== null && !dryRun) {
      letGo = await takeLock(target, out ?? target);
      await removeLeftovers(target);
    }
    return await run(wishes, target, world);
  } catch (error) {
    if (error instanceof Failure) return refused(error);
    throw error;
  } finally {
    letGo();
  }
}
