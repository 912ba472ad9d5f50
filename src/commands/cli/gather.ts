import { type Day, readEdtf } from '../../domain/edtf.ts';
import type { RawArticle, ReadProblem } from '../../reader/read/article.ts';
import { type FeedState, seenOf, withSeen } from './feed/feedState.ts';
import { type FeedLimits, fetchFeed, shownAddress } from './feed/fetchFeed.ts';
import { findInputs } from './inputs.ts';
import { readBytes, readInput, type TakenArticles, withoutCopies } from './readInputs.ts';
import type { Wishes } from './wishes.ts';

/** All that was found to read. `notes` are sentences for a person; `feeds` is what servers have said, to be kept once the coverage is. */
export type Gathered = {
  taken: TakenArticles[];
  refused: ReadProblem[];
  notes: string[];
  feeds: FeedState;
};

/** What gathering needs of the world beside the files. `conditional`: a feed that has not changed need not come again. */
export type GatherNeeds = {
  leaveOut: string[];
  feeds: FeedState;
  conditional: boolean;
  signal: AbortSignal;
  limits: FeedLimits;
  progress: (line: string) => void;
};

const isAddress = (text: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);

/** Reads one feed: an address, or a file. */
async function gatherFeed(word: string, { format }: Wishes, into: Gathered, needs: GatherNeeds): Promise<void> {
  if (!isAddress(word)) {
    const result = await readInput({ path: word, shown: word }, format === 'auto' ? 'auto' : 'feed');
    into.refused.push(...result.problems);
    into.taken.push(...result.articles.map((article) => ({ article, shown: word })));
    return;
  }
  if (!URL.canParse(word)) {
    into.refused.push({ code: 'feed-address', expected: 'an address', found: 'something else', where: word });
    return;
  }
  const address = new URL(word);
  const shown = shownAddress(address);
  needs.progress(`asking ${shown}`);
  const seen = needs.conditional ? seenOf(needs.feeds, address) : {};
  const fetched = await fetchFeed(address, { seen, signal: needs.signal, limits: needs.limits });
  if ('problem' in fetched) into.refused.push(fetched.problem);
  else if ('unchanged' in fetched) into.notes.push(`${shown}: nothing has changed`);
  else {
    const name = `${address.host}${address.pathname}`;
    const result = await readBytes(fetched.bytes, { name, shown, type: fetched.type, format });
    into.refused.push(...result.problems);
    into.taken.push(...result.articles.map((article) => ({ article, shown })));
    into.feeds = withSeen(into.feeds, address, fetched.seen);
  }
}

/** Whether an article may be of a day from then on: one without a date may. */
function isSince({ published }: RawArticle, since: Day): boolean {
  const last = published ? readEdtf(published.value)?.last : null;
  return !last || last >= since;
}

/** Says how much of a page is not in its text. What else was decided while reading stands in the notes of the draft. */
function leftOutNote({ article: { leftOut }, shown }: TakenArticles): string[] {
  if (leftOut.length === 0) return [];
  return [
    `${shown}: ${leftOut.length} ${leftOut.length === 1 ? 'piece' : 'pieces'} of the page left out; “dateline read” shows them`,
  ];
}

/** Reads everything that an import was given: files first, then feeds, each article once. */
export async function gather(wishes: Wishes, needs: GatherNeeds): Promise<Gathered> {
  const { words, watch, feeds, format, since } = wishes;
  const found = await findInputs(watch === undefined ? words : [...words, watch], needs.leaveOut);
  const all: Gathered = { taken: [], refused: [...found.problems], notes: [], feeds: needs.feeds };
  for (const [ending, count] of found.passedOver)
    all.notes.push(`passed over: ${count} ${count === 1 ? 'file' : 'files'} (${ending})`);
  for (const shown of found.repeated) all.notes.push(`${shown}: named twice, taken once`);
  for (const [at, input] of found.inputs.entries()) {
    needs.signal.throwIfAborted();
    needs.progress(`opening ${at + 1} of ${found.inputs.length}: ${input.shown}`);
    const { articles, problems } = await readInput(input, format);
    all.refused.push(...problems);
    all.taken.push(...articles.map((article) => ({ article, shown: input.shown })));
  }
  for (const feed of feeds) await gatherFeed(feed, wishes, all, needs);
  needs.signal.throwIfAborted();
  const { taken, copies } = withoutCopies(all.taken);
  for (const { shown, of } of copies) all.notes.push(`${shown}: the same article as in ${of}, taken once`);
  const recent = since === undefined ? taken : taken.filter(({ article }) => isSince(article, since));
  if (recent.length < taken.length)
    all.notes.push(`passed over: ${taken.length - recent.length} published before ${since}`);
  const undated = since === undefined ? [] : recent.filter(({ article }) => article.published === null);
  if (undated.length > 0) all.notes.push(`taken without a date: ${undated.length}`);
  all.taken = recent;
  all.notes.push(...all.taken.flatMap(leftOutNote));
  return all;
}
