import type { Corpus } from '../../domain/corpus.ts';
import { isChecked } from '../../domain/mark.ts';
import type { DraftNote } from '../../reader/draft.ts';
import type { ReadProblem } from '../../reader/read/article.ts';
import type { LostClaim } from './into/carryOver.ts';
import { clipped, faultLine, inLine, type Talk } from './talk.ts';

/** What came of a run: `--json` prints it as it is. */
export type Outcome = {
  exit: number;
  written: boolean;
  file: string | null;
  /** Names of files with new articles, of those with changed ones, and how many articles were there already. */
  added: string[];
  replaced: string[];
  known: number;
  refused: ReadProblem[];
  lost: LostClaim[];
  notes: DraftNote[];
  counts: Record<string, number> | null;
  /** Why nothing was written; empty when something was, or when there was nothing new. */
  problems: ReadProblem[];
};

/** How much of everything is in a coverage, and how many statements people have checked. */
export function countsOf(corpus: Corpus): Record<string, number> {
  const { articles, actors, places, statements, relations, venues, events, flags } = corpus;
  return {
    articles: articles.length,
    actors: actors.length,
    places: places.length,
    statements: statements.length,
    checked: statements.filter(({ mark }) => isChecked(mark)).length,
    relations: relations.length,
    venues: venues.length,
    events: events.length,
    flags: flags.length,
  };
}

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** One line about a coverage. */
export function countsLine(counts: Record<string, number>): string {
  const { articles = 0, statements = 0, checked = 0, relations = 0, venues = 0, events = 0 } = counts;
  return [
    many(articles, 'article'),
    `${many(statements, 'statement')} (${checked} checked by people)`,
    many(relations, 'relation'),
    many(venues, 'venue'),
    many(events, 'event'),
  ].join(', ');
}

/** Notes that are said one by one. */
const NOTES = 20;

/** Tells a person, on the other stream, what came of a run. The last line says whether the file was written. */
export function tell(outcome: Outcome, talk: Talk, dryRun: boolean): void {
  const { file, added, replaced, refused, lost, notes, counts, problems, written } = outcome;
  for (const { where, words } of notes.slice(0, NOTES))
    talk.say(`${where === '' ? '' : `${inLine(where)}: `}${inLine(words)}`);
  if (notes.length > NOTES) talk.say(`and ${notes.length - NOTES} more notes, all in --json`);
  for (const problem of [...refused, ...problems]) talk.fault(faultLine(problem));
  for (const { kind, words, where, reason } of lost)
    talk.fault(`lost: a ${kind} that people decided, “${clipped(words)}” in “${clipped(where)}”: ${reason}`);
  const name = file === null ? 'the coverage' : inLine(file);
  if (problems.length > 0) talk.fault(`${name}: not written${file === null ? '' : '; what stood there stands'}.`);
  else if (counts === null) talk.say(`${name}: nothing new.`);
  else {
    const verb = written ? 'written' : dryRun ? 'would be written' : 'nothing new';
    const news = [
      ...(added.length > 0 ? [`${added.length} new`] : []),
      ...(replaced.length > 0 ? [`${replaced.length} changed`] : []),
      ...(refused.length > 0 ? [`${refused.length} refused`] : []),
      ...(lost.length > 0 ? [`${many(lost.length, 'decision')} lost`] : []),
    ];
    talk.say(`${name}: ${verb}${news.length > 0 ? ` (${news.join(', ')})` : ''}. ${countsLine(counts)}.`);
  }
}
